"""The entries of the log get a position and a seal, empty for now, and the log's end a row of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0012_picks")]

    operations = [
        migrations.AddField("moderationentry", "position", models.PositiveBigIntegerField(null=True)),
        migrations.AddField(
            "moderationentry", "chain", models.CharField(default="", max_length=64), preserve_default=False
        ),
        migrations.CreateModel(
            name="LogHead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveBigIntegerField(default=0)),
                ("chain", models.CharField(blank=True, default="", max_length=64)),
            ],
            options={
                "verbose_name": "end of the log of decisions",
                "verbose_name_plural": "end of the log of decisions",
            },
        ),
    ]
