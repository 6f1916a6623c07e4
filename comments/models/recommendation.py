"""Recommendations: who supports a comment, so that each person counts once."""

from django.db import models


class Recommendation(models.Model):
    """`person` is a key of `moderation.tracing.persons`. One that was made of an address says nothing any
    more once its key has gone, and may then be deleted: the count on the comment stays."""

    comment = models.ForeignKey("comments.Comment", models.CASCADE, related_name="recommendations")
    person = models.CharField(max_length=60)
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["comment", "person"], name="one_recommendation_a_person")
        ]

    def __str__(self) -> str:
        return f"Recommendation of comment {self.comment_id}"
