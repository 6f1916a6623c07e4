"""Hostile words, in everything that a person can type, on every page that shows them."""

from html.parser import HTMLParser

import pytest
from django.utils import timezone

from comments import moderation
from comments.models import Comment
from comments.rendering import heading
from tests.cases import hostile_markup
from tests.comments.factories import browser, edition_at, make_shown, path_of
from tests.comments.test_page import draw
from tests.factories import make_published

VECTORS = [
    "'onmouseover=alert(1) x='",
    '"><img src=x onerror=alert(1)>',
    "<script>alert(1)</script>",
    "<a href='javascript:alert(1)'>x</a>",
    "javascript:alert(1) http://a.example/'onmouseover='alert(1)",
    'https://a.example/"onmouseover="alert(1)',
    "<svg/onload=alert(1)>",
    "</article></li></ol></section>",
    "{{ settings.SECRET_KEY }}{% debug %}",
]


class Harmless(HTMLParser):
    """Fails on anything in a page that could run, load from elsewhere, or lead out of the web."""

    PASSIVE = frozenset(
        "html head body title meta link header footer main section article div nav form p h1 h2 h3 a ol ul "
        "li br em strong bdi time span blockquote label input select option textarea button script "
        "code fieldset legend strong dl dt dd".split()
    )
    SCRIPTS = frozenset(
        f"/static/js/{name}.js" for name in ("reply", "recommend", "landing", "more-replies", "new-since")
    )

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        assert tag in self.PASSIVE
        assert not [name for name in attrs if name.startswith("on") or name == "style"]
        assert tag != "script" or (attrs.pop("src") in self.SCRIPTS and attrs == {"type": "module"})
        for name in ("href", "action", "formaction"):
            address = attrs.get(name) or "/"
            assert address.startswith(("/", "#", "?", ".", "http://", "https://", "mailto:"))
            assert not address.startswith("//")
        if tag == "a" and attrs.get("href", "").startswith("http"):
            assert attrs["rel"] == "nofollow ugc noopener"


def check(html):
    parser = Harmless()
    parser.feed(html)
    parser.close()


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("vector", VECTORS)
def test_hostile_words_are_harmless_on_every_page(vector):
    article = make_published(headline="Rain")
    comment = make_shown(article, name=vector, text=vector)
    make_shown(article, name=vector, text=vector, parent=comment)
    reader = browser()
    pages = [
        reader.get(f"{path_of(article)}comments/{rest}")
        for rest in ("", "1/", "2/", "2/reply/", "2/recommend/")
    ]

    for page in pages:
        check(page.content.decode())
    check(draw(edition_at(article, timezone.now())))


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("column", ["text_html", "heading_html", "time_html"])
def test_hostile_html_written_past_the_verbs_is_cleaned(column):
    article = make_published()
    comment = make_shown(article)

    Comment.objects.filter(pk=comment.pk).update(**{column: "".join(VECTORS)})

    check(draw(edition_at(article, timezone.now())))


def test_a_website_cannot_break_out_of_its_link():
    html = heading("Dio", "https://a.example/'onmouseover='alert(1)", is_staff=False)

    check(html)
    assert html.count("'") == 0


@pytest.mark.cases
@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_outside_vectors_are_harmless():
    article = make_published()
    comment = make_shown(article)
    edition = edition_at(article, timezone.now())
    vectors = list(hostile_markup())
    for start in range(0, len(vectors), 100):
        text = "\n".join(vectors[start : start + 100])
        Comment.objects.filter(pk=comment.pk).update(text=text, rendered_by=0)
        check(draw(edition))
        moderation.rebuild(article)
        check(draw(edition))
