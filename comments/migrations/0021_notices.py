"""Notices of illegal content, and the mails that are owed for them."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0020_blocks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("reference", models.CharField(max_length=12, unique=True)),
                ("address", models.URLField(max_length=500, verbose_name="where it stands")),
                ("explanation", models.TextField(max_length=5000, verbose_name="why it is illegal")),
                ("law", models.CharField(blank=True, max_length=500, verbose_name="law or right concerned")),
                (
                    "is_of_child_abuse",
                    models.BooleanField(default=False, verbose_name="about the sexual abuse of children"),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="who gives notice")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("mailbox", models.CharField(blank=True, db_index=True, max_length=64)),
                ("received_at", models.DateTimeField(verbose_name="received")),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("open", "Not decided yet"),
                            ("upheld", "Upheld"),
                            ("rejected", "Not upheld"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True, verbose_name="decided")),
                (
                    "answer",
                    models.TextField(blank=True, max_length=2000, verbose_name="answer, with the reasons"),
                ),
                ("is_forgotten", models.BooleanField(default=False)),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="comments.comment",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "notice of illegal content",
                "verbose_name_plural": "notices of illegal content",
                "ordering": ("-received_at", "-pk"),
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="NoticeMail",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[("receipt", "That it has arrived"), ("answer", "What was decided")],
                        max_length=10,
                    ),
                ),
                ("due_at", models.DateTimeField(db_index=True, null=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mails",
                        to="comments.notice",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(fields=["decision", "received_at"], name="notices_by_decision"),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(("decision__in", ["open", "upheld", "rejected"])),
                name="notice_decision_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at", None), ("decision", "open")),
                    models.Q(models.Q(("decision", "open"), _negated=True), ("decided_at__isnull", False)),
                    _connector="OR",
                ),
                name="notice_was_decided_at_an_instant",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_of_child_abuse", True),
                    ("is_forgotten", True),
                    models.Q(models.Q(("name", ""), _negated=True), models.Q(("email", ""), _negated=True)),
                    _connector="OR",
                ),
                name="notice_is_given_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="noticemail",
            constraint=models.UniqueConstraint(fields=("notice", "what"), name="one_mail_of_a_kind_a_notice"),
        ),
    ]
