"""`manage.py forget`: delete what is known of readers, once it was kept for as long as it may be."""

from datetime import datetime
from typing import Any

from django.core.cache import caches
from django.core.cache.backends.db import BaseDatabaseCache
from django.core.management.base import BaseCommand
from django.db import connection
from django.utils import timezone

from articles.desk import answering
from comments.moderation.forgetting import FORGETTING


class Command(BaseCommand):
    help = "Deletes what is known of readers after as many days as the settings say. Run it every night."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        counts = {what: forget(now) for what, forget in FORGETTING.items()}
        counts["addresses of those who reported mistakes"] = answering.forget_addresses()
        counts["ended entries of the cache"] = _forget_counted(now)
        for what, count in counts.items():
            if count:
                self.stdout.write(f"{count:,} {what} deleted.")
        if not any(counts.values()):
            self.stdout.write("There was nothing to delete.")


def _forget_counted(now: datetime) -> int:
    """Delete what has ended from the table of the cache, if it is one: Django keeps it until the table is
    full. Digests of networks are among it."""
    kept = caches["default"]
    if not isinstance(kept, BaseDatabaseCache):
        return 0
    table, expires = (connection.ops.quote_name(name) for name in (kept._table, "expires"))
    with connection.cursor() as cursor:
        at = connection.ops.adapt_datetimefield_value(now.replace(microsecond=0))
        cursor.execute(f"DELETE FROM {table} WHERE {expires} < %s", [at])  # noqa: S608
        return cursor.rowcount
