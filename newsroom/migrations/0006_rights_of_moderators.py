"""Who sees what readers report of comments, notices, appeals and blocks: moderators and administrators."""

from django.db import migrations

from newsroom.rights import give

SEES = ["view_flag", "view_block", "view_notice", "view_appeal"]
RIGHTS = {role: SEES for role in ("administrator", "moderator")}
ROLES = {role: {"comments": rights} for role, rights in RIGHTS.items()}


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0005_rights_to_pick"), ("comments", "0023_blanked_parts")]

    operations = [give("comments", RIGHTS)]
