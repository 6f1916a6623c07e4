"""Two people's changes to the fields of one story as one set of fields; where they clash, both texts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from articles.wording.blocks import blocks
from articles.wording.paragraphs import places

Fields = Mapping[str, Any]
NO_PICKS: Mapping[str, str] = {}


@dataclass(frozen=True)
class Clash:
    """Something that both changed, and differently. `key` names it in `picks`: "headline", "body-3"."""

    key: str
    field: str
    base: Any
    mine: Any
    theirs: Any
    takes_both: bool = False

    def picked(self, pick: str | None) -> Any:
        """What "mine", "theirs" or "both" makes of it; mine if nothing was picked."""
        if pick == "both" and self.takes_both:
            return f"{self.theirs}{self._between}{self.mine}"
        return self.theirs if pick == "theirs" else self.mine

    def is_settled_by(self, pick: str | None) -> bool:
        return pick in ("mine", "theirs") or (pick == "both" and self.takes_both)

    @property
    def _between(self) -> str:
        if self.field == "body":
            return ""
        return "\n" if "\n" in self.mine + self.theirs else " "


@dataclass(frozen=True)
class Merged:
    """The fields as one, mine where a clash is open; `from_theirs` names those that took something over."""

    fields: dict[str, Any]
    clashes: tuple[Clash, ...]
    from_theirs: tuple[str, ...]


def merge(
    base: Fields,
    mine: Fields,
    theirs: Fields,
    picks: Mapping[str, str] = NO_PICKS,
    choices: Collection[str] = (),
) -> Merged:
    """Mine and theirs as one, both having begun from `base`. A field that a side lacks it left alone.

    `picks` settles clashes by their key: "mine", "theirs", or for texts "both" (theirs first). `choices`
    names fields whose text is a choice, an address or a date, so that two of them never make one.
    """
    fields: dict[str, Any] = {}
    clashes: list[Clash] = []
    taken: list[str] = []
    for name in dict.fromkeys([*base, *mine, *theirs]):
        was = base.get(name)
        my, their = mine.get(name, was), theirs.get(name, was)
        fields[name], found, takes = _field(name, was, my, their, picks, name not in choices)
        clashes += [clash for clash in found if not clash.is_settled_by(picks.get(clash.key))]
        taken += [name] if takes else []
    return Merged(fields, tuple(clashes), tuple(taken))


def _field(
    name: str, base: Any, mine: Any, theirs: Any, picks: Mapping[str, str], is_text: bool
) -> tuple[Any, list[Clash], bool]:
    """The value, what clashed, and whether something of theirs came in."""
    if theirs in (base, mine):
        return mine, [], False
    if mine == base:
        return theirs, [], True
    if name == "body":
        return _body(base or "", mine or "", theirs or "", picks)
    if isinstance(mine, list) and isinstance(theirs, list):
        merged = _list(base or [], mine, theirs)
        return merged, [], _keys(merged) != _keys(mine)
    takes_both = is_text and all(isinstance(each, str) and each for each in (mine, theirs))
    clash = Clash(name, name, base, mine, theirs, takes_both)
    value = clash.picked(picks.get(name))
    return value, [clash], value != mine


def _body(base: str, mine: str, theirs: str, picks: Mapping[str, str]) -> tuple[str, list[Clash], bool]:
    merged: list[str] = []
    clashes = []
    for place in places(base, mine, theirs):
        html = place.agreed
        if place.is_clash:
            takes_both = bool(place.mine and place.theirs)
            clash = Clash(f"body-{place.number}", "body", place.base, place.mine, place.theirs, takes_both)
            html = clash.picked(picks.get(clash.key))
            clashes.append(clash)
        merged.append(html)
    body = "".join(merged)
    return body, clashes, blocks(body) != blocks(mine)


def _list(base: list[Any], mine: list[Any], theirs: list[Any]) -> list[Any]:
    """Added by either is added, removed by either removed; in my order, with what they added at the end."""
    was, my, their = _keys(base), _keys(mine), _keys(theirs)
    kept = [key for key in my if key in their or key not in was]
    kept += [key for key in their if key not in my and key not in was]
    return [[*key, place] if isinstance(key, tuple) else key for place, key in enumerate(kept)]


def _keys(items: list[Any]) -> list[Any]:
    """What the items are, in their order: of a credit, [person, role, order], the person and the role."""
    if not all(isinstance(item, list) for item in items):
        return list(dict.fromkeys(items))
    return list(dict.fromkeys(tuple(item[:2]) for item in sorted(items, key=lambda item: item[2:])))
