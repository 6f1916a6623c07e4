"""Editors pick comments, and discussions can be read by what they picked."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("comments", "0011_recommendations")]

    operations = [
        migrations.AlterModelOptions(
            name="comment",
            options={
                "ordering": ("article_id", "path"),
                "permissions": [
                    ("moderate_comment", "Can decide on comments"),
                    ("pick_comment", "Can make comments editors' picks"),
                ],
            },
        ),
        migrations.AddField(
            model_name="comment",
            name="picked_at",
            field=models.DateTimeField(null=True, verbose_name="editors' pick since"),
        ),
        migrations.AddField(
            model_name="discussion",
            name="picked_count",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=Q(picked_at__isnull=False),
                fields=["article", "path"],
                name="picks_in_a_discussion",
            ),
        ),
    ]
