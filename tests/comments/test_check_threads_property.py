"""`manage.py check_threads`: whichever derived column of whichever row is damaged, it is seen and mended."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comments import moderation
from comments.models import Comment, Discussion, Flag, HiddenBranch
from comments.moderation.checking import check
from comments.moderation.flagging import forget_flags
from comments.senders import Sender
from tests.comments.factories import THEN, guest_post, make_shown
from tests.factories import NOON, make_published, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

LONG = "Nobody asked those who live beside the river whether they wanted a road there."
HOUSE, FAR = Sender(address="203.0.113.7/32"), Sender(address="198.51.100.7/32")

#: Something wrong for each derived column of a comment.
DAMAGE = {
    "path": "?",
    "depth": 9,
    "root": None,
    "last_reply": 7,
    "shown_replies": 7,
    "text_html": "<p>Never said.</p>",
    "heading_html": "Somebody else",
    "time_html": "Yesterday",
    "rendered_by": 0,
    "fingerprint": "f" * 32,
    "reports": 7,
    "blanked_at": THEN,
}
COUNTERS = ("shown_count", "picked_count", "last_root")


def discuss():
    """A story on which there is something of everything that is derived."""
    article, moderator = make_published(), make_user(role="moderator")
    root = make_shown(article, text=LONG, website="https://dio.example")
    reply = make_shown(article, parent=root, text=f"{LONG} It names her.")
    head = make_shown(article, parent=reply)
    make_shown(article, parent=head, text=LONG)
    guest_post(article, parent=reply, text=LONG)
    for sender in (HOUSE, FAR):
        moderation.recommend(reply, by=None, sender=sender)
        moderation.flag(root, by=None, reason="insult", sender=sender)
    moderation.blank_part(reply, by=moderator, passage="names her", reason="private")
    moderation.pick(reply, by=moderator)
    moderation.hide_branch(head, by=moderator)
    moderation.remove(make_shown(article), by=moderator)
    return article


def derived(article):
    comments = Comment.objects.on(article.pk).order_by("pk").values("pk", "recommended", "is_placed", *DAMAGE)
    found = list(comments), list(HiddenBranch.objects.values()), Discussion.objects.get(pk=article.pk)
    return [*found[:2], [getattr(found[2], counter) for counter in COUNTERS]]


def is_derived(comment, column):
    """HTML is kept for what is shown alone."""
    return comment.is_shown or column not in {"text_html", "heading_html", "time_html", "rendered_by"}


damages = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(sorted(DAMAGE))), min_size=1, max_size=8)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damages=damages)
def test_whatever_is_damaged_is_as_it_was(damages):
    with transaction.atomic():
        article = discuss()
        before, comments = derived(article), list(Comment.objects.order_by("pk"))
        for place, column in damages:
            if is_derived(comments[place], column):
                wrong = f"?{place}" if column == "path" else DAMAGE[column]
                Comment.objects.filter(pk=comments[place].pk).update(**{column: wrong})
        damaged = derived(article) != before

        assert bool(check(article)) == damaged
        moderation.rebuild(article)

        assert derived(article) == before
        assert not check(article)
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"fingerprint": "f" * 32}, "1 comment has no fingerprint, or a wrong one: key {}"),
        ({"text_html": "<p>No.</p>", "time_html": "Now"}, "1 comment's HTML is not what it says: key {}"),
        ({"reports": 0}, "1 comment miscounts what is reported of it: key {}"),
        ({"recommended": 1}, "1 comment has more recommendations than it counts: key {}"),
        ({"blanked_at": None}, "1 comment misremembers since when a part is out: key {}"),
    ],
)
def test_what_is_wrong_is_said(columns, said):
    article, out = discuss(), StringIO()
    before = derived(article)
    column = next(iter(columns))
    has_it = {"reports": {"reports__gt": 0}, "recommended": {"recommended": 2}}
    comment = Comment.objects.filter(**has_it.get(column, {"blanked_at": NOON})).get()
    Comment.objects.filter(pk=comment.pk).update(**columns)

    call_command("check_threads", fix=True, verbosity=0, stdout=out)

    assert f"\n  {said.format(comment.pk)}\n  Mended: 6 comments.\n" in out.getvalue()
    assert derived(article) == before


def test_recommendations_of_which_nobody_knows_any_more_who_they_were_stay_counted():
    article = discuss()
    Comment.objects.filter(recommended=2).update(recommended=5)

    assert not check(article)


def test_flags_that_have_forgotten_from_where_they_came_weigh_what_they_did(clock):
    article = discuss()
    forget_flags(NOON + timedelta(days=31))

    assert set(Flag.objects.values_list("source", flat=True)) == {"forgotten"}
    assert not check(article)


def test_branch_that_is_hidden_is_mended_too():
    article = discuss()
    hidden = Comment.objects.get(parent__hidden_branch__isnull=False)
    Comment.objects.filter(pk=hidden.pk).update(text_html="<p>Never said.</p>")

    moderation.rebuild(article)

    hidden.refresh_from_db()
    assert "beside the river" in hidden.text_html


def test_only_wrong_columns_of_wrong_rows_are_written():
    article = discuss()
    wrong = Comment.objects.order_by("pk")[1]
    Comment.objects.filter(pk=wrong.pk).update(depth=9)

    with CaptureQueriesContext(connection) as queries:
        moderation.rebuild(article)

    written = [each["sql"] for each in queries if 'UPDATE "comments_comment"' in each["sql"]]
    assert written == ['1 times: UPDATE "comments_comment" SET "depth" = %s WHERE "id" = %s']


def test_two_comments_while_the_clock_goes_back_stand_in_the_order_in_which_they_came(article, clock):
    clock.shift(60)
    make_shown(article)
    clock.shift(-1)
    make_shown(article)

    assert not check(article)
