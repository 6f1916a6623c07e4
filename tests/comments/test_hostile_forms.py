"""Hostile words in every field of every form for readers: each is answered, and nothing in it is alive."""

from itertools import cycle

import pytest

from comments import moderation
from comments.models import Comment
from tests.cases import hostile_markup
from tests.comments.factories import FROM_HERE, browser, make_shown, make_writer, path_of, writers_post
from tests.comments.mine import MINE, opened, token_in
from tests.comments.test_hostile import VECTORS, check
from tests.factories import counter

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

#: What is sent to each address: fields of one line, and of several.
FORMS = {
    "new/": (["name", "email", "website", "cadence", "subject", "seconds", "token"], ["text"]),
    "1/reply/": (["name", "website", "token"], ["text"]),
    "1/report/": (["reason", "token"], ["note"]),
    "1/notice/": (["name", "email", "law", "is_in_good_faith", "token"], ["explanation"]),
    "1/recommend/": (["verb", "token"], []),
    MINE: (["email", "done"], []),
}
#: What makes it a form that is taken, if nothing hostile stands in its place.
HONEST = {
    "name": "Dio",
    "email": "dio@reader.example",
    "text": "A word on this.",
    "reason": "insult",
    "explanation": "It is against the law.",
    "is_in_good_faith": "on",
}
#: Of pages that came, those that are a page, or lead on to one.
ANSWERS = {200, 303, 403, 409, 422, 429}


def together(lines):
    """Forty of them at a time, as one text."""
    lines = list(lines)
    return ["\n".join(lines[start : start + 40]) for start in range(0, len(lines), 40)]


def send(client, address, typed, headers=FROM_HERE):
    """From a house of its own, so that no limit is met; the page that it leads to."""
    house = next(counter)
    answer = client.post(
        address, typed, headers=headers, REMOTE_ADDR=f"10.{house >> 16}.{house >> 8 & 255}.{house & 255}"
    )
    assert answer.status_code in ANSWERS, (address, typed)
    page = client.get(answer["Location"]) if answer.status_code == 303 else answer
    assert page.status_code < 500, (address, typed)
    return page.content.decode()


def send_each(client, path, lines, texts):
    """Each line in each field of one form, one form after the other; each text in each that takes texts."""
    for line, (rest, (fields, _)) in zip(lines, cycle(FORMS.items()), strict=False):
        address = rest if rest.startswith("/") else path + rest
        check(send(client, address, {**HONEST, **dict.fromkeys(fields, line)}))
        for field in fields[:1]:
            check(send(client, address, {**HONEST, field: line}, headers={}))
    for text in texts:
        for rest, (_, fields) in FORMS.items():
            for headers in (FROM_HERE, {}) if fields else ():
                check(send(client, path + rest, {**HONEST, **dict.fromkeys(fields, text)}, headers))


def show_all(article):
    """What was taken, as readers have it then."""
    for comment in list(Comment.objects.on(article.pk).exclude(status="shown")):
        moderation.show(comment, by=None)
    for address in ("", "?sort=newest"):
        check(browser().get(f"{path_of(article)}comments/{address}").content.decode())


def test_every_form_gives_hostile_words_back_as_words(article):
    make_shown(article)

    for line in VECTORS:
        send_each(browser(), f"{path_of(article)}comments/", [line] * len(FORMS), [line])

    show_all(article)
    assert Comment.objects.on(article.pk).count() > len(VECTORS)


@pytest.mark.cases
def test_outside_cases_are_words_in_every_form(article):
    make_shown(article)
    lines = list(hostile_markup())
    texts = together(lines)

    # All of them as texts; as names and the like one in four.
    send_each(browser(), f"{path_of(article)}comments/", lines[::4], texts)

    show_all(article)
    assert Comment.objects.on(article.pk).count() > len(texts)


@pytest.mark.cases
def test_outside_cases_are_words_on_the_own_page(article):
    writer = make_writer()
    comment = writers_post(article, writer)
    removed = writers_post(article, writer, text="Taken away.")
    moderation.remove(removed, by=None)
    guest = opened(writer)
    token = {"token": token_in(guest)}

    for text in [*VECTORS, *together(hostile_markup())]:
        check(send(guest, f"{MINE}{comment.uid}/edit/", {"text": text, **token}))
        check(guest.get(f"{MINE}{comment.uid}/edit/").content.decode())
        check(send(guest, f"{MINE}{removed.uid}/appeal/", {"text": text, **token}))
        check(send(guest, f"{MINE}{comment.uid}/edit/", {"text": text, "token": text}))
        check(send(guest, f"{MINE}{comment.uid}/follow/", {"cadence": text[:50], **token}))
    assert guest.get(f"{MINE}my-comments.json")["Content-Type"] == "application/json"


@pytest.mark.cases
def test_outside_cases_in_addresses_lead_nowhere(article):
    """In queries and in the tokens of addresses, as they were typed."""
    make_shown(article)
    path = f"{path_of(article)}comments/"

    for line in list(hostile_markup())[::4]:
        page = browser().get(path, {"sort": line, "after": line, "before": line})
        assert page.status_code == 200, line
        check(page.content.decode())
    for line in list(hostile_markup())[::40]:
        token = line.replace("/", "").replace("?", "").replace("#", "") or "x"
        for address in (f"{path}sent/{token}/", f"/comments/notices/{token}/", f"/comments/confirm/{token}/"):
            assert browser().get(address).status_code in {400, 404, 410}, line
