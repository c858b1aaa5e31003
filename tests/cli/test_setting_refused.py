"""`dateline set`: what cannot be is one sentence, and the file stays."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cli.annals import FILE
from tui.cli import main
from tui.document import disk

Write = Callable[..., Path]
Capsys = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        pytest.param(
            ["first", "date", "2014-13"],
            1,
            'timeline.yaml: not changed: date "2014-13": the month must be 01 to 12',
            id="no date",
        ),
        pytest.param(
            ["first", "actors", "--add", "bop"],
            1,
            'timeline.yaml: not changed: actor "bop" is not defined; did you mean "bob"?',
            id="nobody",
        ),
        pytest.param(
            ["first", "title", "--unset"],
            1,
            'timeline.yaml: not changed: an event has no "title"',
            id="no title",
        ),
        pytest.param(
            ["c1", "verdict", "opinoin"],
            1,
            'timeline.yaml: not changed: verdict "opinoin" is not one of confirmed',
            id="no verdict",
        ),
        pytest.param(
            ["ann", "name", "A"],
            2,
            'dateline: not changed: "ann" is the id of more than one; say actor:ann or source:ann',
            id="an id of two",
        ),
        pytest.param(
            ["first", "id", "second"],
            1,
            "timeline.yaml: not changed: there is another event second already",
            id="an id that is taken",
        ),
        pytest.param(
            ["actor:ann", "id", "Ann B"],
            1,
            'timeline.yaml: not changed: id "Ann B" must be small letters, digits and single',
            id="no id to give",
        ),
        pytest.param(
            ["actor:ann", "id", "--unset"],
            2,
            'dateline: not changed: an actor has no field "id"',
            id="an id that is a key",
        ),
        pytest.param(
            ["secnod", "title", "A"],
            2,
            'dateline: not changed: there is no id "secnod"; did you mean "second"?',
            id="no id",
        ),
        pytest.param(
            ["source:bob", "title", "A"],
            2,
            'dateline: not changed: there is no source "bob"',
            id="no source",
        ),
        pytest.param(
            ["actr:bob", "name", "A"],
            2,
            'dateline: not changed: there is no kind of record called "actr"; '
            'did you mean "actor"?',
            id="no kind",
        ),
        pytest.param(
            ["first", "titel", "A"],
            2,
            'dateline: not changed: an event has no field "titel"; did you mean "title"?',
            id="a slip in a field",
        ),
        pytest.param(
            ["north", "wherever", "A"],
            2,
            'dateline: not changed: a thread has no field "wherever"; there is name',
            id="no field",
        ),
        pytest.param(
            ["first", "quotes", "A"],
            2,
            "dateline: not changed: quotes are not set as a whole, but each by its own id: "
            "first.q1",
            id="quotes",
        ),
        pytest.param(
            ["first", "claims.1.text", "A"],
            2,
            "dateline: not changed: claims are not set as a whole, but each by its own id: c1",
            id="a field of a claim",
        ),
        pytest.param(
            ["first", "title.text", "A"],
            2,
            "dateline: not changed: title has no fields of its own",
            id="a field of a field",
        ),
        pytest.param(
            ["first", "title", " "],
            2,
            "dateline: not changed: the value is empty; --unset takes a field away",
            id="empty",
        ),
        pytest.param(
            ["first", "actors", ", "],
            2,
            "dateline: not changed: the list is empty; --unset takes a field away",
            id="an empty list",
        ),
        pytest.param(
            ["first", "actors", "--add", " "],
            2,
            "dateline: not changed: the item is empty",
            id="an empty item",
        ),
        pytest.param(
            ["first", "actors", "--remove", "anne"],
            2,
            'dateline: not changed: actors has no item "anne"; did you mean "ann"?',
            id="no item",
        ),
        pytest.param(
            ["first", "title", "--add", "A"],
            2,
            "dateline: not changed: title holds no list; only --unset and a VALUE change it",
            id="no list",
        ),
        pytest.param(
            ["first", "title", "a\nb"],
            2,
            "dateline: not changed: title is a single line",
            id="two lines",
        ),
        pytest.param(
            ["first", "title", "a\x07b"],
            1,
            "timeline.yaml: not changed: ",
            id="a control character",
        ),
        pytest.param(
            ["first", "title"],
            2,
            "dateline: there is nothing to set: give a VALUE, --unset, --add or --remove",
            id="nothing",
        ),
        pytest.param(
            ["first", "title", "A", "timeline.yaml", "--unset"],
            2,
            "dateline: a VALUE, --unset and --add or --remove exclude each other",
            id="both",
        ),
        pytest.param(
            ["first", "title", "A", "-"],
            2,
            "dateline: standard input cannot be changed; name a file",
            id="standard input",
        ),
        pytest.param(
            ["first", "title", "A", "no.yaml"],
            2,
            "dateline: there is no file no.yaml",
            id="no file",
        ),
    ],
)
def test_what_cannot_be_is_one_sentence_and_the_file_stays(
    write_timeline: Write, capsys: Capsys, words: list[str], code: int, sentence: str
) -> None:
    path = write_timeline(FILE)
    before = disk.stamp(path)
    assert main(["set", *words]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(sentence)
    assert err.count("\n") == 1
    assert disk.stamp(path) == before
