"""The words that a working copy and an edition share."""

from django.conf import settings
from django.db import models
from django.utils.translation import get_language_info

from articles.body import HTMLField
from articles.states import Kind


def site_language() -> str:
    return settings.LANGUAGE_CODE


def is_right_to_left(language: str) -> bool:
    """Whether a language, by its code, is written from right to left; unknown ones are taken not to be."""
    try:
        return get_language_info(language.lower())["bidi"]
    except KeyError:
        return False


class Story(models.Model):
    """Abstract. `STORY_FIELDS` names the columns that an edition copies from the working copy."""

    headline = models.CharField(max_length=200, blank=True)
    kicker = models.CharField(max_length=60, blank=True, help_text="The label above the headline.")
    standfirst = models.TextField(max_length=600, blank=True, help_text="The summary below the headline.")
    dateline = models.CharField(
        max_length=80, blank=True, help_text="The place it was reported from, for example “Tripoli”."
    )
    body = HTMLField(blank=True)
    section = models.ForeignKey(
        "articles.Section", models.PROTECT, null=True, blank=True, related_name="%(class)ss"
    )
    topics = models.ManyToManyField("articles.Topic", blank=True, related_name="%(class)ss")
    byline_override = models.CharField(
        "byline",
        max_length=200,
        blank=True,
        help_text="Printed instead of the line made from the credits. Leave empty as a rule.",
    )
    kind = models.CharField("kind of work", max_length=20, choices=Kind, default=Kind.NEWS)
    source = models.CharField(max_length=120, blank=True, help_text="The agency, if the copy is an agency's.")
    language = models.CharField(
        max_length=12,
        default=site_language,
        help_text="As in “en” or “pt-BR”: how screen readers will speak it.",
    )
    search_title = models.CharField(max_length=200, blank=True, help_text="Only if not the headline.")
    search_description = models.CharField(max_length=300, blank=True, help_text="Only if not the standfirst.")
    social_title = models.CharField(max_length=200, blank=True, help_text="Only if not the headline.")
    social_description = models.CharField(max_length=300, blank=True, help_text="Only if not the standfirst.")

    class Meta:
        abstract = True

    @property
    def title_for_search(self) -> str:
        return self.search_title or self.headline

    @property
    def title_for_sharing(self) -> str:
        return self.social_title or self.headline


STORY_FIELDS = tuple(field.name for field in Story._meta.local_fields)
