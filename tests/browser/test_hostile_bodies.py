"""Hostile markup, by whichever way it came into the database, does nothing on a reader's page."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command

from articles.models import Article, Edition
from tests.cases import hostile_markup
from tests.factories import make_article, publish

#: So many vectors on one page: enough to be quick, few enough to find the guilty one.
TOGETHER = 60


def bundles() -> Iterator[list[str]]:
    vectors = list(hostile_markup())
    for start in range(0, len(vectors), TOGETHER):
        yield vectors[start : start + TOGETHER]


#: What no page of ours may hold, once the browser has made a tree of it.
ALIVE = """() => [...document.querySelectorAll('*')].filter(element =>
  [...element.attributes].some(attribute =>
    attribute.name.startsWith('on') || attribute.name === 'style' || attribute.name === 'srcdoc' ||
    /^\\s*(javascript|data|vbscript):/i.test(attribute.value.replace(/[\\u0000-\\u0020]/g, ''))) ||
  (element.closest('.story-body') &&
    !element.matches('.story-body, p, h2, h3, ul, ol, li, blockquote, strong, em, br, a'))
).map(element => element.outerHTML.slice(0, 200))"""


def open_and_look(page, path: str) -> list[str]:
    page.goto(path)
    for link in page.locator(".story-body a").all()[:5]:
        link.hover()
    return page.evaluate(ALIVE)


@pytest.fixture
def hostile_articles(transactional_db) -> list[Article]:
    """A published story for each bundle, by code: through the model and the desk's verb."""
    articles = []
    for number, vectors in enumerate(bundles()):
        body = "".join(f"<p>{vector}</p>{vector}" for vector in vectors)
        article = make_article(headline=f"Hostile {number}", slug=f"hostile-{number}", body=body)
        publish(article)
        articles.append(article)
    return articles


@pytest.mark.cases
def test_body_written_by_code(hostile_articles, page):
    found = {article.slug: open_and_look(page, article.addresses.get().path) for article in hostile_articles}

    assert found == {article.slug: [] for article in hostile_articles}


@pytest.mark.cases
def test_derived_columns_loaded_by_a_fixture(hostile_articles, page, tmp_path: Path):
    """The columns that a page prints as they stand, straight from a fixture that nobody checked."""
    call_command("dumpdata", "articles.edition", output=str(tmp_path / "clean.json"), verbosity=0)
    rows = json.loads((tmp_path / "clean.json").read_text())
    for row, vectors in zip(rows, bundles(), strict=True):
        for column in ("body", "body_html", "byline_html", "topics_html"):
            row["fields"][column] = "".join(vectors)
    (tmp_path / "hostile.json").write_text(json.dumps(rows))

    call_command("loaddata", str(tmp_path / "hostile.json"), verbosity=0)

    found = {article.slug: open_and_look(page, article.addresses.get().path) for article in hostile_articles}
    assert Edition.objects.count() == len(hostile_articles)
    assert found == {article.slug: [] for article in hostile_articles}
