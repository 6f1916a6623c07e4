"""Sign somebody out everywhere, for instance when they leave or have lost a laptop."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from newsroom import sign_ins
from newsroom.management import people


class Command(BaseCommand):
    help = "Ends all sessions of a person; with --deactivate they can't sign in again either."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--deactivate", action="store_true", help="Close the account as well.")

    def handle(self, *args: Any, username: str, deactivate: bool, **options: Any) -> None:
        person = people.find(username)
        if deactivate:
            sign_ins.deactivate(person)
        count = sign_ins.end_sessions(person)
        self.stdout.write(f"Ended {count} {'session' if count == 1 else 'sessions'} of {username}.")
        if deactivate:
            self.stdout.write("The account is closed; what they wrote and decided stays under their name.")
