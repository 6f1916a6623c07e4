"""The log holds when it is backed up, migrated and written by two at once."""

from datetime import UTC, datetime
from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from comments import moderation
from comments.models import Comment, LogHead, ModerationEntry
from newsroom.roles import Role
from tests.comments.factories import guest_post, make_shown, make_writer, writers_post
from tests.comments.test_race import at_once
from tests.factories import make_published

pytestmark = pytest.mark.django_db(transaction=True)


def verify(*options):
    out = StringIO()
    call_command("verify_moderation_log", *options, verbosity=0, stdout=out)
    return out.getvalue()


def migrate(name):
    executor = MigrationExecutor(connection)
    executor.migrate([("comments", name)])
    return executor.loader.project_state([("comments", name)]).apps


def test_a_restored_log_is_as_written(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    for role in Role:
        Group.objects.get_or_create(name=role.value)
    make_shown(make_published())
    noted = verify().split()[-1]
    call_command("backup", str(tmp_path / "a.zip"), stdout=StringIO())
    make_shown(make_published())

    call_command("restore", str(tmp_path / "a.zip"), replace=True, stdout=StringIO())

    assert verify("--head", noted) == f"2 entries, all as written. The last seal: {noted}\n"
    make_shown(make_published())
    assert verify("--head", noted).startswith("4 entries, all as written.")


def test_entries_from_before_the_chain_are_sealed_in_the_order_of_their_making():
    comment = guest_post(make_published())
    moderation.show(comment, by=None)
    ModerationEntry.objects.all().delete()
    try:
        former = migrate("0012_picks")
        instants = [datetime(2026, 3, 2, 10, 0, second, 123456, tzinfo=UTC) for second in (3, 1, 2)]
        former.get_model("comments", "ModerationEntry").objects.bulk_create(
            former.get_model("comments", "ModerationEntry")(
                comment_id=comment.pk, verb="hold", to_status="held", reason="look-again", at=at
            )
            for at in instants
        )
    finally:
        call_command("migrate", verbosity=0)

    in_order = ModerationEntry.objects.order_by("position").values_list("at", flat=True)
    assert [at.second for at in in_order] == [1, 2, 3]
    assert verify().startswith("3 entries, all as written.")
    moderation.hold(Comment.objects.get(), by=None)
    assert verify().startswith("4 entries, all as written.")


def test_decisions_on_two_stories_at_once_make_one_unbroken_chain():
    waiting = [guest_post(article) for article in (make_published(), make_published()) for _ in range(4)]

    at_once(*[lambda comment=comment: moderation.show(comment, by=None) for comment in waiting])

    assert verify().startswith("16 entries, all as written.")
    assert LogHead.objects.get().position == 16


def test_the_first_two_entries_at_once_make_one_unbroken_chain():
    articles = [make_published() for _ in range(4)]

    at_once(*[lambda article=article: guest_post(article) for article in articles])

    assert verify().startswith("4 entries, all as written.")


def test_whoever_decides_on_two_stories_in_one_go_waits_for_nobody_crosswise():
    first, second = make_published(), make_published()
    writer = make_writer()
    for number, article in enumerate((first, second) * 4):
        writers_post(article, writer, text=f"Word {number} on this.")
    waiting = [guest_post(second, name=f"Reader {number}", text=f"My {number}.") for number in range(6)]

    at_once(
        lambda: moderation.erase(writer),
        *[lambda comment=comment: moderation.show(comment, by=None) for comment in waiting],
    )

    assert verify().startswith(f"{8 + 6 + 8 + 6} entries, all as written.")
