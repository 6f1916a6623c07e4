"""`manage.py send_owed_mail`: answers that readers are owed. It may run at any time, also twice at once."""

from typing import Any

from django.core.management.base import BaseCommand

from articles.desk.answering import forget_addresses, send_owed


class Command(BaseCommand):
    help = (
        "Mail readers what came of the mistakes they reported, and delete the addresses of those who were "
        "not answered within thirty days. A timer runs it; what can't be sent is tried again later."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        sent, failed = send_owed()
        forgotten = forget_addresses()
        if sent:
            self.stdout.write(f"{sent} sent.")
        if failed:
            self.stderr.write(f"{failed} could not be sent, and will be tried again.")
        if forgotten:
            self.stdout.write(f"{forgotten} addresses deleted that were kept for thirty days.")
