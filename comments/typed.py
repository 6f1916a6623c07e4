"""What a person typed into a comment: tidied, or refused with a sentence. Nothing is ever cut to fit.

Each function takes what was typed and returns what is stored, or raises `ValidationError` with a code.
"""

import re
import unicodedata
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

MOST_NAME, MOST_EMAIL, MOST_WEBSITE, MOST_TEXT = 80, 254, 200, 8_000
#: Accents that one letter of a name may carry. Pointed Hebrew needs three, Tibetan stacks four.
MOST_MARKS = 4

#: Format characters (bidirectional controls and zero-width ones among them), controls, surrogates.
INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
#: Letters and fillers that draw nothing although they count as letters or symbols.
BLANKS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u180b\u180c\u180d")

_web_address = URLValidator(schemes=["http", "https"])


def name(value: str) -> str:
    kept = (
        char
        for char in unicodedata.normalize("NFC", value.replace("\t", " ").replace("\n", " "))
        if unicodedata.category(char) not in INVISIBLE
    )
    tidy = " ".join(_limit_marks("".join(kept)).split())
    if not _is_visible(tidy):
        raise ValidationError("Write your name, or the name you go by here.", code="no-name")
    _refuse_long(tidy, MOST_NAME, "name", "Your name is {count} characters long; {most} is the most.")
    return tidy


def email(value: str) -> str:
    value = value.strip()
    if not value:
        raise ValidationError("Write your e-mail address. It is never shown.", code="no-email")
    _refuse_long(value, MOST_EMAIL, "email", "The address is {count} characters long; {most} is the most.")
    try:
        validate_email(value)
    except ValidationError as error:
        raise ValidationError(
            "This is not an e-mail address. One looks like amina@news.example.", code="bad-email"
        ) from error
    return value


def website(value: str) -> str:
    """A web address; "" is one too, and `news.example` means https://news.example."""
    value = value.strip()
    if not value:
        return ""
    if not re.match(r"[a-z][a-z0-9+.-]*:", value, re.IGNORECASE) and not value.startswith(("/", "\\")):
        value = f"https://{value}"
    _refuse_long(
        value, MOST_WEBSITE, "website", "The address is {count} characters long; {most} is the most."
    )
    try:
        _web_address(value)
        parts = urlsplit(value)
    except (ValidationError, ValueError) as error:
        raise _bad_website() from error
    if parts.username is not None or "\\" in value:
        raise _bad_website()
    return value


def text(value: str) -> str:
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(char for char in value if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"})
    kept = kept.strip()
    if not _is_visible(kept):
        raise ValidationError("Write your comment first.", code="no-text")
    _refuse_long(
        kept,
        MOST_TEXT,
        "text",
        "Your comment is {count} characters long; {most} is the most. Nothing of it is lost: shorten it "
        "here, or send it in parts.",
    )
    return kept


def _refuse_long(value: str, most: int, field: str, sentence: str) -> None:
    if len(value) > most:
        raise ValidationError(
            sentence.format(count=f"{len(value):,}", most=f"{most:,}"), code=f"long-{field}"
        )


def _bad_website() -> ValidationError:
    return ValidationError(
        "This is not a web address that can be shown. One looks like https://news.example.",
        code="bad-website",
    )


def _is_visible(value: str) -> bool:
    return any(unicodedata.category(char)[0] in "LNPS" and char not in BLANKS for char in value)


def _limit_marks(value: str) -> str:
    kept, marks = [], 0
    for char in value:
        marks = marks + 1 if unicodedata.category(char) in {"Mn", "Me"} else 0
        if marks <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)
