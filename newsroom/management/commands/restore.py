"""Make this newsroom the one in an archive that `manage.py backup` wrote."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from newsroom.backups import restoring
from newsroom.backups.archive import BadArchive


class Command(BaseCommand):
    help = "Restores database and files from FILE, into an empty newsroom unless told to replace one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--replace", action="store_true", help="Lose what is in this newsroom now. Stop the site first."
        )

    def handle(self, *args: Any, file: Path, replace: bool, **options: Any) -> None:
        try:
            manifest = restoring.restore(Path(file), replace=replace)
        except BadArchive as error:
            raise CommandError(f"{file} was not restored, and nothing was changed. {error}") from error
        except restoring.NotEmpty:
            raise CommandError(
                "There is a newsroom here already, and nothing was changed. To lose it and restore the "
                "archive in its place, say --replace."
            ) from None
        except FileNotFoundError as error:
            raise CommandError(f"There is no {error.filename}.") from error
        except OSError as error:
            raise CommandError(f"{file} could not be restored: {error}") from error
        rows = sum(entry["rows"] for entry in manifest.tables.values())
        self.stdout.write(f"Restored {rows} rows and {len(manifest.files)} files, as of {manifest.made_at}.")
