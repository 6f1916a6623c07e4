"""What readers got, and when."""

import django.db.models.deletion
import articles.body
import articles.models.story
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL), ("articles", "0002_articles")]

    operations = [
        migrations.CreateModel(
            name="Edition",
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
                ("number", models.PositiveIntegerField()),
                (
                    "change",
                    models.CharField(
                        choices=[
                            ("first", "First version"),
                            ("minor", "Minor change"),
                            ("update", "Update"),
                            ("correction", "Correction"),
                            ("clarification", "Clarification"),
                            ("withdrawal", "Taken down"),
                        ],
                        max_length=20,
                    ),
                ),
                ("note", models.TextField(blank=True, help_text="Shown to readers.", max_length=1000)),
                ("struck_at", models.DateTimeField()),
                ("struck_version", models.PositiveIntegerField()),
                ("first_published_at", models.DateTimeField()),
                ("published_on", models.DateField()),
                ("live_from", models.DateTimeField()),
                ("expires_at", models.DateTimeField(null=True)),
                ("live_until", models.DateTimeField(null=True)),
                ("voided_at", models.DateTimeField(null=True)),
                ("updated_at", models.DateTimeField()),
                ("byline", models.TextField(blank=True)),
                ("byline_html", articles.body.HTMLField(blank=True, markup="line")),
                ("topics_html", articles.body.HTMLField(blank=True, markup="line")),
                ("body_html", articles.body.HTMLField(blank=True, markup="story")),
                ("opening", models.CharField(blank=True, max_length=400)),
                ("rendered_by", models.PositiveSmallIntegerField(default=0)),
                ("earlier_notes", models.JSONField(blank=True, default=list)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="editions",
                        to="articles.article",
                        verbose_name="story",
                    ),
                ),
                (
                    "struck_by",
                    models.ForeignKey(
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
                    "top_section",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.section",
                    ),
                ),
                (
                    "topics",
                    models.ManyToManyField(blank=True, related_name="%(class)ss", to="articles.topic"),
                ),
            ],
            options={
                "verbose_name": "published version",
                "ordering": ("article_id", "number"),
                "get_latest_by": "number",
            },
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["-first_published_at", "-article"], name="edition_newest"),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                fields=["section", "-first_published_at", "-article"], name="edition_newest_of_section"
            ),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                fields=["top_section", "-first_published_at", "-article"], name="edition_newest_of_top"
            ),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["published_on"], name="edition_by_day"),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["live_from"], name="edition_by_beginning"),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["article", "-live_from"], name="edition_of_article"),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(
                fields=("article", "number"), name="edition_numbers_are_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(
                condition=models.Q(("live_until", None)),
                fields=("article",),
                name="one_endless_edition_an_article",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("live_until", None), ("live_until__gte", models.F("live_from")), _connector="OR"
                ),
                name="edition_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("expires_at", None), ("expires_at__gt", models.F("live_from")), _connector="OR"
                ),
                name="edition_expires_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(("first_published_at__lte", models.F("live_from"))),
                name="edition_follows_first_publication",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("voided_at", None),
                    models.Q(("live_until", models.F("live_from")), ("live_until__isnull", False)),
                    _connector="OR",
                ),
                name="voided_edition_has_an_empty_span",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("change", "withdrawal"),
                    models.Q(
                        ("section__isnull", False),
                        ("top_section__isnull", False),
                        models.Q(("headline", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="edition_has_headline_and_section",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("change", "withdrawal"), _negated=True),
                    models.Q(("body", ""), ("section", None), ("standfirst", "")),
                    _connector="OR",
                ),
                name="withdrawal_holds_only_its_notice",
            ),
        ),
    ]
