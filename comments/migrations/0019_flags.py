"""Readers' reports of comments, and what they weigh together."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0018_follows"),
    ]

    operations = [
        migrations.AddField(
            model_name="comment",
            name="reports",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.CreateModel(
            name="Flag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person", models.CharField(max_length=64)),
                ("source", models.CharField(max_length=64)),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("insult", "Insult or hatred"),
                            ("threat", "Threat"),
                            ("private", "Personal data of somebody"),
                            ("advertising", "Advertising or spam"),
                            ("off-topic", "Not about the story"),
                            ("illegal", "Against the law"),
                        ],
                        max_length=20,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500)),
                (
                    "weight",
                    models.PositiveSmallIntegerField(
                        help_text="In hundredths, by how often this person was right."
                    ),
                ),
                ("at", models.DateTimeField(db_index=True, verbose_name="reported")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("right", "Right: it was removed"),
                            ("wrong", "Wrong: it stayed"),
                            ("moot", "Neither: its writer deleted it"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="flags",
                        to="comments.comment",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="settled_flags",
                        to="comments.moderationentry",
                    ),
                ),
            ],
            options={
                "verbose_name": "report by a reader",
                "verbose_name_plural": "reports by readers",
                "ordering": ("-at", "-pk"),
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["person", "outcome"], name="record_of_a_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("comment", "person"), name="one_flag_a_person_and_comment"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["open", "right", "wrong", "moot"])),
                        name="flag_outcome_is_known",
                    ),
                ],
            },
        ),
    ]
