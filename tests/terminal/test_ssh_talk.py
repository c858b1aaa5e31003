"""A talk over a real ssh: told, followed, cut off and resumed, in terminals of all kinds."""

import signal
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from terminal.far import Far, Way, attached, run
from terminal.pty import DATELINE, Terminal
from terminal.sshd import Server, obstacle, serve

OBSTACLE = obstacle("ssh", "sshd", "ssh-keygen")
NO_TMUX = obstacle("tmux")
pytestmark = pytest.mark.skipif(bool(OBSTACLE), reason=OBSTACLE)
needs_tmux = pytest.mark.skipif(bool(NO_TMUX), reason=NO_TMUX)

TEXT = """\
title: Two days
span: 2001/2002
actors:
  russia: {name: Russia, kind: state}
sources:
  essay: {title: An essay, kind: article, url: "https://example.org/essay"}
events:
  - id: first
    date: 2001-01-01
    title: The first day
    summary: It begins.
    notes: NOTE OF THE FIRST
    sources: [essay]
  - id: second
    date: 2002-02-02
    title: The second day
    summary: It goes on.
    quotes: [{id: words, speaker: russia, text: Nothing has ended., sources: [essay]}]
tours:
  both:
    title: Both days
    steps: [{event: first, say: SAY OF THE FIRST}, {event: second}]
"""
TITLE = "2 slides"
FIRST, SECOND, PART, LAST = "The first day", "The second day", "It goes on.", "Nothing has ended."
OFFER = "Resume at slide 2 of 2?"
LINE_WRAP, CURSOR = 7, 25
PATIENCE = 10.0
"""Seconds for a talk to notice that its line is dead, on a machine that is busy."""

BARE = pytest.param("xterm-256color", False, id="xterm-256color")
KINDS = [
    BARE,
    pytest.param("screen-256color", False, id="screen-256color"),
    pytest.param("linux", False, id="linux"),
    *(
        pytest.param(term, True, id=f"tmux in {term}", marks=needs_tmux)
        for term in ("xterm-256color", "screen-256color", "linux")
    ),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serve(tmp_path_factory.mktemp("sshd")) as server:
        yield server


@pytest.fixture
def hall(server: Server, tmp_path: Path) -> Iterator["Hall"]:
    hall = Hall(server, tmp_path)
    try:
        yield hall
    finally:
        hall.close()


class Hall:
    """Where a talk is given: a machine, and as many connections to it as are opened."""

    def __init__(self, server: Server, folder: Path) -> None:
        self.server, self._folder = server, folder
        self._seats: dict[str, ExitStack] = {}
        (folder / "talk.yaml").write_text(TEXT, encoding="utf-8")
        (folder / "run").mkdir(mode=0o700)

    def open(self, seat: str, *words: str, way: Way | None = None) -> Far:
        """A connection with a dateline at its end; a seat taken again has what was kept there."""
        self._seats.setdefault(seat, ExitStack()).close()
        folder = self._folder / seat
        folder.mkdir(exist_ok=True)
        runtime = f"XDG_RUNTIME_DIR={self._folder / 'run'}"
        command = ("env", runtime, *DATELINE, *words)
        return self._seats[seat].enter_context(run(self.server, folder, way or Way(), command))

    def present(self, way: Way | None = None) -> Far:
        """The presenter's connection."""
        file = str(self._folder / "talk.yaml")
        return self.open("desk", "present", file, "--tour", "both", way=way)

    def close(self) -> None:
        """End all that was opened."""
        for each in self._seats.values():
            each.close()


def tell(terminal: Terminal) -> None:
    """Go from the title to the summary of the second slide."""
    terminal.wait_for(TITLE)
    for shown in (FIRST, "It begins.", SECOND, PART):
        terminal.type(" ")
        terminal.wait_for(shown)


def leave(far: Far) -> None:
    """Leave a talk, and see that the terminal is as it was."""
    far.terminal.type("qq")
    assert far.terminal.wait_for_exit() == 0
    assert far.terminal.echoes
    still_on = {mode for mode, is_on in far.terminal.modes.items() if is_on}
    assert still_on - {LINE_WRAP} == {CURSOR}
    far.life.wait_for_end(PATIENCE)


@pytest.mark.parametrize(("term", "tmux"), KINDS)
def test_a_talk_is_told_in_terminals_of_all_kinds(hall: Hall, term: str, tmux: bool) -> None:  # noqa: FBT001, a test's table has no names
    far = hall.present(Way(tmux=tmux, variables=(("TERM", term),)))
    tell(far.terminal)
    far.terminal.type(" ")
    far.terminal.wait_for(LAST)
    far.terminal.wait_for("2/2")
    leave(far)


@pytest.mark.parametrize(("term", "tmux"), KINDS)
def test_its_place_is_kept_at_other_sizes(hall: Hall, term: str, tmux: bool) -> None:  # noqa: FBT001, as above
    far = hall.present(Way(tmux=tmux, variables=(("TERM", term),)))
    terminal = far.terminal
    tell(terminal)
    shown = terminal.text
    for size in ((160, 45), (60, 20)):
        terminal.resize(*size)
        terminal.wait_until(lambda: is_at_part(terminal), f"the same part at {size}")
    terminal.resize(36, 9)
    terminal.wait_for("Terminal too small: 36x9")
    terminal.resize(80, 24)
    terminal.wait_until(lambda: terminal.text == shown, f"this screen:\n{shown}")


def is_at_part(terminal: Terminal) -> bool:
    """Whether the second slide is shown up to its summary, and nothing else."""
    shown = terminal.text
    return all(each in shown for each in (SECOND, PART, "2/2")) and not any(
        each in shown for each in (FIRST, LAST)
    )


def test_after_many_sizes_its_place_is_kept(hall: Hall) -> None:
    terminal = hall.present().terminal
    tell(terminal)
    shown = terminal.text
    # Over ssh a size that is the same again is no news, so the storm begins at another.
    terminal.resize(100, 30)
    terminal.wait_until(lambda: is_at_part(terminal) and terminal.text != shown, "a wider screen")
    terminal.wait_until(lambda: terminal.text.splitlines()[0].endswith("2/2 "), "all of it")
    for step in range(60):
        terminal.resize(40 + 7 * step % 120, 10 + 5 * step % 50)
    terminal.resize(80, 24)
    terminal.wait_until(lambda: terminal.text == shown, f"this screen:\n{shown}")


@pytest.mark.parametrize("hup", ["taken", "ignored", "outlived"])
def test_a_talk_whose_line_is_cut_is_resumed_at_the_same_part(hall: Hall, hup: str) -> None:
    far = hall.present(Way(hup=hup))
    tell(far.terminal)
    far.kill()
    far.life.wait_for_end(PATIENCE)

    again = hall.present()
    again.terminal.wait_for(OFFER)
    assert TITLE not in again.terminal.text
    again.terminal.type("\r")
    again.terminal.wait_until(lambda: OFFER not in again.terminal.text, "the talk")
    again.terminal.wait_until(lambda: is_at_part(again.terminal), "the same part")
    leave(again)

    anew = hall.present().terminal
    anew.wait_for(TITLE)
    anew.type(" ")
    anew.wait_for(FIRST)
    assert OFFER not in anew.text


@needs_tmux
def test_a_tmux_goes_on_with_a_talk_whose_line_is_cut(hall: Hall) -> None:
    way = Way(tmux=True)
    far = hall.present(way)
    tell(far.terminal)
    shown = far.terminal.text
    far.kill()
    far.terminal.wait_for_exit()
    assert not far.life.is_over()
    with attached(hall.server, far.folder, way) as terminal:
        terminal.wait_until(lambda: terminal.text == shown, f"this screen:\n{shown}")
        terminal.type("qq")
        assert terminal.wait_for_exit() == 0
    far.life.wait_for_end(PATIENCE)


@pytest.mark.parametrize(
    ("locale", "is_ascii"),
    [
        pytest.param("LANG=C", False, id="LANG=C says nothing of the terminal"),
        pytest.param("LC_ALL=en_GB.ISO-8859-1", True, id="a locale without UTF-8"),
    ],
)
def test_a_talk_is_told_in_every_locale(hall: Hall, locale: str, is_ascii: bool) -> None:  # noqa: FBT001, as above
    name, value = locale.split("=")
    far = hall.present(Way(variables=((name, value),)))
    tell(far.terminal)
    assert far.terminal.sent.isascii() is is_ascii
    leave(far)


def test_a_follower_and_the_notes_over_connections_of_their_own(hall: Hall) -> None:
    presenter = hall.present()
    presenter.terminal.wait_for(TITLE)
    follower = hall.open("row", "follow", way=Way(columns=100, rows=30))
    notes = hall.open("lectern", "follow", "--notes")
    follower.terminal.wait_for(TITLE)
    notes.terminal.wait_for("Both days")
    presenter.terminal.type("j")
    notes.terminal.wait_for("SAY OF THE FIRST")
    notes.terminal.wait_for("NOTE OF THE FIRST")
    presenter.terminal.type("k")

    tell(presenter.terminal)
    follower.terminal.wait_until(lambda: is_at_part(follower.terminal), "the part that is told")
    notes.terminal.wait_for(SECOND)
    notes.terminal.type("D")
    notes.terminal.wait_for("You drive")
    notes.terminal.type(" ")
    for each in (presenter, follower):
        each.terminal.wait_for(LAST)
        assert b"SAY OF" not in each.terminal.sent
        assert b"NOTE OF" not in each.terminal.sent
    for each in (follower, notes):
        each.terminal.type("q")
        assert each.terminal.wait_for_exit() == 0


def test_a_follower_outlasts_the_line_of_its_presenter(hall: Hall) -> None:
    far = hall.present()
    follower = hall.open("row", "follow").terminal
    tell(far.terminal)
    follower.wait_until(lambda: is_at_part(follower), "the part that is told")
    far.kill()
    follower.wait_for("The presenter is away; this was shown last.")
    assert is_at_part(follower)
    far.life.wait_for_end(PATIENCE)

    again = hall.present().terminal
    again.wait_for(OFFER)
    again.type("\r")
    again.wait_until(lambda: OFFER not in again.text, "the talk")
    again.wait_until(lambda: is_at_part(again), "the same part")
    again.type(" ")
    follower.wait_for(LAST)


def test_a_follower_whose_line_is_cut_ends_and_nobody_waits(hall: Hall) -> None:
    presenter = hall.present().terminal
    follower = hall.open("row", "follow")
    follower.terminal.wait_for(TITLE)
    presenter.wait_for(TITLE)
    presenter.type(" ")
    presenter.wait_for("1 following")
    presenter.type("k")
    follower.signal(signal.SIGKILL)
    follower.life.wait_for_end(PATIENCE)
    tell(presenter)
    presenter.wait_until(lambda: "following" not in presenter.text, "nobody following")
