"""The paper can be written out and read in again: the same, and twice is as good as once."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import models

from articles import desk
from articles.models import Autosave, Slot
from tests.articles.mistakes import make_mistake
from tests.factories import (
    NOON,
    make_article,
    make_contributor,
    make_published,
    make_section,
    make_topic,
    make_user,
    publish,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HOUR = timedelta(hours=1)
PAPER = list(apps.get_app_config("articles").get_models())


@pytest.fixture
def paper():
    """A newsroom with something of everything."""
    editor = make_user(role="editor", username="edgar", name="Edgar Stone")
    # The parent was made after its child: order alone doesn't help the reader.
    africa = make_section(name="Africa")
    world = make_section(name="World")
    africa.parent = world
    desk.move_landing(africa, "/africa/")
    contributor = make_contributor()
    contributor.user = editor
    contributor.save()
    article = make_article(
        headline="Rain",
        section=africa,
        by=editor,
        assignee=editor,
        topics=(make_topic(), make_topic(name="Niger")),
    )
    article.credits.create(contributor=contributor)
    desk.publish(article, by=editor, expires_at=NOON + 9 * HOUR)
    desk.publish(article, by=editor, at=NOON + HOUR, change="correction", note="It was Tuesday.")
    desk.rename(article, by=editor, slug="flood")
    withdrawn = make_published(headline="Hail")
    desk.withdraw(withdrawn, by=editor, note="It was wrong.", ground="legal")
    publish(withdrawn, change="update")
    desk.undo(withdrawn, by=editor)
    make_mistake(article)
    desk.save(article, by=editor)
    Autosave.objects.create(
        sitting=UUID(int=7), article=article, writer=editor, opened_at=NOON, seen_at=NOON, typed_at=NOON
    )
    Slot.objects.create(article=article, starts_at=NOON, ends_at=NOON + HOUR)
    return editor


def everything() -> dict[str, list[dict[str, Any]]]:
    """All rows, with what they point at told by natural keys, so that numbers given anew don't matter."""
    return {model._meta.label: sorted((told(row) for row in model.objects.all()), key=str) for model in PAPER}


def told(row: models.Model) -> dict[str, Any]:
    facts = {field.name: name_of(getattr(row, field.name)) for field in row._meta.concrete_fields}
    if hasattr(row, "natural_key"):
        del facts["id"]
    many = {
        field.name: sorted(map(name_of, getattr(row, field.name).all())) for field in row._meta.many_to_many
    }
    return facts | many


def name_of(value: Any) -> Any:
    if not isinstance(value, models.Model):
        return value
    return value.natural_key() if hasattr(value, "natural_key") else value.pk


def write_out(folder) -> str:
    fixture = str(folder / "paper.json")
    call_command(
        "dumpdata", "auth.user", "articles", "--natural-foreign", "--natural-primary", output=fixture
    )
    return fixture


def empty_the_newsroom() -> None:
    for model in [*PAPER, User]:
        for field in model._meta.many_to_many:
            getattr(model, field.name).through.objects.all().delete()
    # What points at what is checked at the end of the transaction only, so any order will do.
    for model in [*PAPER, User]:
        rows = model._base_manager.all()
        rows._raw_delete(rows.db)


def test_an_empty_newsroom_reads_in_the_same(paper, tmp_path):
    before = everything()
    fixture = write_out(tmp_path)
    empty_the_newsroom()
    assert {label: [] for label in before} == everything()

    call_command("loaddata", fixture, verbosity=0)

    assert everything() == before
    assert [model for model, rows in before.items() if not rows] == []


def test_numbers_that_are_taken_by_others_do_not_matter(paper, tmp_path):
    fixture = write_out(tmp_path)
    empty_the_newsroom()
    make_user()
    make_topic(name="Football")
    make_section(name="Sport")

    call_command("loaddata", fixture, verbosity=0)

    assert User.objects.get_by_natural_key("edgar").groups.get() == Group.objects.get(name="editor")


def test_reading_in_twice_changes_nothing(paper, tmp_path):
    before = everything()
    fixture = write_out(tmp_path)

    call_command("loaddata", fixture, verbosity=0)

    assert everything() == before
