"""Numbers and names that a form sends along, which may be anything if they were written by hand."""

from uuid import UUID

from articles.typed import whole_number


def read_uuid(text: str) -> UUID | None:
    """None for what is no UUID."""
    try:
        return UUID(text)
    except ValueError:
        return None


def read_number(text: str) -> int:
    """0 for what is no number that a version can have."""
    return whole_number(text) or 0
