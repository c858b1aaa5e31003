"""`dateline set`: one field of one record, and not a byte besides."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.annals import FILE
from cli.program import run
from tui import shipped
from tui.cli import main
from tui.document import disk

Write = Callable[..., Path]
Capsys = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("words", "old", "new", "said"),
    [
        pytest.param(
            ["first", "title", "Other"],
            "title: First   #",
            "title: Other   #",
            "first: title: First → Other",
            id="a title",
        ),
        pytest.param(
            ["first", "date", "2014-03~"],
            "date: 2014\n",
            "date: 2014-03~\n",
            "first: date: 2014 → c. March 2014",
            id="a date",
        ),
        pytest.param(
            ["first", "date", "12 March 2014"],
            "date: 2014\n",
            "date: 2014-03-12\n",
            "first: date: 2014 → 12 March 2014",
            id="a date as people say it",
        ),
        pytest.param(
            ["second", "place", "Rome: the city"],
            "    title: Second\n",
            "    title: Second\n    place: 'Rome: the city'\n",
            "second: place: nothing → Rome: the city",
            id="a field that was not there",
        ),
        pytest.param(
            ["first", "summary", "One. Three."],
            "      Two.\n",
            "      Three.\n",
            "first: summary: One. Two. → One. Three.",
            id="a sentence",
        ),
        pytest.param(
            ["first", "actors", "bob, ann"],
            "actors: [ann]",
            "actors: [bob, ann]",
            "first: actors: +bob",
            id="a list",
        ),
        pytest.param(
            ["actor:ann", "aliases", '"Smith, Ann", Annie'],
            '["Smith, Ann"]',
            '["Smith, Ann", Annie]',
            "ann: aliases: +Annie",
            id="items with commas",
        ),
        pytest.param(
            ["first", "actors", "--add", "bob"],
            "actors: [ann]",
            "actors: [ann, bob]",
            "first: actors: +bob",
            id="an item more",
        ),
        pytest.param(
            ["first", "actors", "--add", "bob", "--remove", "ann"],
            "actors: [ann]",
            "actors: [bob]",
            "first: actors: +bob −ann",
            id="an item for another",
        ),
        pytest.param(
            ["first", "actors", "--remove", "ann"],
            "    actors: [ann]   # more to come\n",
            "",
            "first: actors: −ann",
            id="the only item",
        ),
        pytest.param(
            ["second", "actors", "--add", "bob"],
            "    title: Second\n",
            "    title: Second\n    actors: [bob]\n",
            "second: actors: +bob",
            id="an item of a list that was not there",
        ),
        pytest.param(
            ["source:ann", "title", "Another"],
            "title: A book",
            "title: Another",
            "ann: title: A book → Another",
            id="of a source, by its kind",
        ),
        pytest.param(
            ["first.q1", "speaker", "Mr X"],
            "{speaker: ann,",
            "{speaker: Mr X,",
            "first.q1: speaker: ann → Mr X",
            id="of a quote",
        ),
        pytest.param(
            ["c1", "verdict", "opinion"],
            "        text: It is so.\n",
            "        text: It is so.\n        verdict: opinion\n",
            "c1: verdict: nothing → opinion",
            id="of a claim",
        ),
        pytest.param(
            ["north", "name", "South"],
            "{name: North}",
            "{name: South}",
            "north: name: North → South",
            id="of a thread",
        ),
        pytest.param(
            ["first", "thread", "--unset"],
            "    thread: north\n",
            "",
            "first: thread: north → nothing",
            id="nothing any more",
        ),
        pytest.param(
            ["second", "x-own", "yours"],
            "x-own: mine",
            "x-own: yours",
            "changed the x-own of second",
            id="a field of one's own",
        ),
    ],
)
def test_just_that_is_changed_and_said(
    capsys: Capsys, words: list[str], old: str, new: str, said: str
) -> None:
    path = Path("timeline.yaml")
    path.write_text(FILE, "utf-8")
    assert FILE.count(old) == 1
    assert main(["set", *words]) == 0
    assert path.read_text("utf-8") == FILE.replace(old, new)
    assert capsys.readouterr() == ("", f"timeline.yaml: {said}\n")


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["first", "title", "First"], id="a value"),
        pytest.param(["first", "caveat", "--unset"], id="no value"),
        pytest.param(["first", "actors", "--add", "ann"], id="an item"),
    ],
)
def test_what_is_so_already_is_left(
    write_timeline: Write, capsys: Capsys, words: list[str]
) -> None:
    path = write_timeline(FILE)
    before = disk.stamp(path)
    assert main(["set", *words]) == 0
    assert disk.stamp(path) == before
    assert capsys.readouterr() == ("", f"timeline.yaml: the {words[1]} of first is so already\n")


def test_an_id_is_changed_wherever_it_is_mentioned(write_timeline: Write, capsys: Capsys) -> None:
    path = write_timeline(FILE)
    assert main(["set", "actor:ann", "id", "anna"]) == 0
    renamed = (
        FILE.replace("  ann: {name: Ann", "  anna: {name: Ann")
        .replace("actors: [ann]", "actors: [anna]")
        .replace("speaker: ann", "speaker: anna")
    )
    assert path.read_text("utf-8") == renamed
    assert capsys.readouterr() == (
        "",
        "timeline.yaml: ann is anna now, and so wherever it is mentioned: 2 times\n",
    )
    assert main(["set", "second", "id", "third"]) == 0
    assert path.read_text("utf-8") == renamed.replace("id: second", "id: third")
    assert capsys.readouterr() == ("", "timeline.yaml: second is third now\n")


def test_an_error_that_is_there_already_may_be_mended_step_by_step(
    write_timeline: Write, capsys: Capsys
) -> None:
    broken = FILE.replace("date: 2014\n", "date: 2014-13\n").replace("actors: [ann]", "actors: [x]")
    path = write_timeline(broken)
    assert main(["set", "first", "date", "2013"]) == 0
    assert main(["set", "first", "actors", "ann"]) == 0
    assert path.read_text("utf-8") == FILE.replace("date: 2014\n", "date: 2013\n")
    assert capsys.readouterr().out == ""


def test_a_dry_run_prints_the_difference(write_timeline: Write, capsys: Capsys) -> None:
    path = write_timeline(FILE)
    assert main(["set", "first", "title", "Other", "--dry-run", "timeline.yaml"]) == 0
    out, err = capsys.readouterr()
    lines = [line for line in out.splitlines() if line.startswith(("+", "-"))]
    assert lines == [
        "--- a/timeline.yaml",
        "+++ b/timeline.yaml",
        "-    title: First   # as told",
        "+    title: Other   # as told",
    ]
    assert err == ""
    assert path.read_text("utf-8") == FILE


def test_a_value_comes_from_standard_input(write_timeline: Write) -> None:
    path = write_timeline(FILE)
    done = run("set", "second", "notes", "-", stdin="Où?\nThere.\n".encode())
    assert (done.returncode, done.stdout) == (0, b"")
    assert "    notes: >-\n      Où?\n\n      There.\n" in path.read_text("utf-8")


def test_the_timeline_that_comes_with_it_stays(capsys: Capsys) -> None:
    before = shipped("timeline.yaml").read_bytes()
    assert main(["set", "sochi-2018", "title", "A"]) == 2
    assert "the timeline that comes with dateline stays as it is" in capsys.readouterr().err
    assert shipped("timeline.yaml").read_bytes() == before


@pytest.mark.parametrize("way", ["link", "bom", "crlf"])
def test_the_file_stays_what_it_is(write_timeline: Write, home: Path, way: str) -> None:
    data = FILE.encode()
    data = data.replace(b"\n", b"\r\n") if way == "crlf" else data
    data = b"\xef\xbb\xbf" + data if way == "bom" else data
    path = write_timeline(name="real.yaml")
    path.write_bytes(data)
    (home / "link.yaml").symlink_to("real.yaml")
    assert main(["set", "first", "title", "Other", "link.yaml"]) == 0
    assert (home / "link.yaml").is_symlink()
    assert path.read_bytes() == data.replace(b"title: First", b"title: Other")


def test_a_file_that_is_changed_meanwhile_is_left(
    write_timeline: Write, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_timeline(FILE)
    save = disk.save

    def late(place: Path, data: bytes, *, over: bytes) -> None:
        path.write_text("theirs", "utf-8")
        save(place, data, over=over)

    monkeypatch.setattr(disk, "save", late)
    assert main(["set", "first", "title", "Other"]) == 2
    assert capsys.readouterr().err == (
        "dateline: cannot write timeline.yaml: another program has changed it meanwhile\n"
    )
    assert path.read_text("utf-8") == "theirs"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_is_one_sentence(
    write_timeline: Write, capsys: Capsys
) -> None:
    write_timeline(FILE).chmod(0o400)
    assert main(["set", "first", "title", "Other"]) == 2
    assert capsys.readouterr().err == ("dateline: cannot write timeline.yaml: permission denied\n")


def test_the_title_of_the_thirtieth_event_is_one_line_in_git(home: Path) -> None:
    (home / "timeline.yaml").write_bytes(shipped("timeline.yaml").read_bytes())
    for words in (["init", "-q"], ["add", "."]):
        subprocess.run(["git", *words], cwd=home, check=True)  # noqa: S607
    event = run("list").stdout.decode().splitlines()[29].split()[1]
    assert main(["set", event, "title", "Another title"]) == 0
    counted = subprocess.run(
        ["git", "diff", "--numstat"],  # noqa: S607
        cwd=home,
        capture_output=True,
        text=True,
        check=True,
    )
    assert counted.stdout == "1\t1\ttimeline.yaml\n"
