"""Words without a place to break, long names and kickers, and other scripts fit the narrowest screen."""

from uuid import uuid4

import pytest
from django.utils import timezone

from articles import desk
from articles.desk import autosaving
from articles.desk.autosaving import Sitting
from articles.desk.fields import fields_of
from tests.articles.mistakes import make_mistake
from tests.browser.desk import LIST, form_of, sign_in
from tests.comments.factories import guest_post, make_shown, path_of
from tests.factories import make_article, make_published, make_section, make_topic, make_user, publish

LONG = "Donaudampfschiff" * 5
PASTED = "https://news.example/2026/03/02/" + "qaddafi-loyalists-flee-libya-to-niger_" * 2 + "?from=front"
PHONE = 390


@pytest.fixture
def story(transactional_db):
    story = make_published(headline=f"{LONG} sails", kicker=LONG[:60], standfirst=LONG)
    parent = None
    for _ in range(7):
        parent = make_shown(story, parent=parent, name="N" * 80, text="y" * 200)
    make_published(headline="مجلس الأمن يدعو إلى وقف إطلاق النار", kicker="ليبيا", language="ar")
    return story


@pytest.mark.parametrize("width", [320, 800, 1280])
def test_nothing_is_wider_than_the_screen(new_context, story, width):
    page = new_context(width=width).new_page()
    paths = [
        "/",
        "/world/",
        path_of(story),
        f"{path_of(story)}comments/7/",
        f"{path_of(story)}comments/7/reply/",
    ]

    widths = []
    for path in paths:
        page.goto(path)
        widths.append(page.evaluate("document.documentElement.scrollWidth"))

    assert widths == [width] * len(paths)


def wider_than_a_phone(page, paths):
    """Which of these pages a phone has to push sideways, and how wide each is."""
    wider = {}
    for path in paths:
        assert page.goto(path).ok, path
        page.wait_for_load_state("networkidle")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > PHONE:
            wider[path] = width
    return wider


@pytest.fixture(params=["x" * 90, PASTED], ids=["word", "address"])
def pasted(request, transactional_db):
    """A corrected story in which the same word stands everywhere, an administrator, and the word."""
    word, administrator = request.param, make_user(role="administrator")
    article = make_published(
        **dict.fromkeys(("headline", "standfirst"), word),
        **dict.fromkeys(("kicker", "dateline", "source"), word[:60]),
        body=f"<p>It was {word}.</p><h2>{word}</h2><ul><li><p>{word}</p></li></ul>",
        section=make_section(name=word[:60], slug="long"),
        topics=(make_topic(name="w" * 60),),
        slug="long",
    )
    article.headline = f"{word}, again"
    desk.save(article, by=administrator)
    publish(article, change="correction", note=word)
    return article, administrator, word


def test_pages_of_readers_fit_a_phone(new_context, pasted):
    article, _, word = pasted
    make_shown(article, name=word[:80], text=word)
    page = new_context(width=PHONE).new_page()
    names = ["", "mistake/", "mistake/thanks/", "changes/2/", "comments/1/", "comments/1/reply/"]
    paths = ["/", "/long/", "/corrections/", *(path_of(article) + name for name in names)]

    assert wider_than_a_phone(page, paths) == {}


def test_pages_of_the_desk_fit_a_phone(new_context, pasted):
    article, administrator, word = pasted
    filed = make_article(headline=word, state="filed")
    comment = guest_post(article, name=word[:80], text=word)
    mistake = make_mistake(article, wrong=word)
    sitting = Sitting(uuid4(), administrator, article, 1)
    typed = {**fields_of(article), "headline": f"Not {word}", "body": f"<p>{word}</p>"}
    autosaving.hold_fast(sitting, typed, timezone.now())
    page = new_context(width=PHONE).new_page()
    sign_in(page, administrator)
    moves = [f"move/{verb}/" for verb in ("publish", "withdraw", "embargo", "rename")]
    wordings = ["history/", "history/compare/?from=1&to=2", f"join/{sitting.name}/", "expunge/"]
    paths = [
        "/admin/",
        LIST,
        form_of(article),
        *(f"{LIST}{article.pk}/{name}" for name in moves + wordings),
        f"{LIST}{filed.pk}/move/send_back/",
        "/admin/articles/mistake/",
        f"/admin/articles/mistake/{mistake.pk}/change/",
        f"/admin/articles/mistake/{mistake.pk}/decide/take_mistake/",
        "/admin/comments/comment/",
        f"/admin/comments/comment/{comment.pk}/change/",
        "/admin/articles/deskentry/",
    ]

    assert wider_than_a_phone(page, paths) == {}
