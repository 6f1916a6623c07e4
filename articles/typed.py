"""What readers type: tidied, or refused with a sentence. Nothing is ever cut to fit.

Each function takes what was typed and returns what is stored, or raises `ValidationError` with a code.
"""

import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.encoding import punycode

MOST_EMAIL = 254
#: Letters and fillers that draw nothing although they count as letters or symbols.
BLANKS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u180b\u180c\u180d")


def lines(value: str) -> str:
    """Several lines of plain text, with one kind of line end and without control characters."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    kept = (char for char in value if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"})
    return "".join(kept).strip()


def email(value: str) -> str:
    """An e-mail address; "" is refused like any other that isn't one.

    Its domain comes out as it is mailed to, however it is spelt (BÜCHER.example, xn--bcher-kva.example), so
    that a mailbox has one address. What can't be spelt in one way, quoted names and domains in numbers, is
    refused.
    """
    value = value.strip()
    refuse_long(value, MOST_EMAIL, "email", "The address is {count} characters long; {most} is the most.")
    try:
        validate_email(value)
        name, _, domain = value.rpartition("@")
        domain = punycode(domain).lower()
        validate_email(f"{name}@{domain}")
    except (ValidationError, UnicodeError) as error:
        raise _bad_email() from error
    if not name.isascii() or name.startswith('"') or domain.startswith("["):
        raise _bad_email()
    refuse_long(domain, MOST_EMAIL - len(name) - 1, "email", "The address is too long once it is spelt out.")
    return f"{name}@{domain}"


def _bad_email() -> ValidationError:
    return ValidationError(
        "This is not an e-mail address. One looks like amina@news.example.", code="bad-email"
    )


def refuse_long(value: str, most: int, field: str, sentence: str) -> None:
    if len(value) > most:
        raise ValidationError(
            sentence.format(count=f"{len(value):,}", most=f"{most:,}"), code=f"long-{field}"
        )


def is_visible(value: str) -> bool:
    """Whether anything of it is to be seen."""
    return any(unicodedata.category(char)[0] in "LNPS" and char not in BLANKS for char in value)


def whole_number(text: str, digits: int = 9) -> int | None:
    """A number of so many digits at most; None for anything else that somebody may send by hand."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= digits else None
