"""Links to our own pages, judged at the instant of publication."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.html import escape
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import desk
from articles.body import clean
from articles.desk.checks.links import links, own_path
from articles.desk.checks.pages import missing
from articles.models import Article, Redirect
from tests.articles.checks.finding import doubts
from tests.factories import NOON, make_article, make_contributor, make_published, make_section, make_topic
from tests.factories import publish as publish_story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HOUR = timedelta(hours=1)


def linking_to(*addresses):
    links = "".join(f'<p><a href="{address}">there</a></p>' for address in addresses)
    return make_article(standfirst="Rain.", headline="Links", body=links)


def dead(*addresses, at=None):
    """Which of these are dead, as the sentence names them."""
    said = doubts(linking_to(*addresses), at=at).get("dead-links", "")
    return said.removeprefix("These links to our own pages lead nowhere at that time: ")[:-1]


@pytest.fixture
def paper(clock):
    """A small paper, with one page of each kind."""
    make_published(headline="Rain")
    make_section(name="Africa", parent=make_section())
    make_topic(name="Libya")
    make_contributor(name="Amina Diallo")
    Redirect.objects.create(old_path="/weather/", new_path="/world/")


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "http://testserver",
        "http://testserver/",
        "HTTP://TestServer/world/",
        "/2026/03/02/rain/",
        "/2026/03/02/rain",
        "/2026/03/02/rain/?from=mail#notes",
        "http://testserver/2026/03/02/rain/",
        "/world/",
        "/world/africa/",
        "/world/afric%61/",
        "/2026/03/02/rain/comments/",
        "/2026/03/02/rain/mistake",
        "/weather/",
        "/topic/libya/",
        "/by/amina-diallo/",
        "/2026/",
        "/2026/03/",
        "/2026/03/02/",
        "/health/",
        "/static/icon.svg",
        "#notes",
        "?page=2",
        "mailto:desk@news.example",
        "https://example.org/never/",
        "http://testserver.example/never/",
    ],
)
def test_alive(paper, address):
    assert dead(address) == ""


@pytest.mark.parametrize(
    "address",
    [
        "/never/",
        "/never",
        "http://testserver/never/",
        "/2026/03/02/sun/",
        "/topic/niger/",
        "/by/nobody/",
        "/2025/",
        "/2026/02/",
        "/2026/03/03/",
        "/2026/02/31/",
        "/2026/13/",
        "/admin/",
        "/preview/00000000-0000-4000-8000-000000000000/",
        "/2026/03/02/sun/comments/",
        "/2026/03/02/sun/changes/2/",
        "/2026/03/02/sun/mistake",
        "africa/",
        "../world/",
        "/a%00b/",
        "/%D8%A7/",
    ],
)
def test_dead(paper, address):
    assert dead(address) == address


def test_dead_links_are_named_once_each_in_their_order(paper):
    assert dead("/never/", "/world/", "/nor-this/", "/never/") == "/never/, /nor-this/"


def test_story_to_come_is_alive_once_it_is_live(clock):
    story = make_article(headline="Rain")
    publish_story(story, at=NOON + HOUR)

    assert dead("/2026/03/02/rain/") == "/2026/03/02/rain/"
    assert dead("/2026/03/02/rain/", at=NOON + HOUR) == ""


def test_story_that_ends_is_dead_from_then_on(clock):
    publish_story(make_article(headline="Rain"), expires_at=NOON + HOUR)

    assert dead("/2026/03/02/rain/") == ""
    assert dead("/2026/03/02/rain/", at=NOON + HOUR) == "/2026/03/02/rain/"


def test_taken_down_story_is_dead(paper, clock):
    story = make_published(headline="Sun")
    clock.shift(60)
    desk.withdraw(story, by=None, note="It was wrong.", ground="retraction")

    assert dead("/2026/03/02/sun/") == "/2026/03/02/sun/"


def test_former_address_leads_on(clock):
    story = make_published(headline="Rain")
    desk.rename(story, by=None, slug="rain-in-tripoli")

    assert dead("/2026/03/02/rain/", "/2026/03/02/rain-in-tripoli/") == ""


def test_story_may_link_to_itself_before_it_is_out():
    story = make_article(headline="Rain", standfirst="Rain.")
    publish_story(story, at=NOON + HOUR)
    story.body = '<p><a href="/2026/03/02/rain/">above</a></p>'

    assert doubts(story) == {}


@pytest.mark.parametrize(
    "addresses",
    [
        ["/world/"],
        ["/", "/world/", "/never/", "/topic/a/", "/by/b/", "/2026/", "/2025/03/", "/2026/03/02/rain/"],
    ],
)
def test_any_number_of_links_costs_one_query(paper, addresses, django_assert_num_queries):
    story = linking_to(*addresses)

    with django_assert_num_queries(1):
        doubts(story, at=timezone.now())


def test_story_without_links_of_ours_costs_none(django_assert_num_queries):
    story = linking_to("https://example.org/", "#notes")

    with django_assert_num_queries(0):
        doubts(story, at=timezone.now())


@settings(
    max_examples=200, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(st.text(alphabet="/:[]@?#%.-_ aéا\\0", max_size=14) | st.text(max_size=10))
def test_no_link_is_too_odd_to_be_judged(paper, link):
    """Whatever the sanitiser lets through."""
    story = Article.objects.first()
    for address in links(clean(f'<a href="{escape(link)}">there</a>')):
        path = own_path(address)
        assert path == "" or path.startswith("/")
        assert missing({path or "/"}, story, NOON) <= {path}


def test_a_link_that_no_program_can_read_is_left_alone():
    assert own_path("http://testserver\\@℀") == ""
