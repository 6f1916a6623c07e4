"""The desk's working copies."""

import uuid

import django.db.models.deletion
import articles.body
import articles.models.story
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL), ("articles", "0001_landings")]

    operations = [
        migrations.CreateModel(
            name="Article",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("headline", models.CharField(blank=True, max_length=200)),
                (
                    "kicker",
                    models.CharField(blank=True, help_text="The label above the headline.", max_length=60),
                ),
                (
                    "standfirst",
                    models.TextField(blank=True, help_text="The summary below the headline.", max_length=600),
                ),
                (
                    "dateline",
                    models.CharField(
                        blank=True,
                        help_text="The place it was reported from, for example “Tripoli”.",
                        max_length=80,
                    ),
                ),
                ("body", articles.body.HTMLField(blank=True, markup="story")),
                (
                    "byline_override",
                    models.CharField(
                        blank=True,
                        help_text="Printed instead of the line made from the credits. Leave empty as a rule.",
                        max_length=200,
                        verbose_name="byline",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("news", "News"),
                            ("analysis", "Analysis"),
                            ("opinion", "Opinion"),
                            ("feature", "Feature"),
                            ("interview", "Interview"),
                            ("review", "Review"),
                            ("live", "Live"),
                            ("sponsored", "Sponsored"),
                        ],
                        default="news",
                        max_length=20,
                        verbose_name="kind of work",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True, help_text="The agency, if the copy is an agency's.", max_length=120
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        default=articles.models.story.site_language,
                        help_text="As in “en” or “pt-BR”: how screen readers will speak it.",
                        max_length=12,
                    ),
                ),
                (
                    "search_title",
                    models.CharField(blank=True, help_text="Only if not the headline.", max_length=200),
                ),
                (
                    "search_description",
                    models.CharField(blank=True, help_text="Only if not the standfirst.", max_length=300),
                ),
                (
                    "social_title",
                    models.CharField(blank=True, help_text="Only if not the headline.", max_length=200),
                ),
                (
                    "social_description",
                    models.CharField(blank=True, help_text="Only if not the standfirst.", max_length=300),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("filed", "Filed to the desk"),
                            ("ready", "Ready to publish"),
                            ("spiked", "Spiked"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="The last part of the web address. Once published, only “Change address” changes it.",
                        max_length=120,
                        verbose_name="address",
                    ),
                ),
                (
                    "slugline",
                    models.CharField(
                        blank=True,
                        help_text="The desk's working name for the story, for example “libya-convoys”.",
                        max_length=60,
                    ),
                ),
                (
                    "ednote",
                    models.TextField(
                        blank=True, help_text="Never public.", max_length=2000, verbose_name="note to editors"
                    ),
                ),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="due")),
                (
                    "embargo_lifts_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="embargo"),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("translation_group", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("saved_at", models.DateTimeField(auto_now=True, verbose_name="last saved")),
                (
                    "assignee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="articles.section",
                    ),
                ),
                (
                    "topics",
                    models.ManyToManyField(blank=True, related_name="%(class)ss", to="articles.topic"),
                ),
            ],
            options={
                "verbose_name": "story",
                "verbose_name_plural": "stories",
                "ordering": ("-saved_at", "-pk"),
                "permissions": [
                    ("change_any_article", "Can edit any article, in any state"),
                    ("file_article", "Can file own articles to the desk"),
                    ("desk_article", "Can send back, mark ready and spike articles"),
                    ("publish_article", "Can publish, schedule and embargo articles"),
                    ("withdraw_article", "Can take down published articles"),
                ],
                "get_latest_by": "saved_at",
            },
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["-saved_at", "-id"], name="article_saved_last"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["state", "-saved_at"], name="article_by_state"),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["draft", "filed", "ready", "spiked"])),
                name="article_state_is_known",
            ),
        ),
    ]
