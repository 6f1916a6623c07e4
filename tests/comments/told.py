"""Comments whose writers want mail about replies, and the mail that they get."""

from typing import Any

from articles.models import Article
from comments import moderation
from comments.models import Comment, Writer
from tests.comments.factories import make_shown, make_writer, writers_post
from tests.comments.mailed import deliver
from tests.factories import counter

ABOUT_REPLIES = "repl"


def followed(
    article: Article, *, writer: Writer | None = None, cadence: str = "at-once", **options: Any
) -> Comment:
    """A shown comment whose writer is mailed about replies to it; Dio's, unless told otherwise."""
    comment = writers_post(
        article, writer or make_writer(), **{"cadence": cadence, "text": _other_words(), **options}
    )
    if comment.is_waiting:
        moderation.show(comment, by=None)
    return comment


def _other_words() -> str:
    """The same twice would be one comment."""
    return f"A word on this, the {next(counter)}th."


def answer(comment: Comment, **typed: Any) -> Comment:
    """A shown reply of one Ana, who has proved nothing."""
    return make_shown(comment.article, parent=comment, **{"name": "Ana", "text": "I saw it too.", **typed})


def told() -> list[Any]:
    """The mails about replies that have left so far, after what is due by now."""
    return [mail for mail in deliver() if ABOUT_REPLIES in mail.subject]


def told_of(mail: Any) -> list[int]:
    """The numbers of the comments that a mail leads to, in its order."""
    lines = [line for line in mail.body.splitlines() if line.startswith("Read it and answer: ")]
    return [int(line.rstrip("/").rpartition("/")[2]) for line in lines]
