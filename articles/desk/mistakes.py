"""Verbs on mistakes that readers spotted: report one, take it up, find that there is none, think again."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import Truncator

from articles.desk.answering import is_being_tried
from articles.desk.moving import UNDO_WINDOW, hold
from articles.desk.refusals import IllegalMove
from articles.models import Article, Edition, Mistake
from articles.spotting import Sentence, sentence_at
from articles.states import FINDINGS, Change, Finding

#: Who presses “Send” twice sends once.
TWICE = timedelta(minutes=1)
MOST_A_DAY = 200
#: What a decision writes.
DECIDED = ("state", "decided_by", "decided_at", "answer", "answer_due_at", "answer_tries")
#: What a proposed note quotes: so many sentences, each so long at most.
QUOTED, LONGEST_QUOTE = 3, 250


def report_mistake(edition: Edition, sentence: Sentence, *, wrong: str, email: str = "") -> Mistake:
    """Store what a reader says of a sentence of this edition; the same within a minute is the same report.

    Leaves no entry in the log, which is of what the desk does: the row itself tells all there is.
    """
    with transaction.atomic():
        article = Article.objects.select_for_update().get(pk=edition.article_id)
        now = timezone.now()
        stands = _as_it_stands(article, edition, sentence)
        reports = Mistake.objects.filter(article=article)
        told = {"edition": edition, "paragraph": stands.paragraph, "sentence": stands.text}
        told |= {"wrong": wrong, "email": email}
        if twin := reports.filter(**told, spotted_at__gt=now - TWICE).first():
            return twin
        if reports.filter(spotted_at__gt=now - timedelta(days=1)).count() >= MOST_A_DAY:
            raise IllegalMove(
                article,
                "report_mistake",
                "too-many",
                "The desk has had very many reports on this story today, and takes no more for now. Yours "
                "was not sent. What you typed is still here: please try again tomorrow.",
            )
        return Mistake.objects.create(article=article, spotted_at=now, **told)


def _as_it_stands(article: Article, edition: Edition, sentence: Sentence) -> Sentence:
    """The sentence read anew under the lock: words of it may have been expunged since the reader had it."""
    stands = sentence_at(Edition.objects.get(pk=edition.pk), sentence.mark)
    if stands is None:
        raise IllegalMove(
            article,
            "report_mistake",
            "sentence-gone",
            "The sentence that you marked is not in the story any more. Your report was not sent. What you "
            "typed is still here: please look at the story as it is now.",
        )
    return stands


def take_mistake(mistake: Mistake, *, by: Any) -> None:
    """Take it up: what is published next of the story settles it."""
    with _deciding(mistake, "take_mistake", by):
        pass


def decline_mistake(mistake: Mistake, *, by: Any, answer: str = "") -> None:
    """Find that there is none. A reader who left an address is told so, with `answer` if there is one."""
    with _deciding(mistake, "decline_mistake", by, answer) as row:
        row.answer = answer.strip()
        if row.email:
            row.answer_due_at = row.decided_at + UNDO_WINDOW


def reopen_mistake(mistake: Mistake, *, by: Any) -> None:
    """Make it one that waits to be seen to, unless its reader was answered, or is being answered."""
    with _deciding(mistake, "reopen_mistake", by) as row:
        if row.answered_at:
            raise IllegalMove(
                row.article,
                "reopen_mistake",
                "answered",
                "The reader has been told already that there was no mistake. If there is one, correct the "
                "story.",
            )
        if is_being_tried(row, timezone.now()):
            raise IllegalMove(
                row.article,
                "reopen_mistake",
                "being-answered",
                "An answer to the reader is being sent at this moment. Try again in five minutes.",
            )
        row.decided_by = row.decided_at = row.answer_due_at = None
        row.answer, row.answer_tries = "", 0


def proposed_change(article: Any) -> tuple[str, str] | None:
    """What publication most likely is while a mistake is being corrected, and a note to start from.

    The note quotes no version that was undone or taken down.
    """
    taken = Mistake.objects.taken().filter(article=article).order_by("paragraph", "pk")
    if not taken:
        return None
    quotable = taken.filter(edition__in=Edition.objects.were_read(timezone.now()).filter(article=article))
    said = list(dict.fromkeys(quotable.values_list("sentence", flat=True)))[:QUOTED]
    quotes = " ".join(f"“{Truncator(sentence).chars(LONGEST_QUOTE)}”" for sentence in said)
    return Change.CORRECTION, f"An earlier version of this story said: {quotes}" if quotes else ""


@contextmanager
def _deciding(mistake: Mistake, verb: str, by: Any, reason: str = "") -> Iterator[Mistake]:
    """The row, locked with its article, as it will be stored on the way out; the log says who decided."""
    sources, target = FINDINGS[verb]
    with hold(mistake.article, verb, by, reason) as held:
        # Locked as well: addresses are deleted without asking for the story's lock.
        row = Mistake.objects.select_for_update(of=("self",)).select_related("article").get(pk=mistake.pk)
        if row.state not in sources:
            finding = Finding(row.state).label.lower()
            raise IllegalMove(
                held.article,
                verb,
                "wrong-finding",
                f"This report is “{finding}” already: look at it once more.",
            )
        row.state, row.decided_by, row.decided_at = target, by, held.now
        yield row
        row.save(update_fields=DECIDED)
        held.details["mistake"] = row.pk
    mistake.state = row.state
