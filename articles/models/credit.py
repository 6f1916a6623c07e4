"""Credits: a person, what they did for the story, and in which order the byline names them."""

from django.db import models

from articles.bylines import Role


class Credit(models.Model):
    contributor = models.ForeignKey("articles.Contributor", models.PROTECT, related_name="%(class)ss")
    role = models.CharField(max_length=20, choices=Role, default=Role.AUTHOR)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ("order", "pk")

    def __str__(self) -> str:
        return f"{self.contributor} ({self.get_role_display()})"


class ArticleCredit(Credit):
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="credits")

    class Meta(Credit.Meta):
        verbose_name = "credit"
        constraints = [
            models.UniqueConstraint(
                fields=["article", "contributor", "role"], name="article_credits_a_role_once"
            )
        ]


class EditionCredit(Credit):
    edition = models.ForeignKey("articles.Edition", models.CASCADE, related_name="credits")

    class Meta(Credit.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "contributor", "role"], name="edition_credits_a_role_once"
            )
        ]
