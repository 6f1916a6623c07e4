"""The entries that are there are numbered and sealed, in the order in which they were made."""

from typing import Any

from django.db import migrations

from comments import chains

BATCH = 1000


def seal(apps: Any, schema_editor: Any) -> None:
    entries = apps.get_model("comments", "ModerationEntry").objects.using(schema_editor.connection.alias)
    position, chain = 0, chains.START
    # The keys first, since what is read in batches must not be written meanwhile.
    keys = list(entries.order_by("at", "pk").values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        found = entries.in_bulk(keys[start : start + BATCH])
        for key in keys[start : start + BATCH]:
            entry = found[key]
            position += 1
            entry.position = position
            decision = (getattr(entry, field) for field in chains.Decision._fields)
            entry.chain = chain = chains.seal(chain, chains.Decision._make(decision))
        entries.bulk_update(found.values(), ["position", "chain"], batch_size=200)
    heads = apps.get_model("comments", "LogHead").objects.using(schema_editor.connection.alias)
    heads.update_or_create(pk=1, defaults={"position": position, "chain": chain})


class Migration(migrations.Migration):
    dependencies = [("comments", "0013_log_has_an_order")]

    operations = [migrations.RunPython(seal, migrations.RunPython.noop, elidable=True)]
