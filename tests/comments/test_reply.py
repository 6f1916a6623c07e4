"""Sending a reply: what is taken, what is asked again, and what is given back."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import desk
from comments import moderation
from comments.models import Comment, Discussion
from tests.comments.factories import (
    FROM_HERE,
    browser,
    fill,
    guest_post,
    make_discussion,
    make_shown,
    path_of,
    typed_by_guest,
)
from tests.factories import make_article, make_published, publish

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("clock"),
]


@pytest.fixture
def article():
    return make_published(headline="Rain")


def new(article):
    return f"{path_of(article)}comments/new/"


def send(address, *, headers=FROM_HERE, user=None, **typed):
    return browser(user).post(address, typed_by_guest(**typed), headers=headers)


def test_a_guests_reply_waits_and_says_so_on_a_page_of_its_own(article):
    guest = browser()

    response = guest.post(new(article), typed_by_guest(text="<b>Well</b>"), headers=FROM_HERE)
    page = guest.get(response["Location"])

    html = page.content.decode()
    assert response.status_code == 303
    assert re.fullmatch(r"/2026/03/02/rain/comments/sent/[^/]+/", response["Location"])
    assert "<h1>Your comment waits for a moderator</h1>" in html
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
    shown, removed = send(new(article))["Location"], send(new(article))["Location"]
    first, second = Comment.objects.order_by("pk")
    moderation.show(first, by=None)
    moderation.remove(second, by=None, reason="off-topic")

    pages = [browser().get(address).content.decode() for address in (shown, removed)]

    assert "<h1>Your comment is shown</h1>" in pages[0]
    assert 'href="/2026/03/02/rain/comments/1/"' in pages[0]
    assert "Not about the story" in pages[1]


def test_a_reply_to_a_comment_stands_under_it(article):
    parent = make_shown(article)

    send(f"{path_of(article)}comments/1/reply/")

    assert Comment.objects.last().parent == parent


@pytest.mark.parametrize(
    ("headers", "is_taken"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"}, True),
        ({"Origin": "http://testserver"}, True),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "https://evil.example"}, False),
        ({}, False),
    ],
)
def test_what_the_browser_says_of_where_it_comes_from_decides(article, headers, is_taken):
    response = send(new(article), headers=headers)

    assert (response.status_code, Comment.objects.count()) == ((303, 1) if is_taken else (200, 0))


def token_in(response):
    return re.search(r'name="token" value="([^"]+)"', response.content.decode())[1]


def test_where_the_browser_says_nothing_the_writer_is_asked_once_more(article):
    asked = send(new(article), headers={}, text="Line one\n\nLine two")

    html = asked.content.decode()
    assert "<h1>Send this reply?</h1>" in html
    assert "Line one" in html
    assert "no-store" in asked.headers["Cache-Control"]
    assert asked.cookies == {}

    sent = send(new(article), headers={}, text="Line one\r\n\r\nLine two", token=token_in(asked))
    assert (sent.status_code, Comment.objects.get().text) == (303, "Line one\n\nLine two")


def test_a_token_is_good_for_the_words_it_was_given_for(article):
    token = token_in(send(new(article), headers={}))

    other_words = send(new(article), headers={}, token=token, text="Something else")
    other_story = send(new(make_published()), headers={}, token=token)

    assert [other_words.status_code, other_story.status_code] == [200, 200]
    assert Comment.objects.count() == 0


def test_a_token_does_not_help_a_foreign_page(article):
    token = token_in(send(new(article), headers={}))

    send(new(article), headers={"Sec-Fetch-Site": "cross-site"}, token=token)

    assert Comment.objects.count() == 0


def test_an_expired_token_gives_the_text_back_with_a_fresh_one(article, clock):
    token = token_in(send(new(article), headers={}, text="Still here"))
    clock.shift(24 * 3600 + 1)

    response = send(new(article), headers={}, text="Still here", token=token)

    html = response.content.decode()
    assert "more than a day" in html
    assert html.count("Still here") == 2
    assert Comment.objects.count() == 0
    assert send(new(article), headers={}, text="Still here", token=token_in(response)).status_code == 303


@pytest.mark.parametrize("headers", [FROM_HERE, {}, {"Sec-Fetch-Site": "cross-site"}])
def test_staff_without_djangos_token_are_asked_again(article, editor, headers):
    response = send(new(article), user=editor, headers=headers, text="Noted.")

    html = response.content.decode()
    assert "<h1>Send this reply?</h1>" in html
    assert "Edgar Stone" in html
    assert "csrfmiddlewaretoken" in html
    assert Comment.objects.count() == 0


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


def given_back(response):
    found = re.search(r"<textarea[^>]*readonly[^>]*>\n([^<]*)</textarea>", response.content.decode())
    return response.status_code, found and found[1]


@pytest.mark.parametrize("mode", ["closed", "hidden"])
def test_a_closed_discussion_gives_the_text_back(article, mode):
    make_discussion(article, mode=mode)

    assert given_back(send(new(article), text="Mine")) == (403, "Mine")
    assert browser().get(new(article)).status_code == 403
    assert Comment.objects.count() == 0


def test_a_story_taken_down_gives_the_text_back(article):
    expired = make_article(headline="Wind")
    publish(expired, expires_at=timezone.now() + timedelta(minutes=1), at=timezone.now())
    desk.withdraw(article, by=None, note="It was wrong.", ground="retraction")
    address = new(article)

    assert given_back(send(address, text="Mine")) == (410, "Mine")
    assert browser().get(address).status_code == 404


def test_an_expired_story_gives_the_text_back(clock):
    article = make_article()
    publish(article, expires_at=timezone.now() + timedelta(minutes=1))
    clock.shift(60)

    assert given_back(send(new(article), text="Mine")) == (410, "Mine")


def test_stories_that_never_were_are_one_and_the_same_404(editor):
    scheduled, spiked = make_article(headline="Soon"), make_article(headline="Never")
    publish(scheduled, at=timezone.now() + timedelta(hours=1))
    desk.spike(spiked, by=None)
    make_article(headline="Draft", slug="draft")
    voided = make_published(headline="Undone")
    addresses = [new(scheduled), new(voided), "/2026/03/02/draft/comments/new/", "/nothing/comments/new/"]
    addresses += ["/2026/03/02/never/comments/new/", f"{path_of(scheduled)}comments/1/reply/"]
    desk.undo(voided, by=None)

    answers = [send(address, text="Mine") for address in addresses]

    assert {given_back(answer) for answer in answers} == {(404, "Mine")}
    assert len({answer.content for answer in answers}) == 1
    assert (Comment.objects.count(), Discussion.objects.count()) == (0, 0)


def test_a_parent_that_vanished_gives_the_text_back(article):
    make_shown(make_published())
    held, removed = guest_post(article), make_shown(article)
    moderation.remove(removed, by=None)
    before = Comment.objects.count()

    answers = [send(f"{path_of(article)}comments/{n}/reply/", text="Mine") for n in (1, 2, 99)]

    assert {given_back(answer) for answer in answers} == {(404, "Mine")}
    assert len({answer.content for answer in answers}) == 1
    assert (Comment.objects.count(), held.number) == (before, None)


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
        assert ("csrf" in html, 'type="hidden"' in html) == (False, False)
        assert "no-store" in response.headers["Cache-Control"]
    assert "<h1>Reply to <bdi>Dio</bdi></h1>" in html
    assert "&lt;i&gt;Look&lt;/i&gt;" in html


def test_a_reply_form_for_what_is_not_shown_is_a_404(article):
    guest_post(article)

    assert browser().get(f"{path_of(article)}comments/1/reply/").status_code == 404


def test_one_reader_never_sees_what_another_has_waiting(article):
    send(new(article), text="Secret", name="Secret")

    pages = [browser().get(f"{path_of(article)}comments/{rest}") for rest in ("", "new/", "1/")]

    assert [b"Secret" in page.content for page in pages] == [False, False, False]
