"""Writers: addresses that were proved to be somebody's. What earns trust, since a matching name earns none.

Nobody can prove an address yet, so nothing makes one of these; the column on comments waits for it.
"""

from django.db import models


class Writer(models.Model):
    email = models.EmailField(max_length=254, unique=True)
    proved_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Writer {self.pk}"
