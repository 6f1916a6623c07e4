"""The page of a word list: what moderators may put in it, and how they try it before."""

import re

import pytest
from django.urls import reverse

from comments import moderation
from comments.models import WordList
from comments.moderation.word_lists import change_words
from tests.comments.factories import browser

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

LIST = "/admin/comments/wordlist/"


@pytest.fixture
def hold():
    return WordList.objects.get(kind="hold")


def page_of(word_list):
    return reverse("admin:comments_wordlist_change", args=[word_list.pk])


def send(client, word_list, button, **typed):
    """Press a button on the page of a list, with the token and the version that the page gave."""
    html = client.get(page_of(word_list)).content.decode()
    hidden = dict(re.findall(r'type="hidden" name="(csrfmiddlewaretoken|over)" value="([^"]*)"', html))
    return client.post(page_of(word_list), {button: "1", "entries": "", "sample": "", **hidden, **typed})


def errors(response):
    return [error for name in response.context["form"].errors.values() for error in name]


def test_there_is_one_list_of_each_kind_and_nobody_adds_or_deletes_one(client, moderator, hold):
    client.force_login(moderator)

    page = client.get(LIST)

    assert [row.kind for row in page.context["cl"].result_list] == ["hold", "spam"]
    assert client.get(f"{LIST}add/").status_code == 403
    assert client.post(f"{LIST}{hold.pk}/delete/", {"post": "yes"}).status_code == 403


def test_a_moderator_changes_a_list_and_is_named(moderator, hold):
    client = browser(moderator)

    response = send(client, hold, "_save", entries="casino\r\nbuy now\r\n\r\n")

    hold.refresh_from_db()
    html = client.get(page_of(hold)).content.decode()
    assert response.status_code == 302
    assert (hold.entries, hold.changed_by, hold.count) == ("casino\nbuy now\n\n", moderator, 2)
    assert "2 entries, last changed by Mona Ives on 2 March 2026, 12:00 EET." in html


def test_a_text_is_tried_on_the_list_as_typed_and_nothing_is_saved(moderator, hold):
    client = browser(moderator)

    found = send(client, hold, "_try", entries="casino\nbuy now", sample="B.U.Y, now!").content.decode()
    missed = send(client, hold, "_try", entries="casino\n???", sample="A casinò-free town").content.decode()
    passed = send(client, hold, "_try", entries="ass", sample="A classic").content.decode()

    hold.refresh_from_db()
    assert hold.entries == ""
    assert "Found in this text: “buy now”." not in missed
    assert "Found in this text: “casino”." in missed
    assert ("Found in this text: “buy now”." in found, "B.U.Y, now!</textarea>" in found) == (True, True)
    assert "No entry is found in this text." in passed


def test_what_would_find_nothing_or_everything_is_refused_with_its_line_and_kept(moderator, hold):
    entries = "casino\n???\n" + "w " * 13 + "\na\nsh*t\n"

    response = send(browser(moderator), hold, "_save", entries=entries)

    hold.refresh_from_db()
    assert errors(response) == [
        "Line 2 (“???”) has no letters or digits, so it would find nothing.",
        "Line 4 (“a”) is a single character, which stands in nearly every comment.",
        "Line 5 (“sh*t”) has a * in it, which stands for no letter here. Write the word itself.",
    ]
    assert "casino\n???" in response.content.decode()
    assert hold.entries == ""


def test_an_entry_of_more_words_than_are_looked_up_is_refused(moderator, hold):
    response = send(browser(moderator), hold, "_save", entries="word " * 13)

    assert errors(response) == [f"Line 1 (“{'word ' * 8}…”) is 13 words long; 12 is the most."]


def test_of_many_wrong_lines_the_first_are_told(moderator, hold):
    response = send(browser(moderator), hold, "_save", entries="?\n" * 2000)

    assert (len(errors(response)), errors(response)[-1]) == (11, "So it is with 1,990 more lines.")


def test_wrong_lines_are_left_out_where_that_is_wished(moderator, hold):
    client = browser(moderator)
    typed = "casino\n???\n\nsh*t\nbuy now"
    refused = send(client, hold, "_save", entries=typed)
    assert "Save without those lines" in refused.content.decode()

    client.post(page_of(hold), {**refused.context["form"].data.dict(), "_leave_out": "1"}, follow=True)

    hold.refresh_from_db()
    assert hold.entries == "casino\n\nbuy now"


def test_only_wrong_lines_can_be_left_out(moderator, hold):
    assert "Save without" not in browser(moderator).get(page_of(hold)).content.decode()


def test_a_list_that_is_too_long_is_refused_whole(moderator, hold):
    response = send(browser(moderator), hold, "_save", entries="casino\n" * 200_000)

    assert errors(response) == [
        "The list is 1,400,000 characters long; 1,300,000 is the most. It was not saved."
    ]


def test_who_saves_over_anothers_change_is_told_first_and_loses_nothing(moderator, administrator, hold):
    client = browser(moderator)
    page = client.get(page_of(hold)).content.decode()
    hidden = dict(re.findall(r'type="hidden" name="(csrfmiddlewaretoken|over)" value="([^"]*)"', page))
    change_words(hold, by=administrator, entries="theirs")

    told = client.post(page_of(hold), {"_save": "1", "entries": "mine", "sample": "", **hidden})
    hold.refresh_from_db()
    kept = hold.entries
    html = told.content.decode()
    hidden = dict(re.findall(r'type="hidden" name="(csrfmiddlewaretoken|over)" value="([^"]*)"', html))
    client.post(page_of(hold), {"_save": "1", "entries": "mine", "sample": "", **hidden})

    hold.refresh_from_db()
    assert errors(told)[0].startswith("Ada Root changed this list while you were at it.")
    assert "\nmine</textarea>" in html
    assert (kept, hold.entries) == ("theirs", "mine")


@pytest.mark.parametrize("role", ["reporter", "editor"])
def test_others_neither_see_nor_change_it(role, request, hold):
    client = browser(request.getfixturevalue(role))

    assert client.get(page_of(hold)).status_code == 403
    with pytest.raises(moderation.IllegalMove) as refused:
        change_words(hold, by=request.getfixturevalue(role), entries="x")
    assert refused.value.code == "not-permitted"


def test_without_the_token_nothing_is_changed(moderator, hold):
    response = browser(moderator).post(page_of(hold), {"_save": "1", "entries": "casino", "over": ""})

    hold.refresh_from_db()
    assert (response.status_code, hold.entries) == (403, "")


@pytest.mark.parametrize("key", ["x", "9" * 30, "0"])
def test_a_list_that_is_not_there_is_a_404(client, moderator, key):
    client.force_login(moderator)

    assert client.get(f"{LIST}{key}/change/").status_code == 404


def test_hostile_entries_are_harmless_on_their_page(client, moderator, hold):
    client.force_login(moderator)
    change_words(hold, by=None, entries="</textarea><script>alert(1)</script>")

    html = client.get(page_of(hold)).content.decode()

    assert "<script>alert" not in html
    assert "&lt;/textarea&gt;&lt;script&gt;alert(1)" in html
