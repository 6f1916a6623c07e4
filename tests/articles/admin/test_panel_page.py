"""What the panel shows beside its choices: stops, doubts, the page as it will look, and what differs."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from articles import desk
from articles.models import Article, ArticleCredit, Section, Slot, Topic
from tests.articles.admin.pages import buttons, form_url, move_url, press, typed, words
from tests.factories import (
    NOON,
    make_article,
    make_contributor,
    make_published,
    make_section,
    make_topic,
    publish,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HOUR = timedelta(hours=1)
LINKS = "".join(
    f'<p><a href="{path}">there</a></p>'
    for path in ("/world/", "/never/", "/topic/libya/", "/by/x/", "/2026/", "/2026/03/02/rain/")
)


@pytest.fixture
def client(editor, sign_in):
    return sign_in(editor)


@pytest.fixture
def strict_section():
    section = make_section(name="Strict", parent=make_section())
    Section.objects.filter(pk=section.pk).update(four_eyes=True)
    section.refresh_from_db()
    return section


@pytest.fixture
def busy_story(strict_section, reporter):
    """One with everything that costs a query."""
    for _ in range(3):
        make_published()
    Slot.objects.create(article=make_published(), starts_at=NOON - HOUR)
    story = make_article(section=strict_section, topics=(make_topic(),), body=LINKS, by=reporter)
    ArticleCredit.objects.create(article=story, contributor=make_contributor())
    publish(story)
    publish(story, at=NOON + HOUR, change="update")
    return desk.save(Article.objects.get(pk=story.pk), by=reporter)


@pytest.mark.parametrize(("verb", "count"), [("publish", 12), ("withdraw", 6)])
def test_queries(client, busy_story, django_assert_num_queries, verb, count):
    client.get(move_url(busy_story, verb))

    with django_assert_num_queries(count):
        client.get(move_url(busy_story, verb))


def test_queries_of_a_look_at_other_choices(client, busy_story, django_assert_num_queries):
    look = {"when": "at", "at": "2026-03-04T06:00", "pending": "void", "note": "Two."}
    client.post(move_url(busy_story, "publish"), look)

    with django_assert_num_queries(11):
        client.post(move_url(busy_story, "publish"), look)


def test_queries_of_a_press_that_is_not_heeded(client, busy_story, django_assert_num_queries):
    press_unsaid = {"press": "update", "when": "now", "pending": "void"}
    client.post(move_url(busy_story, "publish"), press_unsaid)

    # Twelve, and the two ends of the transaction in which the story is locked.
    with django_assert_num_queries(14):
        client.post(move_url(busy_story, "publish"), press_unsaid)


def test_doubts_lead_to_their_fields(client):
    story = make_published(headline="RAIN IN TRIPOLI")

    page = client.get(move_url(story, "publish"))

    assert page.context["panel"]["doubts"] == [
        {
            "sentence": "The story has no standfirst.",
            "field": "standfirst",
            "url": f"{form_url(story)}#id_standfirst",
        },
        {
            "sentence": "The headline is in capitals.",
            "field": "headline",
            "url": f"{form_url(story)}#id_headline",
        },
    ]


def test_law_offers_no_button(administrator, sign_in):
    story = make_article()
    Article.objects.update(section=None)

    page = sign_in(administrator).get(move_url(story, "publish"))

    assert [stop["field"] for stop in page.context["panel"]["stops"]] == ["section"]
    assert (page.context["form"].buttons, page.context["form"].asks_for_reason) == ([], False)
    assert '<div id="panel-override" data-may-hide hidden>' in page.content.decode()


def test_editor_may_not_override_an_embargo(client):
    page = client.get(move_url(make_article(embargo_lifts_at=NOON + HOUR), "publish"))

    assert (page.context["form"].buttons, "override" in page.context["form"].fields) == ([], False)


def test_administrator_overrides_with_a_reason(administrator, sign_in):
    story = make_article(embargo_lifts_at=NOON + HOUR)
    client = sign_in(administrator)

    page = client.get(move_url(story, "publish"))
    asked = press(client, story, "publish")
    press(client, story, "publish", override="It is out already.")

    assert [button.label for button in page.context["form"].buttons] == ["Override and publish now"]
    assert asked.context["form"].errors == {"override": ["Say why, for the log."]}
    assert story.desk_entries.get().reason == "It is out already."


def test_what_differs_is_compared_with_what_readers_have(client):
    story = make_published(headline="Rain in Tripoli")
    story.headline = "Heavy rain in Tripoli"
    desk.save(story, by=None)

    page = client.get(move_url(story, "publish"))

    (field,) = page.context["panel"]["comparison"]
    assert field.label == "headline"
    assert [(run.text.strip(), run.is_added) for run in field.runs if not run.is_same] == [
        ("Rain", False),
        ("Heavy rain", True),
    ]
    assert page.context["panel"]["compared_with"] == "Compared with published version 1, what readers have"


def test_credits_topics_and_section_are_compared_as_printed(client):
    story = make_published()
    ArticleCredit.objects.create(article=story, contributor=make_contributor())
    story.topics.add(Topic.objects.create(name="Water & oil", slug="water"))
    Article.objects.update(section=make_section(name="Africa", parent=make_section()))

    page = client.get(move_url(story, "publish"))

    compared = {
        field.label: [run.text for run in field.runs if run.is_added]
        for field in page.context["panel"]["comparison"]
    }
    assert compared == {
        "section": [" › Africa"],
        "topics": ["Water & oil"],
        "byline": ["By Amina Diallo"],
    }


def test_nothing_differs(client):
    page = words(client.get(move_url(make_published(), "publish")))

    assert "Nothing differs from published version 1, what readers have." in page


def test_first_version_is_compared_with_nothing(client):
    assert "comparison" not in client.get(move_url(make_article(), "publish")).context["panel"]


def preview_of(page):
    address = urlsplit(page.context["panel"]["framed_url"])
    return address.path, parse_qs(address.query)


def test_preview_is_of_the_instant_and_with_the_note(client):
    story = make_published()
    told = {"when": "at", "at": "2026-03-04T06:00", "note": "It was Monday."}

    now = preview_of(client.get(move_url(story, "publish")))
    later = preview_of(client.post(move_url(story, "publish"), told))

    path = story.get_preview_url()
    assert now == (path, {"framed": ["on"], "copy": ["1"]})
    assert later == (
        path,
        {
            "framed": ["on"],
            "copy": ["1"],
            "at": ["2026-03-04T04:00Z"],
            "change": ["correction"],
            "note": ["It was Monday."],
        },
    )


def test_preview_of_taking_down_is_the_notice(client):
    page = client.get(move_url(make_published(), "withdraw"))

    assert preview_of(page)[1]["change"] == ["withdrawal"]


@pytest.mark.parametrize(("note", "shown"), [("é" * 1000, 1000), ("水" * 1000, 500)])
def test_long_note_is_previewed_whole_where_an_address_holds_it(client, note, shown):
    page = client.post(move_url(make_published(), "publish"), {"note": note})

    assert len(preview_of(page)[1]["note"][0]) == shown


def test_taking_down_compares_what_stands_with_nothing(client):
    story = make_published(headline="Rain in Tripoli", body="<p>It rained.</p>")

    page = client.get(move_url(story, "withdraw"))

    panel = page.context["panel"]
    assert panel["compared_with"] == "Nothing is left of published version 1: “Rain in Tripoli”, 2 words."
    assert {"headline", "body", "section"} <= {field.name for field in panel["comparison"]}
    assert "What readers will have no more" in words(page)


def test_frame_runs_no_scripts(client):
    page = client.get(move_url(make_published(), "publish")).content.decode()

    assert 'sandbox="allow-popups allow-popups-to-escape-sandbox"' in page


def test_marking_ready_what_only_they_wrote_leads_to_a_page_that_says_so(client, editor, strict_section):
    story = desk.start(Article(headline="Rain", section=strict_section), by=editor)

    offered = buttons(client, story)
    answer = client.post(form_url(story), typed(story, _move="mark_ready"))
    page = client.get(answer.url)

    story.refresh_from_db()
    assert "Ready to publish…" in offered
    assert (answer.url, story.state) == (move_url(story, "mark_ready"), "draft")
    assert "only you wrote what would be published" in words(page)
    assert '<button type="submit" class="plain">' not in page.content.decode()


def test_administrator_marks_it_ready_with_a_reason(administrator, sign_in, strict_section):
    story = desk.start(Article(headline="Rain", section=strict_section), by=administrator)
    client = sign_in(administrator)

    refused = client.post(move_url(story, "mark_ready"), {})
    client.post(move_url(story, "mark_ready"), {"override": "Nobody else is in."})

    assert refused.context["form"].errors == {"override": ["Say why, for the log."]}
    assert story.desk_entries.first().reason == "Nobody else is in."
