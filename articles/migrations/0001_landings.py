"""What stories are filed under: sections, topics, contributors, and where those have moved to."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="Topic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("slug", models.SlugField(max_length=120, unique=True, verbose_name="address")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("tag", "Tag"),
                            ("person", "Person"),
                            ("place", "Place"),
                            ("organisation", "Organisation"),
                            ("running-story", "Running story"),
                        ],
                        default="tag",
                        max_length=20,
                    ),
                ),
                (
                    "description",
                    models.CharField(blank=True, help_text="A line below the topic's name.", max_length=300),
                ),
            ],
            options={
                "ordering": ("name",),
            },
        ),
        migrations.CreateModel(
            name="Contributor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(help_text="As it is printed.", max_length=120)),
                ("slug", models.SlugField(max_length=120, unique=True, verbose_name="address")),
                (
                    "job_title",
                    models.CharField(
                        blank=True, help_text="For example “Africa correspondent”.", max_length=120
                    ),
                ),
                ("biography", models.TextField(blank=True, max_length=2000)),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        help_text="Only if this person signs in here.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributor",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
            ],
            options={
                "ordering": ("name",),
            },
        ),
        migrations.CreateModel(
            name="Redirect",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("old_path", models.CharField(max_length=200, unique=True)),
                ("new_path", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ("old_path",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("old_path", models.F("new_path")), _negated=True),
                        name="redirect_leads_elsewhere",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Section",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80)),
                (
                    "slug",
                    models.SlugField(
                        help_text="The word in the web address: “africa” makes /world/africa/.",
                        max_length=80,
                        verbose_name="address",
                    ),
                ),
                ("path", models.CharField(editable=False, max_length=170, unique=True)),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Lower numbers come first in the menu."
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        blank=True, help_text="A line below the section's name.", max_length=300
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leave empty for a section of its own; stories of a sub-section appear in both.",
                        limit_choices_to={"parent": None},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="articles.section",
                    ),
                ),
            ],
            options={
                "ordering": ("order", "name"),
            },
        ),
        migrations.AddConstraint(
            model_name="section",
            constraint=models.CheckConstraint(
                condition=models.Q(("parent", models.F("id")), _negated=True),
                name="section_is_not_its_own_parent",
            ),
        ),
    ]
