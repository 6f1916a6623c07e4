"""Branches that are taken from readers whole: the comment at the head, and all that stands below it."""

from django.db import models

from comments import paths
from comments.querysets import HiddenBranchQuerySet
from comments.states import reasons


class HiddenBranch(models.Model):
    """One row hides a branch of any size, and remembers why; without it, all is as it was.

    `article` and `path` are the comment's, kept here so that readers' queries find what is hidden among
    the few rows of this table.
    """

    comment = models.OneToOneField(
        "comments.Comment", models.PROTECT, primary_key=True, related_name="hidden_branch"
    )
    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="+", db_index=False)
    path = paths.PathField()
    why = models.CharField(max_length=20, choices=reasons)

    objects = HiddenBranchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "hidden branches"
        constraints = [
            models.UniqueConstraint(fields=["article", "path"], name="branch_is_hidden_once"),
        ]

    def __str__(self) -> str:
        return f"Branch of comment {self.pk}"
