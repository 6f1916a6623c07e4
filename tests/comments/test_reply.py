"""Sending a reply: what is taken, and what its writer gets to see."""

import re

import pytest

from articles import desk
from comments import moderation
from comments.models import Comment
from tests.comments.factories import (
    FROM_HERE,
    browser,
    fill,
    guest_post,
    make_shown,
    path_of,
    typed_by_guest,
)
from tests.comments.sending import new, send
from tests.factories import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_a_guests_reply_waits_and_says_so_on_a_page_of_its_own(article):
    guest = browser()

    response = guest.post(new(article), typed_by_guest(text="<b>Well</b>"), headers=FROM_HERE)
    page = guest.get(response["Location"])

    html = page.content.decode()
    assert response.status_code == 303
    assert re.fullmatch(r"/2026/03/02/rain/comments/sent/[^/]+/", response["Location"])
    assert ">Look into your mail</h1>" in html
    assert "&lt;b&gt;Well&lt;/b&gt;" in html
    assert '<meta name="robots" content="noindex">' in html
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in page.headers["Cache-Control"]
    assert (response.cookies, page.cookies) == ({}, {})
    assert Comment.objects.get().status == "held"


def test_the_page_of_a_sent_reply_closes_after_an_hour(article, clock):
    address = send(new(article))["Location"]

    clock.shift(3601)

    assert browser().get(address).status_code == 404


@pytest.mark.parametrize("token", ["x", "a:b:c", "eyJ2IjoxfQ:1:x"])
def test_a_made_up_token_opens_nothing(article, token):
    assert browser().get(f"{path_of(article)}comments/sent/{token}/").status_code == 404


def test_a_token_opens_its_page_under_its_own_story_only(article):
    address = send(new(article))["Location"]
    other = make_published(headline="Wind")

    assert browser().get(address.replace("rain", "wind")).status_code == 404
    assert path_of(other) == "/2026/03/02/wind/"


def test_the_writer_is_told_what_became_of_it(article):
    shown, removed = (send(new(article), text=text)["Location"] for text in ("One word.", "Another."))
    first, second = Comment.objects.order_by("pk")
    moderation.show(first, by=None)
    moderation.remove(second, by=None, reason="off-topic")

    pages = [browser().get(address).content.decode() for address in (shown, removed)]

    assert ">Your comment is shown</h1>" in pages[0]
    assert 'href="/2026/03/02/rain/comments/1/"' in pages[0]
    assert "Not about the story" in pages[1]


def test_a_reply_to_a_comment_stands_under_it(article):
    parent = make_shown(article)

    send(f"{path_of(article)}comments/1/reply/")

    assert Comment.objects.last().parent == parent


def test_staff_reply_under_their_own_name_and_are_shown_at_once(article, editor):
    staff = browser(editor)
    page = staff.get(new(article)).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]

    response = staff.post(new(article), {"text": "<b>Noted.</b>", "csrfmiddlewaretoken": token})

    comment = Comment.objects.get()
    assert "You reply as <strong>Edgar Stone</strong>, staff." in page
    assert ('name="name"' in page, 'name="email"' in page) == (False, False)
    assert (response.status_code, response["Location"]) == (303, "/2026/03/02/rain/#comment-1")
    assert (comment.account, comment.text_html) == (editor, "<p>&lt;b&gt;Noted.&lt;/b&gt;</p>")


def csrf_reply(user, address, text="Noted."):
    staff = browser(user)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', staff.get(address).content.decode())[1]
    return staff.post(address, {"text": text, "csrfmiddlewaretoken": token})


def test_what_is_shown_at_once_leads_to_the_page_that_holds_it(article, editor):
    fill(article, roots=40)

    root = csrf_reply(editor, new(article))
    reply = csrf_reply(editor, f"{path_of(article)}comments/30/reply/")

    assert root["Location"] == "/2026/03/02/rain/?after=21#comment-41"
    assert reply["Location"] == "/2026/03/02/rain/?after=10#comment-42"


def test_a_reply_that_no_page_lists_leads_to_its_own(article, editor):
    fill(article, roots=1, replies=10)

    response = csrf_reply(editor, f"{path_of(article)}comments/1/reply/")

    assert response["Location"] == "/2026/03/02/rain/comments/12/"


def test_errors_come_back_with_everything_typed(article):
    typed = {"name": "", "email": "nonsense", "website": "javascript:x", "text": "Kept " + "x" * 8000}

    response = send(new(article), **typed)

    html = response.content.decode()
    assert response.status_code == 422
    assert re.findall(r'<li><a href="#(\w+)">', html) == ["id_name", "id_email", "id_website", "id_text"]
    assert html.count('aria-invalid="true"') == 4
    assert 'aria-describedby="id_email_helptext id_email_error"' in html
    assert all(f'value="{typed[field]}"' in html for field in ("email", "website"))
    assert typed["text"] in html
    assert Comment.objects.count() == 0


def test_seventy_thousand_characters_are_refused_and_kept(article):
    text = "<a title='" + "x" * 70_000

    response = send(new(article), text=text)

    assert response.status_code == 422
    assert "x" * 70_000 in response.content.decode()
    assert "<a title" not in response.content.decode()


def test_a_reply_sent_to_a_former_address_is_taken(article):
    old = new(article)
    desk.rename(article, by=None, slug="more-rain")

    assert send(old).status_code == 303


@pytest.mark.parametrize(
    "next_page", ["//evil.example", "\\\\evil.example", "https:evil", "/\\evil", "/\t/e"]
)
def test_nothing_typed_says_where_to_go_next(article, next_page):
    response = send(f"{new(article)}?next={next_page}", next=next_page, redirect=next_page)

    assert response["Location"].startswith("/2026/03/02/rain/comments/sent/")


def test_the_form_of_a_guest_carries_no_token_and_sets_no_cookie(article):
    make_shown(article, name="Dio", text="<i>Look</i>")

    for address in (new(article), f"{path_of(article)}comments/1/reply/"):
        response = browser().get(address)
        html = response.content.decode()
        assert (response.status_code, response.cookies) == (200, {})
        assert ("csrf" in html, 'name="token"' in html) == (False, False)
        assert response.headers["Cache-Control"] == "private, no-cache"
    assert "<h1>Reply to <bdi>Dio</bdi></h1>" in html
    assert "&lt;i&gt;Look&lt;/i&gt;" in html


def test_a_reply_form_for_what_is_not_shown_is_a_404(article):
    guest_post(article)

    assert browser().get(f"{path_of(article)}comments/1/reply/").status_code == 404


def test_one_reader_never_sees_what_another_has_waiting(article):
    send(new(article), text="Secret", name="Secret")

    pages = [browser().get(f"{path_of(article)}comments/{rest}") for rest in ("", "new/", "1/")]

    assert [b"Secret" in page.content for page in pages] == [False, False, False]
