"""From a comment and its sender to the verdict: what is seen in it, and what becomes of it."""

from datetime import datetime

from comments.models import Comment, ModerationSignals
from comments.moderation.gathering import gather
from comments.screening import Facts, Signal, fingerprint, risk, see, verdict
from comments.senders import STRANGER, Sender
from comments.states import OF_THE_WRITER, Reason, Status
from comments.talks import Talk

Judgement = tuple[Status, Reason, list[Signal]]

#: The columns of a comment that judging it fills in.
JUDGED = ("fingerprint", "risk")


def judge(comment: Comment, talk: Talk | None, sender: Sender, now: datetime) -> Judgement:
    """Where a comment belongs, why, and what was seen in it. The caller saves `JUDGED` as well."""
    comment.fingerprint = fingerprint(comment.text)
    facts = gather(comment, talk, sender, now)
    return _judgement(comment, facts, see(facts))


def judge_again(comment: Comment, talk: Talk | None, now: datetime) -> Judgement:
    """The same once more is known of who wrote it. What was seen as it came in counts as it did then."""
    facts = gather(comment, talk, STRANGER, now)
    seen = see(facts)
    names = {signal.name for signal in seen}
    seen += [signal for signal in _seen_before(comment) if signal.name not in names]
    return _judgement(comment, facts, seen)


def _judgement(comment: Comment, facts: Facts, seen: list[Signal]) -> Judgement:
    comment.risk = risk(seen)
    return *verdict(facts, seen), seen


def _seen_before(comment: Comment) -> list[Signal]:
    """What was seen when it was posted, but for who wrote it, which is known better by now."""
    kept = ModerationSignals.objects.filter(entry__comment=comment, entry__verb="post").first()
    signals = [Signal.from_kept(seen) for seen in kept.seen] if kept else []
    return [signal for signal in signals if signal.reason not in OF_THE_WRITER]
