"""The desk's pages on which somebody is blocked, and the table of blocks."""

import re
from datetime import timedelta

import pytest

from comments.models import Block, Comment
from comments.senders import STRANGER, Sender
from tests.comments.factories import browser, guest_post, make_writer
from tests.comments.pressing import fill_in
from tests.factories import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

LIST = "/admin/comments/block/"
TYPED = {"kind": "address", "days": "7", "reason": "abuse", "note": "Again."}
HOSTILE = "\"'><img src=x onerror=alert(1)><script>alert(1)</script>"


@pytest.fixture
def comment(article):
    return guest_post(article, sender=Sender(address="203.0.113.7/32"))


def page_of(comment):
    return f"{LIST}from/{comment.pk}/"


def test_page_of_a_comment_leads_to_the_block_of_its_sender(comment, moderator):
    client = browser(moderator)
    page = client.get(f"/admin/comments/comment/{comment.pk}/change/").content.decode()
    assert f'href="{page_of(comment)}"' in page

    response = fill_in(client, page_of(comment), **TYPED)

    made = Block.objects.get()
    assert (response.status_code, response["Location"]) == (
        302,
        f"/admin/comments/comment/{comment.pk}/change/",
    )
    assert (made.kind, made.until - made.begins_at, made.by, made.note) == (
        "address",
        timedelta(days=7),
        moderator,
        "Again.",
    )


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"days": "90"}, "30 days at most."),
        ({"kind": "writer"}, "Nobody has proved that the e-mail address"),
        ({"reason": "nonsense"}, "nonsense is not one of the available choices"),
    ],
)
def test_what_is_refused_is_said_with_what_was_typed(comment, moderator, typed, sentence):
    response = fill_in(browser(moderator), page_of(comment), **{**TYPED, **typed})

    page = response.content.decode()
    assert (response.status_code, Block.objects.exists()) == (422, False)
    assert sentence in page
    assert 'value="Again."' in page


@pytest.mark.parametrize(
    ("sender", "is_proved", "offered"),
    [
        (Sender(address="203.0.113.7/32"), False, ["address", "network"]),
        (Sender(address="203.0.113.7/32"), True, ["address", "network", "writer"]),
        (STRANGER, True, ["writer"]),
        (STRANGER, False, []),
    ],
)
def test_what_is_not_known_of_a_sender_can_not_be_chosen(article, moderator, sender, is_proved, offered):
    comment = guest_post(article, sender=sender)
    if is_proved:
        Comment.objects.update(writer=make_writer())

    page = browser(moderator).get(page_of(comment)).content.decode()

    radios = re.findall(r'<input type="radio" name="kind" value="(\w+)"([^>]*)>', page)
    assert [kind for kind, more in radios if "disabled" not in more] == offered
    assert [kind for kind, more in radios if "checked" in more] == offered[:1]
    assert len(radios) == 3


def test_network_is_typed_and_lifted_again(moderator):
    client = browser(moderator)
    fill_in(client, f"{LIST}add/", **TYPED, typed="203.0.113.0/24")
    made = Block.objects.get()
    page = client.get(LIST).content.decode()
    assert "A network (/24)" in page
    assert "203.0" not in page

    fill_in(client, f"{LIST}{made.pk}/lift/")

    made.refresh_from_db()
    assert made.lifted_by == moderator
    assert "A network" not in client.get(LIST).content.decode()
    assert "A network" in client.get(f"{LIST}?holds=all").content.decode()


def test_too_wide_a_network_is_given_back(moderator):
    response = fill_in(browser(moderator), f"{LIST}add/", **TYPED, typed="10.0.0.0/8")

    assert 'value="10.0.0.0/8"' in response.content.decode()
    assert "/8 is a whole part of the world." in response.content.decode()


@pytest.mark.parametrize("role", ["reporter", "editor"])
def test_others_can_not_block(comment, role, request):
    client = browser(request.getfixturevalue(role))

    assert [client.get(address).status_code for address in (LIST, f"{LIST}add/", page_of(comment))] == [
        403
    ] * 3


def test_looking_and_what_comes_without_the_token_block_nobody(comment, moderator):
    client = browser(moderator)
    client.get(page_of(comment), TYPED)

    assert client.post(page_of(comment), TYPED).status_code == 403
    assert not Block.objects.exists()


@pytest.mark.parametrize("key", ["0", "9" * 18])
def test_what_is_not_there_is_not_found(moderator, key):
    client = browser(moderator)

    assert [client.get(f"{LIST}{where}").status_code for where in (f"from/{key}/", f"{key}/lift/")] == [
        404,
        404,
    ]


def test_hostile_words_are_text(moderator):
    client = browser(moderator)
    sender = Sender(address="203.0.113.7/32")
    comment = guest_post(make_published(), name=HOSTILE[:80], text=HOSTILE, sender=sender)
    fill_in(client, page_of(comment), **{**TYPED, "note": HOSTILE})
    made = Block.objects.get()

    for address in (page_of(comment), LIST, f"{LIST}{made.pk}/lift/", f"{LIST}{made.pk}/change/"):
        response = client.get(address)
        assert response.status_code == 200
        assert b"<img src=x" not in response.content
        assert b"<script>alert" not in response.content


@pytest.mark.parametrize("count", [1, 3])
def test_table_costs_the_same_for_one_and_for_three(moderator, count, django_assert_num_queries):
    client = browser(moderator)
    for house in range(count):
        comment = guest_post(make_published(), sender=Sender(address=f"203.0.113.{house}/32"))
        fill_in(client, page_of(comment), **TYPED)
    client.get(LIST)

    with django_assert_num_queries(6):
        page = client.get(LIST).content.decode()
    assert page.count("Lift…") == count
