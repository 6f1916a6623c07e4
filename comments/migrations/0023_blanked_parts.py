"""Parts that moderators take out of comments."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0016_fill_worded_versions"),
        ("comments", "0022_appeals"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="comment",
            name="blanked",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="comment",
            name="blanked_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("blanked_at__isnull", False)),
                fields=["blanked_at"],
                name="comments_with_parts_out",
            ),
        ),
    ]
