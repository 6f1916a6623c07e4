"""Save the whole newsroom, database and files, into one archive."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from newsroom.backups import saving


class Command(BaseCommand):
    help = "Writes database and files into FILE (a zip), while the site goes on serving."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            manifest = saving.save(Path(file).absolute())
        except FileExistsError:
            raise CommandError(
                f"{file} exists already. A backup never replaces another; give it a new name."
            ) from None
        except (OSError, UnicodeError) as error:
            raise CommandError(f"The backup could not be written: {error}") from error
        rows = sum(entry["rows"] for entry in manifest.tables.values())
        self.stdout.write(
            f"Saved {rows} rows of {len(manifest.tables)} tables and {len(manifest.files)} files in {file}."
        )
