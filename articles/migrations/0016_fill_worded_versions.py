"""Take the last version of each story for one with new words: nobody wrote down which were of notes alone."""

from django.db import migrations
from django.db.models import F


def fill(apps, schema_editor):
    apps.get_model("articles", "Article").objects.update(worded_version=F("version"))


class Migration(migrations.Migration):
    dependencies = [("articles", "0015_worded_version")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
