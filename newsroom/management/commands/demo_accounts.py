"""Accounts for trying the newsroom out: make them, give them new passwords, or remove them."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from newsroom import demo


class Command(BaseCommand):
    help = "Makes one demo account for each role, in a newsroom that has no accounts yet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument(
            "--new-passwords", action="store_true", help="Give the demo accounts new passwords."
        )
        choice.add_argument("--remove", action="store_true", help="Remove the demo accounts.")

    def handle(self, *args: Any, new_passwords: bool, remove: bool, **options: Any) -> None:
        if remove:
            self.report_removal(*demo.remove())
        elif new_passwords:
            self.report_passwords(demo.give_new_passwords())
        elif not User.objects.exists():
            self.report_passwords(demo.make())
        else:
            self.stdout.write(
                "There are accounts already; `make passwords` gives new passwords to demo accounts."
            )

    def report_passwords(self, passwords: dict[str, str]) -> None:
        if not passwords:
            raise CommandError("There are no demo accounts here.")
        self.stdout.write(
            "Demo accounts, for this machine only (shown once; `make passwords` makes new ones):"
        )
        for name, password in passwords.items():
            self.stdout.write(f"  {name:<14}  {password}")

    def report_removal(self, deleted: list[str], closed: list[str]) -> None:
        if deleted:
            self.stdout.write(f"Deleted: {', '.join(deleted)}.")
        if closed:
            self.stdout.write(f"Closed, since the history names them: {', '.join(closed)}.")
        if not deleted and not closed:
            self.stdout.write("There are no demo accounts here.")
