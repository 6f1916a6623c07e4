"""Writers: addresses that were proved to be somebody's. What earns trust; a name that matches earns none."""

import secrets

from django.db import models


def make_browser_key() -> str:
    return secrets.token_hex(16)


class Writer(models.Model):
    """`email` is in lower case; it is kept here alone, and no longer with the writer's comments."""

    email = models.EmailField("e-mail", max_length=254, unique=True)
    proved_at = models.DateTimeField()
    #: What the browsers hold in which the address was proved; another one, and they are strangers again.
    browser_key = models.CharField(max_length=32, default=make_browser_key, editable=False)
    #: Of mail about replies: how often it was tried in vain since one left, and until when there is none.
    mail_tries = models.PositiveSmallIntegerField(default=0, editable=False)
    no_mail_until = models.DateTimeField(null=True, editable=False)

    def __str__(self) -> str:
        return f"Writer {self.pk}"
