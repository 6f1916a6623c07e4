"""From a text to its words, as word lists compare them, and to its links. No queries."""

import re
import unicodedata
from functools import lru_cache
from html import unescape
from itertools import groupby

from django.utils.html import urlize

from comments.screening.folding import STANDS_FOR_LETTER, plain, shown

#: Scripts written without spaces: each character is a word by itself, so that sequences can be found.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
)
#: So many single letters in a row are one word that was spread out: “v.i,a g r a”.
SPREAD = 3

#: Where an address ends that people write without “https://” and without a path. None that is a usual word
#: (“.me”): some people put no space after a full stop.
ENDINGS = "biz|cn|co|com|de|eu|fr|info|io|ly|net|nl|org|pl|pw|ru|su|tv|uk|xyz"
#: Where one ends that spam often names, if it is in small letters: “.Shop” begins a sentence.
SPAMMED = "app|bet|casino|click|club|dev|icu|online|shop|site|store|top|vip|website|win"
#: What is read as a dot, and typed in its place so that no link is seen.
DOTS = "．。｡"

_token = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
#: Numbers, also with a unit (“10th”, “100m”): their digits are no letters.
_number = re.compile(r"\d+[^\W\d_]{0,2}")
#: A small l among capitals, a capital I where a small letter should be: each is taken for the other.
_odd = re.compile(r"(?<=[A-Z]{2})l|l(?=[A-Z])|(?<=[a-z])I|(?<=[a-z]I)I|\bI(?=[a-z]{3})")
#: Signs that stand for a letter, beside one; an exclamation mark only before one.
_sign = str.maketrans("@|$€", "a1se")
_address = re.compile(r"@\S*\.")
_signs_beside = re.compile(r"(?<=[^\W\d_])[@|$€]+|[@|!$€]+(?=[^\W\d_])")
#: Digits that do, where there are as many letters in a word.
_digits = str.maketrans("345", "eas")
_digit = re.compile("[0345]")
_signs = str.maketrans(STANDS_FOR_LETTER)
_unspaced = re.compile(rf"[{UNSPACED}]")
#: A link as `urlize` makes it.
_pressed = re.compile('<a href="[^"]*">([^<]*)</a>')
#: An address that it makes no link of; with a path after it, of whatever ending.
_written = re.compile(
    rf"(?:h(?:tt|xx)ps?://|www[.{DOTS}])\S+"
    rf"|(?<![\w@.{DOTS}-])(?:[\w-]+[.{DOTS}])+"
    rf"(?:(?:{ENDINGS}|(?-i:{SPAMMED}))(?![\w@-])(?::\d+)?(?:/\S*)?"
    r"|(?:xn--[\w-]+|[a-zа-яё]{2,})(?::\d+)?/\S+)"
    r"|(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?/\S*",
    re.IGNORECASE,
)
_run = re.compile(r"\S+")
#: A dot in brackets, so that no link is seen either.
_hidden_dot = re.compile(r"\s?[\[({]\s?(?:\.|dot)\s?[\])}]\s?", re.IGNORECASE)


def words(text: str) -> list[str]:
    """The words of a text, folded: runs of letters and digits, letters that were spread out joined."""
    joined = _joined(_token.findall(plain(text)), 0, 0)
    return [word if _number.fullmatch(word) else _spelt(word).translate(_signs) for word in joined]


def words_of_entry(entry: str) -> list[str]:
    """The words of an entry of a list: a sign in it is the letter for which it stands, and a ! is an i; not
    so in an address (“@mail.example”)."""
    text = plain(entry)
    return words(text if _address.search(text) else _lettered(text, mark="i"))


def readings(text: str) -> list[list[str]]:
    """Its words in each way that they can be read. In “a c.a.s.i.n.o I like” the first and the last of the
    spread letters are words by themselves, in “vi@gra” the sign is a letter, in “@viagra” it is none.

    In a word an i or an l that is written as something else is a 1, see `is_unsure`.
    """
    bare = plain(_odd.sub("1", text))
    lettered = _lettered(bare)
    return [read for each in dict.fromkeys((bare, lettered)) for read in _spread(_token.findall(each))]


def _lettered(text: str, mark: str = "1") -> str:
    """With letters for the signs beside one, and `mark` for a !."""
    return _signs_beside.sub(lambda found: found[0].translate(_sign).replace("!", mark), text)


def _spread(tokens: list[str]) -> list[list[str]]:
    """One reading where no letters are spread, else each."""
    joined = _joined(tokens, 0, 0)
    ways = [] if joined == tokens else [(1, 0), (0, 1), (1, 1)]
    found = [joined, *(_joined(tokens, first, last) for first, last in ways)]
    return [[_spelt(word) for word in read] for read in found]


def _spelt(word: str) -> str:
    """With letters for its digits, in “ca5in0”, not in “a55” (a road) or “35mm”. What a 1 is stays open."""
    if not _digit.search(word) or _number.fullmatch(word):
        return word
    spelt = word.replace("0", "o")
    letters = sum(char.isalpha() for char in spelt)
    return spelt.translate(_digits) if letters >= 2 and 2 * letters >= len(spelt) else spelt


def is_unsure(word: str) -> bool:
    """Whether there is a 1 in it that stands for an i or an l."""
    return "1" in word and not _number.fullmatch(word)


def could_be(word: str, other: str) -> bool:
    """Whether an unsure word can be read as another one of as many letters."""
    return all(one == two or (one == "1" and two in "il") for one, two in zip(word, other, strict=True))


def look(word: str) -> str:
    """What is the same for all words that an unsure one can be read as."""
    return word.replace("1", "l").replace("i", "l")


def _joined(tokens: list[str], first: int, last: int) -> list[str]:
    """With so many letters apart at the beginning and the end of each run that is joined."""
    found: list[str] = []
    for is_single, run in groupby(tokens, key=_is_single_letter):
        letters = list(run)
        end = len(letters) - last
        if is_single and end - first >= SPREAD:
            letters = [*letters[:first], "".join(letters[first:end]), *letters[end:]]
        found += letters
    return found


def links_in(text: str) -> list[str]:
    """What readers could press in a text, mail addresses too, and the web addresses that they could type."""
    return list(_parted(text)[0])


def without_links(text: str) -> str:
    return _parted(text)[1]


@lru_cache(maxsize=1)  # several signals ask for the same text
def _parted(text: str) -> tuple[tuple[str, ...], str]:
    """The links, and the text without them. `articles.body.render_reader_text` makes links by `urlize`."""
    html = urlize(text, autoescape=True)
    rest = unescape(_pressed.sub(" ", html))
    if not _written.search(rest):
        undisguised = _hidden_dot.sub(".", _run.sub(_undisguised, rest))
        rest = undisguised if _written.search(undisguised) else rest
    links = (*map(unescape, _pressed.findall(html)), *_written.findall(rest))
    return links, _written.sub(" ", rest)


def _undisguised(found: re.Match[str]) -> str:
    """A word with Latin letters in these alone, what passes for one too. One of another script stays."""
    word = found[0]
    if word.isascii():
        return word
    letters = (unicodedata.normalize("NFKC", char) for char in word)
    return shown(word) if any(letter.isascii() and letter.isalpha() for letter in letters) else word


def _is_single_letter(token: str) -> bool:
    return len(token) == 1 and not _unspaced.match(token)
