"""The history of what was saved, and what is typed before anyone saves it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0006_one_edition_at_an_instant"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Autosave",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sitting", models.UUIDField(unique=True)),
                ("base_version", models.PositiveIntegerField(default=0)),
                ("fields", models.JSONField(blank=True, default=dict)),
                ("edits", models.PositiveIntegerField(default=0)),
                ("opened_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField()),
                ("typed_at", models.DateTimeField(null=True)),
                ("left_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "article",
                    models.ForeignKey(
                        help_text="None for a story that was never saved.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="autosaves",
                        to="articles.article",
                        verbose_name="story",
                    ),
                ),
                (
                    "writer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-seen_at", "-pk"),
                "indexes": [
                    models.Index(fields=["article", "-seen_at"], name="autosave_of_article"),
                    models.Index(fields=["writer", "-seen_at"], name="autosave_of_writer"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                ("fields", models.JSONField()),
                ("saved_by_name", models.CharField(help_text="As it was printed then.", max_length=160)),
                ("saved_at", models.DateTimeField()),
                ("sitting", models.UUIDField(help_text="The opened form that it was written in.", null=True)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisions",
                        to="articles.article",
                        verbose_name="story",
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-version",),
                "get_latest_by": "version",
                "indexes": [models.Index(fields=["sitting"], name="revision_of_sitting")],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "version"), name="one_revision_a_version")
                ],
            },
        ),
    ]
