"""`manage.py rebuild_comments`: make places, counters and HTML of the discussions anew."""

from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm

from articles.models import Article
from comments import moderation
from comments.models import Comment


class Command(BaseCommand):
    help = "Make the places, counters and HTML of comments anew from what was said in reply to what."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "uids", nargs="*", type=UUID, help="Only the discussions of these articles, by their uid."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        articles = Article.objects.filter(pk__in=Comment.objects.order_by().values("article"))
        if options["uids"]:
            articles = articles.filter(uid__in=options["uids"])
        progress = tqdm(
            articles.order_by("pk"), unit="story", file=self.stderr, disable=options["verbosity"] == 0
        )
        count = sum(moderation.rebuild(article) for article in progress)
        self.stdout.write(f"{count:,} comments rebuilt.")
