"""How other comment systems were broken, where no other file of tests is about it already."""

import re

import pytest
from django.urls import NoReverseMatch, get_resolver, reverse

from comments import moderation
from comments.models import Comment, Flag, Recommendation
from comments.models.follow import token_to_end_mail
from comments.views.sent import token_for
from tests.comments.factories import (
    FROM_HERE,
    browser,
    guest_post,
    make_discussion,
    make_shown,
    make_writer,
    path_of,
    typed_by_guest,
    writers_post,
)
from tests.comments.mailed import deliver, link_in
from tests.comments.mine import MINE, ask, opened, token_in
from tests.comments.noticed import give
from tests.comments.planted import kept, plant
from tests.comments.sending import new, send
from tests.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

#: What people put into a request to seem to be somebody else.
CLAIMS = ["X-Forwarded-For", "X-Real-IP", "Forwarded", "CF-Connecting-IP", "True-Client-IP", "Client-IP"]


def claiming(turn):
    """Headers of our own page, and every claim there is of coming from somewhere else each time."""
    return {**FROM_HERE, **dict.fromkeys(CLAIMS, f"203.0.113.{turn}")}


def desk_addresses():
    """Every page of the desk that is about comments, each for the first row there is."""
    found = []
    for name in get_resolver("newsroom.urls").namespace_dict["admin"][1].reverse_dict:
        if isinstance(name, str) and name.startswith("comments_"):
            for arguments in ([], [Comment.objects.order_by("pk").first().pk], [1]):
                try:
                    found.append(reverse(f"admin:{name}", args=arguments))
                except NoReverseMatch:
                    continue
    return sorted(set(found))


def test_nothing_at_the_desk_is_changed_by_looking_or_by_a_forged_form():
    """CVE-2026-2112: a forged request deleted all that waited."""
    plant()
    client, before = browser(make_user(role="administrator")), kept()
    addresses = desk_addresses()
    forged = {"press": "remove", "action": "remove", "verb": "remove", "is_sure": "True", "is_upheld": "on"}

    looked = {client.get(address).status_code for address in addresses}
    sent = {address: client.post(address, forged).status_code for address in addresses}

    assert len(addresses) > 25
    assert max(looked) < 500
    assert {address for address, status in sent.items() if status not in {403, 405}} == set()
    assert kept() == before


@pytest.mark.parametrize("text", ["<b>x</b> <img src=x> <script>1</script>", "<a href='javascript:x'>y</a>"])
def test_words_of_staff_get_no_more_html_than_a_guests(article, editor, text):
    """CVE-2019-9787: an editor's comment went through a wider filter."""
    guests = make_shown(article, text=text)
    editors = guest_post(article, by=editor, text=text)

    assert editors.html == guests.html
    assert "<img" not in editors.html


def test_page_of_what_waits_is_found_and_kept_by_nobody(article):
    """WordPress 5.1: comments that waited were indexed through the links to them."""
    answer = browser().get(send(new(article))["Location"])

    assert "no-store" in answer["Cache-Control"]
    assert (answer["X-Robots-Tag"], answer["Referrer-Policy"]) == ("noindex", "no-referrer")


def test_what_can_not_be_judged_is_not_there(article, monkeypatch):
    """Artalk stored a comment as shown and judged it later."""
    make_discussion(article, mode="open")

    def fail(facts):
        raise TimeoutError

    monkeypatch.setattr("comments.moderation.judging.see", fail)
    with pytest.raises(TimeoutError):
        writers_post(article, make_writer())

    assert not Comment.objects.exists()


def test_slow_mode_sees_through_whatever_is_claimed_of_an_origin(article):
    """CVE-2026-22201: each claim counted as another reader."""
    make_discussion(article, mode="open", slow_minutes=10)

    answers = [send(new(article), headers=claiming(turn), text=f"Turn {turn}.") for turn in range(5)]

    assert [each.status_code for each in answers] == [303, 429, 429, 429, 429]


def test_a_vote_is_one_whatever_is_claimed_of_an_origin(article):
    comment = make_shown(article)
    for turn in range(5):
        browser().post(
            f"{path_of(article)}comments/1/recommend/", {"verb": "recommend"}, headers=claiming(turn)
        )

    comment.refresh_from_db()
    assert comment.recommended == 1


def test_links_to_own_pages_are_counted_whatever_is_claimed_of_an_origin(db):
    answers = [
        browser().post(MINE, {"email": f"reader-{turn}@example.org"}, headers=claiming(turn))
        for turn in range(21)
    ]

    assert [each.status_code for each in answers] == [200] * 20 + [429]


@pytest.mark.parametrize(
    "elsewhere", ["//evil.example", "\\\\evil.example", "/\\evil.example", "/\t/evil.example"]
)
@pytest.mark.parametrize("address", ["/admin/login/", "/accounts/login/"])
def test_signing_in_leads_nowhere_else(moderator, address, elsewhere):
    answer = browser(moderator).get(address, {"next": elsewhere})

    assert "evil" not in answer.get("Location", "")


def test_no_token_opens_what_another_kind_is_for(article):
    """Remark42 took what looked like one of its digests for one."""
    writer = make_writer()
    comment = make_shown(article)
    ask(writer.email)
    guest_post(article, email="ana@example.org")
    links = [link_in(each) for each in deliver()]
    paths = {
        **{link.rsplit("/", 2)[0]: link.rsplit("/", 2)[1] for link in links},
        "/comments/notices": give(comment).token,
        "/comments/unsubscribe": token_to_end_mail(comment),
        f"{path_of(article)}comments/sent": token_for(comment),
    }

    opened_by = {
        (path, other)
        for path in paths
        for other, token in paths.items()
        if browser().get(f"{path}/{token}/").status_code == 200
    }

    assert len(paths) == 5
    assert opened_by == {(path, path) for path in paths}


@pytest.mark.parametrize("what", ["report", "recommend", "notice", "reply"])
def test_a_form_sent_again_counts_once(article, what):
    """By somebody who pressed twice, or had the form open in two tabs."""
    comment = make_shown(article)
    typed = {
        "report": {"reason": "insult"},
        "recommend": {"verb": "recommend"},
        "reply": typed_by_guest(),
        "notice": {
            "explanation": "It is.",
            "name": "Ann",
            "email": "ann@reader.example",
            "is_in_good_faith": "on",
        },
    }[what]

    answers = [
        browser().post(f"{path_of(article)}comments/1/{what}/", typed, headers=FROM_HERE) for _ in range(2)
    ]

    rows = {"report": Flag, "recommend": Recommendation}.get(what)
    count = (
        rows.objects.count() if rows else {"notice": comment.notices, "reply": comment.replies}[what].count()
    )
    assert ([each.status_code for each in answers], count) == ([303, 303], 1)


@pytest.mark.parametrize("done", ["delete", "erase", "leave"])
def test_edit_in_one_tab_of_what_went_in_another_gives_the_words_back(article, done):
    writer = make_writer()
    comment = writers_post(article, writer)
    guest = opened(writer)
    token = token_in(guest)
    guest.post(f"{MINE}{comment.uid}/delete/" if done == "delete" else f"{MINE}{done}/", {"token": token})

    late = guest.post(f"{MINE}{comment.uid}/edit/", {"text": "Typed for an hour.", "token": token})

    comment.refresh_from_db()
    assert (late.status_code, comment.text == "Typed for an hour.") == (403, False)
    assert "\nTyped for an hour.</textarea>" in late.content.decode()


def test_hidden_field_is_for_no_person_and_no_password_manager(article):
    html = browser().get(new(article)).content.decode()
    (around,) = re.findall(r'<div class="trap" aria-hidden="true">.*?</div>', html, re.DOTALL)

    assert 'autocomplete="off"' in around
    assert 'tabindex="-1"' in around


def test_what_its_writer_deletes_leaves_no_word_in_what_screening_saw(article):
    writer = make_writer()
    comment = writers_post(article, writer, text="It is nsacseery that all of you read this.")
    assert "nsacseery" in kept()["ModerationSignals"]

    moderation.retract(comment, writer=writer)

    assert [name for name, rows in kept().items() if "nsacseery" in rows] == []
