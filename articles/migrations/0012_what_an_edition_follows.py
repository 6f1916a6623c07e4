"""Keep with an edition the number of the one that “what changed” compares it with."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0011_newest_corrections")]

    operations = [
        migrations.AddField(
            model_name="edition", name="follows", field=models.PositiveIntegerField(null=True)
        )
    ]
