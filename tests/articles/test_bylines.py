"""`articles.bylines`: from credits to the printed line."""

import pytest
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from articles.bylines import OPENINGS, Credited, Role, printed, printed_html

AMINA = Credited("Amina Diallo", Role.AUTHOR, "/by/amina-diallo/")
DIO = Credited("Dio", Role.AUTHOR)
ANA = Credited("Ana Ní", Role.AUTHOR, "/by/ana/")
HAND = Credited("A. Hand", Role.REPORTING)
EYE = Credited("An Eye", Role.PHOTOGRAPHY, "/by/an-eye/")
TONGUE = Credited("A Tongue", Role.TRANSLATION)
PEN = Credited("Red Pen", Role.EDITING)

LINES = [
    ([], "", ""),
    ([DIO], "By Dio", "By Dio"),
    ([AMINA], "By Amina Diallo", 'By <a href="/by/amina-diallo/">Amina Diallo</a>'),
    ([AMINA, DIO], "By Amina Diallo and Dio", 'By <a href="/by/amina-diallo/">Amina Diallo</a> and Dio'),
    (
        [DIO, AMINA, ANA],
        "By Dio, Amina Diallo and Ana Ní",
        'By Dio, <a href="/by/amina-diallo/">Amina Diallo</a> and <a href="/by/ana/">Ana Ní</a>',
    ),
    ([HAND], "Additional reporting by A. Hand", "Additional reporting by A. Hand"),
    ([EYE], "Photographs by An Eye", 'Photographs by <a href="/by/an-eye/">An Eye</a>'),
    (
        [PEN, TONGUE, EYE, HAND, DIO],
        "By Dio; additional reporting by A. Hand; photographs by An Eye; translated by A Tongue; edited by "
        "Red Pen",
        'By Dio; additional reporting by A. Hand; photographs by <a href="/by/an-eye/">An Eye</a>; '
        "translated by A Tongue; edited by Red Pen",
    ),
]


@pytest.mark.parametrize(("credits", "line", "html"), LINES)
def test_who_did_what_is_printed(credits, line, html):
    assert (printed(credits), printed_html(credits)) == (line, html)


@pytest.mark.parametrize(("credits", "line", "html"), LINES)
def test_both_lines_say_the_same_and_the_linked_one_is_safe(credits, line, html):
    linked = printed_html(iter(credits))

    assert (strip_tags(linked), type(linked)) == (printed(iter(credits)), SafeString)


def test_every_role_has_its_opening():
    assert list(OPENINGS) == list(Role)


def test_names_and_addresses_are_escaped():
    hostile = [
        Credited("<script>x</script>", Role.AUTHOR, '/by/"onclick="x/'),
        Credited("O'Hara & Sons", Role.REPORTING),
    ]

    assert printed(hostile) == "By <script>x</script>; additional reporting by O'Hara & Sons"
    assert printed_html(hostile) == (
        'By <a href="/by/&quot;onclick=&quot;x/">&lt;script&gt;x&lt;/script&gt;</a>; additional reporting by '
        "O&#x27;Hara &amp; Sons"
    )
