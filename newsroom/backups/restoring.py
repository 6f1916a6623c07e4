"""Put an archive back: prove that it is whole, then files, then tables."""

import os
import secrets
import zipfile
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction
from tqdm import tqdm

from newsroom.backups import archive as archives
from newsroom.backups import rows
from newsroom.backups.archive import BadArchive, Manifest
from newsroom.backups.saving import media_files

#: What tells a newsroom that somebody works in from one that was only just installed.
SIGNS_OF_LIFE = ("auth.User", "articles.Article", "articles.Section", "comments.Comment")


class NotEmpty(Exception):
    """There is a newsroom here already, and nobody said to replace it."""


def restore(path: Path, *, replace: bool = False) -> Manifest:
    """Make this newsroom the one in the archive. Nothing is touched before the archive is proved whole."""
    try:
        archive = zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        raise BadArchive("It is not a backup, or was cut off.") from error
    with archive:
        manifest = archives.read_manifest(archive)
        _check_age(manifest)
        for _ in tqdm(
            archives.check(archive, manifest), "Checking", len(manifest.members), unit="file", disable=None
        ):
            pass
        _check_places(manifest)
        if not replace and not is_empty():
            raise NotEmpty
        _restore_files(archive, manifest)
        _restore_tables(archive, manifest)
        _remove_other_files(manifest)
    return manifest


def is_empty() -> bool:
    tables = set(connection.introspection.table_names())
    models = [apps.get_model(label) for label in SIGNS_OF_LIFE]
    if any(model._meta.db_table in tables and model._base_manager.exists() for model in models):
        return False
    return next(media_files(), None) is None


def _check_age(manifest: Manifest) -> None:
    unknown = set(manifest.migrations) - rows.known_migrations()
    if unknown:
        raise BadArchive(
            f"It was made by a newer version of this software ({manifest.versions['newsroom']}): this one "
            f"does not know the change “{'.'.join(min(unknown))}”. Upgrade first, then restore."
        )
    if set(manifest.tables) != set(rows.models_at(manifest.migrations)):
        raise BadArchive("Its tables are not those of the version that it says it was made by.")


def _check_places(manifest: Manifest) -> None:
    root = settings.MEDIA_ROOT.resolve()
    for name in manifest.files:
        if not (root / name).parent.resolve().is_relative_to(root):
            raise BadArchive(f"{name} would be written outside {root}, through a link there.")


def _restore_tables(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    rows.drop_everything()
    rows.migrate_to(manifest.migrations)
    models = rows.models_at(manifest.migrations)
    rows.empty(models.values())
    total = sum(entry["rows"] for entry in manifest.tables.values())
    with transaction.atomic(), tqdm(total=total, desc="Rows", unit="row", disable=None) as progress:
        for label, model in models.items():
            with archive.open(archives.table_member(label)) as lines:
                for count in rows.load(model, lines):
                    progress.update(count)
        rows.continue_numbering(models.values())
        connection.check_constraints()
    ContentType.objects.clear_cache()
    call_command("migrate", verbosity=0, interactive=False)


def _restore_files(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    for name in tqdm(manifest.files, "Files", unit="file", disable=None):
        target = settings.MEDIA_ROOT / name
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".restoring-{secrets.token_hex(8)}")
        with open(part, "xb") as out, archive.open(archives.file_member(name)) as stream:
            out.writelines(archives.pieces(stream))
        os.replace(part, target)


def _remove_other_files(manifest: Manifest) -> None:
    for name in list(media_files()):
        if name not in manifest.files:
            (settings.MEDIA_ROOT / name).unlink()
