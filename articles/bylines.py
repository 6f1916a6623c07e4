"""From credits to the printed line. No queries."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import get_text_list


class Role(TextChoices):
    AUTHOR = "author", "Author"
    REPORTING = "reporting", "Additional reporting"
    PHOTOGRAPHY = "photography", "Photography"
    TRANSLATION = "translation", "Translation"
    EDITING = "editing", "Editing"


#: How the line begins for each role, in the order in which roles are printed.
OPENINGS = {
    Role.AUTHOR: "By",
    Role.REPORTING: "additional reporting by",
    Role.PHOTOGRAPHY: "photographs by",
    Role.TRANSLATION: "translated by",
    Role.EDITING: "edited by",
}


@dataclass(frozen=True)
class Credited:
    """A person in a byline: printed name, role, and the address of their page ("" for none)."""

    name: str
    role: str
    url: str = ""


def printed(credits: Iterable[Credited]) -> str:
    """The byline as plain text: “By A and B; additional reporting by C”. Empty without credits."""
    return "; ".join(
        f"{opening} {get_text_list([who.name for who in people], 'and')}"
        for opening, people in _groups(credits)
    )


def printed_html(credits: Iterable[Credited]) -> SafeString:
    """The same line with each name linked to its page."""
    groups = ((opening, _names(people)) for opening, people in _groups(credits))
    return format_html_join("; ", "{} {}", groups)


def _groups(credits: Iterable[Credited]) -> list[tuple[str, list[Credited]]]:
    by_role: dict[str, list[Credited]] = {}
    for credited in credits:
        by_role.setdefault(credited.role, []).append(credited)
    groups = [(opening, by_role[role]) for role, opening in OPENINGS.items() if role in by_role]
    return [
        (_capital(opening) if place == 0 else opening, who) for place, (opening, who) in enumerate(groups)
    ]


def _capital(opening: str) -> str:
    return opening[0].upper() + opening[1:]


def _names(people: list[Credited]) -> SafeString:
    *rest, last = [_link(who) for who in people]
    if not rest:
        return last
    return format_html("{} and {}", format_html_join(", ", "{}", ((name,) for name in rest)), last)


def _link(who: Credited) -> SafeString:
    return format_html('<a href="{}">{}</a>', who.url, who.name) if who.url else format_html("{}", who.name)
