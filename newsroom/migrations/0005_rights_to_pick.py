"""Who makes comments editors' picks: editors, moderators and administrators."""

from django.db import migrations

from newsroom.rights import give

RIGHTS = {role: ["pick_comment"] for role in ("administrator", "editor", "moderator")}
ROLES = {role: {"comments": rights} for role, rights in RIGHTS.items()}


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0004_rights_over_word_lists"), ("comments", "0012_picks")]

    operations = [give("comments", RIGHTS)]
