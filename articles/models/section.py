"""Sections: where readers find a story. A tree two levels deep, in an order that the editors choose."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from articles.querysets import SectionQuerySet

#: First words of addresses that are not sections. A year can't be one either.
RESERVED_SLUGS = frozenset(
    "accounts admin api by comments corrections feed feeds health media preview robots search sitemap "
    "sitemaps static topic topics write".split()
)


def validate_top_level_slug(slug: str) -> None:
    """Refuse a slug that would hide other pages of the site, or be hidden by them."""
    if slug in RESERVED_SLUGS or slug.isdecimal():
        raise ValidationError(
            "The address “/%(slug)s/” is needed for other pages. Choose another word.",
            code="reserved-slug",
            params={"slug": slug},
        )


class Section(models.Model):
    name = models.CharField(max_length=80)
    slug = models.SlugField(
        "address", max_length=80, help_text="The word in the web address: “africa” makes /world/africa/."
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        limit_choices_to={"parent": None},
        help_text="Leave empty for a section of its own; stories of a sub-section appear in both.",
    )
    path = models.CharField(max_length=170, unique=True, editable=False)
    order = models.PositiveSmallIntegerField(default=0, help_text="Lower numbers come first in the menu.")
    description = models.CharField(max_length=300, blank=True, help_text="A line below the section's name.")
    four_eyes = models.BooleanField(
        default=False,
        help_text="Whoever marks a story ready or publishes it may not be the only one who wrote it. "
        "Sub-sections follow.",
    )

    objects = SectionQuerySet.as_manager()

    class Meta:
        ordering = ("order", "name")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")), name="section_is_not_its_own_parent"
            )
        ]

    def __str__(self) -> str:
        return f"{self.parent.name} › {self.name}" if self.parent else self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.path = self.make_path()
        if fields := kwargs.get("update_fields"):
            kwargs["update_fields"] = {*fields, "path"}
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return self.path

    def natural_key(self) -> tuple[str]:
        return (self.path,)

    def make_path(self) -> str:
        return f"/{self.parent.slug}/{self.slug}/" if self.parent else f"/{self.slug}/"

    def clean(self) -> None:
        if self.parent is None:
            validate_top_level_slug(self.slug)
        elif self.parent.parent_id or self.parent == self or (self.pk and self.children.exists()):
            raise ValidationError(
                {"parent": ValidationError("Sections are two levels deep at most.", code="too-deep")}
            )
        if Section.objects.exclude(pk=self.pk).filter(path=self.make_path()).exists():
            raise ValidationError(
                {"slug": ValidationError("Another section has this address.", code="address-taken")}
            )

    @property
    def top(self) -> "Section":
        """The section at the first level that this one is or belongs to."""
        return self.parent or self

    @property
    def wants_four_eyes(self) -> bool:
        return self.four_eyes or self.top.four_eyes
