"""Writers who want mail about replies to their comments, and what is owed to them."""

import django.db.models.deletion
from django.db import migrations, models

CADENCES = [("at-once", "At once"), ("daily", "Once a day")]


class Migration(migrations.Migration):
    dependencies = [("comments", "0017_index_of_replies")]

    operations = [
        migrations.CreateModel(
            name="Follow",
            fields=[
                (
                    "comment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="follow",
                        serialize=False,
                        to="comments.comment",
                    ),
                ),
                ("cadence", models.CharField(choices=CADENCES, max_length=10)),
            ],
        ),
        migrations.CreateModel(
            name="OwedReply",
            fields=[
                (
                    "reply",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="owed",
                        serialize=False,
                        to="comments.comment",
                    ),
                ),
                ("owed_at", models.DateTimeField()),
                ("due_at", models.DateTimeField(db_index=True)),
            ],
            options={"verbose_name_plural": "owed replies"},
        ),
        migrations.AddField(
            model_name="writer",
            name="mail_tries",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name="writer",
            name="no_mail_until",
            field=models.DateTimeField(editable=False, null=True),
        ),
    ]
