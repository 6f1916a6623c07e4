"""Links: whatever readers could press is counted, and what they would only have to type."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.body import render_reader_text
from comments.screening.tokens import links_in, without_links
from tests.comments.screening.facts import sentences


def rendered(text):
    """What readers can press."""
    return [unescape(words) for words in re.findall("<a [^>]*>(.*?)</a>", render_reader_text(text))]


@pytest.mark.parametrize(
    "link",
    [
        "https://a.example/x?y=1&z=2",
        "http://é.de/x",
        "http://[2001:db8::1]/",
        "www.b.example",
        "президент.com",
        "bücher-laden.org",
        "xn--bcher-kva.net/x",
        "who.int",
        "army.mil",
        "mit.edu",
        "irs.gov",
        "a.b.c.d.e.f.g.h.example.com",
        "Amazon.com",
        "asp.net",
        "amina@news.example",
    ],
)
def test_whatever_is_rendered_as_a_link_is_counted(link):
    text = f"See ({link}) or {link}!"

    assert rendered(text) == links_in(text) == [link, link]
    assert without_links(text) == "See ( ) or  !"
    assert sentences(text, is_trusted=False, mode="open") == ["first link from this writer"]


WRITTEN = [
    "t.me/x",
    "bit.ly/2x",
    "wa.me/4912345",
    "discord.gg/abc",
    "example.shop/x",
    "пример.рф/x",
    "example.shop:8080/x",
    "hxxp://a.example",
    "hXXps://a.example/x",
    "murdev．com",
    "murdev。com",
    "www．b．example",
    "murdev.co.uk",
    "evil.shop",
    "pills.top",
    "win.vip:8080/x",
    "185.22.1.9/win",
    "185.22.1.9:81/",
]

#: As it is typed, and what is meant by it.
DISGUISED = [
    ("ｅｖｉｌ．ｃｏｍ", "evil.com"),
    ("evil.сom", "evil.com"),  # Cyrillic с
    ("evil[.]com", "evil.com"),
    ("evil (dot) com", "evil.com"),
    ("evil{ . }top", "evil.top"),
]


@pytest.mark.parametrize("link", WRITTEN)
def test_addresses_that_readers_would_have_to_type_are_counted(link):
    assert (rendered(link), links_in(f"See {link} for it")) == ([], [link])
    assert without_links(f"See {link} for it") == "See   for it"


def test_one_that_only_some_django_renders_is_counted_all_the_same():
    """Django 5.2 takes an underscore for a part of a domain, 6.1 no longer does."""
    assert links_in("See (foo_bar.com) or foo_bar.com!") == ["foo_bar.com"] * 2


@pytest.mark.parametrize(("link", "meant"), DISGUISED)
def test_disguised_addresses_are_counted(link, meant):
    assert links_in(f"See {link} for it") == [meant]
    assert without_links(f"See {link} for it") == "See   for it"


@pytest.mark.parametrize(
    "text",
    [
        "He said so at the end.So it is.Me too",
        "3.5 per cent, U.S. and e.g. that, or i.e./viz. this",
        "It was 1.5km/h and 2.5m/s, on 10.11/12.13, p.m./a.m.",
        "Then ... and/or ... well.../whatever",
        "Node.js and readme.txt and the St.Louis team",
        "I went to the market.Shop there.Top that.Win or lose.",
        "Version 1.2.3.4 and 10.11.12.13, and 24.11.2026/25.11.2026",
        "Он так сказал.со мной он не говорил.",
        "The dot com years (dot and all) [.] were odd",
        "他说。我们/他们都知道。",
        "<b>&amp;lt; “quoted” 'so'",
    ],
)
def test_other_dots_are_none(text):
    assert (links_in(text), without_links(text)) == ([], text)


@given(
    st.lists(
        st.sampled_from(
            [".", "@", "/", ":", "com", "int", "http://", "www.", "a", "é", "ж", "_", "-", " ", "&"]
        ),
        max_size=30,
    )
)
def test_no_link_is_rendered_that_is_not_counted(parts):
    text = "".join(parts)

    assert not set(rendered(text)) - set(links_in(text))


@given(st.text())
def test_without_any_link_a_text_stays_as_it_is(text):
    assert links_in(text) or without_links(text) == text
