"""Mistakes that readers spotted: the sentence, what they say is wrong with it, and what came of it."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.querysets import MistakeQuerySet
from articles.spotting import place_name
from articles.states import Finding

MOST_WRONG = 2_000
#: How long a reader's address is kept where no answer was sent to it.
ADDRESS_KEPT = timedelta(days=30)


class Mistake(models.Model):
    """A reader's report on one sentence of a published version, as it stood there.

    An answer is owed to the reader while `answer_due_at` is set: not before that instant, and once.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="mistakes", verbose_name="story"
    )
    edition = models.ForeignKey(
        "articles.Edition", models.PROTECT, related_name="mistakes", verbose_name="published version"
    )
    paragraph = models.IntegerField(help_text="From 1 in the body; 0 is the standfirst, -1 the headline.")
    sentence = models.TextField()
    wrong = models.TextField("what is wrong", max_length=MOST_WRONG)
    email = models.EmailField("address of the reader", blank=True, max_length=254)
    spotted_at = models.DateTimeField("spotted")

    state = models.CharField(max_length=10, choices=Finding, default=Finding.OPEN)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField("decided", null=True)
    answer = models.TextField("answer to the reader", blank=True, max_length=1000)
    settled_by = models.ForeignKey(
        "articles.Edition",
        models.PROTECT,
        null=True,
        related_name="mistakes_settled",
        verbose_name="version that corrected it",
    )
    answer_due_at = models.DateTimeField(null=True)
    answer_tries = models.PositiveSmallIntegerField(default=0)
    answered_at = models.DateTimeField("answered", null=True)

    objects = MistakeQuerySet.as_manager()

    class Meta:
        ordering = ("-spotted_at", "-pk")
        verbose_name = "mistake that a reader spotted"
        verbose_name_plural = "readers spotted"
        # They come from readers, and are kept.
        default_permissions = ("view",)
        permissions = [("decide_mistake", "Can decide on mistakes that readers spotted")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=Finding.values), name="finding_is_known"),
            models.CheckConstraint(
                condition=Q(state=Finding.CORRECTED, settled_by__isnull=False)
                | (~Q(state=Finding.CORRECTED) & Q(settled_by=None)),
                name="corrected_by_an_edition",
            ),
            models.CheckConstraint(
                condition=Q(answer_due_at=None) | ~Q(email=""), name="answer_is_owed_to_an_address"
            ),
        ]
        indexes = [
            models.Index(fields=["article", "-spotted_at"], name="mistakes_of_article"),
            models.Index(fields=["state", "-spotted_at"], name="mistakes_by_state"),
            models.Index(
                fields=["answer_due_at"], condition=Q(answer_due_at__isnull=False), name="answers_owed"
            ),
            models.Index(fields=["spotted_at"], condition=~Q(email=""), name="mistakes_with_address"),
        ]

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence[:80]}"

    @property
    def where(self) -> str:
        """“Paragraph 3 of published version 2”; `edition` should be at hand."""
        return f"{place_name(self.paragraph)} of published version {self.edition.number}"
