"""`manage.py verify_moderation_log`: prove that the log of decisions is as it was written."""

from argparse import ArgumentTypeError
from re import fullmatch
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from comments.models import ModerationEntry
from comments.moderation.verifying import BrokenLog, Walk


class Command(BaseCommand):
    help = (
        "Prove that no decision in the moderators' log was changed, removed or inserted, and print its last "
        "seal. Note that seal elsewhere: given as --head later, it proves that the log was not cut off or "
        "written anew since."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--head", type=_seal, help="a seal that this command printed earlier")

    def handle(self, *args: Any, head: str | None, verbosity: int, **options: Any) -> None:
        walk = Walk(noted=head)
        count = ModerationEntry.objects.count()
        try:
            for _ in tqdm(
                walk.entries(), total=count, unit=" entries", file=self.stderr, disable=verbosity == 0
            ):
                pass
        except BrokenLog as broken:
            raise CommandError(str(broken)) from broken
        entries = "1 entry" if walk.position == 1 else f"{walk.position:,} entries"
        self.stdout.write(f"{entries}, all as written. The last seal: {walk.chain or 'none yet'}")


def _seal(typed: str) -> str:
    if not fullmatch("[0-9a-f]{64}", typed):
        raise ArgumentTypeError("a seal has 64 digits, 0 to 9 and a to f, as this command prints it")
    return typed
