"""Rules for comments of a section or the whole paper; what a story leaves empty follows them."""

import django.db.models.deletion
import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0016_fill_worded_versions"),
        ("comments", "0004_proof"),
    ]

    operations = [
        migrations.CreateModel(
            name="SectionRules",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("open", "Open"),
                            ("hold-first-timers", "Open; first-time writers wait for a moderator"),
                            ("hold-all", "Every comment waits for a moderator"),
                            ("closed", "Closed; what was said stays"),
                            ("hidden", "Hidden; nothing is shown"),
                        ],
                        help_text="Left empty: as its section has it.",
                        max_length=20,
                    ),
                ),
                (
                    "slow_minutes",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="How long one person waits before their next comment on a story; 0 for not at all.",
                        null=True,
                        verbose_name="minutes between comments",
                    ),
                ),
                (
                    "closes_after_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Counted from the story’s first publication; 0 for never.",
                        null=True,
                        verbose_name="closes after days",
                    ),
                ),
                (
                    "unattended_from",
                    models.TimeField(
                        blank=True,
                        help_text="From then on nobody reads comments, and all of them wait.",
                        null=True,
                    ),
                ),
                (
                    "unattended_until",
                    models.TimeField(blank=True, help_text="The same time twice: never.", null=True),
                ),
                (
                    "unattended_days",
                    models.CharField(blank=True, max_length=7, verbose_name="unattended all day on"),
                ),
            ],
            options={
                "verbose_name": "rules for comments",
                "verbose_name_plural": "rules for comments",
            },
        ),
        migrations.RemoveConstraint(
            model_name="discussion",
            name="mode_is_known",
        ),
        migrations.AddField(
            model_name="discussion",
            name="closes_after_days",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="Counted from the story’s first publication; 0 for never.",
                null=True,
                verbose_name="closes after days",
            ),
        ),
        migrations.AddField(
            model_name="discussion",
            name="slow_minutes",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="How long one person waits before their next comment on a story; 0 for not at all.",
                null=True,
                verbose_name="minutes between comments",
            ),
        ),
        migrations.AlterField(
            model_name="discussion",
            name="mode",
            field=models.CharField(
                blank=True,
                choices=[
                    ("open", "Open"),
                    ("hold-first-timers", "Open; first-time writers wait for a moderator"),
                    ("hold-all", "Every comment waits for a moderator"),
                    ("closed", "Closed; what was said stays"),
                    ("hidden", "Hidden; nothing is shown"),
                ],
                help_text="Left empty: as its section has it.",
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="discussion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("mode__in", ["", "open", "hold-first-timers", "hold-all", "closed", "hidden"])
                ),
                name="mode_is_known",
            ),
        ),
        migrations.AddField(
            model_name="sectionrules",
            name="section",
            field=models.OneToOneField(
                blank=True,
                help_text="Left empty: the whole paper.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="articles.section",
            ),
        ),
        migrations.AddConstraint(
            model_name="sectionrules",
            constraint=models.UniqueConstraint(
                django.db.models.functions.comparison.Coalesce("section", models.Value(0)),
                name="one_set_of_rules_a_section",
            ),
        ),
        migrations.AddConstraint(
            model_name="sectionrules",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("mode__in", ["", "open", "hold-first-timers", "hold-all", "closed", "hidden"])
                ),
                name="mode_of_rules_is_known",
            ),
        ),
    ]
