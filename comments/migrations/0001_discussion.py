"""Discussions, their comments, and the addresses behind them."""

import uuid

import django.db.models.deletion
import articles.body
import comments.paths
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("articles", "0006_one_edition_at_an_instant"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Writer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("proved_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("path", comments.paths.PathField()),
                ("depth", models.PositiveSmallIntegerField(default=0)),
                ("number", models.PositiveIntegerField(null=True)),
                ("last_reply", models.PositiveIntegerField(default=0)),
                ("shown_replies", models.PositiveIntegerField(default=0)),
                ("name", models.CharField(max_length=80)),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("website", models.URLField(blank=True)),
                ("text", models.TextField(max_length=8000)),
                ("text_html", articles.body.HTMLField(blank=True, markup="reader")),
                ("heading_html", articles.body.HTMLField(blank=True, markup="line")),
                ("time_html", articles.body.HTMLField(blank=True, markup="line")),
                ("rendered_by", models.PositiveSmallIntegerField(default=0)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("held", "Waiting"),
                            ("shown", "Shown"),
                            ("removed", "Removed"),
                            ("spam", "Spam"),
                        ],
                        default="held",
                        max_length=10,
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("fine", "Nothing against it"),
                            ("staff", "Written by staff"),
                            ("unproved", "The writer's address is not proved yet"),
                            ("hold-all", "Every comment on this story waits"),
                            ("off-topic", "Not about the story"),
                            ("abuse", "Insult, threat or hatred"),
                            ("private", "Personal data of somebody"),
                            ("illegal", "Against the law"),
                            ("repeated", "Says again what was said"),
                            ("advertising", "Advertising or spam"),
                            ("look-again", "Needs another look"),
                            ("mistake", "The earlier decision was a mistake"),
                        ],
                        max_length=20,
                    ),
                ),
                ("posted_at", models.DateTimeField()),
                ("shown_at", models.DateTimeField(null=True)),
                (
                    "is_placed",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                models.Q(("status", "shown"), ("shown_replies__gt", 0), _connector="OR"),
                                then=True,
                            ),
                            default=False,
                        ),
                        output_field=models.BooleanField(),
                    ),
                ),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.article"
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="comments.comment",
                    ),
                ),
                (
                    "root",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="comments.comment",
                    ),
                ),
                (
                    "writer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="comments.writer",
                    ),
                ),
            ],
            options={
                "ordering": ("article_id", "path"),
                "permissions": [("moderate_comment", "Can decide on comments")],
            },
        ),
        migrations.CreateModel(
            name="Discussion",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="articles.article",
                        verbose_name="story",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("hold-first-timers", "Open; first-time writers wait for a moderator"),
                            ("hold-all", "Every comment waits for a moderator"),
                            ("closed", "Closed; what was said stays"),
                            ("hidden", "Hidden; nothing is shown"),
                        ],
                        default="hold-first-timers",
                        max_length=20,
                    ),
                ),
                (
                    "closes_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="From then on it is closed, and what was said stays.",
                        null=True,
                        verbose_name="closes",
                    ),
                ),
                (
                    "shown_count",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="comments shown"),
                ),
                ("last_number", models.PositiveIntegerField(default=0, editable=False)),
                ("last_root", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("mode__in", ["open", "hold-first-timers", "hold-all", "closed", "hidden"])
                        ),
                        name="mode_is_known",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("is_placed", True)),
                fields=["article", "path"],
                name="places_in_a_discussion",
            ),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("is_placed", True), ("parent__isnull", True)),
                fields=["article", "path"],
                name="roots_of_a_discussion",
            ),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["status", "-posted_at"], name="comments_by_status"),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.UniqueConstraint(
                fields=("article", "path"), name="comment_has_a_place_of_its_own"
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.UniqueConstraint(
                fields=("article", "number"), name="comment_has_a_number_of_its_own"
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["held", "shown", "removed", "spam"])),
                name="comment_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "shown"), _negated=True),
                    models.Q(("number__isnull", False), ("shown_at__isnull", False)),
                    _connector="OR",
                ),
                name="shown_comment_has_a_number",
            ),
        ),
    ]
