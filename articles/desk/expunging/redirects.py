"""Redirects to a story: they know it by its path alone, and lead on for readers when that has changed."""

from dataclasses import dataclass
from urllib.parse import unquote

from articles.models import Address, Redirect
from articles.wording.blanking import Blanking


@dataclass(frozen=True)
class Way:
    """Where a redirect is to lead: to this address of the story, as it is by then, and on from there."""

    address: int
    rest: str = ""


@dataclass(frozen=True)
class Led:
    """A redirect that holds the words. Without a `way` it goes, since its own path holds them."""

    pk: int
    way: Way | None
    found: tuple[str, ...]


def redirects_with(blanking: Blanking, addresses: dict[str, int]) -> list[Led]:
    """Those that lead to these addresses of a story, perhaps by others, or stand there. One query at most."""
    if not addresses:
        return []
    rows = [
        (pk, unquote(old), unquote(new))
        for pk, old, new in Redirect.objects.order_by("pk").values_list("pk", "old_path", "new_path")
    ]
    onward = {old: new for _, old, new in rows}
    own = {unquote(path): pk for path, pk in addresses.items()}
    found = []
    for pk, old, new in rows:
        way = _way(new, onward, own)
        if way is None and not old.startswith(tuple(own)):
            continue
        named, led = blanking.in_address(old).found, blanking.in_address(new).found
        if named:
            found.append(Led(pk, None, named + led))
        elif led and way:
            found.append(Led(pk, Way(way.address) if blanking.in_address(way.rest).found else way, led))
    return found


def lead(pk: int, way: Way) -> None:
    """Let a redirect lead there. Where it can't, for that is too long or its own path, it goes."""
    path = Address.objects.values_list("path", flat=True).get(pk=way.address) + way.rest
    rows = Redirect.objects.filter(pk=pk)
    if len(path) > Redirect._meta.get_field("new_path").max_length:
        rows.delete()
        return
    rows.filter(old_path=path).delete()
    rows.update(new_path=path)


def _way(path: str, onward: dict[str, str], own: dict[str, int]) -> Way | None:
    """To which of the story's own addresses a path leads in the end; None if to none of them."""
    passed: set[str] = set()
    while path not in passed:
        passed.add(path)
        if path.startswith(tuple(own)):
            address = max((each for each in own if path.startswith(each)), key=len)
            return Way(own[address], path[len(address) :])
        path = onward.get(path, path)
    return None
