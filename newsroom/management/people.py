"""How a command line names a person."""

from django.contrib.auth.models import User
from django.core.management.base import CommandError


def find(username: str) -> User:
    try:
        return User.objects.get(username=username)
    except User.DoesNotExist:
        raise CommandError(f"Nobody here has the user name “{username}”.") from None
