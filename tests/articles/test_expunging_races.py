"""Words expunged at the very moment in which a form sends them again."""

from uuid import uuid4

import pytest
from django.utils import timezone

from articles import desk
from articles.desk import autosaving
from articles.desk.autosaving import Sitting, WordsRemoved
from articles.desk.fields import fields_of
from articles.models import Article, Autosave, Mistake
from tests.articles.mistakes import send, sentence_of
from tests.articles.planting import NAME, tables_with_name
from tests.articles.test_races import outcome, race, rounds
from tests.factories import make_article, make_published, make_user

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("kept_before", [True, False])
def test_what_is_typed_at_that_moment_is_blanked_or_not_kept(kept_before):
    writer = make_user(role="editor")
    for _ in rounds():
        story = make_article(headline=f"{NAME} wins", by=writer)
        sitting = Sitting(uuid4(), writer, story, story.version)
        typed = {**fields_of(story), "kicker": "Weather"}
        if kept_before:
            autosaving.keep(sitting, typed, timezone.now())

        kept, _ = race(
            lambda sitting=sitting, typed=typed: keep(sitting, {**typed, "standfirst": f"Of {NAME}."}),
            lambda story=story: expunge(story),
        )

        assert kept in {"done", "removed"}
        assert tables_with_name() == {}
        assert Autosave.objects.filter(article=story).exists() is (kept_before or kept == "done")


def test_a_save_at_that_moment_is_blanked_or_refused():
    editor = make_user(role="editor")
    for _ in rounds():
        story = make_article(headline=f"{NAME} wins", by=editor)
        form = Article.objects.get(pk=story.pk)
        form.standfirst = f"Of {NAME}."

        saved, _ = race(
            lambda form=form: desk.save(form, by=editor, seen_version=1), lambda story=story: expunge(story)
        )

        assert outcome(saved) in {"done", "expunged"}
        assert tables_with_name() == {}


def test_a_report_of_that_moment_is_blanked_or_not_taken():
    for _ in rounds():
        story = make_published(headline="Rain", body=f"<p>It was {NAME}.</p>")
        edition = story.editions.get()
        marked = sentence_of(edition, NAME)

        told, _ = race(
            lambda edition=edition, marked=marked: desk.report_mistake(edition, marked, wrong="No."),
            lambda story=story: expunge(story),
        )

        assert outcome(told) in {"done", "sentence-gone"}
        assert tables_with_name() == {}
        assert Mistake.objects.filter(article=story).exists() is (outcome(told) == "done")


def test_a_reader_who_comes_too_late_marks_what_is_left(monkeypatch):
    story = make_published(headline="Rain", body=f"<p>It was {NAME}.</p>")
    mark = sentence_of(story.editions.get(), NAME).mark
    report = desk.report_mistake

    def report_late(*args, **told):
        expunge(story)
        return report(*args, **told)

    monkeypatch.setattr(desk, "report_mistake", report_late)

    answer = send(story, mark=mark, wrong="It was <b>Tuesday</b>.")

    page = answer.content.decode()
    assert (answer.status_code, Mistake.objects.count(), NAME in page) == (422, 0, False)
    assert ("marked is not in the story any more" in page, "It was [removed]." in page) == (True, True)
    assert "It was &lt;b&gt;Tuesday&lt;/b&gt;." in page


def keep(sitting, typed):
    try:
        autosaving.keep(sitting, typed, timezone.now())
    except WordsRemoved:
        return "removed"
    return "done"


def expunge(story):
    outcome(desk.expunge(story, by=None, words=NAME, reason="An order of the court."))
