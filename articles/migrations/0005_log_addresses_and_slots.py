"""Who did what to a story, where it is found, and where the front page shows it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL), ("articles", "0004_credits")]

    operations = [
        migrations.CreateModel(
            name="DeskEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("verb", models.CharField(max_length=20)),
                ("from_state", models.CharField(max_length=10)),
                ("to_state", models.CharField(max_length=10)),
                (
                    "actor_name",
                    models.CharField(
                        help_text="As it was printed then; stays if the person is renamed.", max_length=160
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("details", models.JSONField(blank=True, default=dict)),
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
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="desk_entries",
                        to="articles.article",
                        verbose_name="story",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="desk_entries",
                        to="articles.edition",
                        verbose_name="published version",
                    ),
                ),
            ],
            options={
                "verbose_name": "entry in the desk's log",
                "verbose_name_plural": "the desk's log",
                "ordering": ("-at", "-pk"),
                "indexes": [models.Index(fields=["article", "-at"], name="desk_entries_of_article")],
            },
        ),
        migrations.CreateModel(
            name="Slot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        choices=[("lead", "Lead of the front page")], default="lead", max_length=20
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="from")),
                (
                    "ends_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Leave empty to keep it until another story takes its place.",
                        null=True,
                        verbose_name="until",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        help_text="Shown only while it is published; otherwise the newest story leads.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="slots",
                        to="articles.article",
                        verbose_name="story",
                    ),
                ),
            ],
            options={
                "verbose_name": "place on the front page",
                "verbose_name_plural": "front page",
                "ordering": ("-starts_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Address",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("path", models.CharField(max_length=400, unique=True)),
                ("is_current", models.BooleanField(default=True)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="addresses",
                        to="articles.article",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "addresses",
                "ordering": ("path",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_current", True)),
                        fields=("article",),
                        name="one_current_address_an_article",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("path__endswith", "/"), ("path__startswith", "/")),
                        name="address_is_a_path",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="slot",
            index=models.Index(fields=["place", "-starts_at"], name="slot_by_place"),
        ),
        migrations.AddConstraint(
            model_name="slot",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_at", None), ("ends_at__gt", models.F("starts_at")), _connector="OR"
                ),
                name="slot_ends_after_it_begins",
            ),
        ),
    ]
