"""Find the newest corrections by an index over them alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_expunge")]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="corrected_at",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Case(
                    models.When(
                        change__in=["clarification", "correction"], then=models.F("live_from"), voided_at=None
                    )
                ),
                output_field=models.DateTimeField(null=True),
            ),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["-corrected_at", "-id"], name="edition_newest_correction"),
        ),
    ]
