"""History: the working copy as it was after each deliberate save."""

from django.conf import settings
from django.db import models

from articles.querysets import RevisionQuerySet


class Revision(models.Model):
    """`fields` holds everything that can be written in the form; `articles.desk.fields` has its shape."""

    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="revisions", verbose_name="story"
    )
    version = models.PositiveIntegerField()
    fields = models.JSONField()
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    saved_by_name = models.CharField(max_length=160, help_text="As it was printed then.")
    saved_at = models.DateTimeField()
    sitting = models.UUIDField(null=True, help_text="The opened form that it was written in.")

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ("-version",)
        get_latest_by = "version"
        constraints = [
            models.UniqueConstraint(fields=["article", "version"], name="one_revision_a_version"),
        ]
        indexes = [models.Index(fields=["sitting"], name="revision_of_sitting")]

    def __str__(self) -> str:
        return f"Copy {self.version}"

    def natural_key(self) -> tuple[str, int]:
        return (str(self.article.uid), self.version)

    natural_key.dependencies = ["articles.article"]  # type: ignore[attr-defined]
