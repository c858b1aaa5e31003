"""The text of a record: edited over the screen, with what is wrong with it below."""

import re
from asyncio import timeout
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.events import Paste
from textual.widgets import TextArea

from screens.acting import Acting, acting, opening
from tui.app import DatelineApp
from tui.screens import writing
from tui.screens.browse import BrowseScreen
from tui.screens.opening import Opening
from tui.terminal.colours import Colours
from tui.terminal.probe import Terminal

FILE = """\
title: T
actors:
  russia: {name: Russia, kind: state}
events:
  - id: accord
    date: 2008-08-12
    # Signed at night.
    title: The accord
    actors: [russia]
    quotes:
      - {speaker: russia, text: "Yes"}
  - id: strikes
    date: 2015-09~
    title: Air strikes
"""
ACCORD = """\
- id: accord
  date: 2008-08-12
  # Signed at night.
  title: The accord
  actors: [russia]
  quotes:
    - {speaker: russia, text: "Yes"}"""
FINE = "Nothing is wrong with it."


def opened(path: Path, text: str = FILE) -> Opening:
    path.write_text(text, encoding="utf-8")
    return opening(text)._replace(path=path, state_folder=path.parent / "state")


def said_by(path: Path) -> str:
    return path.read_text(encoding="utf-8")


class Writing:
    """A dateline with the text of a record over it."""

    def __init__(self, reader: Acting) -> None:
        self.reader = reader
        self.press = reader.pilot.press

    @property
    def field(self) -> TextArea:
        """The text."""
        return self.reader.app.screen.query_one(TextArea)

    @property
    def is_open(self) -> bool:
        """Whether it is still there."""
        return not isinstance(self.reader.app.screen, BrowseScreen)

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for what a timer brings."""
        async with timeout(30):
            while not is_so():
                await self.reader.pilot.pause()

    async def shows(self, text: str) -> None:
        """Wait until the screen shows a text."""
        await self.until(lambda: text in self.reader.text)


@asynccontextmanager
async def writing_in(
    asked: Opening, keys: str = "E", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Writing]:
    async with acting(asked, size) as reader:
        await reader.pilot.press(*keys.split())
        await reader.pilot.pause()
        yield Writing(reader)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.yaml"


async def test_it_shows_the_lines_of_the_record_and_nothing_is_wrong(path: Path) -> None:
    async with writing_in(opened(path)) as raw:
        assert raw.field.text == ACCORD
        assert "━ event accord ━" in raw.reader.rows[4]
        assert FINE in raw.reader.text
        assert "Ctrl+s keeps it · Esc leaves" in raw.reader.text
        await raw.press("escape")
        assert not raw.is_open


@pytest.mark.parametrize(
    ("keys", "beginning"),
    [
        ("j E", "- id: strikes"),
        ("2 E", "russia: {name: Russia"),
        ("3 E", '- {speaker: russia, text: "Yes"}'),
        ("4 E", "- id: accord"),
    ],
)
async def test_it_is_that_of_what_the_cursor_is_on(path: Path, keys: str, beginning: str) -> None:
    async with writing_in(opened(path), keys) as raw:
        assert raw.field.text.startswith(beginning)


async def test_what_is_wrong_is_told_as_it_is_typed_and_gone_when_it_is_mended(path: Path) -> None:
    async with writing_in(opened(path)) as raw:
        await raw.press("down", "end", "x")
        await raw.shows("2:9  date")
        await raw.press("backspace")
        await raw.shows(FINE)


async def test_it_is_kept_as_one_change_that_leaves_all_else_as_it_was(path: Path) -> None:
    async with writing_in(opened(path)) as raw:
        await raw.press("down", "down", "down", "end", *"s!", "ctrl+s")
        await raw.until(lambda: not raw.is_open)
        view = raw.reader.view
        assert (view.timeline.events[0].title, view.unsaved) == ("The accords!", 1)
        await raw.reader.pilot.pause()
        assert raw.reader.foot == "Changed the text of accord. u undoes it, w saves."
        await raw.press("w")
        await raw.reader.pilot.pause()
        assert said_by(path) == FILE.replace("accord\n    a", "accords!\n    a")
        await raw.press("u")
        await raw.reader.pilot.pause()
        assert raw.reader.view.timeline.events[0].title == "The accord"


async def test_a_record_of_another_id_keeps_the_cursor(path: Path) -> None:
    async with writing_in(opened(path), "j E") as raw:
        await raw.press("end", *"-2", "ctrl+s")
        await raw.until(lambda: raw.reader.here == "events strikes-2")


async def test_what_is_no_yaml_is_not_kept(path: Path) -> None:
    async with writing_in(opened(path)) as raw:
        await raw.press("end", "enter", "[", "ctrl+s", "ctrl+s")
        assert raw.is_open
        assert "Not kept: this cannot be read." in raw.reader.text
        assert raw.field.text.startswith("- id: accord\n[")
        assert raw.reader.view.unsaved == 0


async def test_what_is_wrong_is_kept_when_asked_twice(path: Path) -> None:
    async with writing_in(opened(path)) as raw:
        await raw.press("down", "end", "x", "ctrl+s")
        assert "Ctrl+s again keeps it with what is wrong." in raw.reader.text
        await raw.press("y", "ctrl+s")
        assert raw.is_open
        await raw.press("ctrl+s")
        await raw.until(lambda: not raw.is_open)
        await raw.reader.pilot.pause()
        assert "u undoes it, w saves. The file has 1 error now" in raw.reader.foot


async def test_what_was_wrong_before_is_kept_at_once(path: Path) -> None:
    async with writing_in(opened(path, FILE.replace("[russia]", "[rusia]"))) as raw:
        await raw.shows('5:12  actor "rusia"')
        await raw.press("down", "down", "down", "end", "s", "ctrl+s")
        await raw.until(lambda: not raw.is_open)


async def test_more_than_the_record_is_refused_with_the_reason(path: Path) -> None:
    async with writing_in(opened(path)) as raw:
        raw.field.text = f"{ACCORD}\n- id: another\n  date: 2009\n  title: Another\n"
        await raw.press("ctrl+s")
        assert "Not kept: that would be more or less than this one record." in raw.reader.text
        assert raw.is_open


IN_BRACES = FILE.replace("\n  russia: {name: Russia, kind: state}", " {russia: {name: Russia}}")
MORE_OR_LESS = "that would be more or less than this one record"


@pytest.mark.parametrize(
    ("text", "keys", "why"),
    [
        (FILE, "2 E", "nothing would be left"),
        (IN_BRACES, "2 E", MORE_OR_LESS),
        (FILE, "3 E", MORE_OR_LESS),
    ],
    ids=["an actor", "an actor in braces", "the last quote"],
)
async def test_a_record_is_not_kept_as_nothing(path: Path, text: str, keys: str, why: str) -> None:
    async with writing_in(opened(path, text), keys) as raw:
        raw.field.text = ""
        await raw.press("ctrl+s")
        assert f"Not kept: {why}." in raw.reader.text
        assert FINE not in raw.reader.text
        assert raw.is_open
        assert raw.reader.view.unsaved == 0


async def test_what_another_program_changed_meanwhile_is_not_written_over(path: Path) -> None:
    asked = opened(path)
    async with writing_in(asked) as raw:
        await raw.press("ctrl+end", "down", "down", "end", *"# x")
        browse = next(
            each for each in raw.reader.app.screen_stack if isinstance(each, BrowseScreen)
        )
        opened(path, FILE.replace("The accord", "Theirs"))
        await browse.run_action("offer('reload')")
        await raw.reader.pilot.pause()
        await raw.press("ctrl+s")
        assert "Not kept: it says something else there by now." in raw.reader.text


async def test_leaving_asks_where_something_is_changed(path: Path) -> None:
    async with writing_in(opened(path)) as raw:
        await raw.press("end", "x", "escape")
        assert "The text is changed" in raw.reader.text
        await raw.press("escape")
        assert raw.field.text.startswith("- id: accordx")
        await raw.press("escape", "down", "enter")
        assert not raw.is_open
        assert raw.reader.view.unsaved == 0


async def test_or_keeps_it(path: Path) -> None:
    async with writing_in(opened(path)) as raw:
        await raw.press("end", "x", "ctrl+q", "enter")
        await raw.until(lambda: not raw.is_open)
        assert raw.reader.here == "events accordx"


async def test_tab_puts_in_two_blanks(path: Path) -> None:
    async with writing_in(opened(path)) as raw:
        await raw.press("end", "enter", "tab", "x")
        assert raw.field.text.startswith("- id: accord\n  x\n")


async def test_what_is_pasted_drives_no_terminal(path: Path) -> None:
    async with writing_in(opened(path)) as raw:
        raw.field.post_message(Paste("a\x1b[31mb\u202e\r\n\tc"))
        await raw.shows("a\ufffd[31mb\ufffd")
        assert raw.field.text.startswith("a\ufffd[31mb\ufffd\n  c- id: accord")
        assert re.search("[\x00-\x1f\u202e]", "".join(raw.reader.rows)) is None


@pytest.mark.parametrize(
    ("text", "keys", "said"),
    [
        (FILE.replace("Air", "A\u202eir"), "j E", "an invisible direction mark U+202E"),
        (FILE + "  - [", "6 E", "E edits the text of one record; e opens the file at its line."),
    ],
    ids=["hidden", "no record"],
)
async def test_what_cannot_be_edited_here_is_told(
    path: Path, text: str, keys: str, said: str
) -> None:
    async with writing_in(opened(path, text), keys, (160, 45)) as raw:
        assert said in raw.reader.foot
        assert not raw.is_open


async def test_a_problem_leads_to_its_place_in_the_record(path: Path) -> None:
    async with writing_in(opened(path, FILE.replace("2015-09~", "soon")), "6 E") as raw:
        assert raw.field.cursor_location == (1, 8)
        assert raw.field.text.startswith("- id: strikes\n  date: soon")


async def test_the_cursor_of_the_terminal_is_where_one_types(path: Path) -> None:
    async with writing_in(opened(path)) as raw:
        await raw.press("down", "end")
        place = raw.reader.app.cursor_position
        assert raw.reader.rows[place.y][: place.x].endswith("date: 2008-08-12")


SIZES = [(160, 45), (100, 30), (80, 24), (60, 20), (40, 10)]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("has_syntax", [False, True], ids=["plain", "coloured"])
async def test_it_survives_every_size(
    path: Path,
    size: tuple[int, int],
    has_syntax: bool,  # noqa: FBT001, pytest names it
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if has_syntax:
        pytest.importorskip("tree_sitter_yaml", reason="dateline[syntax] is not installed")
    else:
        monkeypatch.setattr(writing, "has_syntax", lambda: False)
    async with writing_in(opened(path), "E", size) as raw:
        await raw.press("down", "end", *"x# ", "ctrl+s")
        for width, height in ((1, 1), (3, 4), (39, 9), *SIZES, size):
            await raw.reader.resize(width, height)
            assert {cell_len(row) for row in raw.reader.rows} == {width}
        assert "2008-08-12x" in raw.reader.text
        assert bool(raw.field.language) == has_syntax


def looks_of(reader: Acting) -> set[str]:
    """How the words of two lines look, neither of them that of the cursor."""
    field = reader.app.screen.query_one(TextArea)
    segments = [segment for y in (1, 3) for segment in field.render_line(y)]
    return {str(segment.style) for segment in segments if segment.text.strip()}


@pytest.mark.parametrize("theme", ["ink", "paper", "terminal"])
async def test_yaml_is_coloured_by_the_theme_where_that_is_installed(
    path: Path, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("tree_sitter_yaml", reason="dateline[syntax] is not installed")
    looks = []
    for has_syntax in (True, False):
        monkeypatch.setattr(writing, "has_syntax", lambda has_syntax=has_syntax: has_syntax)
        async with writing_in(opened(path)._replace(theme=theme)) as raw:
            looks.append(looks_of(raw.reader))
    assert looks[0] > looks[1]


async def test_what_is_installed_in_part_colours_nothing_and_breaks_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "has_syntax", lambda: True)
    monkeypatch.setattr(writing, "LANGUAGE", "no-such-language")
    async with writing_in(opened(path)) as raw:
        assert raw.field.text == ACCORD


async def test_without_colours_it_is_there_as_well(path: Path) -> None:
    asked = opened(path)._replace(terminal=Terminal(colours=Colours.NONE))
    async with writing_in(asked) as raw:
        assert isinstance(raw.reader.app, DatelineApp)
        assert raw.reader.app.theme == "terminal"
        assert "title: The accord" in raw.reader.text
