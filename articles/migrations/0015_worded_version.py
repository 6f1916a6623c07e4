"""Keep with a story the version at which its words changed last: notes for the desk are no news to readers."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0014_claims")]

    operations = [
        migrations.AddField(
            model_name="article",
            name="worded_version",
            field=models.PositiveIntegerField(default=1, editable=False),
        )
    ]
