"""The benchmark of screening counts what it says it counts."""

import csv

import pytest

from benchmarks.screening import facts_of, main
from comments.screening.word_lists import EMPTY

LONG = "In many posts about the Libyan situation I find it necessary to preface my remarks."
ROWS = [
    ("Look at https://a.example", 1),
    ("Subscribe to me", 1),
    (LONG, 0),
    (LONG.replace("necessary", "nsacseery"), 1),
    ("See https://b.example for the report", 0),
    ("I think so too", 0),
]


def test_recall_and_false_positives_are_counted_by_signal_and_together(tmp_path, capsys):
    file = tmp_path / "comments.csv"
    with file.open("w", newline="", encoding="utf-8") as lines:
        csv.writer(lines).writerows([("CONTENT", "CLASS"), *ROWS])

    main([str(file)])

    printed = capsys.readouterr().out.splitlines()
    table = {
        line.split(" | ")[0].strip("| "): line.split(" | ")[1:3] for line in printed if line.startswith("|")
    }
    assert printed[0] == "3 spam, 3 honest"
    assert table["first link"] == ["33.3 % (1)", "33.3 % (1)"]
    assert table["scrambled word"] == table["copied comment"] == ["33.3 % (1)", "0.0 % (0)"]
    assert table["all together: held or spam"] == ["66.7 % (2)", "33.3 % (1)"]


def run(capsys, *arguments):
    """The first line printed, what was complained of, and the exit code."""
    code = 0
    try:
        main([str(each) for each in arguments])
    except SystemExit as end:
        code = end.code
    printed = capsys.readouterr()
    return printed.out.split("\n")[0], printed.err.strip(), code


def written(tmp_path, text, encoding="utf-8"):
    file = tmp_path / "comments.csv"
    file.write_bytes(text.encode(encoding))
    return file


@pytest.mark.parametrize(
    "text",
    [
        "CONTENT,CLASS\nHm,1\nHm,0\n",
        "\ufeffCONTENT,CLASS\nHm,1\nHm,0\n",
        "class, Content ,Author\r\n1.0,Hm,x\r\n0.0,Hm,x\r\n",
        "Content,Class\nHm,Spam\nHm, ham \n",
        "content,class\nHm,TRUE\nHm,false\n",
        'content,class\n"Hm,\nhm",yes\nHm,No\n',
        'CONTENT;CLASS\n"Hm; hm";1\nHm, hm;0\n',
        "AUTHOR\tCONTENT\tCLASS\nx\tHm, hm\t1\nx\tHm\t0\n",
    ],
)
def test_columns_and_classes_are_taken_as_they_are_meant(tmp_path, capsys, text):
    assert run(capsys, written(tmp_path, text)) == ("1 spam, 1 honest", "", 0)


@pytest.mark.parametrize("kind", ["", "2", "maybe", "-1", "10"])
def test_a_class_that_is_not_clear_is_refused_with_its_line(tmp_path, capsys, kind):
    file = written(tmp_path, f"CONTENT,CLASS\nHm,1\nHm,{kind}\n")

    assert run(capsys, file) == (
        "",
        f"{file}, line 3: CLASS is “{kind}”. Spam is 1, spam, true or yes; honest is 0, ham, false or no.",
        2,
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_byte_order_mark_says_how_to_read(tmp_path, capsys, encoding):
    file = written(tmp_path, "CONTENT,CLASS\nCafé – “so”,1\n", encoding)

    assert run(capsys, file) == ("1 spam, 0 honest", "", 0)
    assert [facts.text for facts, _ in facts_of(file, EMPTY, EMPTY)] == ["Café – “so”"]


def test_what_is_not_utf_8_is_read_as_latin_1_and_said_so(tmp_path, capsys):
    file = written(tmp_path, "CONTENT,CLASS\nCafé – “so”,1\n", "cp1252")

    assert run(capsys, file) == ("1 spam, 0 honest", f"{file} is not UTF-8; read as Latin-1 (cp1252).", 0)
    assert [facts.text for facts, _ in facts_of(file, EMPTY, EMPTY)] == ["Café – “so”"]


def test_files_that_cannot_be_read_are_named_in_a_sentence(tmp_path, capsys):
    good, bad = written(tmp_path, "CONTENT,CLASS\nHm,1\n"), tmp_path / "list.txt"
    bad.write_bytes(b"viagr\xe4")
    nowhere = tmp_path / "none.csv"

    assert run(capsys, tmp_path) == ("", f"{tmp_path} can't be read: Is a directory.", 2)
    assert run(capsys, nowhere) == ("", f"{nowhere} can't be read: No such file or directory.", 2)
    assert run(capsys, good, "--hold-list", nowhere)[1:] == (
        f"{nowhere} can't be read: No such file or directory.",
        2,
    )
    assert run(capsys, good, "--spam-list", bad)[1:] == (
        f"{bad} is not UTF-8, which word lists have to be.",
        2,
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "has no column CLASS and no column CONTENT."),
        ("CONTENT,KIND\nHm,1\n", "has no column CLASS."),
        ("CONTENT\nHm\n", "has no column CLASS."),
    ],
)
def test_a_column_that_is_missing_is_named(tmp_path, capsys, text, sentence):
    file = written(tmp_path, text)

    assert run(capsys, file) == ("", f"{file} {sentence}", 2)
