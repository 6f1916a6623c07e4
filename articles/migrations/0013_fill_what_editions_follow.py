"""Editions struck so far follow the last that counted before them, unless that was a notice."""

from django.db import migrations
from django.db.models import Case, F, OuterRef, Subquery, When


def fill(apps, schema_editor):
    counting = apps.get_model("articles", "Edition").objects.filter(voided_at=None)
    before = (
        counting.filter(article=OuterRef("article"), number__lt=OuterRef("number"))
        .order_by("-number")
        .annotate(compared=Case(When(change="withdrawal", then=None), default=F("number")))
    )
    counting.exclude(change="withdrawal").update(follows=Subquery(before.values("compared")[:1]))


class Migration(migrations.Migration):
    dependencies = [("articles", "0012_what_an_edition_follows")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
