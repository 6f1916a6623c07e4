"""What a correction, a clarification or a noted update changed in a story, for readers to compare."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from html import unescape

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.html import strip_tags

from articles.models import Edition
from articles.views.readers import for_readers, page
from articles.views.stories import of_story
from articles.wording.comparison import Sentence, compare_sentences, compare_texts
from articles.wording.marking import Mark

#: What a story's page shows beside its text: how readers know it, and its words.
LINES: tuple[tuple[str, Callable[[Edition], str]], ...] = (
    ("Section", lambda edition: edition.section.name),
    ("Above the headline", lambda edition: edition.kicker),
    ("Headline", lambda edition: edition.headline),
    ("Summary", lambda edition: edition.standfirst),
    ("Byline", lambda edition: edition.byline),
    ("Place", lambda edition: edition.dateline),
    ("Source", lambda edition: edition.source),
    ("Topics", lambda edition: unescape(strip_tags(edition.topics_html))),
)


@dataclass(frozen=True)
class Part:
    """A part of the story in which something changed."""

    label: str
    sentences: tuple[Sentence, ...]


@for_readers
@of_story
def changes(request: HttpRequest, story: Edition, number: int, at: datetime) -> HttpResponse:
    """The words of one version beside those of the version before it. Nothing is told across a notice."""
    versions = Edition.objects.filter(article=story.article_id).for_its_page()
    after = get_object_or_404(versions.told(at), number=number, compared_with__isnull=False)
    before = versions.get(number=after.follows)
    parts = compare(before, after)
    return page(request, "articles/changes.html", at, story=story, after=after, before=before, parts=parts)


def compare(before: Edition, after: Edition) -> list[Part]:
    """The parts that differ, in the order in which a reader comes upon them. No queries.

    Nothing of it is kept in the process: words expunged later would stay there.
    """
    parts = [
        Part(label, (Sentence(tuple(compare_texts(words(before), words(after))), Mark.CHANGED),))
        for label, words in LINES
        if words(before) != words(after)
    ]
    text = tuple(compare_sentences(before.body, after.body))
    if any(not sentence.is_same for sentence in text):
        parts.append(Part("Text", text))
    return parts
