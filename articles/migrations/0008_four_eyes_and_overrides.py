"""Sections whose stories two people must see, and the right to override what stops publication."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_revisions_and_autosaves")]

    operations = [
        migrations.AddField(
            model_name="section",
            name="four_eyes",
            field=models.BooleanField(
                default=False,
                help_text="Whoever marks a story ready or publishes it may not be the only one who wrote it. Sub-sections follow.",
            ),
        ),
        migrations.AlterModelOptions(
            name="article",
            options={
                "get_latest_by": "saved_at",
                "ordering": ("-saved_at", "-pk"),
                "permissions": [
                    ("change_any_article", "Can edit any article, in any state"),
                    ("file_article", "Can file own articles to the desk"),
                    ("desk_article", "Can send back, mark ready and spike articles"),
                    ("publish_article", "Can publish, schedule and embargo articles"),
                    ("withdraw_article", "Can take down published articles"),
                    ("override_stop", "Can override what stops publication, with a reason"),
                ],
                "verbose_name": "story",
                "verbose_name_plural": "stories",
            },
        ),
    ]
