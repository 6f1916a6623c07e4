"""Cases that nobody here wrote: lines of text files in the folder that `CASES` names.

Tests that use them bear the mark `cases`, and are left out where there is no such folder.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
FOLDER = Path(os.environ.get("CASES") or PROJECT.parent / "shared" / "corpus")


def demand_folder() -> None:
    """Leave the asking test out where there are no cases; fail where CI was told of them in vain."""
    if FOLDER.is_dir():
        return
    if os.environ.get("CI") == "true" and os.environ.get("CASES"):
        pytest.fail(f"CASES names {FOLDER}, and there is no such folder.")
    pytest.skip(f"There are no outside cases in {FOLDER}; set CASES to the folder that holds some.")


def hostile_markup() -> Iterator[str]:
    """Each line, once, of whatever text files are under `hostile/`."""
    seen = set()
    for file in sorted(each for each in (FOLDER / "hostile").rglob("*") if each.is_file()):
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.strip() and line not in seen:
                seen.add(line)
                yield line
