"""Cases that nobody here wrote: files in the folder that `CASES` names.

Tests that use them bear the mark `cases`, and are left out where there is no such folder.
"""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

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


def thread_shapes() -> Iterator[tuple[str, list[int | None], dict[str, Any]]]:
    """Each tree of the files under `threads/`: its name; for each comment, in an order in which replies come
    after what they answer, the index of that, or None; and what `expected/threads.json` says of it."""
    expected = json.loads((FOLDER / "expected" / "threads.json").read_text(encoding="utf-8"))
    for file in sorted((FOLDER / "threads").iterdir()):
        text, told = file.read_text(encoding="utf-8"), expected[file.stem]
        for thread, answers in _threads_in(file.suffix, text).items():
            yield (
                f"{file.stem} {thread}".strip(),
                _in_order(answers),
                told.get("per_thread", {}).get(thread, told),
            )


def _threads_in(kind: str, text: str) -> dict[str, dict[str, str | None]]:
    """By thread, what each comment answers: of our lists, of an Artalk export or of a Disqus one."""
    if kind == ".json":
        return {"": {node["id"]: node["parent"] for node in json.loads(text)["nodes"]}}
    if kind == ".yml":
        return {"": dict(re.findall(r"^- id: (\d+)\n(?:  rid: (\d+))?", text, re.MULTILINE))}
    threads: dict[str, dict[str, str | None]] = {}
    for pk, post in re.findall(r'<post dsq:id="(\d+)">(.*?)</post>', text, re.DOTALL):
        thread, parent = (re.search(rf'<{tag} dsq:id="(\d+)"', post) for tag in ("thread", "parent"))
        if thread:
            threads.setdefault(thread[1], {})[pk] = parent and parent[1]
    return threads


def _in_order(answers: dict[str, str | None]) -> list[int | None]:
    found: dict[str, int] = {}
    indexes: list[int | None] = []
    while len(found) < len(answers):
        for pk, parent in answers.items():
            if pk not in found and (parent not in answers or parent in found):
                found[pk] = len(indexes)
                indexes.append(found.get(parent or ""))
    return indexes
