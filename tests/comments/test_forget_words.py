"""`manage.py forget`: words of and about readers, whatever was done to the comment meanwhile."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from comments import moderation
from comments.models import Block, ModerationEntry, ModerationSignals
from comments.moderation.blocking import block_network
from tests.comments.factories import guest_post, make_shown, make_writer, writers_post
from tests.comments.test_forget import forget

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

DAY = timedelta(days=1)


def test_decision_that_moves_nothing_keeps_no_words_longer(article, editor, moderator, clock):
    comment = make_shown(article)
    moderation.pick(comment, by=editor)
    moderation.remove(comment, by=moderator)
    clock.shift(80 * DAY)
    moderation.unpick(comment, by=editor)
    clock.shift(10 * DAY)
    forget()

    comment.refresh_from_db()
    assert comment.text == ""


def test_signals_that_quote_words_from_before_an_edit_go(article, clock):
    writer = make_writer()
    comment = writers_post(article, writer, text="First words.")
    other = guest_post(article)
    moderation.edit(comment, writer=writer, text="Other words.")
    forget()

    kept = ModerationSignals.objects.order_by("pk").values_list("entry__verb", "entry__comment")
    assert list(kept) == [("post", other.pk), ("edit", comment.pk)]


def test_notes_of_moderators_go_and_the_log_is_as_it_was_written(article, moderator, clock):
    moderation.remove(guest_post(article), by=moderator, note="He lives in Elm Street.")
    block_network("203.0.113.0/24", by=moderator, days=30, reason="abuse", note="The house in Elm Street.")
    clock.shift(90 * DAY - timedelta(seconds=1))
    forget()
    assert ModerationEntry.objects.exclude(note="").count() == 2
    clock.shift(1)
    assert "2 notes of moderators deleted." in forget()
    clock.shift(30 * DAY)

    assert "1 notes of moderators deleted." in forget()

    assert "Elm Street" not in f"{list(ModerationEntry.objects.values())}{list(Block.objects.values())}"
    said = StringIO()
    call_command("verify_moderation_log", verbosity=0, stdout=said)
    assert "3 entries, all as written." in said.getvalue()
