"""What operators are told is what there is."""

import re
import subprocess
import tomllib

from django.conf import settings
from django.core.management import get_commands

DOC = settings.BASE_DIR / "docs" / "operations.md"
EXAMPLE = settings.BASE_DIR / "deploy" / "env.example"


def names_in_settings():
    text = (settings.BASE_DIR / "newsroom" / "settings.py").read_text(encoding="utf-8")
    return set(re.findall(r"\benv\.(?:variables\.)?\w+\(\s*\"([A-Z_]+)\"", text))


def test_every_setting_is_in_the_table():
    rows = [line for line in DOC.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    told = {name for row in rows for name in re.findall(r"`([A-Z_]+)`", row.split("|")[1])}

    assert told == names_in_settings() | {"GRANIAN_BLOCKING_THREADS"}


def test_every_setting_is_in_the_example():
    shown = re.findall(r"^#?([A-Z_]+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)

    assert sorted(shown) == sorted(names_in_settings() | {"GRANIAN_BLOCKING_THREADS"})


def test_every_command_in_the_papers_exists():
    papers = [*settings.BASE_DIR.glob("*.md"), *settings.BASE_DIR.glob("docs/*.md")]
    named = {
        command
        for paper in papers
        for command in re.findall(
            r"(?:manage\.py|(?<=^)newsroom|(?<=`)newsroom|(?<=&& )newsroom) ([a-z_]+)",
            paper.read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    }

    assert named - set(get_commands()) == set()
    assert {"backup", "restore", "end_sessions", "reset_second_factor", "loaddata"} <= named


def test_libraries_for_growing_are_those_of_the_project():
    extras = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))
    pins = extras["project"]["optional-dependencies"]

    doc = DOC.read_text(encoding="utf-8")
    assert [pin for extra in ("postgresql", "redis") for pin in pins[extra] if pin not in doc] == []


def test_files_that_the_document_copies_are_there():
    named = re.findall(r"\bdeploy/([a-z.-]+[a-z])", DOC.read_text(encoding="utf-8"))

    assert sorted(set(named)) == [
        "env.example",
        "newsroom-mail.service",
        "newsroom.service",
        "nginx.conf",
    ]
    assert [name for name in named if not (settings.BASE_DIR / "deploy" / name).is_file()] == []


def test_scripts_are_sound_shell():
    scripts = sorted((settings.BASE_DIR / "deploy").glob("*.sh"))

    wrong = [path.name for path in scripts if subprocess.run(["/bin/sh", "-n", path], check=False).returncode]

    assert (len(scripts) > 3, wrong) == (True, [])
