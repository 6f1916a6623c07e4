"""What a stranger gets of the real paper, compared with the naive one: at an instant, or at all of them."""

from datetime import datetime, timedelta

from django.test import Client

from articles.models import Address, Article, Edition, Section
from tests.articles.naive_paper import NaivePaper, NaiveStory
from tests.factories import NOON
from tests.reading import read

INSTANT = timedelta(microseconds=1)
#: What is compared of every edition after every step; all else stays in the database.
IN_HAND = (
    "article_id",
    "number",
    "headline",
    "change",
    "note",
    "earlier_notes",
    "follows",
    "live_from",
    "live_until",
    "voided_at",
)
#: The list of corrections shows so many on its first page.
CORRECTIONS = 20


class Strangers:
    """Comparisons of `articles` with the stories of `naive`, in the same order."""

    articles: list[Article]
    sections: list[Section]
    naive: NaivePaper
    now: datetime

    def pairs(self):
        return zip(self.articles, self.naive.stories, strict=True)

    def compare_editions(self) -> None:
        """`stands_at` and `is_live_at` at every boundary and both sides of it, and what changed so far."""
        editions = list(Edition.objects.only(*IN_HAND).order_by("number"))
        for at in self.instants():
            standing = [self.seen(edition) for edition in editions if edition.stands_at(at)]
            self.compare(at, standing, [self.seen(edition) for edition in editions if edition.is_live_at(at)])
        endless = [edition.article_id for edition in editions if edition.live_until is None]
        assert len(endless) == len(set(endless))
        for article, story in self.pairs():
            own = [each for each in editions if each.article_id == article.pk and not each.voided_at]
            told = {
                each.number: [(note["note"], note["number"]) for note in each.notes_so_far] for each in own
            }
            assert told == {one.number: story.told(one) for one in story.counting()}
            assert {each.number: each.follows for each in own} == story.compared()

    def compare_addresses(self) -> None:
        places = {article.pk: which for which, article in enumerate(self.articles)}
        rows = Address.objects.values_list("path", "article", "is_current")
        assert {path: places[pk] for path, pk, _ in rows} == self.naive.paths
        assert {places[pk]: path for path, pk, is_current in rows if is_current} == self.naive.current

    def compare_copies(self) -> None:
        """What no stranger sees, but decides what may be published next."""
        rows = Article.objects.order_by("pk").values_list("state", "headline", "version")
        assert list(rows) == [(story.state, story.words, len(story.copies)) for story in self.naive.stories]

    def ask_the_database(self, at: datetime) -> None:
        found = Edition.objects.standing(at), Edition.objects.live(at)
        self.compare(at, *(rows.values_list("article", "number", "headline") for rows in found))
        corrected = Edition.objects.corrections(at).values_list("article", "number", "story_headline")
        assert sorted(corrected) == sorted(
            (article.pk, one.number, story.live(at).words)
            for article, story in self.pairs()
            for one in story.corrected(at)
        )

    def compare(self, at: datetime, standing, live) -> None:
        """Lists, so that two editions of one story would be seen."""
        for found, rule_of in ((standing, NaiveStory.standing), (live, NaiveStory.live)):
            expected = (
                (article.pk, one.number, one.words)
                for article, story in self.pairs()
                if (one := rule_of(story, at))
            )
            assert sorted(found) == sorted(expected), at

    @staticmethod
    def seen(edition: Edition) -> tuple[int, int, str]:
        return edition.article_id, edition.number, edition.headline

    def look_at_pages(self, at: datetime) -> None:
        """At every address that stories have now, at a list, and at the corrections. The clock says `at`."""
        for path, which in self.naive.paths.items():
            self._look_at_story(path, which, at)
        self._look_at_a_list(at)
        listed = Client().get("/corrections/").context["page"].editions
        starts = [each.live_from for each in listed]
        expected = [one.start for story in self.naive.stories for one in story.corrected(at)]
        assert starts == sorted(expected, reverse=True)[: len(starts)]
        assert len(starts) == min(len(expected), CORRECTIONS)

    def _look_at_story(self, path: str, which: int, at: datetime) -> None:
        story, answer = self.naive.stories[which], Client().get(path)
        one, words = story.standing(at), answer.content.decode()
        if one is None:
            assert answer.status_code == (410 if story.counting()[0].start <= at else 404)
        elif path != self.naive.current[which]:
            assert (answer.status_code, answer["Location"]) == (301, self.naive.current[which])
        elif one.change == "withdrawal":
            assert (answer.status_code, story.words in words) == (410, False)
        else:
            assert answer.status_code == 200
            assert f"<h1>{one.words}</h1>" in words

    def _look_at_a_list(self, at: datetime) -> None:
        """On the front page and in each section stand the stories that are live, the newest first.

        One of these pages an instant, whichever: each costs as much as all else together.
        """
        stories, pages = self.naive.stories, [(None, "/")]
        pages += [(naive, real.path) for naive, real in zip(self.naive.sections, self.sections, strict=True)]
        section, path = pages[(at.second + self.now.second) % len(pages)]
        live = [which for which, story in enumerate(stories) if story.live(at)]
        live.sort(key=lambda which: (stories[which].counting()[0].start, which), reverse=True)
        expected = [
            stories[which].live(at).words
            for which in live
            if section is None or section.holds(stories[which].section)
        ]
        assert read(path).headlines == expected, (path, at)

    def boundaries(self) -> set[datetime]:
        return {at for story in self.naive.stories for at in story.boundaries()}

    def instants(self, steps: tuple[timedelta, ...] = (-INSTANT, timedelta(), INSTANT)) -> list[datetime]:
        """Every boundary, so many steps from it, and a day far ahead."""
        turns = self.boundaries() | {self.now, NOON}
        return sorted({at + step for at in turns for step in steps} | {NOON + timedelta(days=4000)})
