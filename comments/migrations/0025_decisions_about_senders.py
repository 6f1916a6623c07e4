import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0024_addresses_as_they_are_mailed"),
    ]

    operations = [
        migrations.AlterField(
            model_name="moderationentry",
            name="comment",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="moderation_entries",
                to="comments.comment",
            ),
        ),
        migrations.AlterField(
            model_name="moderationentry",
            name="to_status",
            field=models.CharField(blank=True, max_length=10),
        ),
    ]
