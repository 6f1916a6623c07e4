"""Four roles, with the permissions that each needs and no more.

A reporter works on own drafts; an editor on every story, and decides what readers get; a moderator
decides on comments and can't touch stories; an administrator does all of it and keeps the accounts.
"""

from django.contrib.auth.management import create_permissions
from django.db import migrations

REPORTER = {
    "articles": [
        "add_article",
        "view_article",
        "change_article",
        "file_article",
        "add_articlecredit",
        "view_articlecredit",
        "change_articlecredit",
        "delete_articlecredit",
        "view_edition",
        "view_deskentry",
        "view_section",
        "view_topic",
        "view_contributor",
    ],
}

EDITOR = {
    "articles": [
        *REPORTER["articles"],
        "change_any_article",
        "desk_article",
        "publish_article",
        "withdraw_article",
        "add_topic",
        "change_topic",
        "add_contributor",
        "change_contributor",
        "view_slot",
        "add_slot",
        "change_slot",
        "delete_slot",
        "view_address",
        "view_redirect",
    ],
    "comments": ["view_discussion", "add_discussion", "change_discussion", "view_comment"],
}

MODERATOR = {
    "comments": [
        "view_comment",
        "moderate_comment",
        "view_discussion",
        "add_discussion",
        "change_discussion",
        "view_moderationentry",
    ],
}

ADMINISTRATOR = {
    "articles": [
        *EDITOR["articles"],
        "add_section",
        "change_section",
        "delete_section",
        "delete_topic",
        "delete_contributor",
        "add_redirect",
        "change_redirect",
        "delete_redirect",
    ],
    "comments": MODERATOR["comments"],
    "auth": ["view_user", "add_user", "change_user", "view_group"],
}

ROLES = {
    "administrator": ADMINISTRATOR,
    "reporter": REPORTER,
    "editor": EDITOR,
    "moderator": MODERATOR,
}


def make_roles(apps, schema_editor):
    # Permissions are otherwise made after the last migration, which is too late here.
    for label in ("auth", "articles", "comments"):
        config = apps.get_app_config(label)
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None
    group_model = apps.get_model("auth", "Group")
    permission_model = apps.get_model("auth", "Permission")
    for name, wanted in ROLES.items():
        group, _ = group_model.objects.get_or_create(name=name)
        for label, codenames in wanted.items():
            found = permission_model.objects.filter(content_type__app_label=label, codename__in=codenames)
            missing = set(codenames) - {permission.codename for permission in found}
            if missing:
                raise LookupError(f"No such permissions in {label}: {sorted(missing)}")
            group.permissions.add(*found)


def remove_roles(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("articles", "0006_one_edition_at_an_instant"),
        ("comments", "0002_moderation"),
    ]

    operations = [migrations.RunPython(make_roles, remove_roles)]
