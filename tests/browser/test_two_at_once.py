"""Two people write in one story at once and save whenever they like: every word of both is there in the end,
or was shown to them beside the other's, to choose from.

`HYPOTHESIS_PROFILE=long` takes 200 turns; the suite takes a few.
"""

import os
import random
import re

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article
from tests.browser.desk import body_of, form_of, sign_in
from tests.browser.going import press
from tests.factories import make_article, make_user

TURNS = 200 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 15
LINES = ("Standfirst", "Note to editors")
TO_ITS_END = "paragraph => { getSelection().selectAllChildren(paragraph); getSelection().collapseToEnd(); }"
#: Characters up to which a line has room for both people's words, one after the other.
ROOM = 250
BODY = "".join(f"<p>Paragraph {number} as it was.</p>" for number in range(4))


def words(texts: list[str]) -> set[str]:
    return set(re.findall(r"(?:Amina|Edgar)[0-9]+", " ".join(texts)))


class Writer:
    """One of the two, in a browser of their own."""

    def __init__(self, page: Page, person, story: Article, chance: random.Random) -> None:
        self.page, self.name, self.chance = page, person.first_name, chance
        self.written: list[str] = []
        self.offered: set[str] = set()
        sign_in(page, person)
        page.goto(form_of(story))
        body_of(page).wait_for()

    def word(self) -> str:
        self.written.append(f"{self.name}{len(self.written)}")
        return self.written[-1]

    def type_in_a_line(self) -> None:
        field = self.page.get_by_label(self.chance.choice(LINES), exact=True)
        if len(field.input_value()) > ROOM:
            self.type_in_a_paragraph()
            return
        field.press("Control+End")
        field.press_sequentially(f" {self.word()}")

    def type_in_a_paragraph(self) -> None:
        paragraphs = body_of(self.page).locator("p")
        paragraph = paragraphs.nth(self.chance.randrange(paragraphs.count()))
        paragraph.click()
        # “End” goes to the end of a line as it is drawn, which may be within a word.
        paragraph.evaluate(TO_ITS_END)
        # By this the editor learns where the cursor is, before it is to part anything there.
        self.page.keyboard.type(" ")
        if self.chance.random() < 0.2:
            self.page.keyboard.press("Enter")
        self.page.keyboard.type(self.word())

    def save(self) -> None:
        """Press, and wait until another page has come."""
        self.page.evaluate("window.isOld = true")
        self.page.get_by_role("button", name="Save", exact=True).click()
        self.page.wait_for_function("() => !window.isOld")
        self.settle()

    def settle(self) -> None:
        """Where both changed the same, take one or the other, or both."""
        self.page.wait_for_load_state()
        while "/join/" in self.page.url:
            self.offered |= words(self.page.locator(".clash-text").all_inner_texts())
            for clash in self.page.locator("fieldset.clash").all():
                self.chance.choice(clash.get_by_role("radio").all()).check()
            press(self.page, "Save with these choices")
        expect(self.page.locator(".errorlist")).to_have_count(0)
        body_of(self.page).wait_for()


@pytest.fixture
def two(new_context, transactional_db):
    story = make_article(headline="Convoy", body=BODY)
    people = [make_user(role="editor", name=name) for name in ("Amina Diallo", "Edgar Stone")]
    chance = random.Random(TURNS)
    return story, [Writer(new_context().new_page(), person, story, chance) for person in people]


def test_no_word_is_lost(two):
    story, writers = two
    chance = writers[0].chance

    for _ in range(TURNS):
        for _ in range(chance.randint(1, 3)):
            writer = chance.choice(writers)
            chance.choice([writer.type_in_a_line, writer.type_in_a_paragraph])()
        chance.choice(writers).save()
    for writer in writers:
        writer.save()

    story.refresh_from_db()
    there = words([story.standfirst, story.ednote, story.body]).union(*(each.offered for each in writers))
    written = {word for writer in writers for word in writer.written}
    assert len(written) > TURNS
    assert written - there == set()
