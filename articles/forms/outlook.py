"""What will be true after a move, in a sentence, said before it is made."""

from typing import Any

from articles.desk.moving import printed_name
from articles.desk.publication import Publication
from articles.desk.undoing import dropped_for
from articles.models import Edition
from articles.sight import moment


def outlook(verb: str, article: Any, facts: Publication) -> str:
    say = SENTENCES[verb]
    return say(article, facts) if callable(say) else say


def where(article: Any) -> str:
    return f"in {article.section}" if article.section else "once it has a section"


def writer(article: Any) -> str:
    """Who gets a story that is sent back, by first name as on buttons."""
    person = article.assignee or article.created_by
    return (person.first_name or printed_name(person)) if person else "its writer"


def _publish(article: Any, facts: Publication) -> str:
    if article.embargo_lifts_at and article.embargo_lifts_at > facts.now:
        return f"Under embargo: nothing goes live before {moment(article.embargo_lifts_at)}."
    if facts.is_live:
        return f"Replaces what readers have now, {where(article)}."
    return f"Goes live now, {where(article)}, or at the time you set."


def _unschedule(article: Any, facts: Publication) -> str:
    if facts.pending is None:
        return "Nothing is scheduled any more."
    left = _left(facts) if facts.ran else "No reader will see the story."
    return f"The version set for {moment(facts.pending.live_from)} is dropped. {left}"


def _undo(article: Any, facts: Publication) -> str:
    if facts.newest is None:
        return "There is nothing to undo any more."
    struck = facts.struck_last
    undone = _undone(struck, facts)
    dropped = dropped_for(article, struck)
    if dropped and dropped.live_from <= facts.now:
        return f"{undone}. {_begun(dropped, facts)}"
    back = f" Version {dropped.number} counts again, from {moment(dropped.live_from)}." if dropped else ""
    if facts.ran is None:
        return f"{undone}; no reader has seen it.{back}"
    if len(facts.latest) == len(struck):
        return f"{undone}, as if the story had never been published.{back}"
    if facts.ran not in struck:
        return f"{undone}. {_left(facts)}{back}"
    before = facts.latest[len(struck)]
    if before.expires_at and before.expires_at <= facts.now:
        return f"{undone}. Readers find nothing again: version {before.number} has ended.{back}"
    return f"{undone}. Readers get back what they had before.{back}"


def _undone(struck: list[Edition], facts: Publication) -> str:
    """What is undone: what readers were given, or a version that was only scheduled."""
    if facts.ran not in struck:
        return f"Version {struck[0].number}, scheduled for {moment(struck[0].live_from)}, is dropped"
    numbers = " and ".join(str(edition.number) for edition in reversed(struck))
    return f"Published version{f' {numbers} is' if len(struck) == 1 else f's {numbers} are'} undone"


def _begun(dropped: Edition, facts: Publication) -> str:
    """What readers get of a version that counts again, and would have begun by now."""
    if dropped.expires_at and dropped.expires_at <= facts.now:
        return f"Readers find nothing: version {dropped.number}, which it had dropped, has ended."
    return f"Readers get version {dropped.number}, which it had dropped."


def _left(facts: Publication) -> str:
    """What readers have for as long as nothing else is published."""
    has_ended = facts.ran and facts.ran.expires_at and facts.ran.expires_at <= facts.now
    if has_ended:
        return f"Readers find nothing: version {facts.ran.number} has ended."
    return "Readers keep what they have."


def _embargo(article: Any, facts: Publication) -> str:
    kept = " What readers already have stays." if facts.ran else ""
    if facts.pending:
        when = moment(facts.pending.live_from)
        kept += f" The version scheduled for {when} would have to be dropped if it comes before that."
    return f"Nothing of this story can be published before the time you set.{kept}"


def _rename(article: Any, facts: Publication) -> str:
    if facts.ran is None:
        return (
            "The story will be found at the new address; the one it has now was never public and is dropped."
        )
    return "The story is found at the new address; the one it has now leads there for good."


def _send_back(article: Any, facts: Publication) -> str:
    return f"The story is a draft again, for {writer(article)} to change."


SENTENCES: dict[str, Any] = {
    "file": "The story goes to the desk. Its writer can take it back, but not change it while it is there.",
    "take_back": "The story is a draft again, and its writer can change it.",
    "claim": "The story is in your hands, and the desk's list says so.",
    "send_back": _send_back,
    "mark_ready": "The story is marked as ready. No reader sees it before it is published.",
    "publish": _publish,
    "unschedule": _unschedule,
    "undo": _undo,
    "embargo": _embargo,
    "withdraw": "At once, readers find your notice in the story's place, and no list names it any more.",
    "rename": _rename,
    "spike": "The story is dropped. “Unspike” brings it back.",
    "revive": "The story is a draft again.",
}
