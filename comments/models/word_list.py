"""Word lists of the moderators: what holds a comment, or holds it as spam."""

from hashlib import sha256

from django.conf import settings
from django.db import models


class WordList(models.Model):
    """`entries` is text, one entry a line. `version` is a digest of it, by which processes know whether what
    they keep of a list still holds."""

    class Kind(models.TextChoices):
        HOLD = "hold", "Hold"
        SPAM = "spam", "Hold as spam"

    kind = models.CharField(max_length=10, choices=Kind, unique=True)
    entries = models.TextField(blank=True)
    version = models.CharField(max_length=64, editable=False)
    changed_at = models.DateTimeField(null=True, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    class Meta:
        ordering = ("kind",)
        default_permissions = ("view", "change")
        verbose_name = "word list"

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def count(self) -> int:
        return sum(1 for line in self.entries.splitlines() if line.strip())


def version_of(entries: str) -> str:
    return sha256(entries.encode()).hexdigest()
