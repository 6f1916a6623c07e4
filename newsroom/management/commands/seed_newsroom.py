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
        parser.add_argument(
            "--comments", type=_count, help="how many comments in all (200; without stories none)"
        )
        parser.add_argument(
            "--discussion",
            type=_count,
            default=0,
            help="one story more, with so many comments, such as 100000",
        )
        parser.add_argument(
            "--shape",
            choices=discussions.SHAPES,
            default="random",
            help="what the comments of --discussion answer: one another as it comes, all the first, or each "
            "the one before (random)",
        )
        parser.add_argument("--seed", type=int, default=1, help="another number makes another newsroom (1)")
        parser.add_argument("--until", help="when the newest story came out, as 2026-05-14 (today)")

    def handle(
        self,
        *,
        stories: int,
        comments: int | None,
        discussion: int,
        shape: str,
        seed: int,
        until: str | None,
        **options: Any,
    ) -> None:
        if comments is None:
            comments = 200 if stories else 0
        if comments and not stories:
            raise CommandError("Comments go to the stories made up beside them; ask for --stories as well.")
        random, newest = Random(seed), _instant(until)  # noqa: S311 (nothing here is secret)
        try:
            seeder = StorySeeder(random, newest)
            firsts = self._write_stories(seeder, stories + bool(discussion))
        except IntegrityError as error:
            raise CommandError(
                f"This newsroom has the made-up stories of seed {seed} already. Choose another --seed."
            ) from error
        made = [f"{_said(stories, 'story', 'stories')} and {_said(comments, 'comment', 'comments')}"]
        if discussion:
            # The oldest, so that there was time for so much to be said.
            oldest, *firsts = firsts
            self._discuss(random, {oldest: discussion}, newest, discussions.SHAPES[shape])
            said = _said(discussion, "comment", "comments")
            made.append(f"one with {said} at {oldest.get_absolute_url()}")
        self._write_comments(random, firsts, newest, comments)
        self.stdout.write(f"Made up {', and '.join(made)}.")

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
        drawn = random.choices(newest_first, weights, k=count) if count else []
        self._discuss(random, Counter(drawn), until)

    def _discuss(
        self,
        random: Random,
        shares: dict[Edition, int],
        until: datetime,
        shape: discussions.Shape = discussions.as_it_grows,
    ) -> None:
        """Write so many comments on each of these stories."""
        with tqdm(total=sum(shares.values()), desc="Comments", unit=" comments", disable=None) as progress:
            for first, share in shares.items():
                written = discussions.write(
                    random, first.article, first.first_published_at, until, share, shape
                )
                with transaction.atomic():
                    for count in written:
                        progress.update(count)


def _count(typed: str) -> int:
    if not (typed.isascii() and typed.isdecimal()):
        raise ArgumentTypeError(f"how many must be a number such as 40, not “{typed}”")
    return int(typed)


def _said(count: int, one: str, several: str) -> str:
    return f"1 {one}" if count == 1 else f"{count:,} {several}"


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
