"""Addresses that are proved by a mailed link; comments that are edited and deleted by their writers."""

import comments.models.writer
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0016_fill_worded_versions"),
        ("comments", "0003_traces"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="MailedLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[("prove", "Prove an address"), ("page", "Open the writer's own page")],
                        max_length=10,
                    ),
                ),
                ("mailbox", models.CharField(max_length=64)),
                ("uid", models.UUIDField(default=uuid.uuid4, unique=True)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("made_at", models.DateTimeField(db_index=True, null=True)),
                ("mail_due_at", models.DateTimeField(db_index=True, null=True)),
                ("mail_tries", models.PositiveSmallIntegerField(default=0)),
                ("used_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="comment",
            name="comment_status_is_known",
        ),
        migrations.AddField(
            model_name="comment",
            name="edited_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="writer",
            name="browser_key",
            field=models.CharField(
                default=comments.models.writer.make_browser_key, editable=False, max_length=32
            ),
        ),
        migrations.AlterField(
            model_name="comment",
            name="status",
            field=models.CharField(
                choices=[
                    ("held", "Waiting"),
                    ("shown", "Shown"),
                    ("removed", "Removed"),
                    ("spam", "Spam"),
                    ("retracted", "Deleted by its writer"),
                ],
                default="held",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="writer",
            name="email",
            field=models.EmailField(max_length=254, unique=True, verbose_name="e-mail"),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["email"], name="comments_by_address"),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["writer", "-posted_at"], name="comments_of_a_writer"),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["held", "shown", "removed", "spam", "retracted"])),
                name="comment_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="mailedlink",
            constraint=models.UniqueConstraint(
                fields=("purpose", "mailbox"), name="one_link_a_mailbox_and_purpose"
            ),
        ),
        migrations.AddConstraint(
            model_name="mailedlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("mail_due_at", None),
                    models.Q(
                        ("made_at__lte", models.F("mail_due_at")), models.Q(("email", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="owed_link_has_an_address",
            ),
        ),
    ]
