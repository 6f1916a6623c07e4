"""What each screening signal catches, holds by mistake, and costs.

    python benchmarks/screening.py FILE… [--spam-list FILE] [--hold-list FILE]

FILEs are CSV with the columns CONTENT and CLASS (1, spam, true or yes; 0, ham, false or no) between commas,
semicolons or tabs; in UTF-8, UTF-16 with a byte order mark, or else read as Latin-1. Each is one story, its
comments in the order in which they came, every one of somebody whom nobody knows. No database is needed.
"""

import argparse
import csv
import sys
import time
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

# Started by its path, Python would look for the newsroom's packages here, beside it.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from comments.screening import SIGNALS, Copied, Facts, Signal, fingerprint, see, verdict
from comments.screening.word_lists import EMPTY, WordIndex, index
from comments.states import Mode, Status

#: What is the same for everybody in a file says nothing of a signal.
TOGETHER = "all together"
#: What stands in CLASS.
SPAM = {"1", "1.0", "spam", "true", "yes"}
HONEST = {"0", "0.0", "ham", "false", "no"}
COLUMNS = ("CONTENT", "CLASS")
DELIMITERS = ",;\t"


@dataclass
class Tally:
    """How many spam and honest comments there were, and of how many of each a signal spoke."""

    comments: Counter = field(default_factory=Counter)
    seen: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))
    seconds: Counter = field(default_factory=Counter)

    def add(self, facts: Facts, is_spam: bool) -> None:
        self.comments[is_spam] += 1
        found: list[Signal] = []
        for function in SIGNALS:
            began = time.perf_counter()
            signal = function(facts)
            self.seconds[_name(function)] += time.perf_counter() - began
            if signal is not None and signal.weight:
                found.append(signal)
                self.seen[_name(function)][is_spam] += 1
        status, _ = verdict(facts, found)
        self.seen[f"{TOGETHER}: held or spam"][is_spam] += status != Status.SHOWN
        self.seen[f"{TOGETHER}: spam"][is_spam] += status == Status.SPAM
        self.seconds[f"{TOGETHER}: held or spam"] = sum(self.seconds[_name(each)] for each in SIGNALS)

    def lines(self) -> Iterator[str]:
        """A table in Markdown: of spam the share that was seen, of honest comments likewise, microseconds."""
        yield "| signal | recall | false positives | µs a comment |"
        yield "|---|---:|---:|---:|"
        for name in [*map(_name, SIGNALS), f"{TOGETHER}: held or spam", f"{TOGETHER}: spam"]:
            recall, false = (_share(self.seen[name][kind], self.comments[kind]) for kind in (True, False))
            cost = f"{1e6 * self.seconds[name] / self.comments.total():.0f}" if self.seconds[name] else ""
            yield f"| {name} | {recall} | {false} | {cost} |"


def _name(function: object) -> str:
    return function.__name__.replace("_", " ")  # type: ignore[attr-defined]


def _share(count: int, of: int) -> str:
    return f"{100 * count / of:.1f} % ({count})" if of else "–"


class Unreadable(Exception):
    """A file that can't be measured, with the sentence that says why."""


def facts_of(file: Path, hold_list: WordIndex, spam_list: WordIndex) -> Iterator[tuple[Facts, bool]]:
    """Of each comment what is known of it, and whether it is spam."""
    first: dict[str, int] = {}
    for number, (text, is_spam) in enumerate(_rows(file), 1):
        print_of_it = fingerprint(text)
        copied = Copied(is_on_this_story=True, number=first[print_of_it]) if print_of_it in first else None
        if print_of_it:
            first.setdefault(print_of_it, number)
        # Whose address is proved in an open discussion is held for nothing but what the comment says.
        facts = Facts(
            is_staff=False,
            mode=Mode.OPEN,
            is_proved=True,
            text=text,
            language="en",
            copied=copied,
            hold_list=hold_list,
            spam_list=spam_list,
        )
        yield facts, is_spam


def _rows(file: Path) -> Iterator[tuple[str, bool]]:
    csv.field_size_limit(sys.maxsize)
    text = _text(file)
    head = next(iter(text.splitlines()), "")
    rows = csv.DictReader(StringIO(text, newline=""), delimiter=max(DELIMITERS, key=head.count))
    names = {name.strip().upper(): name for name in _fields(file, rows)}
    if missing := set(COLUMNS) - set(names):
        raise Unreadable(f"{file} has no column {' and no column '.join(sorted(missing))}.")
    content, kind = (names[name] for name in COLUMNS)
    try:
        for row in rows:
            # A line that breaks off has None in its last columns.
            yield row[content] or "", _is_spam(file, rows.line_num, row[kind] or "")
    except csv.Error as error:
        raise Unreadable(f"{file}, line {rows.line_num}, is no CSV: {error}.") from error


def _fields(file: Path, rows: csv.DictReader) -> list[str]:
    try:
        return list(rows.fieldnames or ())
    except csv.Error as error:
        raise Unreadable(f"{file} is no CSV: {error}.") from error


def _is_spam(file: Path, line: int, kind: str) -> bool:
    told = kind.strip().lower()
    if told not in SPAM | HONEST:
        cure = "Spam is 1, spam, true or yes; honest is 0, ham, false or no."
        raise Unreadable(f"{file}, line {line}: CLASS is “{kind}”. {cure}")
    return told in SPAM


def _text(file: Path) -> str:
    """As UTF-16 if it says so at its beginning, as UTF-8, or else as Latin-1, which is said."""
    data = _bytes(file)
    try:
        return data.decode("utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig")
    except UnicodeDecodeError:
        print(f"{file} is not UTF-8; read as Latin-1 (cp1252).", file=sys.stderr)
        return data.decode("cp1252", errors="replace")


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Unreadable(f"{file} can't be read: {error.strerror}.") from error


def _list(file: Path | None) -> WordIndex:
    if file is None:
        return EMPTY
    try:
        return index(_bytes(file).decode("utf-8-sig").splitlines())
    except UnicodeDecodeError as error:
        raise Unreadable(f"{file} is not UTF-8, which word lists have to be.") from error


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--hold-list", type=Path)
    parser.add_argument("--spam-list", type=Path)
    asked = parser.parse_args(arguments)
    tally = Tally()
    # What is read from files once a process is no part of what a comment costs.
    see(Facts(is_staff=False, mode=Mode.OPEN, text="Is anybody there?", language="en"))
    try:
        lists = [_list(asked.hold_list), _list(asked.spam_list)]
        for file in asked.files:
            for facts, is_spam in facts_of(file, *lists):
                tally.add(facts, is_spam)
    except Unreadable as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from error
    print(f"{tally.comments[True]} spam, {tally.comments[False]} honest\n", *tally.lines(), sep="\n")


if __name__ == "__main__":
    main()
