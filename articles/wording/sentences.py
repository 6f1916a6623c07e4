"""A text cut into its sentences. Joined, they give back the text."""

import re

#: Where a sentence may end: stops, what closes after them, and the space before the next.
#: Chinese and Japanese need no space.
END = re.compile(r"""[.!?…؟۔।॥։]+["'”’»)\]]*\s+|[。！？｡]+[”’」』）〉》]*\s*|\s*\n\s*""")
LAST_WORD = re.compile(r"[^\s(\[“‘\"'«—–]*$")

#: Never the last word of a sentence.
TITLES = frozenset(
    "adm capt cmdr cf col cpl dr fr ft gen gov hon lt maj messrs mlle mme mr mrs ms mt mx pres prof rep rev "
    "sen sgt st supt vs e.g i.e".split()
)
#: Not the last word where a number follows.
BEFORE_NUMBERS = frozenset("art ca fig no nos p pp sec vol jan feb mar apr aug sept oct nov dec".split())
#: “J.”, “U.S.”, “p.m.”, “Ph.D.”: they may stand in a sentence or end it.
INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.)*[^\W\d_]")
#: Words that so often begin a sentence that one ended before them.
OPENERS = frozenset(
    "a after all an and as at but by for he her his how if in it its many most no on one she since so some "
    "that the their then there these they this those to we what when where while who why with you".split()
)


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with the space after it. No sentence goes on in another line."""
    found: list[str] = []
    start = 0
    for end in END.finditer(text):
        sentence = text[start : end.end()]
        if sentence.strip() and _ends(text[start : end.start()], end[0], text[end.end() :][:40]):
            found.append(sentence)
            start = end.end()
    return found + ([text[start:]] if text[start:] else [])


def _ends(sentence: str, stop: str, following: str) -> bool:
    if "\n" in stop or stop[0] in "。！？｡":
        return True
    if following[:1].islower():
        return False
    if stop.strip() != ".":
        return True
    word = LAST_WORD.search(sentence)[0]
    if word.casefold() in TITLES or (word.casefold() in BEFORE_NUMBERS and following[:1].isdigit()):
        return False
    return not INITIALS.fullmatch(word) or _first_word(following) in OPENERS


def _first_word(text: str) -> str:
    """Without what follows it; "" for an initial."""
    found = re.match(r"\W*(\w+)(?![\w.])", text)
    return found[1].casefold() if found else ""
