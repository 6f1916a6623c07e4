"""From where comments came, as fingerprints under keys that are changed; reasons without a list in the schema."""

import comments.models.fingerprint_key
import comments.states
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0002_moderation"),
    ]

    operations = [
        migrations.CreateModel(
            name="FingerprintKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("begins_on", models.DateField(unique=True)),
                ("key", models.CharField(default=comments.models.fingerprint_key.make_key, max_length=64)),
            ],
        ),
        migrations.AlterField(
            model_name="comment",
            name="why",
            field=models.CharField(choices=comments.states.reasons, max_length=20),
        ),
        migrations.AlterField(
            model_name="moderationentry",
            name="reason",
            field=models.CharField(choices=comments.states.reasons, max_length=20),
        ),
        migrations.CreateModel(
            name="Trace",
            fields=[
                (
                    "comment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="trace",
                        serialize=False,
                        to="comments.comment",
                    ),
                ),
                ("address", models.CharField(max_length=32)),
                ("network", models.CharField(max_length=32)),
                ("at", models.DateTimeField(db_index=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["address", "-at"], name="traces_of_address"),
                    models.Index(fields=["network", "-at"], name="traces_of_network"),
                ],
            },
        ),
    ]
