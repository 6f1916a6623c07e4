"""The words on screen: a story, the front page."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_one_edition_at_an_instant"),
    ]

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
                ],
                "verbose_name": "story",
                "verbose_name_plural": "stories",
            },
        ),
        migrations.AlterModelOptions(
            name="slot",
            options={
                "ordering": ("-starts_at", "-pk"),
                "verbose_name": "place on the front page",
                "verbose_name_plural": "front page",
            },
        ),
    ]
