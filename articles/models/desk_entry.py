"""The desk's log: who did what to an article, when, and why. Every verb leaves one entry."""

from django.conf import settings
from django.db import models


class DeskEntry(models.Model):
    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="desk_entries", verbose_name="story"
    )
    edition = models.ForeignKey(
        "articles.Edition",
        models.PROTECT,
        null=True,
        related_name="desk_entries",
        verbose_name="published version",
    )
    verb = models.CharField(max_length=20)
    from_state = models.CharField(max_length=10)
    to_state = models.CharField(max_length=10)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    actor_name = models.CharField(
        max_length=160, help_text="As it was printed then; stays if the person is renamed."
    )
    reason = models.TextField(blank=True)
    details = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = "entry in the desk's log"
        verbose_name_plural = "the desk's log"
        indexes = [models.Index(fields=["article", "-at"], name="desk_entries_of_article")]

    def __str__(self) -> str:
        return f"{self.actor_name}: {self.verb}"
