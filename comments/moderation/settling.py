"""What open flags of a comment weigh together, and what a moderator's decision makes of them."""

from django.db.models import Count, Q

from comments.models import Comment, Flag
from comments.moderation.standing import standing
from comments.states import MOVES, Outcome, Status

#: By where a decision leaves the comment. Where it waits, nothing is settled.
MADE_OF_FLAGS = {
    Status.SHOWN: Outcome.WRONG,
    Status.REMOVED: Outcome.RIGHT,
    Status.SPAM: Outcome.RIGHT,
}
#: What a person's flag weighs at most, in hundredths: less than 1, so that nobody holds a comment alone.
MOST_WEIGHT = 99


def weight(persons: list[str]) -> int:
    """What a flag of this person weighs, in hundredths: (right + 1) / (right + wrong + 2) of the settled."""
    counts = {each: Count("pk", filter=Q(outcome=each)) for each in (Outcome.RIGHT, Outcome.WRONG)}
    right, wrong = Flag.objects.of(persons).aggregate(**counts).values()
    return min(MOST_WEIGHT, round(100 * (right + 1) / (right + wrong + 2)))


def open_weight(comment: Comment) -> int:
    """What its open flags weigh together, in hundredths.

    Of those from one source the heaviest alone counts: somebody with three addresses is one person.
    """
    heaviest: dict[str, int] = {}
    for source, weighs in Flag.objects.open().filter(comment=comment).values_list("source", "weight"):
        heaviest[source] = max(weighs, heaviest.get(source, 0))
    return sum(heaviest.values())


def settle(row: Comment) -> list[str]:
    """Let the flags of a locked comment say what its log says by now. The caller saves the columns returned.

    The last decision that somebody took, and nobody undid, settles all that was reported until then, by
    where it left the comment. No rule settles anything. What was settled before an edit was about other
    words, and stays.
    """
    flags = Flag.objects.filter(comment=row).exclude(outcome=Outcome.MOOT)
    if not flags.exists():
        row.reports = 0
        return ["reports"]
    entries = list(row.moderation_entries.all())
    edited = max((entry.position for entry in entries if entry.verb == "edit"), default=0)
    if edited:
        flags = flags.exclude(settled_by__position__lt=edited)
    decided = [
        entry
        for entry in standing(entries)
        if entry.verb in MOVES and entry.actor_id and entry.position > edited
    ]
    if decided:
        last = decided[-1]
        outcome = MADE_OF_FLAGS.get(Status(last.to_status), Outcome.OPEN)
        settled_by = None if outcome == Outcome.OPEN else last
        flags.filter(at__lte=last.at).update(outcome=outcome, settled_by=settled_by)
        flags = flags.filter(at__gt=last.at)
    flags.update(outcome=Outcome.OPEN, settled_by=None)
    return recount(row)


def drop_flags(row: Comment) -> list[str]:
    """The words that were reported are gone: its open flags count neither way. Columns as for `settle`."""
    Flag.objects.open().filter(comment=row).update(outcome=Outcome.MOOT)
    row.reports = 0
    return ["reports"]


def recount(row: Comment) -> list[str]:
    row.reports = open_weight(row)
    return ["reports"]
