"""Where things are found: the addresses of stories, and where sections, topics and people have moved."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from articles.querysets import AddressQuerySet

#: One slash at each end; two at the beginning would lead to another site.
SITE_PATH = re.compile(r"/(?:[\w.~%-]+/)*")


class Address(models.Model):
    """A path at which a story is or was found. Fixed at first publication, whatever its shape."""

    path = models.CharField(max_length=400, unique=True)
    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="addresses")
    is_current = models.BooleanField(default=True)

    objects = AddressQuerySet.as_manager()

    class Meta:
        ordering = ("path",)
        verbose_name_plural = "addresses"
        constraints = [
            models.UniqueConstraint(
                fields=["article"], condition=Q(is_current=True), name="one_current_address_an_article"
            ),
            models.CheckConstraint(
                condition=Q(path__startswith="/", path__endswith="/"), name="address_is_a_path"
            ),
        ]

    def __str__(self) -> str:
        return self.path

    def natural_key(self) -> tuple[str]:
        return (self.path,)


class Redirect(models.Model):
    """The former path of a section, topic or contributor, and its present one."""

    old_path = models.CharField(max_length=200, unique=True)
    new_path = models.CharField(max_length=200)

    class Meta:
        ordering = ("old_path",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(old_path=models.F("new_path")), name="redirect_leads_elsewhere"
            )
        ]

    def __str__(self) -> str:
        return f"{self.old_path} → {self.new_path}"

    def clean(self) -> None:
        """Paths of this site, and no way that leads round in a circle."""
        for field in ("old_path", "new_path"):
            if not SITE_PATH.fullmatch(getattr(self, field)):
                sentence = "A path on this site, beginning and ending with a slash: “/world/africa/”."
                raise ValidationError({field: ValidationError(sentence, code="no-path")})
        if self.new_path == self.old_path or Redirect.objects.filter(old_path=self.new_path).exists():
            sentence = "This path leads on to another. Enter the one at the end of the way."
            raise ValidationError({"new_path": ValidationError(sentence, code="leads-on")})
