"""Who reads and changes the word lists: moderators and administrators."""

from django.db import migrations

from newsroom.rights import give

CHANGES = ["view_wordlist", "change_wordlist"]
RIGHTS = {"administrator": CHANGES, "moderator": CHANGES}
ROLES = {role: {"comments": rights} for role, rights in RIGHTS.items()}


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0003_rights_over_rules"), ("comments", "0009_word_lists")]

    operations = [give("comments", RIGHTS)]
