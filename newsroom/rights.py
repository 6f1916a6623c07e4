"""Rights that roles are given by a migration, after the first one made the roles."""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.db.migrations import RunPython

#: Codenames of permissions of one app, by the name of the role.
Rights = dict[str, list[str]]


def give(label: str, rights: Rights) -> RunPython:
    """Give each role, where the newsroom still has it, these permissions of an app."""

    def forwards(apps: Any, schema_editor: Any) -> None:
        # Permissions are otherwise made after the last migration, which is too late here.
        config = apps.get_app_config(label)
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None
        for group, permissions in _found(apps, label, rights):
            group.permissions.add(*permissions)

    def backwards(apps: Any, schema_editor: Any) -> None:
        for group, permissions in _found(apps, label, rights):
            group.permissions.remove(*permissions)

    return RunPython(forwards, backwards)


def _found(apps: Any, label: str, rights: Rights) -> Any:
    permissions = apps.get_model("auth", "Permission").objects.filter(content_type__app_label=label)
    for group in apps.get_model("auth", "Group").objects.filter(name__in=rights):
        found = list(permissions.filter(codename__in=rights[group.name]))
        missing = set(rights[group.name]) - {permission.codename for permission in found}
        if missing:
            raise LookupError(f"No such permissions in {label}: {sorted(missing)}")
        yield group, found
