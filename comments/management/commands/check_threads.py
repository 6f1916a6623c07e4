"""`manage.py check_threads`: find, and with `--fix` mend, what no longer follows from what was said."""

from functools import partial
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Exists, OuterRef, QuerySet
from tqdm import tqdm

from articles.models import Article
from comments import moderation
from comments.models import Comment, Discussion
from comments.moderation.checking import Report, check


class Command(BaseCommand):
    help = (
        "Look for places, counters and HTML of comments that no longer follow from what was said in reply to "
        "what, and say which. With --fix, make those of the discussions concerned anew."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "uids", nargs="*", type=UUID, help="only the discussions of these stories, by their uid"
        )
        parser.add_argument("--fix", action="store_true", help="mend what can be mended")

    def handle(self, *args: Any, uids: list[UUID], fix: bool, verbosity: int, **options: Any) -> None:
        articles = _discussed(uids)
        wrong = left = 0
        total = Comment.objects.filter(article__in=articles).count()
        bar = partial(tqdm, file=self.stderr, disable=verbosity == 0)
        # Each is looked at twice: where it stands, and what it says.
        with bar(desc="Looking", total=2 * total, unit=" steps") as progress:
            for article in articles.iterator():
                report = check(article, progress.update)
                if report:
                    wrong += 1
                    left += not self._deal_with(article, report, fix, bar)
        if not wrong:
            self.stdout.write("All is as it should be.")
        elif left:
            raise CommandError(f"{_stories(wrong)} wrong; {left} not mended.")
        else:
            self.stdout.write(f"{_stories(wrong)} wrong, and mended.")

    def _deal_with(self, article: Article, report: Report, fix: bool, bar: Any) -> bool:
        """Say what is wrong, and whether it was mended."""
        self.stdout.write(f"{article.headline} ({article.uid})")
        for sentence in report.sentences():
            self.stdout.write(f"  {sentence}")
        if not report.can_be_mended:
            self.stdout.write(
                "  Nothing of this discussion is changed. Say what these comments answer first."
            )
        elif fix:
            track = partial(bar, desc="Mending", unit=" batches", leave=False)
            self.stdout.write(f"  Mended: {moderation.rebuild(article, track):,} comments.")
            return True
        return False


def _discussed(uids: list[UUID]) -> QuerySet[Article]:
    of_article = {"article": OuterRef("pk")}
    articles = Article.objects.filter(
        Exists(Comment.objects.filter(**of_article)) | Exists(Discussion.objects.filter(**of_article))
    )
    if uids:
        articles = articles.filter(uid__in=uids)
        unknown = set(uids) - set(articles.values_list("uid", flat=True))
        if unknown:
            raise CommandError(f"There is no discussed story with the uid {min(unknown)}.")
    return articles.order_by("pk").only("uid", "headline")


def _stories(count: int) -> str:
    return "1 discussion is" if count == 1 else f"{count:,} discussions are"
