"""The moderators' desk: what it lists, what its buttons do, and who may not."""

import re

import pytest
from django.urls import reverse

from comments import moderation
from comments.models import Comment, Discussion
from tests.comments.factories import browser, guest_post, make_shown
from tests.factories import make_article, make_published

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("clock"),
]

LIST = "/admin/comments/comment/"


@pytest.fixture
def article():
    return make_published(headline="Rain in Tripoli")


def page_of(comment):
    return reverse("admin:comments_comment_change", args=[comment.pk])


def listed(response):
    return [row.name for row in response.context["cl"].result_list]


def press(client, comment, verb, **fields):
    """Press a button on a comment's page, with the token that the page gave."""
    html = client.get(page_of(comment)).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)
    typed = {"verb": verb, "csrfmiddlewaretoken": token and token[1], **fields}
    return client.post(f"/admin/comments/comment/{comment.pk}/decide/", typed)


def test_the_list_shows_what_waits_the_longest_wait_first(client, article, moderator, clock):
    client.force_login(moderator)
    guest_post(article, name="First")
    clock.shift(60)
    guest_post(article, name="Second")
    make_shown(article, name="Shown")

    assert listed(client.get(LIST)) == ["First", "Second"]
    assert listed(client.get(f"{LIST}?status=shown")) == ["Shown"]
    assert len(listed(client.get(f"{LIST}?status=all"))) == 3


@pytest.mark.parametrize(("told", "expected"), [("own", ["Ours"]), ("x", ["Ours", "Theirs"])])
def test_the_list_can_be_led_to_one_story(client, article, moderator, told, expected):
    client.force_login(moderator)
    guest_post(article, name="Ours")
    guest_post(make_published(), name="Theirs")

    story = article.pk if told == "own" else told
    assert sorted(listed(client.get(f"{LIST}?status=all&story={story}"))) == expected


def test_the_story_stands_beside_what_waits(client, article, moderator):
    client.force_login(moderator)
    guest_post(article, text="It did not rain.")

    html = client.get(LIST).content.decode()

    assert '<a href="/2026/03/02/rain-in-tripoli/#comments">Rain in Tripoli</a>' in html
    assert "It did not rain." in html
    assert "The writer&#x27;s address is not proved yet" in html


@pytest.mark.parametrize("count", [1, 50])
@pytest.mark.parametrize("status", ["held", "all"])
def test_the_list_costs_the_same_for_one_and_for_fifty(
    client, moderator, count, status, django_assert_num_queries
):
    client.force_login(moderator)
    for _ in range(count):
        guest_post(make_published())
    client.get(LIST)

    with django_assert_num_queries(6):
        client.get(f"{LIST}?status={status}")


@pytest.mark.parametrize(
    ("verb", "status"), [("show", "shown"), ("remove", "removed"), ("mark_spam", "spam")]
)
def test_an_action_decides_on_what_was_ticked_and_says_so(client, article, moderator, verb, status):
    client.force_login(moderator)
    first, second = guest_post(article), guest_post(article)
    typed = {"action": verb, "reason": "repeated", "_selected_action": [first.pk, second.pk]}

    response = client.post(LIST, typed, follow=True)

    rows = Comment.objects.values_list("status", "why")
    assert set(rows) == {(status, "repeated")}
    assert "done for 2 comments" in response.content.decode()
    assert first.moderation_entries.first().actor == moderator


def test_an_action_reports_what_was_refused(client, article, moderator):
    client.force_login(moderator)
    held, shown = guest_post(article), make_shown(article, name="Ana")
    typed = {"action": "show", "reason": "", "_selected_action": [held.pk, shown.pk]}

    html = client.post(f"{LIST}?status=all", typed, follow=True).content.decode()

    assert "done for 1 comment." in html
    assert "The comment by Ana is “shown”, from which “Show” is not possible." in html


@pytest.mark.parametrize("ticked", ["xxxx", "9" * 30, "9" * 5000, "", "a\0b"])
def test_an_action_on_what_is_no_comment_does_nothing_and_says_so(client, article, moderator, ticked):
    client.force_login(moderator)
    held = guest_post(article)

    typed = {"action": "show", "reason": "", "_selected_action": [held.pk, ticked]}
    html = client.post(LIST, typed, follow=True).content.decode()

    held.refresh_from_db()
    assert "Nothing was done: tick what it is to be done to." in html
    assert held.status == "held"


def test_nothing_can_be_deleted_or_added(client, article, moderator):
    client.force_login(moderator)
    comment = guest_post(article)

    html = client.get(LIST).content.decode()

    assert re.findall(r'<option value="(\w+)">', html.partition('name="reason"')[0]) == [
        "show",
        "keep",
        "hold",
        "remove",
        "restore",
        "mark_spam",
        "pick",
        "unpick",
    ]
    assert client.get(f"{LIST}add/").status_code == 403
    assert client.post(f"/admin/comments/comment/{comment.pk}/delete/", {"post": "yes"}).status_code == 403


def test_the_page_of_a_comment_shows_what_a_moderator_weighs(client, article, moderator):
    client.force_login(moderator)
    parent = make_shown(article, name="Ana", text="It rained.")
    comment = guest_post(article, parent=parent, text="It did not.")

    html = client.get(page_of(comment)).content.decode()

    assert "It rained." in html
    assert "It did not." in html
    assert "/2026/03/02/rain-in-tripoli/#comments" in html
    assert "Nobody has proved that the e-mail address" in html
    assert re.findall(r'name="verb" value="(\w+)"', html) == ["show", "remove", "mark_spam", "hide_branch"]
    assert '<input type="text" name="name"' not in html


def test_a_button_decides_with_its_reason_and_note(article, moderator):
    comment = guest_post(article)

    response = press(browser(moderator), comment, "remove", reason="abuse", note="Again.")

    entry = comment.moderation_entries.first()
    comment.refresh_from_db()
    assert (response.status_code, comment.status) == (302, "removed")
    assert (entry.reason, entry.note, entry.actor) == ("abuse", "Again.", moderator)


def test_without_the_token_nothing_is_decided(article, moderator):
    comment = guest_post(article)
    client = browser(moderator)

    one = client.post(f"/admin/comments/comment/{comment.pk}/decide/", {"verb": "show"})
    many = client.post(LIST, {"action": "show", "_selected_action": [comment.pk]})

    comment.refresh_from_db()
    assert (one.status_code, many.status_code, comment.status) == (403, 403, "held")


def test_looking_never_decides(client, article, moderator):
    client.force_login(moderator)
    comment = guest_post(article)

    answers = [
        client.get(f"/admin/comments/comment/{comment.pk}/decide/?verb=show").status_code,
        client.get(f"{LIST}?action=show&_selected_action={comment.pk}").status_code,
    ]

    comment.refresh_from_db()
    assert (answers[0], comment.status) == (405, "held")


@pytest.mark.parametrize("role", ["reporter", "editor"])
def test_others_cannot_decide(role, request, article):
    comment = guest_post(article)
    client = browser(request.getfixturevalue(role))
    seen = client.get(page_of(comment))

    html = client.get("/admin/", follow=True).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)
    typed = {"verb": "show", "csrfmiddlewaretoken": token[1]}
    answer = client.post(f"/admin/comments/comment/{comment.pk}/decide/", typed)

    comment.refresh_from_db()
    assert (answer.status_code, comment.status) == (403, "held")
    assert seen.status_code == {"reporter": 403, "editor": 200}[role]
    assert b'name="verb"' not in seen.content


HOSTILE = "\"'><img src=x onerror=alert(1)><script>alert(1)</script>"


def test_hostile_words_are_text_on_every_page_of_the_desk(client, administrator):
    client.force_login(administrator)
    article = make_published(headline=HOSTILE)
    parent = make_shown(article, name=HOSTILE[:80], text=HOSTILE)
    comment = guest_post(article, name=HOSTILE[:80], text=HOSTILE, parent=parent)
    moderation.remove(comment, by=administrator, note=HOSTILE)
    addresses = [f"{LIST}?status=all", page_of(comment), "/admin/comments/moderationentry/"]
    addresses += ["/admin/comments/discussion/", f"/admin/comments/discussion/{article.pk}/change/"]
    addresses += [f"/admin/comments/moderationentry/{comment.moderation_entries.first().pk}/change/"]

    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200
        assert b"<img src=x" not in response.content
        assert b"<script>alert" not in response.content


@pytest.mark.parametrize("place", ["moderationentry", "discussion"])
@pytest.mark.parametrize("count", [1, 20])
def test_the_other_lists_cost_the_same_too(client, administrator, place, count, django_assert_num_queries):
    client.force_login(administrator)
    for _ in range(count):
        guest_post(make_published())
    address = f"/admin/comments/{place}/"
    client.get(address)

    with django_assert_num_queries({"moderationentry": 8, "discussion": 6}[place]):
        client.get(address)


@pytest.mark.parametrize("role", ["administrator", "editor", "moderator"])
def test_comments_can_be_closed_before_the_first_one_comes(role, article, client, request):
    client.force_login(request.getfixturevalue(role))

    stories = client.get(
        "/admin/autocomplete/",
        {"app_label": "comments", "model_name": "discussion", "field_name": "article", "term": "Tripoli"},
    )
    client.post(
        "/admin/comments/discussion/add/",
        {"article": article.pk, "mode": "closed", "closes_at_0": "", "closes_at_1": ""},
    )

    assert [found["id"] for found in stories.json()["results"]] == [str(article.pk)]
    assert Discussion.objects.get(article=article).mode == "closed"


def test_moderator_finds_no_story_that_readers_do_not_have(client, moderator):
    client.force_login(moderator)
    draft = make_article(headline="Tripoli, not yet")

    stories = client.get(
        "/admin/autocomplete/",
        {"app_label": "comments", "model_name": "discussion", "field_name": "article", "term": "Tripoli"},
    )
    client.post(
        "/admin/comments/discussion/add/",
        {"article": draft.pk, "mode": "closed", "closes_at_0": "", "closes_at_1": ""},
    )

    assert stories.json()["results"] == []
    assert not Discussion.objects.exists()


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"/admin/comments/discussion/{'9' * 30}/change/", 302),
        (f"/admin/comments/discussion/{'9' * 30}/history/", 302),
    ],
)
def test_numbers_too_large_for_anything_lead_nowhere(address, status, client, administrator):
    client.force_login(administrator)

    assert client.get(address).status_code == status
