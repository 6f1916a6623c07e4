"""The accounts for trying the newsroom out: one for each role, recognised by where their mail would go.

`.invalid` can belong to nobody, so such an address is a mark that no real account can carry by chance.
"""

import secrets

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.db.models import ProtectedError, QuerySet

from newsroom.roles import Role

DOMAIN = "demo.invalid"


def accounts() -> QuerySet[User]:
    return User.objects.filter(email__iendswith=f"@{DOMAIN}").order_by("pk")


@transaction.atomic
def make() -> dict[str, str]:
    """One account a role, named like the role. Returns the password of each user name.

    The administrator is a superuser as well, like the first account of a real newsroom: whoever tries things
    out should find every corner of the desk, and the other three show what a role may not do. Addresses
    count as proved, since a second factor can be added only then.
    """
    return {role.value: _make_one(role) for role in Role}


@transaction.atomic
def give_new_passwords() -> dict[str, str]:
    """Also ends the sessions of those accounts, as every change of a password does."""
    return {user.username: _give_password(user) for user in accounts()}


@transaction.atomic
def remove() -> tuple[list[str], list[str]]:
    """Delete the demo accounts. Returns the names of those deleted, and of those that could only be closed.

    One that did something is in the history for good: it loses its password, its groups and its
    address, and can't sign in again.
    """
    deleted, closed = [], []
    for user in accounts():
        try:
            with transaction.atomic():
                user.delete()
            deleted.append(user.username)
        except ProtectedError:
            _close(user)
            closed.append(user.username)
    return deleted, closed


def _make_one(role: Role) -> str:
    user = User.objects.create_user(
        role.value,
        f"{role.value}@{DOMAIN}",
        first_name="Demo",
        last_name=role.value.capitalize(),
        is_staff=True,
        is_superuser=role == Role.ADMINISTRATOR,
    )
    user.groups.add(Group.objects.get(name=role.value))
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return _give_password(user)


def _give_password(user: User) -> str:
    password = secrets.token_urlsafe(12)
    user.set_password(password)
    user.save(update_fields=["password"])
    return password


def _close(user: User) -> None:
    user.set_unusable_password()
    user.is_active = user.is_staff = user.is_superuser = False
    user.email = ""
    user.save()
    user.groups.clear()
    EmailAddress.objects.filter(user=user).delete()
