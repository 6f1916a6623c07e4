"""Discussions that have the usual mode take it from their section from now on."""

from django.db import migrations

USUAL = "hold-first-timers"


def follow(apps, schema_editor):
    apps.get_model("comments", "Discussion").objects.filter(mode=USUAL).update(mode="")


def spell_out(apps, schema_editor):
    apps.get_model("comments", "Discussion").objects.filter(mode="").update(mode=USUAL)


class Migration(migrations.Migration):
    dependencies = [("comments", "0005_rules")]

    operations = [migrations.RunPython(follow, spell_out)]
