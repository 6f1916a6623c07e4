"""Scrambled words: “nsacseery”, which is no word but has the letters of a common one.

Copies of comments are passed off as new with such words in them. People who mistype swap two letters
next to one another, or put one a little too early or late; they do not do this.
"""

import re
from collections.abc import Iterator
from itertools import islice

from comments.screening.facts import Facts, Signal
from comments.screening.folding import shown
from comments.screening.lexicon import Lexicon, lexicon_of
from comments.screening.tokens import without_links
from comments.states import Reason

ALPHABET = "abcdefghijklmnopqrstuvwxyz"
SHORTEST = 5
#: At least this share of a comment's words are common ones, or have the letters of one, or it is in another
#: language than the story. (Of the Universal Declaration's articles all English ones have 0.8; no French,
#: Turkish or Hausa one has 0.4.)
SHARE = 0.5
#: More suspects than this are not looked at: a comment made of them alone would take a fifth of a second.
MOST = 20

#: Words of Latin letters, with what makes them something else: a letter, a digit, an apostrophe, a sign of
#: a handle, a hashtag or code on either side.
_word = re.compile(
    rf"(?<![\w'’@#/\\.:=&$%^+<])[A-Za-z]{{{SHORTEST},40}}(?!(?!['’]s\b)[\w'’@/\\=&$%^+>]|[.:]\w)"
)
_sentence_end = re.compile(r"(?:^|[.!?…:;\n\"“”„«»()*•–—])\s*$")


def scrambled_word(facts: Facts) -> Signal | None:
    lexicon = lexicon_of(facts.language)
    if lexicon is None:
        return None
    text = shown(without_links(facts.text))
    suspects = dict(islice(_suspects(text, lexicon), MOST))
    if not suspects or not _is_in(lexicon, text):
        return None
    told = set(_words(facts.story_text))
    for word, meant in suspects.items():
        if word not in told:
            return Signal("scrambled-word", Reason.SCREENED, f"scrambled word: {word} → {meant}", 3)
    return None


def _suspects(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    for word in dict.fromkeys(_candidates(text)):
        if not _is_word(word, lexicon) and (meant := _meant(word, lexicon)):
            yield word, meant


def _is_word(word: str, lexicon: Lexicon) -> bool:
    """Whether it is known, or made of two common words as new ones often are (“testcase”)."""
    halves = ((word[:place], word[place:]) for place in range(3, len(word) - 2))
    return word in lexicon.known or any({one, other} <= lexicon.common for one, other in halves)


def _words(text: str) -> list[str]:
    return re.findall("[a-z]+", text.lower())


def _is_in(lexicon: Lexicon, text: str) -> bool:
    said = _words(text)
    return sum(_is_of(lexicon, word) for word in said) >= SHARE * len(said)


def _is_of(lexicon: Lexicon, word: str) -> bool:
    """A word of the language, or one of its words scrambled: where all are, it is still no other language."""
    return word in lexicon.common or (len(word) >= SHORTEST and _sorted(word) in lexicon.by_letters)


def _candidates(text: str) -> Iterator[str]:
    """The words in small letters, but for names: those with a capital within a sentence."""
    shouts = text.isupper()
    for found in _word.finditer(text):
        word = found[0]
        if word.islower() or (shouts and word.isupper()):
            yield word.lower()
        elif word.istitle() and _sentence_end.search(text[max(0, found.start() - 8) : found.start()]):
            yield word.lower()


def _meant(word: str, lexicon: Lexicon) -> str | None:
    """The common word whose letters these are, if it and whatever else has them, rarer words too, are too far
    off for a slip of the fingers (“agnel” is an angel, no angle)."""
    same = lexicon.by_letters.get(_sorted(word), ())
    if not all(_is_far(word, each) for each in same):
        return None
    for each in same:
        if each in lexicon.common and (word[0] == each[0] or word[-1] == each[-1]):
            return None if _is_near_another(word, lexicon) else each
    return None


def _sorted(word: str) -> str:
    return "".join(sorted(word))


def _is_far(word: str, common: str) -> bool:
    """Whether it takes two swaps or more, and not just one letter put two places off (“tounge”)."""
    places = [place for place, letter in enumerate(word) if letter != common[place]]
    return len(places) > 2 and not (len(places) == 3 and places[2] - places[0] == 2)


def _is_near_another(word: str, lexicon: Lexicon) -> bool:
    """Whether a common word is one letter more, less or different away (“realy”)."""
    splits = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    less = (left + right[1:] for left, right in splits if right)
    different = (left + letter + right[1:] for left, right in splits if right for letter in ALPHABET)
    more = (left + letter + right for left, right in splits for letter in ALPHABET)
    return any(each in lexicon.common for made in (less, different, more) for each in made)
