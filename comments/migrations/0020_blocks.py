"""Blocks of addresses, networks and writers."""

import comments.states
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0019_flags"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Block",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("address", "This address"),
                            ("network", "The network around it"),
                            ("writer", "This writer"),
                        ],
                        max_length=10,
                        verbose_name="what is blocked",
                    ),
                ),
                ("key", models.CharField(blank=True, max_length=64)),
                ("prefix", models.PositiveSmallIntegerField(null=True)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("reason", models.CharField(choices=comments.states.reasons, max_length=20)),
                ("note", models.CharField(blank=True, help_text="For the other moderators.", max_length=500)),
                ("begins_at", models.DateTimeField(verbose_name="from")),
                ("until", models.DateTimeField()),
                ("by_name", models.CharField(max_length=160, verbose_name="by")),
                ("lifted_at", models.DateTimeField(null=True, verbose_name="lifted")),
                (
                    "by",
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="blocks",
                        to="comments.comment",
                    ),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-begins_at", "-pk"),
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("lifted_at", None)), fields=["until"], name="blocks_in_force"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__gt", models.F("begins_at"))),
                        name="block_has_an_end_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["address", "network", "writer"])),
                        name="block_kind_is_known",
                    ),
                ],
            },
        ),
    ]
