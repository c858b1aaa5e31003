"""`dateline [FILE]`: what reaches the screen of what was asked for, and of what was set."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from terminal.pty import DATELINE, Terminal
from tui import shipped
from tui.cli import main
from tui.screens.opening import Opening
from tui.settings.preferences import Settings
from tui.terminal.guard import Surroundings
from tui.view.pins import filter_chip

Write = Callable[..., Path]
Open = Callable[..., Opening]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Gives what a command line opens where there is a terminal."""
    around = Surroundings(
        {"TERM": "xterm-256color"}, stdin=True, stdout=True, stderr=True, encoding="utf-8"
    )
    openings: list[Opening] = []

    def show(opening: Opening) -> int:
        openings.append(opening)
        return 0

    def open_(*words: str) -> Opening:
        assert main(words) == 0
        return openings.pop()

    monkeypatch.setattr("tui.terminal.guard.look", lambda *_: around)
    monkeypatch.setattr("tui.app.run", show)
    for name in ("COLUMNS", "LINES", "LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("TEXTUAL_ANIMATIONS", "TEXTUAL_COLOR_SYSTEM"):
        monkeypatch.setenv(name, os.environ.get(name, "none"))
    monkeypatch.setenv("LANG", "C.UTF-8")
    yield open_
    gc.enable()


def chosen(opening: Opening) -> str:
    """The id of the event that the cursor is on."""
    view = opening.beginning.view
    assert view is not None
    return view.timeline.events[view.anchor].id


def test_a_file_opens_with_what_is_usual(write_timeline: Write, opened: Open) -> None:
    path = write_timeline()
    opening = opened()
    assert (opening.name, opening.path) == ("timeline.yaml", path)
    assert (opening.theme, opening.mouse) == ("", True)
    assert (opening.fresh, opening.locked, opening.ascii) == (False, "", False)
    assert opening.state_folder == path.parent / "xdg_state_home" / "dateline"
    assert (opening.beginning.settings, opening.beginning.troubles) == (Settings(), ())
    assert chosen(opening) == "accord"
    assert opening.read().timeline.title == "A short history"


def test_the_shipped_timeline_is_for_reading(opened: Open) -> None:
    opening = opened()
    assert opening.path == shipped("timeline.yaml")
    assert opening.locked.startswith("This timeline came with dateline")


@pytest.mark.parametrize(
    ("option", "field"),
    [("--fresh", "fresh"), ("--read-only", "locked"), ("--ascii", "ascii")],
)
def test_a_switch_is_passed_on(
    write_timeline: Write, opened: Open, option: str, field: str
) -> None:
    write_timeline()
    assert getattr(opened(option), field)


@pytest.mark.parametrize(
    ("at", "event"),
    [
        pytest.param("strikes", "strikes", id="an id"),
        pytest.param("2015", "strikes", id="EDTF"),
        pytest.param("Sep 2015", "strikes", id="as typed"),
        pytest.param("1 January 2009", "strikes", id="a day between"),
        pytest.param("2008-8-12", "accord", id="of one digit"),
        pytest.param("may-2008", "may-2008", id="an id that reads as a date"),
    ],
)
def test_it_starts_at_an_event_or_a_date(
    write_timeline: Write, tiny: str, opened: Open, at: str, event: str
) -> None:
    write_timeline(tiny + '  - {id: may-2008, date: 2020, title: "Much later"}\n')
    assert chosen(opened("--at", at)) == event


@pytest.mark.usefixtures("opened")
def test_a_start_that_may_be_two_days_is_refused_with_both(
    write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline()
    assert main(["--at", "03/04/2022"]) == 2
    both = "dateline: --at 03/04/2022 may be 2022-04-03 or 2022-03-04; say which\n"
    assert capsys.readouterr() == ("", both)


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        pytest.param("strkes", 'nor a date; did you mean "strikes"?', id="near an id"),
        pytest.param("zzz", "nor a date", id="nothing"),
        pytest.param("Feb 30 2014", "nor a date (February 2014 has 28 days, not 30)", id="no day"),
    ],
)
def test_a_start_that_there_is_not_is_refused(
    write_timeline: Write, capsys: pytest.CaptureFixture[str], at: str, sentence: str
) -> None:
    write_timeline()
    assert main(["--at", at]) == 2
    start = f"dateline: --at {at} is neither an event of timeline.yaml "
    assert capsys.readouterr().err == f"{start}{sentence}\n"


def test_a_query_opens_as_a_chip(write_timeline: Write, opened: Open) -> None:
    write_timeline()
    opening = opened("--filter", "strikes")
    view = opening.beginning.view
    assert view is not None
    assert view.chips == (filter_chip("strikes"),)
    assert view.shown is not None
    assert chosen(opening) == "strikes"
    assert opening.read().chips == view.chips


def test_settings_count_where_the_command_line_says_nothing(
    write_timeline: Write, config: Path, opened: Open
) -> None:
    write_timeline()
    text = "theme: paper\nmouse: no\nascii: yes\nrtl: app\nkeys: {zoom: [Z]}\n"
    (config / "config.yaml").write_text(text, encoding="utf-8")
    opening = opened()
    assert (opening.theme, opening.mouse, opening.ascii) == ("paper", False, True)
    assert opening.rtl == "app"
    settings = opening.beginning.settings
    assert settings.keys == {"zoom": ("Z",)}
    assert opened("--theme", "ink").theme == "ink"


@pytest.mark.parametrize(
    ("said", "is_ascii"),
    [
        pytest.param(("auto", "C.UTF-8"), False, id="by the terminal, UTF-8"),
        pytest.param(("auto", "en_US.ISO-8859-1"), True, id="by the terminal, another"),
        pytest.param(("no", "en_US.ISO-8859-1"), False, id="never"),
        pytest.param(("yes", "C.UTF-8"), True, id="always"),
    ],
)
def test_the_settings_or_the_terminal_say_whether_it_is_ascii(
    config: Path,
    monkeypatch: pytest.MonkeyPatch,
    opened: Open,
    said: tuple[str, str],
    is_ascii: bool,  # noqa: FBT001, a test's table has no names
) -> None:
    setting, locale = said
    monkeypatch.setenv("LANG", locale)
    (config / "config.yaml").write_text(f"ascii: {setting}\n", encoding="utf-8")
    assert opened().ascii is is_ascii


def test_no_mouse_is_none_whatever_is_set(
    write_timeline: Write, config: Path, opened: Open
) -> None:
    write_timeline()
    (config / "config.yaml").write_text("mouse: yes\n", encoding="utf-8")
    assert opened().mouse
    assert not opened("--no-mouse").mouse


def test_what_is_wrong_with_settings_reaches_the_screen(
    write_timeline: Write, config: Path, opened: Open
) -> None:
    write_timeline()
    (config / "config.yaml").write_text("mouse: maybe\ntheme: nosuch\n", encoding="utf-8")
    opening = opened()
    messages = [trouble.message for trouble in opening.beginning.troubles]
    assert messages[0].startswith('config.yaml: mouse "maybe" is not one of')
    assert messages[1].startswith("config.yaml: there is no theme nosuch; there are ")
    assert opening.theme == ""


def test_a_theme_of_the_user_may_be_named(
    write_timeline: Write, config: Path, opened: Open
) -> None:
    write_timeline()
    (config / "themes").mkdir()
    text = shipped("themes").joinpath("ink.yaml").read_text(encoding="utf-8")
    (config / "themes" / "mine.yaml").write_text(
        text.replace("name: ink", "name: mine"), encoding="utf-8"
    )
    opening = opened("--theme", "mine")
    assert opening.theme == "mine"
    assert "mine" in [palette.name for palette in opening.beginning.palettes]


def test_a_theme_with_mistakes_is_refused(
    write_timeline: Write, config: Path, opened: Open, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline()
    (config / "themes").mkdir()
    (config / "themes" / "mine.yaml").write_text("text: nocolour\n", encoding="utf-8")
    assert opened().beginning.troubles
    assert main(["--theme", "mine"]) == 2
    assert capsys.readouterr().err == (
        "dateline: the theme mine has mistakes; `dateline doctor` names them\n"
    )


def test_a_screen_opens_filtered(write_timeline: Write) -> None:
    folder = write_timeline().parent
    with Terminal([*DATELINE, "--filter", "strikes"], cwd=folder) as terminal:
        terminal.wait_for("Air strikes begin")
        assert "The accord is signed" not in terminal.text
        terminal.type("q")
        assert terminal.wait_for_exit() == 0
