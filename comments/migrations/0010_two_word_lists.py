"""An empty list of each kind, so that moderators have something to fill."""

from django.db import migrations

KINDS = ("hold", "spam")


def make(apps, schema_editor):
    for kind in KINDS:
        apps.get_model("comments", "WordList").objects.get_or_create(kind=kind)


class Migration(migrations.Migration):
    dependencies = [("comments", "0009_word_lists")]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
