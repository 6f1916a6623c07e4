"""Save the newsroom into an archive, while it goes on working."""

import platform
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import django
from django.conf import settings
from django.db import connection
from django.utils import timezone
from tqdm import tqdm

from newsroom.backups import archive as archives
from newsroom.backups import rows
from newsroom.backups.archive import Manifest


def save(path: Path) -> Manifest:
    """Write `path`, which must not exist. First the rows, of one instant, then the files that they name."""
    if path.exists():
        raise FileExistsError(path)
    with archives.written_whole(path) as archive:
        with rows.one_instant():
            manifest = Manifest(versions(), rows.applied_migrations(), timezone.now().isoformat())
            _save_tables(archive, manifest)
        _save_files(archive, manifest)
        archives.add_manifest(archive, manifest)
    return manifest


def versions() -> dict[str, str]:
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {
        "newsroom": project["version"],
        "django": django.get_version(),
        "python": platform.python_version(),
        "database": connection.vendor,
    }


def media_files() -> Iterator[str]:
    """Names of the files below MEDIA_ROOT. Links are left out: what they point at may be anywhere."""
    root = settings.MEDIA_ROOT
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(root).as_posix()


def _save_tables(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    models = rows.models_at(manifest.migrations)
    for label, model in tqdm(models.items(), "Tables", unit="table", disable=None):
        counted = _Counted(rows.dump(model))
        entry = archives.add(archive, archives.table_member(label), counted, pressed=True)
        manifest.tables[label] = {"rows": counted.count - 1, **entry}


def _save_files(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    for name in tqdm(list(media_files()), "Files", unit="file", disable=None):
        with open(settings.MEDIA_ROOT / name, "rb") as stream:
            member = archives.file_member(name)
            manifest.files[name] = archives.add(archive, member, archives.pieces(stream), pressed=False)


class _Counted:
    """Lines on their way through, counted."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self.lines, self.count = lines, 0

    def __iter__(self) -> Iterator[bytes]:
        for line in self.lines:
            self.count += 1
            yield line
