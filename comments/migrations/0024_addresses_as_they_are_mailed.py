from django.db import migrations
from django.utils.encoding import punycode


def as_mailed(email):
    name, _, domain = email.rpartition("@")
    try:
        return f"{name}@{punycode(domain)}".lower()
    except UnicodeError:
        return email.lower()


def spell_alike(apps, schema_editor):
    """Addresses were kept as they were typed; of writers who were two by that, the first is both."""
    comments, writers = apps.get_model("comments", "Comment"), apps.get_model("comments", "Writer")
    for email in set(comments.objects.exclude(email="").order_by().values_list("email", flat=True)):
        if email != as_mailed(email):
            comments.objects.filter(email=email).update(email=as_mailed(email))
    for writer in writers.objects.order_by("pk"):
        email = as_mailed(writer.email)
        if email == writer.email:
            continue
        first = writers.objects.filter(email=email).first()
        if first is None:
            writers.objects.filter(pk=writer.pk).update(email=email)
        else:
            comments.objects.filter(writer=writer.pk).update(writer=first.pk)
            writer.delete()


class Migration(migrations.Migration):
    dependencies = [("comments", "0023_blanked_parts")]

    operations = [migrations.RunPython(spell_alike, migrations.RunPython.noop)]
