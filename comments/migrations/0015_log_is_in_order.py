"""No entry of the log is without its position, by which entries are read."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0014_log_is_sealed")]

    operations = [
        migrations.AlterField(
            model_name="moderationentry",
            name="position",
            field=models.PositiveBigIntegerField(unique=True, verbose_name="No."),
        ),
        migrations.AlterModelOptions(
            name="moderationentry",
            options={
                "ordering": ("-position",),
                "verbose_name": "decision",
                "verbose_name_plural": "log of decisions",
            },
        ),
        migrations.RemoveIndex(model_name="moderationentry", name="decisions_on_comment"),
        migrations.AddIndex(
            model_name="moderationentry",
            index=models.Index(fields=["comment", "-position"], name="decisions_on_comment"),
        ),
    ]
