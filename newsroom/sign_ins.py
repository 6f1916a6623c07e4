"""Ending what a person is signed in with: their sessions, and their second factors."""

import logging

from allauth.mfa.models import Authenticator
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

log = logging.getLogger(__name__)


@transaction.atomic
def end_sessions(user: User) -> int:
    """Sign the person out everywhere. Returns how many sessions that ended; reads every open session once."""
    open_sessions = Session.objects.filter(expire_date__gt=timezone.now())
    theirs = [
        session.pk
        for session in open_sessions.iterator()
        if session.get_decoded().get(SESSION_KEY) == str(user.pk)
    ]
    Session.objects.filter(pk__in=theirs).delete()
    log.info("Ended %d sessions of %s.", len(theirs), user.username)
    return len(theirs)


def deactivate(user: User) -> None:
    """The account stays, since the history names it, but nobody can sign in with it or use what is open."""
    user.is_active = False
    user.save(update_fields=["is_active"])
    log.info("Deactivated %s.", user.username)


@transaction.atomic
def remove_second_factors(user: User) -> int:
    """The password alone lets the person in again, until they add a second factor anew."""
    count, _ = Authenticator.objects.filter(user=user).delete()
    log.warning("Removed %d second factors of %s.", count, user.username)
    return count
