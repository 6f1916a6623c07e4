"""Appeals of writers against decisions on their comments."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0021_notices"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Appeal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=2000, verbose_name="what the writer says")),
                ("made_at", models.DateTimeField(verbose_name="made")),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("open", "Not decided yet"),
                            ("upheld", "Upheld"),
                            ("rejected", "Not upheld"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True, verbose_name="decided")),
                (
                    "answer",
                    models.TextField(blank=True, max_length=2000, verbose_name="answer, with the reasons"),
                ),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appeals",
                        to="comments.comment",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appeal",
                        to="comments.moderationentry",
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-pk"),
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["decision", "made_at"], name="appeals_by_decision")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("decision__in", ["open", "upheld", "rejected"])),
                        name="appeal_decision_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("decision", "open")),
                            models.Q(
                                models.Q(("decision", "open"), _negated=True), ("decided_at__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="appeal_was_decided_at_an_instant",
                    ),
                ],
            },
        ),
    ]
