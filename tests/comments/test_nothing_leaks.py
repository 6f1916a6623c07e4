"""Whoever looks, wherever and however: no answer holds anything of another reader or of a moderator."""

import itertools
import re
from urllib.parse import urljoin, urlsplit

import pytest

from comments.models import Comment
from comments.urls import urlpatterns
from tests.comments.factories import FROM_HERE, browser, path_of, typed_by_guest
from tests.comments.mine import MINE, opened
from tests.comments.noticed import TYPED as NOTICE
from tests.comments.planted import ADDRESS, MARK, digests, kept, links_of, plant

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

#: Who has written nothing of what is planted: one unknown, one whose own page is open.
LOOKERS = ["stranger", "writer"]
FORMS = {
    "new": typed_by_guest(),
    "reply": typed_by_guest(),
    "report": {"reason": "insult", "note": "Look."},
    "notice": NOTICE,
    "recommend": {"verb": "recommend"},
    "mine": {"email": "stranger@example.org"},
    "edit-mine": {"text": "Other words of mine."},
    "appeal-mine": {"text": "It was wrong."},
    "follow-mine": {"cadence": "daily"},
}
#: From a page of ours, from elsewhere, from nobody knows where, and by a script.
HEADERS = [
    FROM_HERE,
    {"Sec-Fetch-Site": "cross-site"},
    {},
    {**FROM_HERE, "Accept": "application/json"},
]
#: Pages that do what they are for at the first POST: they come last, in this order.
FINAL = ["unsubscribe", "unsubscribe-all", "confirm", "delete-mine", "leave-mine", "erase-mine"]


@pytest.fixture
def planted():
    found = plant()
    found.tokens |= links_of(found.stranger)
    return found


@pytest.fixture(params=LOOKERS)
def looker(request, planted):
    return browser() if request.param == "stranger" else opened(planted.stranger)


def secrets_in(response):
    """What an answer gives away, in its body, its headers or its cookies."""
    said = f"{response.content.decode()} {response.headers} {response.cookies}"
    found = re.findall(rf"{MARK}\w*|@leak|198\.51\.100|2001:db8", said, re.IGNORECASE)
    return found + [digest for digest in digests() if digest in said]


def addresses(planted):
    """Every address of the discussion, by the name of its pattern."""
    path = f"{path_of(planted.article)}comments/"
    numbers = [*range(1, Comment.objects.count() + 2), 10**20]
    own = planted.stranger.comments.get().uid
    others = Comment.objects.exclude(writer=planted.stranger).values_list("uid", flat=True)
    found = {
        "mine": [MINE, f"{MINE}?before=9999", f"{MINE}?done=edited"],
        "open-mine": [f"{MINE}open/{token}/" for token in ("made-up", planted.tokens["notice-state"])],
        "discussion": [
            path,
            *(f"{path}?sort={sort}" for sort in ("newest", "recommended", "picks", "nonsense")),
        ],
        "new": [f"{path}new/"],
        "reported": [f"{path}reported/"],
        "sent": [f"{path}sent/{planted.tokens['sent']}/", f"{path}sent/made-up/"],
        "notice-state": [f"/comments/notices/{planted.tokens['notice-state']}/"],
    }
    for name in ("export-mine", "leave-mine", "erase-mine", "unfollow-all-mine"):
        rest = {"export-mine": "my-comments.json", "unfollow-all-mine": "no-mail/"}
        found[name] = [MINE + rest.get(name, f"{name.partition('-')[0]}/")]
    for name in ("answer-mine", "edit-mine", "delete-mine", "follow-mine", "appeal-mine"):
        found[name] = [f"{MINE}{uid}/{name.partition('-')[0]}/" for uid in (*others, own)]
    for name in ("comment", "recommend", "reply", "report", "notice"):
        found[name] = [f"{path}{number}/{'' if name == 'comment' else f'{name}/'}" for number in numbers]
    for name, rest in (("confirm", ""), ("unsubscribe", ""), ("unsubscribe-all", "all/")):
        token = planted.tokens[name]
        found[name] = [f"/comments/{name.partition('-')[0]}/{each}/{rest}" for each in ("made-up", token)]
    return found


def in_the_end(name):
    return FINAL.index(name) if name in FINAL else -1


def token_of(looker):
    """What the forms of the looker's own page carry, if it is open."""
    found = re.search(r'name="token" value="([^"]+)"', looker.get(MINE).content.decode())
    return {"token": found[1]} if found else {}


def test_something_secret_is_planted_in_every_model(planted):
    """Else the tests below could not fail."""
    rows = kept()
    secretive = (
        "Appeal Block Comment Flag MailedLink ModerationEntry ModerationSignals Notice WordList Writer"
    )

    assert [name for name, values in rows.items() if values == "[]"] == []
    assert {name for name, values in rows.items() if MARK in values} == set(secretive.split())
    assert not [name for name, values in rows.items() if ADDRESS in values or "2001:db8" in values]


def test_every_address_of_the_discussion_is_looked_at(planted):
    assert set(addresses(planted)) == {pattern.name for pattern in urlpatterns}


def test_no_page_of_the_discussion_gives_anything_away(planted, looker):
    leaks = {}
    for paths in addresses(planted).values():
        for path in paths:
            if found := secrets_in(looker.get(path)):
                leaks[path] = found

    assert leaks == {}


def test_no_answer_to_a_form_gives_anything_away(planted, looker):
    leaks, answered = {}, set()
    for name, paths in sorted(addresses(planted).items(), key=lambda found: in_the_end(found[0])):
        token = token_of(looker)
        for path, headers in itertools.product([*paths[:4], paths[-1]], HEADERS):
            for typed in ({}, FORMS.get(name, {})):
                answer = looker.post(path, {**typed, **token}, headers=headers)
                answered.add(answer.status_code)
                if given := secrets_in(answer):
                    leaks[path] = given

    assert leaks == {}
    assert 500 not in answered
    assert {200, 303, 403, 404, 405, 422} <= answered


def test_no_page_of_the_paper_that_a_link_leads_to_gives_anything_away(planted, looker):
    ahead, seen, leaks = (
        ["/", "/robots.txt", "/corrections/feed/", "/nowhere/", "/2026/03/02/hail/"],
        set(),
        {},
    )
    while ahead and len(seen) < 300:
        path = ahead.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = looker.get(path)
        if found := secrets_in(answer):
            leaks[path] = found
        for link in re.findall(r'(?:href|action)="([^"]*)"', answer.content.decode()):
            parts = urlsplit(urljoin(f"http://testserver{path}", link.replace("&amp;", "&")))
            is_page = parts.netloc == "testserver" and not parts.path.startswith(("/static/", "/admin/"))
            ahead += [parts._replace(scheme="", netloc="", fragment="").geturl()] if is_page else []

    assert leaks == {}
    assert path_of(planted.article) in seen
    assert len(seen) > 20


@pytest.mark.parametrize("name", ["comment", "recommend", "reply", "report", "notice"])
def test_what_is_not_shown_is_answered_like_what_never_was(planted, looker, name):
    """Whatever number one tries: there is nothing to be learnt of what was removed, held or hidden."""
    rest = "" if name == "comment" else f"{name}/"
    path = f"{path_of(planted.article)}comments/"
    never = looker.get(f"{path}9999/{rest}")
    hidden = Comment.objects.filter(article=planted.article, number__isnull=False).exclude(status="shown")
    below = Comment.objects.filter(text__contains="under is what")
    numbers = [each.number for each in (*hidden, *below) if name != "comment" or not each.shown_replies]

    answers = [looker.get(f"{path}{number}/{rest}") for number in numbers]

    assert len(answers) >= (2 if name == "comment" else 5)
    assert {(each.status_code, each.content) for each in answers} == {(404, never.content)}


@pytest.mark.parametrize("field", ["q", "search", "email", "ip", "name", "order", "after", "sort"])
def test_nothing_in_an_address_is_matched_with_what_is_kept_of_readers(planted, field):
    """An e-mail or network address in a query finds as much as nonsense does."""
    path = f"{path_of(planted.article)}comments/"
    tried = [f"{MARK}proved@leak.example", ADDRESS, "nonsense"]

    answers = {browser().get(path, {field: value}).content for value in tried}

    assert len(answers) == 1
