"""What readers say is wrong in a story, and what came of it."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0008_four_eyes_and_overrides"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Mistake",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "paragraph",
                    models.IntegerField(
                        help_text="From 1 in the body; 0 is the standfirst, -1 the headline."
                    ),
                ),
                ("sentence", models.TextField()),
                ("wrong", models.TextField(max_length=2000, verbose_name="what is wrong")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="address of the reader"),
                ),
                ("spotted_at", models.DateTimeField(verbose_name="spotted")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("taken", "Being corrected"),
                            ("corrected", "Corrected"),
                            ("declined", "No mistake"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True, verbose_name="decided")),
                (
                    "answer",
                    models.TextField(blank=True, max_length=1000, verbose_name="answer to the reader"),
                ),
                ("answer_due_at", models.DateTimeField(null=True)),
                ("answer_tries", models.PositiveSmallIntegerField(default=0)),
                ("answered_at", models.DateTimeField(null=True, verbose_name="answered")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mistakes",
                        to="articles.article",
                        verbose_name="story",
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
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mistakes",
                        to="articles.edition",
                        verbose_name="published version",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mistakes_settled",
                        to="articles.edition",
                        verbose_name="version that corrected it",
                    ),
                ),
            ],
            options={
                "verbose_name": "mistake that a reader spotted",
                "verbose_name_plural": "readers spotted",
                "ordering": ("-spotted_at", "-pk"),
                "permissions": [("decide_mistake", "Can decide on mistakes that readers spotted")],
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["article", "-spotted_at"], name="mistakes_of_article"),
                    models.Index(fields=["state", "-spotted_at"], name="mistakes_by_state"),
                    models.Index(
                        condition=models.Q(("answer_due_at__isnull", False)),
                        fields=["answer_due_at"],
                        name="answers_owed",
                    ),
                    models.Index(
                        condition=models.Q(("email", ""), _negated=True),
                        fields=["spotted_at"],
                        name="mistakes_with_address",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["open", "taken", "corrected", "declined"])),
                        name="finding_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_by__isnull", False), ("state", "corrected")),
                            models.Q(models.Q(("state", "corrected"), _negated=True), ("settled_by", None)),
                            _connector="OR",
                        ),
                        name="corrected_by_an_edition",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer_due_at", None), models.Q(("email", ""), _negated=True), _connector="OR"
                        ),
                        name="answer_is_owed_to_an_address",
                    ),
                ],
            },
        ),
    ]
