"""`moderation.post`: who is shown at once, who waits, and what is refused."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import desk
from comments import moderation
from comments.models import Comment, Discussion, ModerationEntry
from tests.comments.factories import guest_post, make_discussion, make_shown
from tests.factories import make_article, make_published, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def refusal(call, *args, **kwargs):
    """The code of the refusal, after which nothing is stored."""
    before = (Comment.objects.count(), Discussion.objects.count(), ModerationEntry.objects.count())
    with pytest.raises(moderation.IllegalMove) as refused:
        call(*args, **kwargs)
    assert (Comment.objects.count(), Discussion.objects.count(), ModerationEntry.objects.count()) == before
    return refused.value.code


def test_a_guests_comment_waits():
    article = make_published()

    comment = guest_post(article, name="Dio", text="I find it nsacseery.")

    comment.refresh_from_db()
    assert (comment.status, comment.why, comment.number, comment.shown_at) == ("held", "unproved", None, None)
    assert (comment.name, comment.text, comment.text_html) == ("Dio", "I find it nsacseery.", "")
    assert Discussion.objects.get(pk=article.pk).shown_count == 0


def test_the_verdict_and_what_was_seen_are_logged():
    comment = guest_post(make_published())

    entry = comment.moderation_entries.get()
    assert (entry.verb, entry.from_status, entry.to_status) == ("post", "", "held")
    assert (entry.actor, entry.actor_name, entry.reason) == (None, "The system", "unproved")
    assert [seen["signal"] for seen in entry.signals.seen] == ["address-is-unproved"]


def test_every_comment_waits_where_the_mode_says_so():
    article = make_published()
    make_discussion(article, mode="hold-all")

    comment = guest_post(article)

    assert (comment.status, comment.why) == ("held", "hold-all")


def test_an_open_discussion_holds_guests_too():
    article = make_published()
    make_discussion(article, mode="open")

    assert guest_post(article).status == "held"


def test_staff_are_shown_at_once_under_their_printed_name(editor):
    article = make_published()

    comment = moderation.post(article, by=editor, name="Nobody", email="x", website="", text="Noted.")

    comment.refresh_from_db()
    assert (comment.status, comment.why, comment.number) == ("shown", "staff", 1)
    assert (comment.name, comment.email, comment.account) == ("Edgar Stone", "", editor)
    assert comment.heading_html == 'Edgar Stone <span class="badge">Staff</span>'
    assert comment.moderation_entries.get().actor == editor


def test_an_account_that_is_not_staff_is_a_guest(editor):
    editor.is_staff = False

    comment = guest_post(make_published(), by=editor)

    assert (comment.status, comment.account, comment.name) == ("held", None, "Dio")


def test_a_matching_name_and_address_earn_nothing():
    article = make_published()
    make_shown(article, name="Dio", email="dio@example.org")

    second = guest_post(article, name="Dio", email="dio@example.org", text="Another word.")

    assert (second.status, second.why) == ("held", "unproved")


def test_a_name_like_that_of_staff_earns_nothing(editor):
    assert guest_post(make_published(), name="Edgar Stone", email=editor.email).status == "held"


def stories():
    """Stories that take no comments, each by the name of what it is."""
    soon = timezone.now() + timedelta(hours=1)
    scheduled, down, expired = make_article(), make_published(), make_article()
    publish(scheduled, at=soon)
    publish(expired, on=timezone.now() - timedelta(days=2), expires_at=timezone.now() - timedelta(days=1))
    desk.withdraw(down, by=None, note="It was wrong.", ground="retraction")
    return [make_article(), make_article(state="spiked"), scheduled, down, expired]


def test_stories_that_readers_cannot_read_take_no_comments():
    assert {refusal(guest_post, story) for story in stories()} == {"no-such-story"}


def test_staff_cannot_comment_there_either(editor):
    assert refusal(guest_post, make_article(), by=editor) == "no-such-story"


@pytest.mark.parametrize("mode", ["closed", "hidden"])
def test_closed_and_hidden_discussions_take_nothing(mode):
    article = make_published()
    make_discussion(article, mode=mode)

    assert refusal(guest_post, article) == "closed"


def test_a_discussion_closes_at_its_instant(clock):
    article = make_published()
    make_discussion(article, closes_at=timezone.now() + timedelta(seconds=1))

    assert guest_post(article).status == "held"
    clock.shift(1)
    assert refusal(guest_post, article) == "closed"


def test_a_parent_on_another_story_is_answered_like_one_that_is_not_there():
    article, other = make_published(), make_published()
    elsewhere, held, removed = make_shown(other), guest_post(article), make_shown(article)
    moderation.remove(removed, by=None)
    absent = Comment(pk=10**9, article=article)

    codes = {refusal(guest_post, article, parent=parent) for parent in (elsewhere, held, removed, absent)}

    assert codes == {"no-such-comment"}


def test_a_reply_stands_under_its_parent():
    article = make_published()
    parent = make_shown(article)

    reply = guest_post(article, parent=parent)

    assert (parent.path, reply.path, reply.depth) == ("0001", "00010001", 1)
    assert (reply.parent, reply.root) == (parent, parent)


def test_replies_to_the_last_level_continue_on_it_in_order_of_arrival():
    article = make_published()
    deepest = make_shown(article)
    for _ in range(31):
        deepest = make_shown(article, parent=deepest)

    first = make_shown(article, parent=deepest)
    second = make_shown(article, parent=first)
    deepest.refresh_from_db()
    first.refresh_from_db()

    assert [deepest.depth, first.depth, second.depth] == [31, 31, 31]
    assert [comment.path[-4:] for comment in (deepest, first, second)] == ["0001", "0002", "0003"]
    assert second.parent == first
    assert [deepest.shown_replies, first.shown_replies] == [1, 1]


LIMITS = [
    ("name", "a" * 81, "long-name"),
    ("name", "\u200b\u202e ", "no-name"),
    ("email", "a" * 250 + "@b.example", "long-email"),
    ("email", "", "no-email"),
    ("email", "amina", "bad-email"),
    ("website", "javascript:alert(1)", "bad-website"),
    ("text", " \n\u200b", "no-text"),
    ("text", "a" * 8001, "long-text"),
    ("text", "<a title='" + "x" * 70_000, "long-text"),
]


@pytest.mark.parametrize(("field", "value", "code"), LIMITS)
def test_what_breaks_a_limit_is_refused_and_never_cut(field, value, code):
    assert refusal(guest_post, make_published(), **{field: value}) == code


def test_what_fills_a_limit_is_taken_whole():
    article = make_published()

    comment = guest_post(article, name="é" * 80, text="ß" * 8000)

    comment.refresh_from_db()
    assert (comment.name, comment.text) == ("é" * 80, "ß" * 8000)


@pytest.mark.parametrize("size", [1, 60])
def test_posting_costs_the_same_however_many_there_are(size, editor, django_assert_num_queries):
    article = make_published()
    for _ in range(size):
        parent = make_shown(article)

    with django_assert_num_queries(16):
        moderation.post(article, by=editor, name="", email="", website="", text="Noted.", parent=parent)
