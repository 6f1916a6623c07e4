"""What every reader's page promises to caches, browsers and strangers."""

import pytest

from tests.factories import make_article, make_published, make_section, publish
from tests.reading import read

pytestmark = pytest.mark.django_db

PATHS = [
    "/",
    "/world/",
    "/2026/",
    "/2026/03/02/rain/",
    "/2026/03/02/rain/changes/2/",
    "/corrections/",
    "/corrections/feed/",
    "/nothing/",
]


@pytest.fixture(autouse=True)
def rain(clock):
    article = make_published(headline="Rain", slug="rain", section=make_section(name="World"))
    publish(article, change="correction", note="It was Benghazi.")


@pytest.mark.parametrize("path", PATHS)
def test_sets_no_cookie_and_carries_no_token(path):
    page = read(path)

    assert page.response.cookies == {}
    assert "Cookie" not in page.response.headers.get("Vary", "")
    assert "csrf" not in page.html.lower()


@pytest.mark.parametrize("path", PATHS)
def test_is_the_same_for_staff_and_strangers(path, client, editor):
    client.force_login(editor)

    assert read(path, client).html == read(path).html


@pytest.mark.parametrize("path", PATHS[:-1])
def test_may_be_kept_if_it_is_asked_for_again_each_time(path):
    first = read(path)
    again = read(path, headers={"If-None-Match": first.response.headers["ETag"]})

    assert first.response.headers["Cache-Control"] == "public, no-cache"
    assert (again.status, again.html) == (304, "")


@pytest.mark.parametrize("path", PATHS)
def test_policy_allows_nothing_inline_and_nothing_from_elsewhere(path):
    policy = read(path).response.headers["Content-Security-Policy"]

    assert sorted(policy.split("; ")) == [
        "base-uri 'none'",
        "default-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "script-src 'self'",
    ]


@pytest.mark.parametrize("path", PATHS[:-1])
def test_answers_head_and_refuses_to_be_written_to(path, client):
    assert [client.head(path).status_code, client.put(path).status_code] == [200, 405]


def test_hostile_words_are_shown_as_words():
    hostile = '"><script>alert(1)</script>'
    make_published(
        headline=hostile, slug="hostile", kicker=hostile, standfirst=hostile, dateline=hostile, source=hostile
    )

    for path in ("/", "/2026/03/02/hostile/"):
        assert "<script>alert" not in read(path).html


def test_draft_leaves_no_trace_on_any_page():
    make_article(headline="Unheard-of headline")

    assert [path for path in PATHS if "Unheard-of" in read(path).html] == []


@pytest.mark.parametrize(
    "path", ["/%00/", "/topic/%00/", "/2026/03/02/rain%00/", "/2026/03/02/rain/comments/%00/"]
)
def test_an_address_with_a_nul_is_none(path):
    assert read(path).status == 404
