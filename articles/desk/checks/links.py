"""The check of links to our own pages: whether each leads somewhere at the instant of publication."""

from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings

from articles.desk.checks import pages
from articles.desk.checks.candidate import Candidate

#: What a link that doesn't begin with a slash is below: some story, which may have no address yet.
BELOW_A_STORY = "/-/-/-/-/"


def dead_links(candidate: Candidate) -> str:
    """The links that lead nowhere, as they are written. One query, and none without links of ours."""
    paths = {link: path for link in links(candidate.body) if (path := own_path(link))}
    if not paths:
        return ""
    dead = pages.missing(set(paths.values()), candidate.article, candidate.live_from)
    return ", ".join(link for link, path in paths.items() if path in dead)


def links(html: str) -> list[str]:
    """The addresses that a body links to, each once, in order."""
    reader = _Reader()
    reader.feed(html)
    return list(reader.found)


def own_path(link: str) -> str:
    """The path on our site that a link leads to; "" for one that leaves it, or stays on its page."""
    if link.startswith(("#", "?")):
        return ""
    site = settings.SITE_URL.rstrip("/")
    try:
        parts = urlsplit(urljoin(f"{site}{BELOW_A_STORY}", link.strip()))
    except ValueError:
        return ""
    is_ours = f"{parts.scheme}://{parts.netloc}".lower() == site.lower()
    is_file = parts.path.startswith((settings.STATIC_URL, settings.MEDIA_URL))
    return (unquote(parts.path) or "/") if is_ours and not is_file else ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, None] = {}

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag == "a" and (link := dict(attrs).get("href")):
            self.found[link] = None
