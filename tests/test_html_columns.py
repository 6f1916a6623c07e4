"""Every column of stored HTML, in either app: clean however it was written, safe only once it was read."""

import json
from collections.abc import Callable

import pytest
from django.apps import apps
from django.core import serializers
from django.core.management import call_command
from django.db import models
from django.template import Context, Template
from django.utils.html import escape
from django.utils.safestring import SafeString

from articles.body import HTMLField, clean
from articles.models import Article, Edition
from comments.models import Comment
from tests.factories import NOON, make_article, publish

pytestmark = pytest.mark.django_db

HOSTILE = """<p onclick="steal()">Rain</p><script>steal()</script><a href="javascript:steal()">x</a><b """

COLUMNS = [
    (model, field.name)
    for model in apps.get_models()
    for field in model._meta.local_fields
    if isinstance(field, HTMLField)
]

MAKE: dict[type[models.Model], Callable[[], models.Model]] = {
    Article: lambda: make_article(),
    Edition: lambda: publish(make_article()),
    Comment: lambda: Comment.objects.create(
        article=make_article(), path="0001", name="Dio", text="Hello", why="unproved", posted_at=NOON
    ),
}

each_column = pytest.mark.parametrize(
    ("model", "name"), COLUMNS, ids=[f"{model._meta.label}.{name}" for model, name in COLUMNS]
)


def stored(row, name):
    return type(row).objects.get(pk=row.pk).__dict__[name]


def expected(row, name):
    return clean(HOSTILE, row._meta.get_field(name).markup)


def test_the_columns_are_these():
    assert {f"{model._meta.label}.{name}" for model, name in COLUMNS} == {
        "articles.Article.body",
        "articles.Edition.body",
        "articles.Edition.body_html",
        "articles.Edition.byline_html",
        "articles.Edition.topics_html",
        "comments.Comment.text_html",
        "comments.Comment.time_html",
        "comments.Comment.heading_html",
    }


@each_column
def test_saving_cleans(model, name):
    row = MAKE[model]()
    setattr(row, name, HOSTILE)

    row.save()

    assert stored(row, name) == expected(row, name)


@each_column
def test_updating_cleans(model, name):
    row = MAKE[model]()

    model.objects.filter(pk=row.pk).update(**{name: HOSTILE})

    assert stored(row, name) == expected(row, name)


@each_column
def test_updating_many_cleans(model, name):
    row = MAKE[model]()
    setattr(row, name, HOSTILE)

    model.objects.bulk_update([row], [name])

    assert stored(row, name) == expected(row, name)


@each_column
def test_creating_many_cleans(model, name):
    row = MAKE[model]()
    model._base_manager.filter(pk=row.pk)._raw_delete("default")
    setattr(row, name, HOSTILE)

    model.objects.bulk_create([row])

    assert stored(row, name) == expected(row, name)


@each_column
def test_loading_a_fixture_cleans(model, name, tmp_path):
    row = MAKE[model]()
    records = json.loads(serializers.serialize("json", [row]))
    records[0]["fields"][name] = HOSTILE
    fixture = tmp_path / "hostile.json"
    fixture.write_text(json.dumps(records))

    call_command("loaddata", fixture, verbosity=0)

    assert stored(row, name) == expected(row, name)


@each_column
def test_only_what_was_read_is_safe(model, name):
    row = MAKE[model]()
    setattr(row, name, HOSTILE)
    row.save()
    template = Template(f"{{{{ row.{name} }}}}")

    in_hand, read = (
        template.render(Context({"row": row})),
        template.render(Context({"row": model.objects.get(pk=row.pk)})),
    )

    assert (in_hand, read) == (escape(HOSTILE), expected(row, name))
    assert type(stored(row, name)) is SafeString


@each_column
def test_looking_for_it_compares_what_is_stored(model, name):
    row = MAKE[model]()
    model.objects.filter(pk=row.pk).update(**{name: HOSTILE})

    assert list(model.objects.filter(**{name: HOSTILE})) == [row]
