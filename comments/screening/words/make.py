"""Make `en.txt` from SCOWL, by hand: `python comments/screening/words/make.py [FOLDER OF SCOWL]`.

Each line is a set of common words with the same letters, and behind “|” the rarer words that have them
too. Rarer words without a common one of the same letters can never be taken for it scrambled, so they are
not kept. Of words of less than five letters only the most common are there, to tell the language by.
"""

import sys
from collections import defaultdict
from pathlib import Path

SPELLINGS = ("english", "american", "british", "canadian", "australian")
#: Common: the sizes 10 and 20 in every spelling of English. Known: whatever is in SCOWL up to size 80,
#: variants and jargon too, and all names, so that nothing that anybody calls a word is taken for a
#: scrambled one.
COMMON = [f"{spelling}-words.{size}" for spelling in SPELLINGS for size in (10, 20)]
KNOWN = ["*-words.[1-8]?", "*-upper.*", "*-proper-names.*", "special-hacker.*"]
SHORT = [f"{spelling}-words.10" for spelling in SPELLINGS]
SHORTEST = 5


def read(folder: Path, patterns: list[str]) -> set[str]:
    """The words of these files that are ASCII letters only, in lower case."""
    found: set[str] = set()
    for pattern in patterns:
        for file in folder.glob(pattern):
            found.update(file.read_text(encoding="latin-1").lower().split())
    return {word for word in found if word.isascii() and word.isalpha()}


def lines(folder: Path) -> list[str]:
    common, rare = defaultdict(list), defaultdict(list)
    short = read(folder, SHORT)
    for word in sorted(read(folder, COMMON)):
        if len(word) >= SHORTEST or word in short:
            common["".join(sorted(word))].append(word)
    for word in sorted(read(folder, KNOWN)):
        letters = "".join(sorted(word))
        if len(word) >= SHORTEST and letters in common and word not in common[letters]:
            rare[letters].append(word)
    return [
        " ".join([*words, *(["|", *rare[letters]] if letters in rare else [])])
        for letters, words in common.items()
    ]


if __name__ == "__main__":
    source = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/dict/scowl")
    made = sorted(lines(source))
    Path(__file__).with_name("en.txt").write_text("\n".join(made) + "\n", encoding="ascii")
    print(f"{len(made)} lines")
