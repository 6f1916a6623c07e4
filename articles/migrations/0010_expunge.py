"""The right to blank words everywhere, for good."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_mistakes")]

    operations = [
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
                    ("expunge_article", "Can blank words everywhere, for good"),
                ],
                "verbose_name": "story",
                "verbose_name_plural": "stories",
            },
        ),
    ]
