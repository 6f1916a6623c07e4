"""The rules of the house that a machine can check. Import contracts are checked by import-linter."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("newsroom", "articles", "comments", "tests", "benchmarks")
LONGEST = 300

#: What is in files of such names always has a better name.
NAMELESS = {"utils", "helpers", "services", "managers", "common", "core"}
#: The only code that may assign a state or a status.
VERBS = {"state": "articles/desk/", "status": "comments/moderation"}


def files(*endings: str) -> list[Path]:
    """Files of the project, without what was made or installed."""
    found = [ROOT / "manage.py"]
    for room in (*ROOMS, "templates"):
        found += (ROOT / room).rglob("*")
    return sorted(each for each in found if each.suffix in endings and "__pycache__" not in each.parts)


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


PYTHON = files(".py")
OURS = [file for file in PYTHON if "migrations" not in file.parts]
#: Text that screening reads as data, a word a line, is no template.
TEMPLATES = [file for file in files(".html", ".txt", ".xml") if file.parent.name != "words"]


def lines_with(pattern: str, some: list[Path], *, but: tuple[str, ...] = ()) -> list[str]:
    return [
        f"{name(file)}:{number}: {line.strip()}"
        for file in some
        if not name(file).startswith(but or ("no such",))
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if re.search(pattern, line)
    ]


def test_no_file_is_too_long():
    lengths = {name(file): len(file.read_text().splitlines()) for file in [*PYTHON, *TEMPLATES]}

    assert {file: length for file, length in lengths.items() if length > LONGEST} == {}


def test_no_file_is_named_for_nothing():
    assert [name(file) for file in PYTHON if file.stem in NAMELESS or file.parent.name in NAMELESS] == []


def test_every_module_says_what_belongs_in_it():
    silent = [name(file) for file in OURS if file.read_text().strip() and not ast.get_docstring(parse(file))]

    assert silent == []


def test_the_paper_never_names_the_discussion():
    paper = [
        file for file in [*OURS, *TEMPLATES] if name(file).startswith(("articles/", "templates/articles/"))
    ]
    allowed = {"templates/articles/article.html": r"\{% (load|discussion|show_discussion|include)\b"}

    named = [
        line
        for line in lines_with(r"(?i)\bcomments?\b", paper)
        if not re.search(allowed.get(line.split(":")[0], "$^"), line)
        # The reserved first word of an address, and Django's own tag, name no app of ours.
        and "accounts admin api by comments" not in line
        and not re.search(r"\{% (end)?comment\b", line)
    ]

    assert named == []


def test_safe_html_is_made_in_one_place():
    assert lines_with(r"\|\s*safe\b|\bsafeseq\b|autoescape off", TEMPLATES) == []
    code = [file for file in OURS if not name(file).startswith("tests/")]
    makers = r"\bmark_safe\(|\bSafeString\(|\bSafeText\(|__html__"
    assert lines_with(makers, code, but=("articles/body.py",)) == []


def test_nothing_is_inline_in_templates():
    assert lines_with(r"""(?i)\sstyle\s*=|<style\b|\son[a-z]+\s*=\s*["']|javascript:""", TEMPLATES) == []
    scripts = r"(?is)<script\b(?![^>]*\bsrc=)[^>]*>"
    assert [name(file) for file in TEMPLATES if re.search(scripts, file.read_text())] == []


def test_parts_say_what_they_are():
    parts = [file for file in TEMPLATES if file.name.startswith("_") and file.suffix == ".html"]

    assert [name(file) for file in parts if not file.read_text().startswith(("{#", "{% comment"))] == []


@pytest.mark.parametrize(("column", "room"), VERBS.items())
def test_only_verbs_assign(column, room):
    code = [file for file in OURS if not name(file).startswith(("tests/", room))]

    assert [f"{name(file)}:{line}" for file in code for line in assignments(file, column)] == []


def test_one_place_asks_which_comments_are_shown():
    """And adds that no branch above it is hidden, which who asks for the status alone forgets."""
    code = [file for file in OURS if not name(file).startswith("tests/")]
    asked = r"\b(filter|exclude|Q)\([^)]*\bstatus(__in)?=[^)]*(SHOWN|[\"']shown[\"'])"

    assert lines_with(asked, code, but=("comments/querysets.py", "comments/models/comment.py")) == []


def test_no_promise_is_left_in_the_code():
    words = "TO" + "DO|FIX" + "ME|XX" + "X"

    assert lines_with(rf"\b({words})\b", [*OURS, *TEMPLATES]) == []


def parse(file: Path) -> ast.Module:
    return ast.parse(file.read_text(), filename=str(file))


def assignments(file: Path, column: str) -> list[int]:
    """Lines that assign `….column`, or give it to `update()` or `setattr()`."""
    found = []
    for node in ast.walk(parse(file)):
        targets = []
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AugAssign | ast.AnnAssign):
            targets = [node.target]
        elif isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if called == "update" and column in {keyword.arg for keyword in node.keywords}:
                found.append(node.lineno)
            if called == "setattr" and any(getattr(arg, "value", None) == column for arg in node.args):
                found.append(node.lineno)
        flat = [part for target in targets for part in ast.walk(target)]
        if any(isinstance(part, ast.Attribute) and part.attr == column for part in flat):
            found.append(node.lineno)
    return found
