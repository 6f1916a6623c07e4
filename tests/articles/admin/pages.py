"""The desk's pages as a test reads and fills them: what is posted is what the page itself offers."""

from html.parser import HTMLParser
from typing import Any

from django.test import Client
from django.urls import reverse


def form_url(article: Any) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def move_url(article: Any, verb: str) -> str:
    return reverse("admin:articles_article_move", args=[article.pk, verb])


def typed(article: Any | None = None, **changes: Any) -> dict[str, Any]:
    """What the form posts, with these changes; fields that are None are left out."""
    from tests.factories import make_section

    fields = {
        "headline": article.headline if article else "",
        "kicker": article.kicker if article else "",
        "standfirst": article.standfirst if article else "",
        "dateline": article.dateline if article else "",
        "body": article.body if article else "",
        "section": (article.section_id if article else make_section().pk) or "",
        "topics": [topic.pk for topic in article.topics.all()] if article else [],
        "kind": article.kind if article else "news",
        "source": "",
        "language": article.language if article else "en",
        "slug": article.slug if article else "",
        "slugline": article.slugline if article else "",
        "assignee": (article.assignee_id if article else "") or "",
        "due_at": "",
        "ednote": article.ednote if article else "",
        "byline_override": "",
        "search_title": "",
        "search_description": "",
        "social_title": "",
        "social_description": "",
        "seen_version": article.version if article else "",
        "credits-TOTAL_FORMS": 0,
        "credits-INITIAL_FORMS": 0,
        **changes,
    }
    return {name: value for name, value in fields.items() if value is not None}


def press(client: Client, article: Any, verb: str, button: str = "first", **chosen: Any) -> Any:
    """Press a button of the panel and, if it says something else first, once more. Returns the answer."""
    url = move_url(article, verb)
    answer = client.get(url)
    for _ in range(2):
        told = {"said": answer.context["form"].promise, "seen_version": answer.context["original"].version}
        answer = client.post(url, {"press": button, **told, **chosen})
        if answer.status_code != 200:
            break
    return answer


class _Reader(HTMLParser):
    """Collects buttons of the group of moves, in order, and the words of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[str] = []
        self.words: list[str] = []
        self._group = self._button = False

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        classes = (dict(attrs).get("class") or "").split()
        self._group = self._group or "desk-buttons" in classes
        if self._group and (tag == "button" or (tag == "a" and "button" in classes)):
            self._button = True
            self.buttons.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"button", "a"}:
            self._button = False
        if tag == "div":
            self._group = False

    def handle_data(self, data: str) -> None:
        if self._button:
            self.buttons[-1] += data.strip()
        self.words.append(data)


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    return reader


def buttons(client: Client, article: Any) -> list[str]:
    """The labels of the buttons on a story's form, as this person gets it."""
    return _read(client.get(form_url(article)).content.decode()).buttons


def words(response: Any) -> str:
    """The text of a page, with its spaces folded."""
    return " ".join("".join(_read(response.content.decode()).words).split())
