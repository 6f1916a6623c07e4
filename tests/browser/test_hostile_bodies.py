"""Hostile markup, by whichever way it came into the database, does nothing on a reader's page."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from articles.models import Article, Edition
from tests.articles.admin.pages import form_url, typed
from tests.browser.desk import body_of, form_of, sign_in
from tests.cases import hostile_markup
from tests.factories import make_article, make_user, publish

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
    !element.matches('.story-body, p, h2, h3, ul, ol, li, blockquote, strong, em, br, a, ' +
      '.scrolls, table, thead, tbody, tr, th, td'))
).map(element => element.outerHTML.slice(0, 200))"""


#: Wakes every handler that a reader could wake; one that is there would be reported as a breach of policy.
STIR = """() => document.querySelectorAll('main *').forEach(element =>
  ['mouseover', 'mouseenter', 'focus', 'blur', 'load', 'error', 'toggle', 'animationend'].forEach(name =>
    element.dispatchEvent(new Event(name))))"""


def open_and_look(page, path: str) -> list[str]:
    page.goto(path)
    page.evaluate(STIR)
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


@pytest.mark.cases
def test_body_posted_by_hand(page, client):
    """The admin's form, filled in by a program and not by the editor's widget."""
    client.force_login(make_user(role="editor"))
    found = {}
    for number, vectors in enumerate(bundles()):
        article = make_article(headline=f"Hostile {number}", slug=f"posted-{number}")
        body = "".join(f"<p>{vector}</p>{vector}" for vector in vectors)
        assert client.post(form_url(article), typed(article, body=body)).status_code == 302
        edition = publish(article)
        found[number] = open_and_look(page, edition.get_absolute_url())

    assert set(map(tuple, found.values())) == {()}


#: Gives the editor a piece of HTML as the clipboard would.
PASTE = """(box, html) => {
  const clipboard = new DataTransfer()
  clipboard.setData('text/html', html)
  box.dispatchEvent(new ClipboardEvent('paste', {clipboardData: clipboard, bubbles: true, cancelable: true}))
}"""


@pytest.mark.cases
def test_body_pasted_into_the_editor(new_context, wrongs):
    desk = new_context().new_page()
    sign_in(desk, make_user(role="editor"))
    article = make_article(headline="Hostile", slug="pasted", body="")
    desk.goto(form_of(article))
    body_of(desk).focus()
    for vectors in bundles():
        body_of(desk).evaluate(PASTE, "".join(f"<p>{vector}</p>{vector}" for vector in vectors))
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.get_by_text("Saved.")).to_be_visible()
    desk.context.close()
    # While the editor read the clipboard, the policy stopped what was in it, and said so.
    assert [wrong for wrong in wrongs if "Content Security Policy" not in wrong] == []
    wrongs.clear()

    edition = publish(article)

    assert len(edition.body) > 1000
    assert open_and_look(new_context().new_page(), edition.get_absolute_url()) == []
