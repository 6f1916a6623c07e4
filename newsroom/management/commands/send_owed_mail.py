"""`manage.py send_owed_mail`: mail that readers are owed. It may run at any time, also twice at once."""

import os
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from articles.desk import answering
from comments.moderation import mailing, telling
from comments.moderation.answering import send_owed as send_owed_on_notices


class Command(BaseCommand):
    help = (
        "Mail readers what came of the mistakes and the illegal content that they reported, the links that "
        "they asked for, and replies to their comments. What can't be sent is tried again later. Addresses "
        "of those whom nobody "
        "answered in thirty days go."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--every", type=int, metavar="SECONDS", help="Go on, and look again after so many seconds."
        )
        parser.add_argument(
            "--beside", type=int, metavar="PROCESS", help="Go on for as long as this process lives."
        )

    def handle(self, *args: Any, every: int | None, beside: int | None, **options: Any) -> None:
        self.send()
        while every and (beside is None or _lives(beside)):
            time.sleep(every)
            close_old_connections()
            try:
                self.send()
            except DatabaseError as error:
                # What is owed waits where it is, and the next look may find the database again.
                self.stderr.write(f"The database could not be asked: {error}")

    def send(self) -> None:
        results = [
            answering.send_owed(),
            mailing.send_owed(),
            telling.send_owed(),
            send_owed_on_notices(),
        ]
        sent, failed = (sum(counts) for counts in zip(*results, strict=True))
        forgotten = answering.forget_addresses()
        if sent:
            self.stdout.write(f"{sent} sent.")
        if failed:
            self.stderr.write(f"{failed} could not be sent, and will be tried again.")
        if forgotten:
            self.stdout.write(f"{forgotten} addresses deleted that were kept for thirty days.")


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        # It lives, as somebody else's.
        return True
    return True
