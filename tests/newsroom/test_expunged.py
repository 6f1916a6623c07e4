"""A name is planted wherever a story can hold it, expunged, and then looked for in all the newsroom keeps."""

import zipfile
from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from articles import desk
from articles.desk import autosaving
from articles.desk.fields import fields_of
from articles.models import Address, Article, ArticleCredit, Contributor, Redirect, Slot, Topic
from newsroom.backups.saving import save
from tests.articles.mistakes import make_mistake
from tests.articles.planting import NAME, SLUG, holds_name, plant, tables_with_name
from tests.factories import make_article, make_section, make_user, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(clock, editor):
    """One with everything: versions, one of them voided and one scheduled, copies, unsaved words, a log."""
    article = make_article(
        headline="Rain",
        slug="rain",
        by=editor,
        section=make_section(name="Weather"),
        topics=(Topic.objects.create(name=NAME, slug=SLUG),),
    )
    zoe = Contributor.objects.create(name=NAME, slug=SLUG)
    ArticleCredit.objects.create(article=article, contributor=zoe)
    desk.save(article, by=editor)
    publish(article)
    spotted = make_mistake(article, email="reader@news.example")
    desk.decline_mistake(spotted, by=editor, answer="It did rain.")
    make_mistake(article, wrong="No rain at all.")
    for change, shift in (("correction", 3600), ("update", 30)):
        clock.shift(shift)
        publish(article, change=change, note="It was Tuesday.")
    desk.undo(article, by=editor)
    desk.rename(article, by=editor, slug="rain-again")
    publish(article, at=timezone.now() + timedelta(days=1), change="minor")
    desk.save(article, by=editor)
    sitting = autosaving.Sitting(uuid4(), editor, article, article.version)
    autosaving.keep(sitting, {**fields_of(article), "headline": "More rain"}, timezone.now())
    slot = Slot.objects.create(article=article, starts_at=timezone.now())
    current = article.addresses.get(is_current=True).path
    short = Redirect.objects.create(old_path="/weather-today/", new_path=current)
    Redirect.objects.create(old_path="/rain/", new_path=current)
    for row in (article, slot, short):
        log_in_stock_log(row, editor)
    return article


def log_in_stock_log(row, by):
    LogEntry.objects.create(
        user=by,
        content_type=ContentType.objects.get_for_model(row),
        object_id=row.pk,
        object_repr=f"Lead: {NAME} wins",
        action_flag=ADDITION,
        change_message='[{"changed": {"name": "credit", "object": "Zo\\u00eb M\\u00fcller (Author)"}}]',
    )


def test_a_name_planted_in_every_place_is_found_nowhere(story, administrator):
    planted = plant(story)
    assert planted > 100
    paths = list(Address.objects.filter(article=story).values_list("path", flat=True))
    assert all(SLUG in path for path in paths)

    count = desk.expunge(story, by=administrator, words=NAME, reason="An order of the court.")

    assert count > planted
    # People and topics have pages of their own, which an administrator sees to.
    assert tables_with_name() == {
        "articles_contributor": ["name", "slug"],
        "articles_topic": ["name", "slug"],
    }
    Contributor.objects.all().delete()
    Topic.objects.all().delete()
    assert tables_with_name() == {}


def test_no_page_shows_it(story, administrator, client):
    plant(story)
    former = list(Address.objects.filter(article=story).values_list("path", flat=True))

    desk.expunge(story, by=administrator, words=NAME, reason="An order of the court.")

    client.force_login(administrator)
    current = Address.objects.get(article=story, is_current=True).path
    others = Address.objects.filter(article=story, is_current=False).values_list("path", flat=True)
    assert list(Redirect.objects.values_list("old_path", "new_path")) == [("/weather-today/", current)]
    pages = {path: client.get(path, follow=True) for path in pages_of(story, current, others)}
    assert {path: page.status_code for path, page in pages.items() if page.status_code != 200} == {}
    assert [path for path, page in pages.items() if holds_name(page.content.decode())] == []
    assert [client.get(path).status_code for path in former] == [404, 404]


def pages_of(story, current, former):
    desk_page = f"/admin/articles/article/{story.pk}/"
    copies = f"from={story.revisions.last().version}&to={story.version}"
    return [
        "/",
        "/weather/",
        "/2026/03/02/",
        "/corrections/",
        "/corrections/feed/",
        current,
        *former,
        "/weather-today/",
        *(f"{current}changes/{edition.number}/" for edition in story.editions.filter(change="correction")),
        f"{current}mistake/",
        story.get_preview_url(),
        f"{desk_page}change/",
        f"{desk_page}history/",
        f"{desk_page}history/compare/?{copies}",
        f"{desk_page}move/publish/",
        f"{desk_page}move/withdraw/",
        f"{desk_page}expunge/",
        "/admin/",
        "/admin/articles/article/",
        "/admin/articles/deskentry/",
        "/admin/articles/edition/",
        "/admin/articles/slot/",
        "/admin/articles/redirect/",
        "/admin/articles/mistake/?state=all",
        *(f"/admin/articles/mistake/{mistake.pk}/change/" for mistake in story.mistakes.all()),
        *(f"/admin/articles/edition/{edition.pk}/change/" for edition in story.editions.all()),
        "/admin/autocomplete/?app_label=articles&model_name=slot&field_name=article",
    ]


@pytest.mark.django_db(transaction=True)
def test_a_backup_made_afterwards_does_not_hold_it(story, administrator, tmp_path):
    plant(story)
    desk.expunge(story, by=administrator, words=NAME, reason="An order of the court.")
    Contributor.objects.all().delete()
    Topic.objects.all().delete()

    save(tmp_path / "newsroom.zip")

    with zipfile.ZipFile(tmp_path / "newsroom.zip") as archive:
        held = [name for name in archive.namelist() if holds_name(archive.read(name).decode())]
    assert held == []


def test_the_name_is_found_by_this_test_where_it_is(story):
    plant(story)

    found = tables_with_name()

    assert {table for table in found if table.startswith("articles_")} == {
        "articles_address",
        "articles_article",
        "articles_autosave",
        "articles_contributor",
        "articles_deskentry",
        "articles_edition",
        "articles_mistake",
        "articles_redirect",
        "articles_revision",
        "articles_topic",
    }
    assert found["django_admin_log"] == ["change_message", "object_repr"]


def test_other_stories_are_left_alone(story, administrator):
    other = make_article(headline=f"{NAME} again", by=make_user(role="reporter"))

    desk.expunge(story, by=administrator, words=NAME, reason="An order of the court.")

    assert Article.objects.get(pk=other.pk).headline == f"{NAME} again"
