"""What a person typed into a comment: tidied, or refused with a sentence. Nothing is ever cut to fit.

Each function takes what was typed and returns what is stored, or raises `ValidationError` with a code.
"""

import re
import unicodedata
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from articles import typed
from articles.typed import is_visible, refuse_long

MOST_NAME, MOST_WEBSITE, MOST_TEXT = 80, 200, 8_000
#: Accents that one letter of a name may carry. Pointed Hebrew needs three, Tibetan stacks four.
MOST_MARKS = 4

#: Format characters (bidirectional controls and zero-width ones among them), controls, surrogates.
INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})

_web_address = URLValidator(schemes=["http", "https"])


def name(value: str) -> str:
    kept = (
        char
        for char in unicodedata.normalize("NFC", value.replace("\t", " ").replace("\n", " "))
        if unicodedata.category(char) not in INVISIBLE
    )
    tidy = " ".join(_limit_marks("".join(kept)).split())
    if not is_visible(tidy):
        raise ValidationError("Write your name, or the name you go by here.", code="no-name")
    refuse_long(tidy, MOST_NAME, "name", "Your name is {count} characters long; {most} is the most.")
    return tidy


def email(value: str) -> str:
    value = value.strip()
    if not value:
        raise ValidationError("Write your e-mail address. It is never shown.", code="no-email")
    # In lower case, since nobody's mail goes astray by it, and one address stays one.
    return typed.email(value).lower()


def website(value: str) -> str:
    """A web address; "" is one too, and `news.example` means https://news.example."""
    value = value.strip()
    if not value:
        return ""
    if not re.match(r"[a-z][a-z0-9+.-]*:", value, re.IGNORECASE) and not value.startswith(("/", "\\")):
        value = f"https://{value}"
    refuse_long(value, MOST_WEBSITE, "website", "The address is {count} characters long; {most} is the most.")
    try:
        _web_address(value)
        parts = urlsplit(value)
    except (ValidationError, ValueError) as error:
        raise _bad_website() from error
    if parts.username is not None or "\\" in value:
        raise _bad_website()
    return value


def text(value: str) -> str:
    kept = typed.lines(value)
    if not is_visible(kept):
        raise ValidationError("Write your comment first.", code="no-text")
    refuse_long(
        kept,
        MOST_TEXT,
        "text",
        "Your comment is {count} characters long; {most} is the most. Nothing of it is lost: shorten it "
        "here, or send it in parts.",
    )
    return kept


def _bad_website() -> ValidationError:
    return ValidationError(
        "This is not a web address that can be shown. One looks like https://news.example.",
        code="bad-website",
    )


def _limit_marks(value: str) -> str:
    kept, marks = [], 0
    for char in value:
        marks = marks + 1 if unicodedata.category(char) in {"Mn", "Me"} else 0
        if marks <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)
