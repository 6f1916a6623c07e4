"""What is deleted once it was kept for as long as the settings say: one function for each kind of datum.

Each takes the instant and says how many rows it changed. The log of decisions stays: but for its notes it
holds no reader's name, words or address.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q

from articles.models import Article
from comments.models import (
    Block,
    Comment,
    FingerprintKey,
    MailedLink,
    ModerationEntry,
    ModerationSignals,
    Recommendation,
    Trace,
)
from comments.models.fingerprint_key import LASTS as KEY_LASTS
from comments.models.mailed_link import LASTS as LINK_LASTS
from comments.models.mailed_link import QUIET_UNUSED, QUIET_USED, Purpose
from comments.moderation import counting
from comments.moderation.appealing import forget_appeals
from comments.moderation.blanking import forget_blanked
from comments.moderation.blocking import forget_blocks
from comments.moderation.flagging import forget_flags
from comments.moderation.moving import lock
from comments.moderation.noticing import forget_notices
from comments.moderation.owning import blank
from comments.moderation.tracing import BY_ADDRESS
from comments.states import Status

#: Comments that are blanked in one go.
BATCH = 200


def forget_traces(now: datetime) -> int:
    """Where comments came from."""
    return Trace.objects.filter(at__lte=now - timedelta(days=settings.READER_ADDRESS_DAYS)).delete()[0]


def forget_recommendations(now: datetime) -> int:
    """From where comments were recommended; how many did is counted on the comment, and stays."""
    oldest = now - timedelta(days=settings.READER_ADDRESS_DAYS)
    return Recommendation.objects.filter(person__startswith=BY_ADDRESS, at__lte=oldest).delete()[0]


def forget_keys(now: datetime) -> int:
    """Keys under which no fingerprint is left: without them nobody can make one anew and compare it."""
    oldest = now.date() - timedelta(days=settings.READER_ADDRESS_DAYS + KEY_LASTS)
    return FingerprintKey.objects.filter(begins_on__lt=oldest).delete()[0]


def forget_unproved(now: datetime) -> int:
    """E-mail addresses of which nobody has shown that they are theirs.

    Story by story, under its lock as all verbs are: they lock several comments too, in an order of theirs.
    """
    oldest = now - timedelta(days=settings.UNPROVED_EMAIL_DAYS)
    old = Comment.objects.filter(writer=None, posted_at__lte=oldest).exclude(email="")
    count = 0
    for article in Article.objects.filter(pk__in=old.order_by().values("article")).order_by("pk"):
        with transaction.atomic():
            counting.lock(article)
            count += old.on(article.pk).update(email="")
    return count


def forget_links(now: datetime) -> int:
    """Addresses to which links were mailed that have ended, and what kept their owners from more mail."""
    count = 0
    for purpose in Purpose:
        links = MailedLink.objects.filter(purpose=purpose)
        ended = links.filter(made_at__lte=now - LINK_LASTS[purpose]).exclude(email="")
        count += ended.update(email="", mail_due_at=None)
        unused = Q(used_at=None, made_at__lte=now - QUIET_UNUSED[purpose])
        count += links.filter(unused | Q(used_at__lte=now - QUIET_USED[purpose])).delete()[0]
    return count + MailedLink.objects.filter(made_at=None).delete()[0]


def forget_texts(now: datetime) -> int:
    """The words and names of comments that were removed, or taken for spam, and never came back."""
    oldest = now - timedelta(days=settings.REMOVED_TEXT_DAYS)
    moved = ModerationEntry.objects.filter(comment=OuterRef("pk"), at__gt=oldest)
    since = moved.exclude(from_status=F("to_status"))
    gone = Comment.objects.filter(status__in=(Status.REMOVED, Status.SPAM)).exclude(text="")
    count = 0
    while pks := list(gone.filter(~Exists(since)).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        for comment in Comment.objects.filter(pk__in=pks).select_related("article"):
            _forget_text(comment)
        count += len(pks)
    return count


def _forget_text(comment: Comment) -> None:
    with transaction.atomic():
        _, row = lock(comment)
        if row.status in (Status.REMOVED, Status.SPAM):
            row.save(update_fields=blank(row))
            ModerationSignals.objects.filter(entry__comment=row).delete()


def forget_signals(now: datetime) -> int:
    """What screening saw in comments, which quotes them; at once where the words were edited since."""
    oldest = now - timedelta(days=settings.SIGNAL_DAYS)
    edited = ModerationEntry.objects.filter(
        comment=OuterRef("entry__comment"), verb="edit", position__gt=OuterRef("entry__position")
    )
    return ModerationSignals.objects.filter(Q(entry__at__lte=oldest) | Exists(edited)).delete()[0]


def forget_notes(now: datetime) -> int:
    """What moderators noted for one another about readers. No seal covers it."""
    oldest = now - timedelta(days=settings.SIGNAL_DAYS)
    entries = ModerationEntry.objects.filter(at__lte=oldest).exclude(note="")
    blocks = Block.objects.filter(until__lte=oldest).exclude(note="")
    return entries.update(note="") + blocks.update(note="")


#: What is forgotten, as the command says it.
FORGETTING = {
    "traces of network addresses": forget_traces,
    "traces of recommendations": forget_recommendations,
    "keys of fingerprints": forget_keys,
    "unproved e-mail addresses": forget_unproved,
    "mailed links": forget_links,
    "texts of removed comments": forget_texts,
    "signals of screening": forget_signals,
    "notes of moderators": forget_notes,
    "traces of reports": forget_flags,
    "blocks that have ended": forget_blocks,
    "notices of illegal content": forget_notices,
    "appeals about deleted words": forget_appeals,
    "parts taken out of comments": forget_blanked,
}
