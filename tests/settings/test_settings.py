"""The settings file: what it says, and what is said of what does not fit."""

import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.actions import ACTIONS
from tui.document.reading.characters import hidden
from tui.settings.settings import FILE, Settings, config_folder, load, read


def told(text: str) -> list[str]:
    """What is said of a file, each with its place."""
    _, problems = read(text.encode())
    return [f"{each.line}:{each.column}: {each.message}" for each in problems]


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        pytest.param("", Settings(), id="an empty file"),
        pytest.param("# nothing yet\n", Settings(), id="comments only"),
        pytest.param("theme:\nmouse:\nkeys:\nrtl: ''\n", Settings(), id="names without values"),
        pytest.param("theme: paper\n", Settings(theme="paper"), id="a theme"),
        pytest.param("theme: no\n", Settings(theme="no"), id="a theme is text"),
        pytest.param("mouse: no\n", Settings(mouse=False), id="no"),
        pytest.param("mouse: False\n", Settings(mouse=False), id="false"),
        pytest.param('ascii: "on"\n', Settings(ascii=True), id="on"),
        pytest.param("ascii: auto\n", Settings(), id="auto"),
        pytest.param("rtl: terminal\n", Settings(rtl="terminal"), id="the terminal"),
        pytest.param("keys: {zoom: [Z]}\n", Settings(keys={"zoom": ("Z",)}), id="keys"),
        pytest.param("theme: &a ink\nmouse: !!str no\n", Settings("ink", mouse=False), id="tags"),
        pytest.param("\ufefftheme: ink\r\nmouse: no\r\n", Settings("ink", mouse=False), id="BOM"),
    ],
)
def test_settings_are_what_the_file_says(text: str, settings: Settings) -> None:
    assert read(text.encode()) == (settings, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "them: x\n", '1:1: there is no setting "them"; did you mean "theme"?', id="unknown"
        ),
        pytest.param(
            "mouse: maybe\n",
            '1:8: mouse "maybe" is not one of yes, no, true, false, on, off',
            id="no choice",
        ),
        pytest.param(
            "rtl: terminl\n",
            '1:6: rtl "terminl" is not one of off, app, terminal; did you mean "terminal"?',
            id="nearly a choice",
        ),
        pytest.param("\n\ntheme: [a]\n", "3:8: theme must be text", id="a list"),
        pytest.param(
            "theme: a\nmouse: no\ntheme: b\n",
            '3:1: "theme" is given twice; the first is on line 1',
            id="twice",
        ),
        pytest.param("[a]: b\n", "1:1: a name is missing before the colon", id="no name"),
        pytest.param("- a\n", "1:1: the file must be a mapping (key: value)", id="no mapping"),
        pytest.param("keys: [q]\n", "1:7: keys must be a mapping (key: value)", id="no keys"),
        pytest.param(
            "theme: a\n---\ntheme: b\n", "2:1: nothing may follow the settings", id="two documents"
        ),
        pytest.param(
            'theme: "\\e[31m"\n',
            "1:8: the invisible control character U+001B is not allowed; delete it",
            id="an escape sequence",
        ),
        pytest.param(
            "keys:\n\tzoom: q\n", "2:1: a tab is used for indentation; use spaces", id="tab"
        ),
        pytest.param(
            "keys:\n  quit: [#]\n",
            "3:1: a value is missing here; a key that is a sign needs quotes",
            id="a sign without quotes",
        ),
        pytest.param(
            f"theme: {'[' * 9}",
            "1:15: nested deeper than 8 levels",
            id="too deep",
        ),
    ],
)
def test_what_does_not_fit_is_said_with_its_place(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_what_does_not_fit_leaves_the_rest_alone() -> None:
    settings, problems = read(b"theme: paper\nmouse: perhaps\nrtl: app\n")

    assert (settings, len(problems)) == (Settings(theme="paper", rtl="app"), 1)


def test_a_broken_file_gives_the_defaults() -> None:
    settings, problems = read(b"theme: paper\nmouse: 'no\n")

    assert settings == Settings()
    assert [(each.severity, each.line, each.message) for each in problems] == [
        ("error", 2, "this quote is never closed")
    ]


def test_an_alias_has_no_value() -> None:
    settings, problems = read(b"theme: &a ink\nmouse: *a\n")

    assert settings == Settings(theme="ink")
    assert problems[0].message == "*a: aliases are not used here; write the value out"


def test_nesting_without_an_end_costs_no_more_than_its_beginning() -> None:
    assert [each.message for each in read(b"keys: " + b"[" * 200_000)[1]] == [
        "nested deeper than 8 levels"
    ]


_lines = st.lists(
    st.sampled_from(
        [
            "keys:",
            "theme: a",
            "mouse: 1",
            "  zoom: [q, Z]",
            "  quit: []",
            "- a",
            "a: *b",
            "? x",
            "'",
        ]
    )
    | st.text(max_size=8)
).map("\n".join)


@given(st.binary(max_size=60) | _lines.map(lambda text: text.encode("utf-8", "replace")))
@example(b"\xff\xfea\x00")
@example(b"keys: {? [a] : b, zoom: [{}]}")
def test_any_bytes_give_settings(data: bytes) -> None:
    settings, problems = read(data)

    known = {action.id for action in ACTIONS}
    assert set(settings.keys) <= known
    assert hidden("".join((settings.theme, *(each.message for each in problems)))) == []


# The file


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        pytest.param({"HOME": "/home/ann"}, "/home/ann/.config/dateline", id="below home"),
        pytest.param({"HOME": "/a", "XDG_CONFIG_HOME": "/b/c"}, "/b/c/dateline", id="as named"),
        pytest.param(
            {"HOME": "/a", "XDG_CONFIG_HOME": "b"}, "/a/.config/dateline", id="not absolute"
        ),
        pytest.param({"HOME": "/a", "XDG_CONFIG_HOME": ""}, "/a/.config/dateline", id="empty"),
    ],
)
def test_where_the_settings_are(environment: dict[str, str], folder: str) -> None:
    assert config_folder(environment) == Path(folder)


def test_settings_are_loaded_from_a_file(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("theme: paper\n")

    assert load(tmp_path / FILE) == (Settings(theme="paper"), ())


@pytest.mark.parametrize("name", ["nothing", "file/nothing"])
def test_a_missing_file_is_no_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()

    assert load(tmp_path / name) == (Settings(), ())


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _large(path: Path) -> None:
    path.write_bytes(b"#" * (256 * 1024 + 1))


def _loop(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        pytest.param(_folder, "cannot be read: is a directory", id="a folder"),
        pytest.param(_pipe, "cannot be read: not a file but a pipe or device", id="a pipe"),
        pytest.param(_large, "larger than 256 KB, which no settings are", id="a large file"),
        pytest.param(_loop, "cannot be read: too many levels of symbolic links", id="a loop"),
    ],
)
def test_what_cannot_be_read_is_one_problem(
    tmp_path: Path, make: Callable[[Path], None], expected: str
) -> None:
    make(tmp_path / FILE)
    settings, problems = load(tmp_path / FILE)

    assert settings == Settings()
    assert [(each.line, each.column, each.message) for each in problems] == [(1, 1, expected)]


@pytest.mark.parametrize("settings", [Settings(), Settings("ink", keys={"zoom": ("Z",)})])
def test_settings_can_be_brought_by_another_process(settings: Settings) -> None:
    assert pickle.loads(pickle.dumps(settings)) == settings  # noqa: S301, our own
