"""The moderators' queue: what is in hand stays where it is, and is nobody else's."""

import re
from datetime import timedelta

import pytest

from comments import moderation
from comments.models import Claim, Comment
from tests.comments.factories import browser, guest_post, make_shown, make_writer, writers_post
from tests.comments.queueing import QUEUE, Desk
from tests.factories import make_published, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def mona(moderator):
    return Desk(moderator)


@pytest.fixture
def otto(db):
    return Desk(make_user(role="moderator", name="Otto Reed"))


def held(article, count, **typed):
    return [guest_post(article, text=f"Comment {n}.", **typed) for n in range(count)]


def test_nothing_to_decide_on_is_said(mona):
    assert "No comment waits" in mona.read()


def test_comments_are_taken_in_hand_and_looking_takes_none(mona, article):
    comments = held(article, 3)

    assert (mona.rows(), Claim.objects.count(), "3 comments wait" in mona.read()) == ([], 0, True)
    mona.take()

    assert mona.rows() == [comment.pk for comment in reversed(comments)]


def test_two_moderators_are_given_different_comments(mona, otto, article):
    held(article, 15)
    mona.take()
    otto.take()

    assert (len(mona.rows()), len(otto.rows())) == (10, 5)
    assert set(mona.rows()) & set(otto.rows()) == set()
    assert "10 are in other hands" in otto.read()


def test_what_is_decided_stays_in_its_place(mona, article):
    held(article, 3)
    mona.take()
    before = mona.rows()

    page = mona.press(f"remove:{before[1]}")
    guest_post(article, text="A newer one.")

    assert mona.rows() == before
    assert "Remove: done for 1 comment." in page
    assert "2 of 3 to decide on" in mona.read()
    assert Comment.objects.get(pk=before[1]).status == "removed"


def test_page_goes_on_with_the_next_that_is_not_decided(mona, article):
    held(article, 3)
    mona.take()
    first, second, third = mona.rows()

    assert mona.send(press=f"show:{second}").redirect_chain[-1][0].endswith(f"#comment-{third}")
    assert mona.send(press=f"show:{third}").redirect_chain[-1][0].endswith(f"#comment-{first}")
    assert mona.send(press=f"show:{first}").redirect_chain[-1][0].endswith("#queue-end")


@pytest.mark.parametrize(
    ("verb", "status"), [("show", "shown"), ("remove", "removed"), ("mark_spam", "spam")]
)
def test_decision_can_be_undone(mona, article, verb, status):
    (comment,) = held(article, 1)
    mona.take()

    mona.press(f"{verb}:{comment.pk}")
    comment.refresh_from_db()
    decided = comment.status
    mona.press(f"undo:{comment.pk}")

    comment.refresh_from_db()
    assert (decided, comment.status, comment.why) == (status, "held", "unproved")
    assert [entry.verb for entry in comment.moderation_entries.all()] == ["undo", verb, "post"]


def test_decision_can_be_undone_over_a_pick(mona, moderator, article):
    """As on the comment's own page."""
    (comment,) = held(article, 1)
    mona.take()
    mona.press(f"show:{comment.pk}")
    moderation.pick(comment, by=moderator)

    mona.press(f"undo:{comment.pk}")

    comment.refresh_from_db()
    assert (comment.status, comment.is_picked) == ("held", True)


def test_undo_takes_back_the_last_decision_only_once(mona, article):
    (comment,) = held(article, 1)
    mona.take()
    mona.press(f"show:{comment.pk}")
    mona.press(f"undo:{comment.pk}")

    assert "There is no decision here that can be undone." in mona.press(f"undo:{comment.pk}")


def test_reason_is_told_to_the_writer(mona, article):
    comment = writers_post(article, make_writer())
    mona.take()

    mona.press(f"remove:{comment.pk}", **{f"reason-{comment.pk}": "abuse", "reason": "off-topic"})

    comment.refresh_from_db()
    assert comment.said_to_writer == "Removed by the moderators: Insult, threat or hatred."


def test_many_are_decided_at_once(mona, article):
    comments = held(article, 4)
    mona.take()
    ticked = [str(comment.pk) for comment in comments[:3]]

    page = mona.press("mark_spam:ticked", ticked=ticked, reason="advertising")

    assert "Mark as spam: done for 3 comments." in page
    assert list(Comment.objects.order_by("pk").values_list("status", flat=True)) == ["spam"] * 3 + ["held"]


def test_of_many_refusals_the_first_are_told_one_by_one(mona, article):
    comments = held(article, 6)
    mona.take()
    ticked = [str(comment.pk) for comment in comments]
    mona.press("remove:ticked", ticked=ticked)

    page = mona.press("remove:ticked", ticked=ticked)

    assert page.count("from which “Remove” is not possible") == 3
    assert "3 more were refused." in page


def test_reason_for_all_that_are_ticked_is_not_that_of_one(mona, article):
    comment = writers_post(article, make_writer())
    mona.take()

    mona.press(f"remove:{comment.pk}", reason="abuse")

    comment.refresh_from_db()
    assert comment.why == "off-topic"


@pytest.mark.parametrize("press", ["", "show", "show:", "show:x", "show:ticked", "explode:1", "hold:9" * 30])
def test_nonsense_does_nothing(mona, article, press):
    held(article, 1)
    mona.take()

    mona.press(press)

    assert Comment.objects.get().status == "held"


def test_what_another_has_in_hand_is_not_decided_on(mona, otto, article, moderator):
    (comment,) = held(article, 1)
    otto.take()

    mona.press(f"show:{comment.pk}")
    with pytest.raises(moderation.IllegalMove, match="Otto Reed has the comment by Dio in hand"):
        moderation.show(comment, by=moderator)

    comment.refresh_from_db()
    assert comment.status == "held"


def test_hands_open_after_a_while(mona, otto, article, clock):
    (comment,) = held(article, 1)
    otto.take()
    clock.shift(timedelta(minutes=15))
    mona.take()

    assert (mona.rows(), otto.rows()) == ([comment.pk], [])


def test_each_decision_keeps_the_others_in_hand(mona, otto, article, clock):
    first, second = (comment.pk for comment in held(article, 2))
    mona.take()
    clock.shift(timedelta(minutes=10))
    mona.press(f"show:{first}")
    clock.shift(timedelta(minutes=10))
    otto.take()

    assert (mona.rows(), otto.rows()) == ([second, first], [])


def test_what_was_decided_elsewhere_is_not_decided_again(mona, article):
    (comment,) = held(article, 1)
    mona.take()
    page = mona.read()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    seen = dict(re.findall(r'name="(seen-\d+)" value="(\d+)"', page))
    moderation.show(comment, by=None)

    answer = mona.browser.post(
        f"{QUEUE}decide/",
        {"csrfmiddlewaretoken": token, **seen, "press": f"remove:{comment.pk}"},
        follow=True,
    )

    comment.refresh_from_db()
    assert (comment.status, "was decided on meanwhile" in answer.content.decode()) == ("shown", True)


def test_comments_are_handed_back(mona, otto, article):
    held(article, 2)
    mona.take()
    mona.send("next/", stop="1")
    otto.take()

    assert (mona.rows(), len(otto.rows())) == ([], 2)


def test_comment_of_hundreds_of_lines_has_a_box_to_scroll_in(mona, article):
    guest_post(article, text="\n".join(f"Line {n}." for n in range(300)))
    guest_post(article, text="Short.")
    mona.take()

    assert mona.read().count('queued-long" tabindex="0"') == 1


def test_row_says_what_it_takes_to_decide(mona, article):
    parent = make_shown(article, name="Ana", text="It rained.")
    writer = make_writer()
    for move in (moderation.show, moderation.remove):
        move(writers_post(make_published(), writer), by=None)
    comment = writers_post(article, writer, parent=parent, text="<b>It did not.</b>")
    moderation.hold(comment, by=None) if comment.is_shown else None
    mona.take()

    page = mona.read()

    assert "In reply to <bdi>Ana</bdi>" in page
    assert "It rained." in page
    assert "&lt;b&gt;It did not.&lt;/b&gt;" in page
    assert ">Rain</a>" in page
    assert "From this writer: 1 shown, 1 removed." in page


def test_only_confirmed_ones_where_so_wished(mona, article):
    held(article, 2)
    proved = writers_post(article, make_writer())
    mona.take(is_proved="on")

    assert mona.rows() == [proved.pk]


@pytest.mark.parametrize("count", [1, 12])
def test_queue_costs_the_same_however_much_is_in_hand(mona, article, count, django_assert_num_queries):
    for n in range(count):
        writers_post(article, make_writer(f"writer{n}@example.org"), parent=make_shown(article))
    mona.take(size="20")
    mona.read()

    with django_assert_num_queries(15):
        mona.read()


@pytest.mark.parametrize("address", ["", "next/", "decide/", "keys/"])
@pytest.mark.parametrize("person", ["reporter", "editor"])
def test_queue_is_the_moderators(article, address, person, request):
    desk = browser(request.getfixturevalue(person))

    assert desk.get(QUEUE + address).status_code in {403, 405}
    assert desk.post(QUEUE + address).status_code in {403, 405}


@pytest.mark.parametrize("address", ["next/", "decide/"])
def test_looking_never_decides(mona, address):
    assert mona.browser.get(QUEUE + address).status_code == 405


@pytest.mark.parametrize("address", ["next/", "decide/", "keys/"])
def test_nothing_is_done_without_the_token(mona, article, address):
    held(article, 1)

    assert mona.browser.post(QUEUE + address, {"order": "newest", "size": "10"}).status_code == 403
    assert not Claim.objects.exists()
