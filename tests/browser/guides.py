"""The guides in docs/, walked as they are written: each word in bold of a step is looked for on screen."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.going import press

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
STEPS = re.compile(r"^\d\..*?(?=^\d\.|\Z)", re.DOTALL | re.MULTILINE)


class Walk:
    """A chapter's numbered steps. What is looked for must be the next word in bold."""

    def __init__(self, guide: str, page: Page, chapter: str) -> None:
        self.page = page
        bold = re.findall(r"\*\*(.+?)\*\*", "".join(_chapters(guide)[chapter]), re.DOTALL)
        self.words = [" ".join(word.split()) for word in bold]

    def next(self, word: str) -> str:
        assert self.words and self.words.pop(0) == word, f"The guide does not say “{word}” here"
        return word

    def press(self, word: str) -> None:
        press(self.page, self.next(word))

    def button(self, word: str, within: Locator | None = None) -> Locator:
        """A button that says more to those who listen."""
        name = re.compile(f"^{re.escape(self.next(word))}")
        return (within or self.page).get_by_role("button", name=name)

    def key(self, word: str) -> None:
        self.page.keyboard.press(self.next(word))

    def open(self, word: str, *, begins: bool = False) -> None:
        self.next(word)
        name = re.compile(re.escape(word)) if begins else word
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=name, exact=not begins).first.click()

    def field(self, word: str) -> Locator:
        return self.page.get_by_label(re.compile(rf"^\s*{re.escape(self.next(word))}:?\s*$"))

    def choose(self, word: str) -> None:
        self.page.get_by_role("radio", name=re.compile(f"^{re.escape(self.next(word))}")).check()

    def is_done(self) -> bool:
        return not self.words


def says(page: Page, sentence: str) -> None:
    expect(page.get_by_text(sentence).first).to_be_visible()


def tests_wanted(guide: str) -> set[str]:
    """The names of the tests that walk this guide: one for each chapter that has steps."""
    chapters = [chapter for chapter, steps in _chapters(guide).items() if steps]
    return {"test_" + re.sub(r"\W+", "_", chapter.lower()).strip("_") for chapter in chapters}


def _chapters(guide: str) -> dict[str, list[str]]:
    """The steps of each chapter by its name, as far as its first heading."""
    parts = (DOCS / guide).read_text(encoding="utf-8").split("\n## ")[1:]
    named = [part.split("\n### ")[0].partition("\n") for part in parts]
    return {name: STEPS.findall(text) for name, _, text in named}
