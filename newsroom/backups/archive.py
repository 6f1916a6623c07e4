"""The archive itself: what stands where in the zip, its manifest, and the proof that it is whole."""

import hashlib
import json
import os
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

FORMAT = 1
MANIFEST = "manifest.json"
PIECE = 1024 * 1024


class BadArchive(Exception):
    """Not a backup of a newsroom, or not as it was written."""


@dataclass
class Manifest:
    """What the archive holds. `tables` and `files` map a name to its `sha256`, and `rows` or `size`."""

    versions: dict[str, str]
    migrations: list[tuple[str, str]]
    made_at: str
    tables: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    format: int = FORMAT

    @property
    def members(self) -> dict[str, str]:
        """The checksum of every member of the zip but the manifest itself."""
        tables = {table_member(name): entry["sha256"] for name, entry in self.tables.items()}
        return tables | {file_member(name): entry["sha256"] for name, entry in self.files.items()}


def table_member(label: str) -> str:
    return f"tables/{label}.jsonl"


def file_member(name: str) -> str:
    return f"files/{name}"


@contextmanager
def written_whole(path: Path) -> Iterator[zipfile.ZipFile]:
    """A zip for its owner's eyes alone, under another name until the whole of it is on the disk."""
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
                yield archive
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(part, path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise


def add(archive: zipfile.ZipFile, member: str, pieces: Iterable[bytes], *, pressed: bool) -> dict[str, Any]:
    """Write one member; returns its `size` and `sha256`. Pictures are not pressed again."""
    info = zipfile.ZipInfo(member, (1980, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED if pressed else zipfile.ZIP_STORED
    digest, size = hashlib.sha256(), 0
    with archive.open(info, "w", force_zip64=True) as stream:
        for piece in pieces:
            stream.write(piece)
            digest.update(piece)
            size += len(piece)
    return {"size": size, "sha256": digest.hexdigest()}


def add_manifest(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1))


def read_manifest(archive: zipfile.ZipFile) -> Manifest:
    try:
        written = json.loads(archive.read(MANIFEST))
        if written["format"] > FORMAT:
            raise BadArchive(
                f"It was made by a newer version of this software ({written['versions']['newsroom']}). "
                "Upgrade first, then restore."
            )
        written["migrations"] = [(app, name) for app, name in written["migrations"]]
        return Manifest(**written)
    except (KeyError, TypeError, ValueError, AttributeError, zipfile.BadZipFile) as error:
        raise BadArchive("It holds no list of its contents that can be read.") from error


def check(archive: zipfile.ZipFile, manifest: Manifest) -> Iterator[str]:
    """Prove that the archive holds what its manifest says and nothing else; yields each member proved."""
    for name in manifest.files:
        _check_name(name)
    found = sorted(archive.namelist())
    if found != sorted([MANIFEST, *manifest.members]):
        raise BadArchive("It holds other files than its list of contents says.")
    for member, wanted in manifest.members.items():
        if _checksum(archive, member) != wanted:
            raise BadArchive(f"{member} is damaged: its checksum is not the one it was written with.")
        yield member


def pieces(stream: Any) -> Iterator[bytes]:
    while piece := stream.read(PIECE):
        yield piece


def _check_name(name: str) -> None:
    """Refuse a file that would land outside MEDIA_ROOT, on this or another system."""
    path = PurePosixPath(name)
    bad = path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\x00" in name
    if bad or not path.parts or str(path) != name:
        raise BadArchive(f"It holds a file whose name is not safe: {name!r}.")


def _checksum(archive: zipfile.ZipFile, member: str) -> str:
    digest = hashlib.sha256()
    try:
        with archive.open(member) as stream:
            for piece in pieces(stream):
                digest.update(piece)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        raise BadArchive(f"{member} is damaged.") from error
    return digest.hexdigest()
