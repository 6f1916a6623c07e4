"""On PostgreSQL, let the database itself refuse two editions of an article that stand at one instant.

Not in `Meta`: SQLite's migrate breaks on an exclusion constraint. There the article's lock and the
unique constraint on the endless edition do the work.
"""

from django.db import migrations

ADD = """
ALTER TABLE articles_edition ADD CONSTRAINT one_edition_at_an_instant
EXCLUDE USING gist (article_id WITH =, tstzrange(live_from, live_until) WITH &&)
"""
DROP = "ALTER TABLE articles_edition DROP CONSTRAINT one_edition_at_an_instant"


def add(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
        schema_editor.execute(ADD)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(DROP)


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_log_addresses_and_slots")]

    operations = [migrations.RunPython(add, drop)]
