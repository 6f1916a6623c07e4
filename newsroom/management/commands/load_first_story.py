"""Load the story that a newsroom starts from, into an empty newsroom only."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from articles.models import Article


class Command(BaseCommand):
    help = (
        "Loads the Libya story if there is no story at all; a fixture over a living newsroom would undo work."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("fixture", nargs="?", default="libya")

    def handle(self, *args: Any, fixture: str, **options: Any) -> None:
        count = Article.objects.count()
        if count:
            self.stdout.write(
                f"The newsroom has {count} {'story' if count == 1 else 'stories'}; none was loaded."
            )
            return
        call_command("loaddata", fixture, verbosity=0)
        headline = Article.objects.get().headline
        self.stdout.write(f"Loaded the first story: “{headline}”.")
