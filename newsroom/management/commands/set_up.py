"""Bring a newsroom for trying things out up to date, in one process, so that a second start is quick."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "What `make run` does before it serves: database, first story, static files, demo accounts."

    def handle(self, *args: Any, **options: Any) -> None:
        settings.DATA_DIR.mkdir(exist_ok=True)
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        call_command("load_first_story", stdout=self.stdout)
        call_command("collectstatic", verbosity=0, interactive=False)
        call_command("demo_accounts", stdout=self.stdout)
