"""Rights that came after the roles: to see and decide on mistakes, to override a stop, to expunge."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

DECIDES = ["view_mistake", "decide_mistake"]

ROLES = {
    "administrator": {"articles": [*DECIDES, "override_stop", "expunge_article"]},
    "reporter": {"articles": ["view_mistake"]},
    "editor": {"articles": DECIDES},
}


def give(apps, schema_editor):
    # Permissions are otherwise made after the last migration, which is too late here.
    config = apps.get_app_config("articles")
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    for group, rights in groups(apps):
        group.permissions.add(*rights)


def take_away(apps, schema_editor):
    for group, rights in groups(apps):
        group.permissions.remove(*rights)


def groups(apps):
    """Each role's group, where the newsroom still has it, and what it is given."""
    permissions = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="articles")
    for group in apps.get_model("auth", "Group").objects.filter(name__in=ROLES):
        yield group, permissions.filter(codename__in=ROLES[group.name]["articles"])


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0001_roles"), ("articles", "0010_expunge")]

    operations = [migrations.RunPython(give, take_away)]
