"""Branches can be taken from readers whole, by one row each."""

import django.db.models.deletion
from django.db import migrations, models

import comments.paths
import comments.states


class Migration(migrations.Migration):
    dependencies = [("comments", "0015_log_is_in_order")]

    operations = [
        migrations.CreateModel(
            name="HiddenBranch",
            fields=[
                (
                    "comment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="hidden_branch",
                        serialize=False,
                        to="comments.comment",
                    ),
                ),
                ("path", comments.paths.PathField()),
                (
                    "why",
                    models.CharField(
                        choices=comments.states.reasons,
                        max_length=20,
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.article",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "hidden branches",
                "constraints": [
                    models.UniqueConstraint(fields=("article", "path"), name="branch_is_hidden_once")
                ],
            },
        ),
    ]
