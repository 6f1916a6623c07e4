"""Two people at one story, whatever they do in whatever order: every word either added is in it, or was
offered to them beside the other's. `HYPOTHESIS_PROFILE=long` tries more."""

import os
import re
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Article, Autosave
from tests.articles.admin.pages import form_url, typed
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db

BODY = "".join(f"<p>Paragraph {number} as it was.</p>" for number in range(4))
WORD = re.compile(r"(?:amina|edgar)\d+")

writers = st.sampled_from(["amina", "edgar"])
steps = st.one_of(
    st.tuples(st.just("line"), writers, st.sampled_from(["standfirst", "ednote"])),
    st.tuples(st.just("paragraph"), writers, st.integers(0, 9)),
    st.tuples(st.just("new paragraph"), writers, st.integers(0, 9)),
    st.tuples(st.just("cut"), writers, st.integers(0, 9)),
    st.tuples(st.just("save"), writers, st.sampled_from(["mine", "theirs", "both"])),
)


class Writer:
    """A person with a form open, which is as long stale as they don't save."""

    def __init__(self, name, client, story):
        self.name, self.client, self.story, self.numbers = name, client, story, count(1)
        self.written, self.offered = set(), set()
        self.open()

    def open(self):
        self.form = typed(Article.objects.get(pk=self.story.pk))

    def word(self):
        word = f"{self.name}{next(self.numbers)}"
        self.written.add(word)
        return word

    def line(self, name):
        self.form[name] = f"{self.form[name]} {self.word()}".strip()

    def paragraph(self, place):
        blocks = self.blocks()
        at = place % len(blocks)
        blocks[at] = blocks[at].replace("</p>", f" {self.word()}</p>")
        self.form["body"] = "".join(blocks)

    def new_paragraph(self, place):
        blocks = self.blocks()
        blocks.insert(place % (len(blocks) + 1), f"<p>{self.word()}</p>")
        self.form["body"] = "".join(blocks)

    def cut(self, place):
        """Take a paragraph out in which nobody has written a word of theirs."""
        blocks = self.blocks()
        at = place % len(blocks)
        if len(blocks) > 1 and not WORD.search(blocks[at]):
            del blocks[at]
            self.form["body"] = "".join(blocks)

    def save(self, pick):
        page = self.client.post(form_url(self.story), self.form, follow=True)
        while "choices" in (page.context or {}):
            for clash in page.context["choices"]:
                for side in (clash.mine, clash.theirs):
                    self.offered |= set(WORD.findall(str(side)))
            page = self.choose(page, pick)
        assert not Autosave.objects.unsaved().exists()
        self.open()

    def choose(self, page, pick):
        picks = {
            f"pick-{clash.key}": pick if pick != "both" or clash.takes_both else "mine"
            for clash in page.context["choices"]
        }
        said = {
            "_join": str(page.context["autosave"].sitting),
            "seen_version": page.context["original"].version,
            "typed_at": page.context["autosave"].typed_at.isoformat(),
        }
        return self.client.post(form_url(self.story), {**said, **picks}, follow=True)

    def blocks(self):
        return re.findall(r"<p>.*?</p>", self.form["body"]) or ["<p></p>"]


@settings(
    max_examples=200 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(sequence=st.lists(steps, min_size=4, max_size=12))
def test_no_word_is_lost(sign_in, sequence):
    story = make_article(headline="Convoy", body=BODY, standfirst="At dawn.")
    two = {
        name: Writer(name, sign_in(make_user(role="editor", name=name.title())), story)
        for name in ("amina", "edgar")
    }

    for doing, name, how in sequence:
        getattr(two[name], doing.replace(" ", "_"))(how)
    for writer in two.values():
        writer.save("both")

    story.refresh_from_db()
    there = set(WORD.findall(f"{story.standfirst} {story.ednote} {story.body}"))
    for writer in two.values():
        assert writer.written - there <= two["amina"].offered | two["edgar"].offered
