"""Contributors: people whose names are printed. They need have no account."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from articles.querysets import SlugQuerySet


class Contributor(models.Model):
    name = models.CharField(max_length=120, help_text="As it is printed.")
    slug = models.SlugField("address", max_length=120, unique=True)
    job_title = models.CharField(max_length=120, blank=True, help_text="For example “Africa correspondent”.")
    biography = models.TextField(blank=True, max_length=2000)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="contributor",
        verbose_name="account",
        help_text="Only if this person signs in here.",
    )

    objects = SlugQuerySet.as_manager()

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("articles:contributor", args=[self.slug])

    def natural_key(self) -> tuple[str]:
        return (self.slug,)
