"""Things to discuss with. Comments come in and are shown by the discussion's own verbs."""

from datetime import UTC, datetime
from typing import Any

from django.test import Client

from articles.models import Article, Edition
from comments import moderation
from comments.models import Comment, Discussion, Writer
from comments.senders import STRANGER, Sender
from tests.factories import counter

#: A moment from which rows written directly are dated.
THEN = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)

#: What a browser says of a form sent from a page of ours.
FROM_HERE = {"Sec-Fetch-Site": "same-origin"}


def guest_post(
    article: Article,
    *,
    by: Any = None,
    parent: Comment | None = None,
    sender: Sender = STRANGER,
    **typed: str,
) -> Comment:
    """A comment as a guest sends it; it waits. Each is somebody else's, unless an address is given."""
    words = {**typed_by_guest(), "email": f"reader-{next(counter)}@example.org", **typed}
    return moderation.post(article, by=by, parent=parent, sender=sender, **words)


def make_writer(email: str = "dio@example.org") -> Writer:
    """Somebody who has shown that this address is theirs."""
    return Writer.objects.get_or_create(email=email, defaults={"proved_at": THEN})[0]


def writers_post(article: Article, writer: Writer, **options: Any) -> Comment:
    """A comment of a proved writer, sent from a browser that is known for theirs."""
    return guest_post(article, email=writer.email, sender=Sender(writer=writer), **options)


def make_shown(article: Article, **options: Any) -> Comment:
    """A comment that the moderators have shown."""
    comment = guest_post(article, **options)
    moderation.show(comment, by=None)
    return comment


def make_discussion(article: Article, **fields: Any) -> Discussion:
    return Discussion.objects.update_or_create(article=article, defaults=fields)[0]


def path_of(article: Article) -> str:
    return article.addresses.get(is_current=True).path


def edition_at(article: Article, at: datetime) -> Edition:
    """The edition as the page of its story has it."""
    return Edition.objects.live(at).at_path(path_of(article)).get()


def typed_by_guest(**typed: str) -> dict[str, str]:
    return {"name": "Dio", "email": "dio@example.org", "website": "", "text": "A word on this.", **typed}


def browser(user: Any = None, **options: Any) -> Client:
    """A browser on our own pages, with Django's check against forged requests on."""
    client = Client(enforce_csrf_checks=True, **options)
    if user is not None:
        client.force_login(user)
    return client


def fill(article: Article, *, roots: int, replies: int = 0, status: str = "shown") -> list[Comment]:
    """Many comments written directly, `replies` under each root; `rebuild` gives them their places."""
    parents = Comment.objects.bulk_create(_row(article, None, n, status) for n in range(roots))
    under = [parent for parent in parents for _ in range(replies)]
    made = Comment.objects.bulk_create(
        _row(article, parent, roots + n, status) for n, parent in enumerate(under)
    )
    moderation.rebuild(article)
    return [*parents, *made]


def _row(article: Article, parent: Comment | None, index: int, status: str) -> Comment:
    """A row with a place of its own for now."""
    number = index + 1 if status == "shown" else None
    return Comment(
        article=article,
        parent=parent,
        path=f"?{index}",
        number=number,
        name=f"Reader {index + 1}",
        text="A word on this.",
        status=status,
        why="fine",
        posted_at=THEN,
        shown_at=THEN if number else None,
    )
