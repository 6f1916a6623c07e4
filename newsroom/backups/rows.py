"""Tables as lines of text and back: one JSON array a row, the first line naming the columns.

Works on models as the migrations that a database has seen describe them, whatever the code says today.
"""

import base64
import datetime
import decimal
import json
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Field, Model
from django.utils.duration import duration_iso_string

Migrations = list[tuple[str, str]]

BATCH = 500


def applied_migrations() -> Migrations:
    return sorted(MigrationRecorder(connection).applied_migrations())


def known_migrations() -> set[tuple[str, str]]:
    return set(MigrationExecutor(connection).loader.disk_migrations)


def models_at(migrations: Migrations) -> dict[str, type[Model]]:
    """Every model with a table of its own after these migrations, link tables too, by its label."""
    known = known_migrations()
    nodes = [node for node in migrations if node in known]
    apps = MigrationExecutor(connection).loader.project_state(nodes).apps
    models = apps.get_models(include_auto_created=True)
    return {
        model._meta.label_lower: model
        for model in sorted(models, key=lambda model: model._meta.label_lower)
        if model._meta.managed and not model._meta.proxy
    }


def columns(model: type[Model]) -> list[Field]:
    return [field for field in model._meta.local_concrete_fields if not getattr(field, "generated", False)]


@contextmanager
def one_instant() -> Iterator[None]:
    """Everything read inside is as it was at one instant, and nobody's writing waits for it."""
    if connection.vendor == "postgresql":
        with transaction.atomic(durable=True), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    # Django would begin with the write lock; a plain BEGIN reads a snapshot of the write-ahead log.
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def dump(model: type[Model]) -> Iterator[bytes]:
    names = [field.attname for field in columns(model)]
    yield _line(names)
    rows = model._base_manager.order_by("pk").values_list(*names)
    for row in rows.iterator(chunk_size=BATCH):
        yield _line(row)


def load(model: type[Model], lines: Iterable[bytes]) -> Iterator[int]:
    """Insert the rows as they were; yields how many went in, batch by batch."""
    lines = iter(lines)
    names = json.loads(next(lines))
    fields = {field.attname: field for field in columns(model)}
    chosen = [fields[name] for name in names]
    for field in chosen:
        # Saving must not touch the dates of what is only put back.
        field.auto_now = field.auto_now_add = False  # type: ignore[attr-defined]
    while batch := list(islice(lines, BATCH)):
        rows = (zip(chosen, json.loads(line), strict=True) for line in batch)
        model._base_manager.bulk_create(
            model(**{field.attname: field.to_python(value) for field, value in row}) for row in rows
        )
        yield len(batch)


def empty(models: Iterable[type[Model]]) -> None:
    """Remove what migrations themselves put into these tables."""
    tables = [model._meta.db_table for model in models]
    statements = connection.ops.sql_flush(no_style(), tables, reset_sequences=True, allow_cascade=True)
    connection.ops.execute_sql_flush(statements)


def continue_numbering(models: Iterable[type[Model]]) -> None:
    """Let the next row of each table get a number that no row has."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)


def drop_everything() -> None:
    """Drop our tables, and no others, of this database."""
    ours = connection.introspection.django_table_names(only_existing=True, include_views=False)
    tables = {*ours, MigrationRecorder.Migration._meta.db_table} & set(connection.introspection.table_names())
    cascade = " CASCADE" if connection.vendor == "postgresql" else ""
    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        for table in sorted(tables):
            cursor.execute(f"DROP TABLE {connection.ops.quote_name(table)}{cascade}")


def migrate_to(migrations: Migrations) -> None:
    """Make the tables of a database that has none, as they were after these migrations."""
    executor = MigrationExecutor(connection)
    wanted = set(migrations)
    graph = executor.loader.graph
    leaves = [
        node
        for node in migrations
        if not any(child.key in wanted and child.key[0] == node[0] for child in graph.node_map[node].children)
    ]
    executor.migrate(leaves)


def _line(row: Iterable[Any]) -> bytes:
    return json.dumps(list(row), default=_plain, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _plain(value: Any) -> str:
    """As text that the field's own `to_python` reads back exactly."""
    match value:
        case datetime.datetime() | datetime.date() | datetime.time():
            return value.isoformat()
        case datetime.timedelta():
            return duration_iso_string(value)
        case uuid.UUID() | decimal.Decimal():
            return str(value)
        case bytes() | bytearray() | memoryview():
            return base64.b64encode(bytes(value)).decode()
    raise TypeError(f"A backup can't hold a {type(value).__name__}.")
