"""Fill a newsroom with made-up stories and comments, to judge layouts and to measure."""

from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from datetime import UTC, date, datetime, time
from random import Random
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, transaction
from django.utils import timezone
from tqdm import tqdm

from articles.models import Edition
from newsroom.seeding import discussions
from newsroom.seeding.stories import StorySeeder

#: Stories written in one transaction.
BATCH = 500
EARLIEST = 1900


class Command(BaseCommand):
    help = "Fill the newsroom with made-up stories and comments. The same seed gives the same ones."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--stories", type=_count, default=40, help="how many stories (40)")
        parser.add_argument("--comments", type=_count, default=200, help="how many comments in all (200)")
        parser.add_argument("--seed", type=int, default=1, help="another number makes another newsroom (1)")
        parser.add_argument("--until", help="when the newest story came out, as 2026-05-14 (today)")

    def handle(self, *, stories: int, comments: int, seed: int, until: str | None, **options: Any) -> None:
        if comments and not stories:
            raise CommandError("Comments go to the stories made up beside them; ask for --stories as well.")
        random, newest = Random(seed), _instant(until)  # noqa: S311 (nothing here is secret)
        try:
            firsts = self._write_stories(StorySeeder(random, newest), stories)
        except IntegrityError as error:
            raise CommandError(
                f"This newsroom has the made-up stories of seed {seed} already. Choose another --seed."
            ) from error
        self._write_comments(random, firsts, newest, comments)
        self.stdout.write(f"Made up {stories} stories and {comments} comments.")

    def _write_stories(self, seeder: StorySeeder, count: int) -> list[Edition]:
        """Write so many stories, the oldest first, and return their first editions."""
        firsts: list[Edition] = []
        with tqdm(total=count, desc="Stories", unit=" stories", disable=None) as progress:
            for oldest in range(count, 0, -BATCH):
                ages = range(oldest - 1, max(oldest - BATCH, 0) - 1, -1)
                with transaction.atomic():
                    firsts += seeder.write(ages)
                progress.update(len(ages))
        return firsts

    def _write_comments(self, random: Random, firsts: list[Edition], until: datetime, count: int) -> None:
        """Spread comments over the stories: a few draw most of them, and many none."""
        newest_first = sorted(firsts, key=lambda first: first.first_published_at, reverse=True)
        weights = [1 / rank for rank in range(1, len(firsts) + 1)]
        shares = Counter(random.choices(range(len(firsts)), weights, k=count)) if count else Counter()
        with tqdm(total=count, desc="Comments", unit=" comments", disable=None) as progress:
            for place, share in sorted(shares.items()):
                first = newest_first[place]
                with transaction.atomic():
                    discussions.write(random, first.article, first.first_published_at, until, share)
                progress.update(share)


def _count(typed: str) -> int:
    if not (typed.isascii() and typed.isdecimal()):
        raise ArgumentTypeError(f"how many must be a number such as 40, not “{typed}”")
    return int(typed)


def _instant(until: str | None) -> datetime:
    if until is None:
        return timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    try:
        day = date.fromisoformat(until)
    except ValueError as error:
        raise CommandError(f"--until must be a date such as 2026-05-14, not “{until}”.") from error
    if day.year < EARLIEST:
        raise CommandError(f"--until must be in {EARLIEST} or later, so that older stories have a date too.")
    return datetime.combine(day, time(), UTC)
