"""The desk's log in sentences: “Edgar Stone published version 2 as a correction”."""

from datetime import datetime

from articles.comparing import label_of
from articles.models import DeskEntry
from articles.sight import moment
from articles.states import Change, State

PLAIN = {
    "start": "began the story",
    "file": "filed the story to the desk",
    "take_back": "took the story back",
    "claim": "claimed the story",
    "send_back": "sent the story back",
    "spike": "spiked the story",
    "revive": "unspiked the story",
    "take_mistake": "took up a mistake that a reader spotted",
    "decline_mistake": "found no mistake where a reader saw one",
    "reopen_mistake": "put a mistake that a reader spotted back among the open ones",
}

KINDS = {
    Change.MINOR: " as a minor change",
    Change.UPDATE: " as an update",
    Change.CORRECTION: " as a correction",
    Change.CLARIFICATION: " as a clarification",
}

#: What stopped a move that somebody made all the same.
OVERRIDDEN = {"embargoed": "the embargo", "four-eyes": "the rule of four eyes"}


def sentence(entry: DeskEntry) -> str:
    """What was done, without a full stop; `entry.edition` should be at hand."""
    return f"{entry.actor_name} {_deed(entry)}"


def _deed(entry: DeskEntry) -> str:
    if entry.verb in PLAIN:
        return PLAIN[entry.verb]
    say = DEEDS.get(entry.verb)
    return say(entry) if say else entry.verb.replace("_", " ")


def _number(entry: DeskEntry) -> str:
    return f"version {entry.edition.number}" if entry.edition else "a version"


def _published(entry: DeskEntry) -> str:
    edition = entry.edition
    if edition is None:
        return "published the story"
    kind = KINDS.get(edition.change, "")
    # What was published once needn't pass the desk again to be mended.
    skipped = _skipped(entry) if edition.change == Change.FIRST else ""
    rest = f"{kind}{skipped}{_dropped(entry)}{_overridden(entry)}"
    if edition.live_from > entry.at:
        return f"scheduled {_number(entry)} for {moment(edition.live_from)}{rest}"
    return f"published {_number(entry)}{rest}"


def _skipped(entry: DeskEntry) -> str:
    steps = [State(step).label for step in entry.details.get("skipped", ())]
    return f", without “{'” and “'.join(steps)}”" if steps else ""


def _dropped(entry: DeskEntry) -> str:
    """What became of the version that was scheduled, where the move settled that."""
    voided = ", ".join(map(str, entry.details.get("voided") or ()))
    again = entry.details.get("struck_again")
    if again:
        return f", and made version {voided} again as version {again}"
    return f", which dropped version {voided}" if voided else ""


def _overridden(entry: DeskEntry) -> str:
    codes = entry.details.get("overridden", ())
    return f", in spite of {' and '.join(OVERRIDDEN.get(code, code) for code in codes)}" if codes else ""


def _undone(entry: DeskEntry) -> str:
    back = entry.details.get("reinstated")
    return f"undid {_number(entry)}" + (f", which brought back version {back}" if back else "")


def _withdrew(entry: DeskEntry) -> str:
    return f"took the story down ({entry.details.get('ground', 'no ground given')}){_dropped(entry)}"


def _embargoed(entry: DeskEntry) -> str:
    until = entry.details.get("until")
    if not until:
        return "lifted the embargo"
    return f"set an embargo until {moment(datetime.fromisoformat(until))}{_dropped(entry)}"


def _restored(entry: DeskEntry) -> str:
    fields = ", ".join(label_of(name) for name in entry.details.get("fields", ()))
    what = f"{fields} of copy" if fields else "copy"
    return f"restored {what} {entry.details.get('restored')} (as copy {entry.details.get('version')})"


def _renamed(entry: DeskEntry) -> str:
    new = entry.details.get("new")
    return f"changed the address from {entry.details.get('old')} to {new}" if new else "changed the address"


def _expunged(entry: DeskEntry) -> str:
    places = entry.details.get("places", 0)
    return f"removed words for good from {places} place{'' if places == 1 else 's'}"


DEEDS = {
    "save": lambda entry: f"saved the story (copy {entry.details.get('version', '?')})",
    "mark_ready": lambda entry: f"marked the story ready{_skipped(entry)}{_overridden(entry)}",
    "publish": _published,
    "unschedule": lambda entry: f"unscheduled {_number(entry)}",
    "undo": _undone,
    "withdraw": _withdrew,
    "embargo": _embargoed,
    "rename": _renamed,
    "restore": _restored,
    "expunge": _expunged,
}
