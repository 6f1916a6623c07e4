"""`threads.render`: from rows to nested lists."""

from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from django.utils.html import strip_tags
from hypothesis import given, settings
from hypothesis import strategies as st

from comments import paths, rendering
from comments.drawing import Row
from comments.threads import LEVELS_SHOWN, Thread, render

THEN = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def make_row(number, parent=None, **fields):
    """A shown comment with the next path under its parent; its number is its pk too."""
    path = (parent.path if parent else "") + paths.step(number)
    return Row(
        **{
            "pk": number,
            "parent_id": parent and parent.pk,
            "path": path,
            "depth": parent.depth + 1 if parent else 0,
            "number": number,
            "status": "shown",
            "shown_replies": 0,
            "recommended": 0,
            "picked_at": None,
            "name": f"Reader {number}",
            "website": "",
            "account_id": None,
            "posted_at": THEN,
            "text": "",
            "heading_html": f"Reader {number}",
            "time_html": "then",
            "text_html": f"<p>Text {number}</p>",
            "rendered_by": rendering.RENDERER,
            "parent__number": parent and parent.number,
            "parent__name": parent and parent.name,
            "parent__status": parent and parent.status,
            **fields,
        }
    )


class Outline(HTMLParser):
    """The comments of a page with the comment in whose list each stands; fails on what doesn't close."""

    def __init__(self, html):
        super().__init__()
        self.open, self.inside, self.nested = [], [], []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        if tag == "li":
            self.inside.append(None)
        if tag == "article":
            number = int(dict(attrs)["id"].removeprefix("comment-"))
            self.nested.append((number, self.inside[-2] if len(self.inside) > 1 else None))
            self.inside[-1] = number
        if tag == "ol":
            assert dict(attrs)["role"] == "list"

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        if tag == "li":
            self.inside.pop()


def story(rows, **options):
    return render(rows, Thread("/2026/03/01/rain/", takes_replies=True, **options))


def test_a_comment_reads_as_it_should():
    html = story([make_row(17, name="Dio", heading_html="Dio")])

    assert html == (
        '<ol role="list" class="thread"><li>'
        '<article class="comment" id="comment-17" aria-labelledby="comment-17-by">'
        '<h3 id="comment-17-by">17. <bdi>Dio</bdi></h3>'
        '<p class="comment-when"><a href="/2026/03/01/rain/comments/17/">then</a></p>'
        '<div class="comment-text" dir="auto"><p>Text 17</p></div>'
        '<p class="comment-actions"><a href="/2026/03/01/rain/comments/17/reply/" data-reply>'
        'Reply<span class="visually-hidden"> to <bdi>Dio</bdi></span></a>'
        '<button form="recommend-form" formaction="/2026/03/01/rain/comments/17/recommend/">'
        'Recommend<span class="visually-hidden"> comment 17 by <bdi>Dio</bdi></span></button> '
        '<a href="/2026/03/01/rain/comments/17/report/" rel="nofollow" class="report">'
        'Report<span class="visually-hidden"> <bdi>Dio</bdi>’s comment</span></a></p>'
        "</article></li></ol>"
    )


def test_nothing_makes_nothing():
    assert story([]) == ""


def test_a_closed_discussion_offers_no_reply():
    html = render([make_row(1)], Thread("/a/", takes_replies=False))

    assert "Reply" not in html


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("removed", "Removed by the moderators."),
        ("spam", "Removed by the moderators."),
        ("held", "This comment is not shown."),
    ],
)
def test_what_is_not_shown_leaves_a_place_without_name_or_text(status, said):
    html = story([make_row(3, status=status, name="Secret", text="Secret", text_html="Secret")])

    assert html == (
        '<ol role="list" class="thread"><li>'
        '<article class="comment comment-gone" id="comment-3" aria-labelledby="comment-3-by">'
        f'<h3 id="comment-3-by">3. {said}</h3></article></li></ol>'
    )


def test_what_was_rendered_by_an_older_renderer_is_made_anew():
    row = make_row(1, name="<Dio>", text="1 < 2", rendered_by=0, text_html="old", heading_html="old")

    html = story([row])

    assert "old" not in html
    assert "<bdi>&lt;Dio&gt;</bdi>" in html
    assert "<p>1 &lt; 2</p>" in html
    assert '<time datetime="2026-03-01T11:00:00+02:00">1 March 2026, 11:00 EET</time>' in html


HOSTILE = "'onmouseover=alert(1) x='\"><script>alert(1)</script>"


def test_names_stay_text_wherever_they_appear():
    parent = make_row(1, name=HOSTILE)
    rows = [parent]
    for number in range(2, 8):
        rows.append(make_row(number, rows[-1], name=HOSTILE))

    html = story(rows, more={1: 3})

    assert "<script" not in html
    assert "'onmouseover" not in html
    Outline(html)


def test_deeper_replies_stand_on_the_last_level_and_say_what_they_answer():
    rows = [make_row(1)]
    for number in range(2, 8):
        rows.append(make_row(number, rows[-1], name="Ana" if number == 6 else "Dio"))

    html = story(rows)

    assert Outline(html).nested == [(1, None), (2, 1), (3, 2), (4, 3), (5, 4), (6, 4), (7, 4)]
    seventh = html.partition('id="comment-7"')[2]
    assert html.count("in reply to <a") == html.count("Level") == 2
    assert 'in reply to <a href="/2026/03/01/rain/comments/6/"><bdi>Ana</bdi> (6)</a></span></h3>' in seventh
    assert '<span class="level">Level 7</span>' in seventh


def test_a_reply_says_in_its_heading_what_it_answers():
    first = make_row(1, name="<Ana>")

    html = story([first, make_row(17, first, heading_html="Dio")])

    assert (
        '<h3 id="comment-17-by">17. <bdi>Dio</bdi>'
        '<span class="answered">, in reply to <bdi>&lt;Ana&gt;</bdi></span></h3>'
    ) in html


@pytest.mark.parametrize(
    ("count", "said"), [(0, ""), (1, "1 recommendation"), (1200, "1,200 recommendations")]
)
def test_recommendations_are_counted_in_words(count, said):
    html = story([make_row(1, recommended=count)])

    counted = html.partition("</button>")[2].partition('<a href="/2026/03/01/rain/comments/1/report/"')[0]
    assert strip_tags(counted).strip() == said


def test_an_editors_pick_says_so_in_its_heading():
    html = story([make_row(1, picked_at=THEN), make_row(2)])

    assert html.count("Editors’ pick") == 1
    assert '<bdi>Reader 1</bdi> <span class="badge badge-pick">Editors’ pick</span></h3>' in html


def test_a_reply_on_the_last_level_is_as_deep_or_deeper():
    rows = [make_row(1)]
    for number in range(2, paths.LEVELS + 1):
        rows.append(make_row(number, rows[-1]))

    assert "Level 32 or deeper" in story(rows)


def test_an_answer_to_what_is_not_shown_does_not_name_it():
    rows = [make_row(1)]
    for number in range(2, 7):
        rows.append(make_row(number, rows[-1], status="removed" if number == 5 else "shown", name="Secret"))

    html = story(rows).partition('id="comment-6"')[2]

    assert "in reply to a comment that is not shown" in html
    assert html.count("Secret") == 3  # its own links to reply, to recommend and to report


def test_more_replies_are_announced_at_the_end_of_their_branch():
    first = make_row(1, name="Dio")
    rows = [first, make_row(2, first), make_row(3)]

    html = story(rows, more={1: 9990})

    assert (
        '</li></ol><p class="more-replies"><a href="/2026/03/01/rain/comments/1/?after=2#replies">'
        "9,990 more replies to <bdi>Dio</bdi></a></p></li><li>"
    ) in html


def test_a_page_may_begin_in_the_middle_of_a_branch():
    root = make_row(1)
    child = make_row(2, root)
    rows = [make_row(4, make_row(3, child)), make_row(5, child), make_row(6, root)]

    html = story(rows, under=1)

    assert Outline(html).nested == [(4, None), (5, None), (6, None)]
    assert html.count("in reply to <a") == 2


def test_a_chain_of_ten_thousand_is_written_without_recursion():
    rows = [make_row(1)]
    for number in range(2, 10_001):
        path = rows[-1].path + "0001" if number < 30 else rows[-1].path
        rows.append(make_row(number, rows[-1])._replace(path=path))

    outline = Outline(story(rows))

    assert len(outline.nested) == 10_000
    assert {under for number, under in outline.nested[4:]} == {4}


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(0, 40), max_size=40))
def test_any_tree_is_nested_as_it_reads(choices):
    rows = []
    for number, choice in enumerate(choices, start=1):
        parent = rows[choice % (len(rows) + 1) - 1] if choice % (len(rows) + 1) else None
        rows.append(make_row(number, parent))
    by_pk = {row.pk: row for row in rows}
    ordered = sorted(rows, key=lambda row: row.path)

    nested = Outline(story(ordered)).nested

    def stands_under(row):
        while row.depth >= LEVELS_SHOWN:
            row = by_pk[row.parent_id]
        return row.parent_id

    assert nested == [(row.number, stands_under(row)) for row in ordered]
