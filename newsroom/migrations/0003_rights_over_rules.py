"""Who decides how comments are taken: moderators and administrators; editors see it."""

from django.db import migrations

from newsroom.rights import give

DECIDES = ["view_sectionrules", "add_sectionrules", "change_sectionrules", "delete_sectionrules"]
RIGHTS = {"administrator": DECIDES, "moderator": DECIDES, "editor": ["view_sectionrules"]}
ROLES = {role: {"comments": rights} for role, rights in RIGHTS.items()}


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0002_rights_at_the_desk"), ("comments", "0005_rules")]

    operations = [give("comments", RIGHTS)]
