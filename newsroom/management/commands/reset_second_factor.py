"""Let somebody in who has lost their phone, key and recovery codes: by their password alone, once."""

from argparse import ArgumentParser
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError

from newsroom import sign_ins
from newsroom.management import people


class Command(BaseCommand):
    help = (
        "Removes a person's second factors, after asking. Be sure who asks: ring them back on a known number."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--no-input", action="store_true", help="Don't ask.")

    def handle(self, *args: Any, username: str, no_input: bool, **options: Any) -> None:
        person = people.find(username)
        factors = Authenticator.objects.filter(user=person).order_by("created_at")
        if not factors:
            raise CommandError(f"{username} has no second factor.")
        for factor in factors:
            self.stdout.write(f"  {factor.get_type_display()}, since {factor.created_at:%Y-%m-%d}")
        if not no_input and input(f"Remove these of {username}? Type yes: ").strip().lower() != "yes":
            raise CommandError("Nothing was removed.")
        sign_ins.remove_second_factors(person)
        self.stdout.write(
            f"Removed. {username} signs in with the password alone, and should add a new one now."
        )
