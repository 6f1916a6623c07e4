"""What screening keeps of a comment: the fingerprint of its letters and its risk, and how they are found."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0007_claims")]

    operations = [
        migrations.AddField(
            model_name="comment",
            name="fingerprint",
            field=models.CharField(blank=True, editable=False, max_length=32),
        ),
        migrations.AddField(
            model_name="comment",
            name="risk",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["status", "-risk", "-posted_at"], name="comments_by_risk"),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["fingerprint", "posted_at"], name="comments_by_letters"),
        ),
    ]
