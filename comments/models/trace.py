"""Traces: from which address a comment came, as fingerprints that can be erased alone."""

from django.db import models

from comments.fingerprints import WIDTH


class Trace(models.Model):
    comment = models.OneToOneField("comments.Comment", models.CASCADE, primary_key=True, related_name="trace")
    address = models.CharField(max_length=WIDTH)
    network = models.CharField(max_length=WIDTH)
    at = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [
            models.Index(fields=["address", "-at"], name="traces_of_address"),
            models.Index(fields=["network", "-at"], name="traces_of_network"),
        ]

    def __str__(self) -> str:
        return f"Trace of comment {self.pk}"
