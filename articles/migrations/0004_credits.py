"""Who wrote it, with their parts in it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_editions")]

    operations = [
        migrations.CreateModel(
            name="ArticleCredit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("author", "Author"),
                            ("reporting", "Additional reporting"),
                            ("photography", "Photography"),
                            ("translation", "Translation"),
                            ("editing", "Editing"),
                        ],
                        default="author",
                        max_length=20,
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="credits",
                        to="articles.article",
                    ),
                ),
                (
                    "contributor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="articles.contributor",
                    ),
                ),
            ],
            options={
                "verbose_name": "credit",
                "ordering": ("order", "pk"),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article", "contributor", "role"), name="article_credits_a_role_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EditionCredit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("author", "Author"),
                            ("reporting", "Additional reporting"),
                            ("photography", "Photography"),
                            ("translation", "Translation"),
                            ("editing", "Editing"),
                        ],
                        default="author",
                        max_length=20,
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0)),
                (
                    "contributor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="articles.contributor",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="credits",
                        to="articles.edition",
                    ),
                ),
            ],
            options={
                "ordering": ("order", "pk"),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "contributor", "role"), name="edition_credits_a_role_once"
                    )
                ],
            },
        ),
    ]
