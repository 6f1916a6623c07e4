"""Topics: what a story is about. A tag, a person, a place, an organisation or a running story."""

from django.db import models
from django.urls import reverse

from articles.querysets import SlugQuerySet


class Topic(models.Model):
    class Kind(models.TextChoices):
        TAG = "tag", "Tag"
        PERSON = "person", "Person"
        PLACE = "place", "Place"
        ORGANISATION = "organisation", "Organisation"
        RUNNING_STORY = "running-story", "Running story"

    name = models.CharField(max_length=120)
    slug = models.SlugField("address", max_length=120, unique=True)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.TAG)
    description = models.CharField(max_length=300, blank=True, help_text="A line below the topic's name.")

    objects = SlugQuerySet.as_manager()

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("articles:topic", args=[self.slug])

    def natural_key(self) -> tuple[str]:
        return (self.slug,)
