"""Who decided what about a comment, and the signals as they stood."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0001_discussion"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ModerationEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("verb", models.CharField(max_length=20)),
                ("from_status", models.CharField(blank=True, max_length=10)),
                ("to_status", models.CharField(max_length=10)),
                ("actor_name", models.CharField(help_text="As it was printed then.", max_length=160)),
                (
                    "reason",
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
                ("note", models.CharField(blank=True, help_text="For the other moderators.", max_length=500)),
                ("at", models.DateTimeField()),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moderation_entries",
                        to="comments.comment",
                    ),
                ),
            ],
            options={
                "verbose_name": "decision",
                "verbose_name_plural": "log of decisions",
                "ordering": ("-at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="ModerationSignals",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="signals",
                        serialize=False,
                        to="comments.moderationentry",
                    ),
                ),
                ("seen", models.JSONField(default=list)),
            ],
        ),
        migrations.AddIndex(
            model_name="moderationentry",
            index=models.Index(fields=["comment", "-at"], name="decisions_on_comment"),
        ),
    ]
