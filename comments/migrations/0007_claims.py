"""Which comments a moderator has in hand, and the keys with which they decide."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("comments", "0006_follow_the_section"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ModeratorKeys",
            fields=[
                (
                    "moderator",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("is_on", models.BooleanField(default=True, verbose_name="decide by key")),
                ("show", models.CharField(default="s", max_length=1)),
                ("remove", models.CharField(default="r", max_length=1)),
                ("mark_spam", models.CharField(default="x", max_length=1, verbose_name="mark as spam")),
                ("undo", models.CharField(default="u", max_length=1)),
                ("next", models.CharField(default="n", max_length=1, verbose_name="next comment")),
                ("previous", models.CharField(default="p", max_length=1, verbose_name="previous comment")),
            ],
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                (
                    "comment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="claim",
                        serialize=False,
                        to="comments.comment",
                    ),
                ),
                ("place", models.PositiveSmallIntegerField()),
                ("until", models.DateTimeField()),
                (
                    "moderator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("moderator", "place"), name="one_claim_in_a_place")
                ],
            },
        ),
    ]
