"""What a writer takes along: all of theirs, nothing of anybody else."""

import pytest

from articles import desk
from comments import moderation
from comments.exporting import everything_of
from comments.senders import Sender
from tests.comments.factories import make_shown, make_writer, writers_post
from tests.comments.mine import MINE, opened
from tests.factories import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def dio(db):
    return make_writer()


def taken_along(writer):
    return file_of(opened(writer))


def file_of(guest):
    return guest.get(f"{MINE}my-comments.json").json()


def test_everything_is_taken_along_as_json(dio, article):
    comment = writers_post(article, dio, name="Dio", text="Of mine.")
    moderation.show(comment, by=None)

    response = opened(dio).get(f"{MINE}my-comments.json")

    exported = response.json()
    assert response.headers["Content-Disposition"] == 'attachment; filename="my-comments.json"'
    assert list(exported) == ["version", "proved_at", "comments", "appeals", "reports", "recommendations"]
    (told,) = exported["comments"]
    assert told == {
        "uid": str(comment.uid),
        "story": "Rain",
        "story_path": "/2026/03/02/rain/",
        "number": 1,
        "in_reply_to": None,
        "name": "Dio",
        "website": "",
        "text": "Of mine.",
        "posted_at": "2026-03-02T10:00:00+00:00",
        "edited_at": None,
        "shown_at": "2026-03-02T10:00:00+00:00",
        "state": "Shown",
        "why": "Nothing against it",
        "mail_about_replies": None,
    }


def test_what_a_writer_recommends_is_taken_along(dio, article):
    here, there = make_shown(article), make_shown(make_published(headline="Wind"))
    for comment in (here, there):
        moderation.recommend(comment, by=None, sender=Sender(writer=dio))
    moderation.recommend(here, by=None, sender=Sender(writer=make_writer("ana@example.org")))
    desk.withdraw(there.article, by=None, ground="legal", note="Taken down.")

    assert taken_along(dio)["recommendations"] == [
        {"number": 1, "story_path": "/2026/03/02/rain/", "recommended_at": "2026-03-02T10:00:00+00:00"},
        {"number": 1, "story_path": None, "recommended_at": "2026-03-02T10:00:00+00:00"},
    ]


def test_what_stands_in_a_hidden_branch_is_not_called_shown(dio, article):
    head = make_shown(article)
    moderation.show(writers_post(article, dio, parent=head), by=None)
    moderation.hide_branch(head, by=None)

    guest = opened(dio)
    (told,) = file_of(guest)["comments"]

    hidden = "Not shown for now: the moderators have hidden the part of the discussion that it stands in."
    assert told["state"] == hidden
    assert hidden in guest.get(MINE).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_it_costs_the_same_for_one_and_for_three(dio, article, count, django_assert_num_queries):
    for turn in range(count):
        writers_post(article, dio, text=f"Turn {turn}.")
        moderation.recommend(make_shown(article), by=None, sender=Sender(writer=dio))

    with django_assert_num_queries(5):
        everything_of(dio)


def test_no_address_is_in_it(dio, article):
    writers_post(article, dio)

    assert "dio@" not in str(taken_along(dio))
