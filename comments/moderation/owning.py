"""What writers do with their own comments: edit, retract (“Delete”), and erase everything of theirs."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from comments import typed
from comments.models import Comment, Flag, ModerationSignals, Recommendation, Trace, Writer
from comments.models.writer import make_browser_key
from comments.moderation.appealing import drop_appeals
from comments.moderation.blocking import refuse_blocked
from comments.moderation.flagging import FORGOTTEN, nobody
from comments.moderation.following import unfollow
from comments.moderation.judging import JUDGED, judge
from comments.moderation.linking import close_links
from comments.moderation.logging import keep_signals, log
from comments.moderation.moving import lock, lock_discussions, lock_writer, move
from comments.moderation.refusals import IllegalMove
from comments.moderation.settling import drop_flags
from comments.moderation.tracing import person_of
from comments.senders import STRANGER, Sender
from comments.states import Reason, Status
from comments.talks import talk_now

#: How long a comment can be edited, from when it was posted.
EDITABLE_FOR = timedelta(minutes=15)
#: What may be edited: what a moderator has taken away stays as it was judged.
EDITABLE = frozenset({Status.HELD, Status.SHOWN})


def is_editable(comment: Comment, now: datetime) -> bool:
    return comment.status in EDITABLE and now < comment.posted_at + EDITABLE_FOR


def version(comment: Comment) -> str:
    """Which words of a comment somebody sees who is about to edit them."""
    return comment.edited_at.isoformat() if comment.edited_at else ""


def edit(
    comment: Comment, *, writer: Writer, text: str, seen: str | None = None, sender: Sender = STRANGER
) -> None:
    """Let the writer put it another way. It is judged again, and perhaps waits again.

    `seen` is the `version` that they edited: of another by now, as from another window, they are told.
    The same words again are no edit.
    """
    with transaction.atomic():
        now = timezone.now()
        discussion, row = lock(comment)
        _check_owner(row, "edit", writer)
        refuse_blocked(None, replace(sender, writer=writer), now)
        if not is_editable(row, now):
            raise IllegalMove(
                row, "edit", "too-late", "A comment can be edited for 15 minutes. Yours stays as it was."
            )
        try:
            text = typed.text(text)
        except ValidationError as error:
            raise IllegalMove(row, "edit", error.code, error.message) from error
        if text == row.text:
            return
        if seen is not None and seen != version(row):
            raise IllegalMove(
                row,
                "edit",
                "edited-meanwhile",
                "You changed this comment in another window meanwhile. To put these words in place of those "
                "that stand there now, save again.",
            )
        row.text = text
        source, row.edited_at = row.status, now
        status, why, seen = judge(row, talk_now(row.article, discussion, now), Sender(writer=writer), now)
        if source == Status.HELD and status != Status.SPAM:
            # Other words don't answer why it waits.
            status, why = Status.HELD, row.why
        if row.blanked and status == Status.SHOWN:
            # What was taken out may be there again, spelt otherwise.
            status, why = Status.HELD, Reason.LOOK_AGAIN
        fields = move(row, discussion, status, why, now)
        row.save(update_fields=["text", "edited_at", *JUDGED, *fields])
        keep_signals(log(row, "edit", source=source, by=None, reason=row.why, at=now), seen)


def retract(comment: Comment, *, writer: Writer) -> None:
    """Take the comment back for good: its words are gone, and its place stays if it was answered."""
    with transaction.atomic():
        now = timezone.now()
        discussion, row = lock(comment)
        _check_owner(row, "retract", writer)
        if row.status != Status.RETRACTED:
            source = row.status
            fields = move(row, discussion, Status.RETRACTED, Reason.OWN_WISH, now)
            row.save(update_fields=[*fields, *blank(row), *drop_flags(row)])
            unfollow([row])
            drop_appeals([row.pk])
            ModerationSignals.objects.filter(entry__comment=row).delete()
            log(row, "retract", source=source, by=None, reason=row.why, at=now)


def erase(writer: Writer) -> int:
    """Forget a writer: every word, name and address of theirs, also what came under their address and was
    never confirmed. What others answered stays, and so does what was counted. How many comments.

    The log keeps its entries, which hold neither words nor names of theirs.
    """
    with transaction.atomic():
        now = timezone.now()
        # First, so that nothing of theirs comes in meanwhile.
        close_links(writer.email, now)
        lock_writer(writer)
        theirs = Comment.objects.of_writer_or_address(writer).select_related("article")
        comments = list(theirs.order_by("article_id", "pk"))
        lock_discussions(comments)
        # Before the first entry, since the end of the log is locked last.
        Recommendation.objects.filter(person=person_of(writer.pk)).delete()
        Flag.objects.of([person_of(writer.pk)]).update(person=nobody(), source=FORGOTTEN, note="")
        for comment in comments:
            discussion, row = lock(comment)
            source = row.status
            fields = move(row, discussion, Status.RETRACTED, Reason.OWN_WISH, now)
            row.writer = None
            row.save(update_fields=[*fields, *blank(row), *drop_flags(row), "writer"])
            log(row, "erase", source=source, by=None, reason=row.why, at=now)
        unfollow(comments)
        pks = [comment.pk for comment in comments]
        drop_appeals(pks)
        Trace.objects.filter(pk__in=pks).delete()
        ModerationSignals.objects.filter(entry__comment__in=pks).delete()
        writer.delete()
    return len(comments)


def forget_browsers(writer: Writer) -> None:
    """Let all browsers be strangers' again that know this writer, and close their page in each."""
    Writer.objects.filter(pk=writer.pk).update(browser_key=make_browser_key())


def own(writer: Writer, uid: UUID) -> Comment | None:
    """The comment with this uid, if it is the writer's."""
    return Comment.objects.filter(writer=writer, uid=uid).select_related("article").first()


def blank(row: Comment) -> list[str]:
    """Empty the columns in which somebody's words and name stand; returns which."""
    row.text = row.name = row.email = row.website = ""
    row.text_html = row.heading_html = row.fingerprint = ""
    row.blanked, row.blanked_at = [], None
    gone = ["text", "name", "email", "website", "text_html", "heading_html", "fingerprint"]
    return [*gone, "blanked", "blanked_at"]


def _check_owner(row: Comment, verb: str, writer: Writer) -> None:
    if row.writer_id != writer.pk:
        raise IllegalMove(row, verb, "not-yours", "This comment is not yours.")
