"""A comment's own page at the desk: what is undone there, and notices that wait. Tables in words."""

import re

import pytest

from comments import moderation
from comments.models import SectionRules
from tests.comments.factories import browser, guest_post, make_shown, make_writer, writers_post
from tests.comments.noticed import give
from tests.comments.reporters import reader, report
from tests.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

PAGES = "/admin/comments/comment/"
UNDO = "Undo “Remove”"


def page_of(client, comment):
    return client.get(f"{PAGES}{comment.pk}/change/").content.decode()


def form_of(page):
    return {
        name: re.search(f'name="{name}" value="([^"]+)"', page)[1] for name in ("csrfmiddlewaretoken", "seen")
    }


def undo(client, comment, form):
    return client.post(f"{PAGES}{comment.pk}/undo/", form, follow=True).content.decode()


@pytest.fixture
def removed(article, moderator):
    comment = make_shown(article)
    moderation.remove(comment, by=moderator, reason="abuse")
    return comment


def test_any_moderator_undoes_the_last_decision(removed):
    client = browser(make_user(role="moderator"))
    page = page_of(client, removed)
    assert UNDO in page

    told = undo(client, removed, form_of(page))

    removed.refresh_from_db()
    assert (removed.status, removed.number) == ("shown", 1)
    assert "Undo: done for 1 comment." in told
    assert UNDO not in told


def test_what_was_decided_meanwhile_is_not_undone_unseen(removed, moderator):
    client = browser(moderator)
    form = form_of(page_of(client, removed))
    moderation.restore(removed, by=None)

    told = undo(client, removed, form)

    removed.refresh_from_db()
    assert removed.status == "shown"
    assert "Undo: done" not in told
    assert 'class="warning"' in told


def test_what_nobody_decided_on_has_nothing_to_undo(article, moderator):
    assert "Undo “" not in page_of(browser(moderator), guest_post(article))


@pytest.mark.parametrize("role", ["reporter", "editor"])
def test_others_can_not_undo(client, removed, role):
    client.force_login(make_user(role=role))

    answer = client.post(f"{PAGES}{removed.pk}/undo/")

    removed.refresh_from_db()
    assert (answer.status_code, removed.status, UNDO in page_of(client, removed)) == (403, "removed", False)


def test_looking_undoes_nothing_nor_does_a_forged_form(removed, moderator):
    client = browser(moderator)
    address = f"{PAGES}{removed.pk}/undo/"

    assert [client.get(address).status_code, client.post(address).status_code] == [405, 403]
    removed.refresh_from_db()
    assert removed.status == "removed"


def test_notice_that_waits_is_there_for_moderators_alone(article, moderator):
    comment = make_shown(article)
    notice = give(comment)

    pages = [page_of(browser(user), comment) for user in (moderator, make_user(role="editor"))]

    assert [f"notice/{notice.pk}/decide/" in page for page in pages] == [True, False]
    assert [notice.explanation in page for page in pages] == [True, False]


def test_log_is_narrowed_by_what_was_done(client, removed, moderator):
    client.force_login(moderator)

    def verbs(asked):
        entries = client.get(f"/admin/comments/moderationentry/{asked}").context["cl"].result_list
        return [entry.verb for entry in entries]

    assert verbs("") == ["remove", "show", "post"]
    assert verbs("?verb=remove") == ["remove"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, ["As the section above it, or else the paper, has it", "", "", ""]),
        (
            {"mode": "closed", "slow_minutes": 5, "closes_after_days": 0, "unattended_days": "67"},
            [
                "Closed; what was said stays",
                "5 minutes between comments",
                "Never closes",
                "Unattended Saturday, Sunday",
            ],
        ),
    ],
)
def test_table_of_rules_says_in_words_what_they_are(client, moderator, said, expected):
    client.force_login(moderator)
    SectionRules.objects.create(**said)

    page = client.get("/admin/comments/sectionrules/").content.decode()

    assert re.findall(r'<td class="field-\w+(?: nowrap)?">([^<]*)</td>', page) == expected


@pytest.mark.parametrize(("role", "is_told"), [("moderator", True), ("editor", False)])
def test_notes_are_for_those_who_moderate(article, moderator, role, is_told):
    comment = report(make_shown(article), reader(1), note="He is my neighbour.")
    moderation.keep(comment, by=moderator, note="Ask Ada.")

    page = page_of(browser(make_user(role=role)), comment)

    assert ("He is my neighbour." in page, "Ask Ada." in page) == (is_told, is_told)
    assert "Decisions so far" in page


@pytest.mark.parametrize("what", ["notice", "appeal"])
def test_who_decides_on_a_complaint_sees_what_the_queue_shows(article, moderator, what):
    parent = make_shown(article, text="It rained.")
    writer = make_writer()
    moderation.show(writers_post(article, writer, text="Another."), by=None)
    comment = writers_post(article, writer, parent=parent, text="It did not.")
    if what == "notice":
        made = give(comment)
    else:
        moderation.remove(comment, by=None)
        made = moderation.appeal(comment, writer=writer, text="Why?")

    page = browser(moderator).get(f"/admin/comments/{what}/{made.pk}/decide/").content.decode()

    assert ">Rain</a>" in page
    assert "It rained." in page
    assert "It did not." in page
    assert "From this writer: 1 shown." in page
    assert f'href="{PAGES}{comment.pk}/change/"' in page
