"""Readers recommend comments, and discussions can be read by how many did."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("comments", "0010_two_word_lists")]

    operations = [
        migrations.AddField(
            model_name="comment",
            name="recommended",
            field=models.PositiveIntegerField(default=0, verbose_name="recommendations"),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=Q(is_placed=True, parent__isnull=True),
                fields=["article", "recommended", "path"],
                name="roots_by_recommendations",
            ),
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recommendations",
                        to="comments.comment",
                    ),
                ),
                ("person", models.CharField(max_length=60)),
                ("at", models.DateTimeField(db_index=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=["comment", "person"], name="one_recommendation_a_person")
                ],
            },
        ),
    ]
