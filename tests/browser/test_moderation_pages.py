"""Notices, appeals, blocks and parts taken out, in a real browser: without scripts, and by axe-core."""

import pytest
from django.core.management import call_command

from comments import moderation
from comments.models import Appeal, Block, Comment, Notice
from comments.moderation.blocking import block_network
from tests.browser.desk import sign_in
from tests.browser.going import follow, press
from tests.browser.test_desk_looks import look_at
from tests.comments.appeals import appeal, removed
from tests.comments.factories import make_writer, writers_post
from tests.comments.noticed import give
from tests.factories import make_user

STORY = "/2011/09/06/qaddafi-loyalists-flee-libya-to-niger/"
WHY = "It names where somebody lives."


@pytest.fixture
def first(transactional_db):
    call_command("loaddata", "libya", verbosity=0)
    return Comment.objects.get(number=1)


@pytest.fixture
def moderator(transactional_db):
    return make_user(role="moderator", name="Mona Ives")


def test_reader_gives_notice_without_scripts_and_a_moderator_decides(new_context, first, moderator):
    page = new_context(width=390, java_script_enabled=False).new_page()
    page.goto(f"{STORY}comments/1/report/")
    page.get_by_role("radio", name="Against the law").check()
    page.get_by_role("textbox").fill(WHY)
    press(page, "Report")

    assert page.get_by_role("textbox", name="Why is it illegal?").input_value() == WHY
    page.get_by_role("textbox", name="Your name").fill("Ann Reed")
    page.get_by_role("textbox", name="E-mail").fill("ann@reader.example")
    page.get_by_role("checkbox", name="I believe in good faith").check()
    press(page, "Give notice")
    state = page.url
    assert Notice.objects.get().reference in page.get_by_role("heading", level=1).inner_text()

    sign_in(page, moderator)
    page.goto("/admin/comments/notice/")
    follow(page, "Decide…")
    page.get_by_role("radio", name="Yes: remove the comment").check()
    page.get_by_role("textbox", name="Why").fill("It does.")
    press(page, "Decide")
    page.goto(state)

    assert "It was upheld" in page.get_by_role("main").inner_text()
    first.refresh_from_db()
    assert (first.status, first.why) == ("removed", "illegal")


def test_network_is_blocked_and_its_reader_told_with_what_they_typed(page, first, moderator):
    block_network("127.0.0.1", by=moderator, days=7, reason="abuse")
    page.goto(f"{STORY}comments/1/reply/")
    page.get_by_role("textbox", name="Name").fill("Zed")
    page.get_by_role("textbox", name="E-mail").fill("zed@example.org")
    page.get_by_role("textbox", name="Comment").fill("Typed for long.")

    press(page, "Send")

    assert page.get_by_role("heading", level=1).inner_text() == "You are blocked here for now"
    assert "Insult, threat or hatred." in page.get_by_role("main").inner_text()
    assert page.get_by_role("textbox").input_value() == "Typed for long."


def test_part_is_taken_out_at_the_desk_and_marked_for_readers(page, first, moderator):
    word = first.text.split()[0]
    sign_in(page, moderator)
    page.goto(f"/admin/comments/comment/{first.pk}/change/")
    follow(page, "Take a part out…")
    page.get_by_role("textbox", name="The words to take out").fill(word)
    press(page, "Take a part out")

    page.goto(STORY)

    assert page.locator("#comment-1 .taken-out").first.inner_text() == "[removed by the moderators]"


@pytest.mark.parametrize("path", ["comments/1/notice/", "state", "comments/1/"])
def test_axe_finds_nothing_wrong_with_readers_pages(page, axe, first, path):
    moderation.blank_part(first, by=None, passage=first.text.split()[0], reason="private")
    notice = give(first)
    path = f"/comments/notices/{notice.token}/" if path == "state" else STORY + path

    assert look_at(page, axe, path) == {}


def test_axe_finds_nothing_wrong_with_what_is_said_of_errors(page, axe, first):
    page.goto(f"{STORY}comments/1/notice/")
    press(page, "Give notice")

    assert axe() == []


@pytest.mark.parametrize(
    "path",
    [
        "notice/",
        "notice/{notice}/decide/",
        "appeal/",
        "appeal/{appeal}/decide/",
        "block/",
        "block/add/",
        "block/from/{comment}/",
        "block/{block}/lift/",
        "comment/{comment}/blank/",
        "comment/{comment}/unblank/",
        "comment/{comment}/change/",
        "comment/{hidden}/change/",
    ],
)
def test_axe_finds_nothing_wrong_at_the_desk(page, axe, first, moderator, path):
    give(first, explanation="Long. " * 200)
    appeal(removed(writers_post(first.article, make_writer()), None))
    block_network("203.0.113.0/24", by=moderator, days=7, reason="abuse", note="The shop.")
    moderation.blank_part(first, by=None, passage=first.text.split()[0], reason="private")
    head = writers_post(first.article, make_writer())
    moderation.hide_branch(head, by=moderator)
    keys = {
        "hidden": head.pk,
        "notice": Notice.objects.get().pk,
        "appeal": Appeal.objects.get().pk,
        "block": Block.objects.get().pk,
        "comment": first.pk,
    }
    sign_in(page, moderator)

    assert look_at(page, axe, f"/admin/comments/{path.format(**keys)}") == {}


def test_what_is_judged_is_set_like_text(page, first, moderator):
    sign_in(page, moderator)
    page.goto(f"/admin/comments/notice/{give(first).pk}/decide/")

    style = page.locator(".moderated-text").evaluate("element => getComputedStyle(element).fontStyle")

    assert style == "normal"
