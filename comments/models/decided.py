"""What somebody asks of the moderators, who decide for or against it and say why."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from comments.states import Decision

MOST_ANSWER = 2_000


class Decided(models.Model):
    decision = models.CharField(max_length=10, choices=Decision, default=Decision.OPEN)
    decided_at = models.DateTimeField("decided", null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answer = models.TextField("answer, with the reasons", max_length=MOST_ANSWER, blank=True)

    class Meta:
        abstract = True
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=Q(decision__in=Decision.values), name="%(class)s_decision_is_known"
            ),
            models.CheckConstraint(
                condition=Q(decision=Decision.OPEN, decided_at=None)
                | (~Q(decision=Decision.OPEN) & Q(decided_at__isnull=False)),
                name="%(class)s_was_decided_at_an_instant",
            ),
        ]

    @property
    def is_open(self) -> bool:
        return self.decision == Decision.OPEN

    @property
    def is_upheld(self) -> bool:
        return self.decision == Decision.UPHELD
