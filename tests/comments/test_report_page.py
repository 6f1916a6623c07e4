"""The page on which a reader reports a comment, and what becomes of what is sent from it."""

import re

import pytest

from comments import moderation
from comments.models import Flag
from tests.comments.factories import FROM_HERE, browser, guest_post, make_discussion, make_shown, path_of
from tests.factories import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

TYPED = {"reason": "insult", "note": "The last line."}
HOSTILE = "\"'><img src=x onerror=alert(1)><script>alert(1)</script>"


@pytest.fixture
def comment(article):
    return make_shown(article)


def page_of(comment):
    return f"{path_of(comment.article)}comments/{comment.number or 1}/report/"


def send(comment, *, headers=FROM_HERE, user=None, **typed):
    return browser(user).post(page_of(comment), {**TYPED, **typed}, headers=headers)


def test_each_shown_comment_leads_to_the_report_of_it(comment):
    for address in ("", "comments/1/"):
        page = browser().get(path_of(comment.article) + address).content.decode()
        assert f'href="{page_of(comment)}"' in page


def test_page_is_the_same_for_everybody_and_may_be_kept(comment, moderator):
    one, other = browser().get(page_of(comment)), browser(moderator).get(page_of(comment))

    assert (one.content, one.cookies) == (other.content, {})
    assert one.headers["Cache-Control"] == "public, no-cache"


def test_report_is_stored_and_thanked_for_without_a_word_of_what_comes_of_it(comment):
    response = send(comment)

    flag = Flag.objects.get()
    assert (response.status_code, response["Location"]) == (
        303,
        f"{path_of(comment.article)}comments/reported/",
    )
    assert (flag.reason, flag.note, flag.weight) == ("insult", "The last line.", 50)
    assert "127.0.0.1" not in f"{flag.person} {flag.source}"
    before = browser().get(response["Location"]).content
    moderation.remove(comment, by=None)
    assert browser().get(response["Location"]).content == before


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"reason": ""}, "Choose what is wrong with the comment."),
        ({"reason": "nonsense"}, "Choose one of the reasons in the list."),
        ({"note": "x" * 501}, "You wrote 501 characters; 500 is the most."),
    ],
)
def test_what_can_not_be_taken_is_said_and_kept(comment, typed, sentence):
    response = send(comment, **{"note": "Kept.", **typed})

    page = response.content.decode()
    assert (response.status_code, Flag.objects.exists()) == (422, False)
    assert sentence in page
    assert f"\n{typed.get('note', 'Kept.')}</textarea>" in page


@pytest.mark.parametrize("way", ["never was", "held", "removed", "hidden", "withdrawn story"])
def test_what_is_not_shown_is_like_what_never_was(article, way):
    comment = guest_post(article, text="Secret.") if way == "held" else make_shown(article, text="Secret.")
    if way == "removed":
        moderation.remove(comment, by=None)
    elif way == "hidden":
        make_discussion(article, mode="hidden")
    address = page_of(comment).replace("/1/", "/7/") if way == "never was" else page_of(comment)
    if way == "withdrawn story":
        address = address.replace("/2026/", "/2025/")

    seen, sent = browser().get(address), browser().post(address, TYPED, headers=FROM_HERE)

    assert (seen.status_code, sent.status_code, Flag.objects.exists()) == (404, 404, False)
    assert "There is no such comment" in sent.content.decode()
    assert "\nThe last line.</textarea>" in sent.content.decode()
    assert b"Secret." not in seen.content + sent.content


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {}]
)
def test_what_may_come_from_elsewhere_is_asked_about_once_more(comment, headers):
    asked = send(comment, headers=headers)

    page = asked.content.decode()
    assert (asked.status_code, Flag.objects.exists()) == (200, False)
    assert "Insult or hatred" in page
    sent = browser().post(page_of(comment), hidden_in(page))
    assert (sent.status_code, Flag.objects.count()) == (303, 1)


def test_staff_are_asked_once_more_from_a_page_without_their_token(comment, moderator):
    client = browser(moderator)

    asked = client.post(page_of(comment), TYPED, headers=FROM_HERE)
    sent = client.post(page_of(comment), hidden_in(asked.content.decode()))

    assert (asked.status_code, sent.status_code) == (200, 303)
    assert Flag.objects.get().person == f"account:{moderator.pk}"


def hidden_in(page):
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))


def test_twentieth_report_in_an_hour_is_the_last_whatever_is_claimed_of_its_origin(article):
    for turn in range(22):
        headers = {**FROM_HERE, "X-Forwarded-For": f"203.0.113.{turn}"}
        last = send(make_shown(article), headers=headers)

    assert (last.status_code, Flag.objects.count()) == (429, 20)
    assert "\nThe last line.</textarea>" in last.content.decode()


def test_hostile_words_are_text(client, administrator):
    comment = make_shown(make_published(headline=HOSTILE), name=HOSTILE[:80], text=HOSTILE)
    client.force_login(administrator)
    asked = send(comment, headers={}, note=HOSTILE)
    send(comment, note=HOSTILE)

    pages = [asked, browser().get(page_of(comment)), send(comment, reason="", note=HOSTILE)]
    pages += [
        client.get("/admin/comments/flag/"),
        client.get(f"/admin/comments/flag/{Flag.objects.get().pk}/change/"),
    ]

    for page in pages:
        assert page.status_code in {200, 422}
        assert b"<img src=x" not in page.content
        assert b"<script>alert" not in page.content


@pytest.mark.parametrize("count", [1, 3])
def test_lists_cost_the_same_for_one_and_for_three(client, moderator, count, django_assert_num_queries):
    client.force_login(moderator)
    for _ in range(count):
        send(make_shown(make_published()))
    client.get("/admin/comments/flag/")

    with django_assert_num_queries(6):
        page = client.get("/admin/comments/flag/").content.decode()
    assert page.count("The last line.") == count


@pytest.mark.parametrize("role", ["reporter", "editor"])
def test_others_do_not_see_what_is_reported(client, comment, role, request):
    client.force_login(request.getfixturevalue(role))
    send(comment)

    assert client.get("/admin/comments/flag/").status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_page_takes_as_many_queries_for_any_discussion(article, count, django_assert_num_queries):
    comments = [make_shown(article) for _ in range(count)]
    browser().get(page_of(comments[0]))

    with django_assert_num_queries(4):
        browser().get(page_of(comments[0]))
