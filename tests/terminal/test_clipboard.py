"""The route that a copied text takes, and what is said of it."""

import os
import re
import shutil
import stat
from base64 import b64decode
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import pytest

from terminal.pty import Terminal
from terminal.tmux import server
from tui.terminal.clipboard import MOST_BYTES, Copied, copy, feed

TEXT = "“Слова” \x1b[31m 🇺🇦\n"
XTERM = {"TERM": "xterm-256color"}
WAYLAND, X11 = {"WAYLAND_DISPLAY": "wayland-0"}, {"DISPLAY": ":0"}
SSH = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}
TMUX, STY = {"TMUX": "/tmp/tmux-0/default,1,0"}, {"STY": "1.pts-0.host"}  # noqa: S108, never opened
WSL = {"WSL_DISTRO_NAME": "Debian"}
EVERY = ("wl-copy", "xclip", "xsel", "pbcopy", "clip.exe", "tmux")
NO_MAC = ("wl-copy", "xclip", "xsel", "clip.exe", "tmux")

OSC = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")


class World:
    """Some programs, and what was given to them and to the terminal."""

    def __init__(self, folder: Path, *programs: str, failing: Sequence[str] = ()) -> None:
        self.programs = programs
        self.failing = failing
        self.folder = folder
        self.ran: list[tuple[tuple[str, ...], bytes]] = []
        self.environments: list[Mapping[str, str]] = []
        self.written = ""

    def copy(self, text: str, environment: Mapping[str, str]) -> Copied:
        """Copy a text here."""
        return copy(
            text,
            environment,
            write=self.write,
            run=self.run,
            which=self.which,
            state_folder=self.folder / "state" / "dateline",
        )

    def write(self, text: str) -> None:
        """Take what is sent to the terminal."""
        self.written += text

    def run(self, command: Sequence[str], data: bytes, environment: Mapping[str, str]) -> bool:
        """Take what is given to a program."""
        self.ran.append((tuple(command), data))
        self.environments.append(environment)
        return not any(each in " ".join(command) for each in self.failing)

    def which(self, name: str) -> str | None:
        """Where a program is."""
        return f"/bin/{name}" if name in self.programs else None


WL_COPY = ("/bin/wl-copy", "--type", "text/plain")
XCLIP = ("/bin/xclip", "-selection", "clipboard", "-in")
XSEL = ("/bin/xsel", "--clipboard", "--input")
LOAD = ("/bin/tmux", "load-buffer", "-w", "-")
LOAD_ONLY = ("/bin/tmux", "load-buffer", "-")


@pytest.mark.parametrize(
    ("environment", "programs", "route", "commands"),
    [
        pytest.param(XTERM | WAYLAND | X11, EVERY, "wl-copy", [WL_COPY], id="Wayland"),
        pytest.param(XTERM | X11, NO_MAC, "xclip", [XCLIP], id="X11"),
        pytest.param(XTERM | X11, ("xsel",), "xsel", [XSEL], id="X11 without xclip"),
        pytest.param(XTERM, EVERY, "pbcopy", [("/bin/pbcopy",)], id="macOS"),
        pytest.param(XTERM | WSL, NO_MAC, "clip.exe", [("/bin/clip.exe",)], id="WSL"),
        pytest.param(XTERM | X11 | TMUX, NO_MAC, "xclip", [XCLIP], id="tmux on a desktop"),
        pytest.param(XTERM | TMUX, NO_MAC, "tmux", [LOAD], id="tmux without a desktop"),
        pytest.param(XTERM | TMUX | SSH | X11, EVERY, "tmux", [LOAD], id="tmux over SSH"),
        pytest.param(XTERM | SSH | X11, EVERY, "OSC 52", [], id="SSH"),
        pytest.param({"SSH_TTY": "/dev/pts/0"} | XTERM | X11, EVERY, "OSC 52", [], id="SSH_TTY"),
        pytest.param(XTERM | X11, (), "OSC 52", [], id="a desktop without programs"),
        pytest.param(XTERM, NO_MAC, "OSC 52", [], id="programs without a desktop"),
    ],
)
def test_the_route_fits_the_terminal(
    tmp_path: Path,
    environment: dict[str, str],
    programs: tuple[str, ...],
    route: str,
    commands: list[tuple[str, ...]],
) -> None:
    world = World(tmp_path, *programs)
    copied = world.copy(TEXT, environment)
    assert copied.route == route
    assert [command for command, _ in world.ran] == commands
    assert bool(world.written) == (route == "OSC 52")
    encoding = "utf-16-le" if route == "clip.exe" else "utf-8"
    assert all(data.decode(encoding) == TEXT for _, data in world.ran)


def test_a_program_that_fails_gives_way_to_the_next(tmp_path: Path) -> None:
    world = World(tmp_path, *NO_MAC, failing=("wl-copy", "xclip", "xsel"))
    assert world.copy(TEXT, XTERM | WAYLAND | X11 | TMUX).route == "tmux"
    assert [command for command, _ in world.ran] == [WL_COPY, XCLIP, XSEL, LOAD]


def test_a_tmux_that_cannot_pass_a_text_on_keeps_it(tmp_path: Path) -> None:
    world = World(tmp_path, "tmux", failing=("-w",))
    copied = world.copy(TEXT, XTERM | TMUX | SSH)
    assert [command for command, _ in world.ran] == [LOAD, LOAD_ONLY]
    assert copied == Copied("tmux", "Copied to tmux's buffer only; the tmux key and ] pastes it.")


def test_pbcopy_is_told_the_encoding(tmp_path: Path) -> None:
    world = World(tmp_path, "pbcopy")
    world.copy(TEXT, XTERM)
    assert world.environments == [XTERM | {"LC_CTYPE": "UTF-8"}]


def test_a_terminal_gets_the_text_in_base64(tmp_path: Path) -> None:
    world = World(tmp_path)
    copied = world.copy(TEXT, XTERM | SSH)
    found = OSC.fullmatch(world.written)
    assert found
    assert b64decode(found[1]).decode() == TEXT
    assert copied.sentence == (
        "Sent to the terminal's clipboard (OSC 52); it does not say whether it took it."
    )


def test_a_tmux_at_the_other_end_is_named(tmp_path: Path) -> None:
    copied = World(tmp_path).copy(TEXT, SSH | {"TERM": "tmux-256color"})
    assert copied.sentence == (
        "Sent to the terminal's clipboard (OSC 52); tmux passes it on if its set-clipboard is on."
    )


def test_screen_hands_the_text_on_in_pieces(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.copy(TEXT * 40, XTERM | SSH | STY)
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", world.written, re.DOTALL)
    assert "".join(f"\x1bP{piece}\x1b\\" for piece in pieces) == world.written
    assert max(map(len, pieces)) <= 256
    found = OSC.fullmatch("".join(pieces))
    assert found
    assert b64decode(found[1]).decode() == TEXT * 40


def test_what_just_fits_is_sent_to_the_terminal(tmp_path: Path) -> None:
    world = World(tmp_path)
    assert world.copy("a" * MOST_BYTES, XTERM).route == "OSC 52"
    assert len(world.written) == 100_000


def test_what_is_too_long_goes_to_a_file_of_the_owner(tmp_path: Path) -> None:
    world = World(tmp_path)
    copied = world.copy("é" * 40_000, XTERM | SSH)
    path = tmp_path / "state" / "dateline" / "copied.txt"
    assert path.read_text(encoding="utf-8") == "é" * 40_000
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not world.written
    assert copied == Copied(
        str(path),
        f"Copied to {path}: 80,000 bytes are more than a terminal's clipboard takes (74,994).",
    )


def test_a_text_that_is_too_long_for_tmux_to_pass_on_stays_in_its_buffer(tmp_path: Path) -> None:
    world = World(tmp_path, "tmux")
    assert world.copy("a" * (MOST_BYTES + 1), XTERM | TMUX | SSH).route == "tmux"
    assert [command for command, _ in world.ran] == [LOAD_ONLY]


@pytest.mark.parametrize("term", ["linux", "dumb"])
def test_a_terminal_without_a_clipboard_is_sent_nothing(tmp_path: Path, term: str) -> None:
    world = World(tmp_path)
    copied = world.copy(TEXT, {"TERM": term})
    assert not world.written
    assert copied.sentence == f"Copied to {copied.route}: this terminal ({term}) has no clipboard."


def test_the_file_is_written_anew_for_its_owner_alone(tmp_path: Path) -> None:
    world = World(tmp_path)
    path = tmp_path / "state" / "dateline" / "copied.txt"
    path.parent.mkdir(parents=True)
    path.write_text("a longer text of before")
    path.chmod(0o644)
    world.copy("short", {"TERM": "linux"})
    assert path.read_text(encoding="utf-8") == "short"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_in_the_place_of_the_file_is_not_followed(tmp_path: Path) -> None:
    world = World(tmp_path)
    other, path = tmp_path / "other", tmp_path / "state" / "dateline" / "copied.txt"
    path.parent.mkdir(parents=True)
    other.write_text("not to be touched")
    path.symlink_to(other)
    copied = world.copy(TEXT, {"TERM": "linux"})
    assert other.read_text() == "not to be touched"
    assert not copied.route
    assert copied.sentence.startswith("Not copied: no clipboard was found")


def test_a_program_on_the_path_gets_the_text_and_is_not_waited_for(tmp_path: Path) -> None:
    program = tmp_path / "bin" / "xclip"
    program.parent.mkdir()
    # What stays behind keeps every stream that it was given, as xclip does.
    program.write_text("#!/bin/sh\ncd\ncat > got\necho $* > options\nsleep 60 & echo $! > pid\n")
    program.chmod(0o755)
    environment = XTERM | X11 | {"HOME": str(tmp_path), "PATH": f"{program.parent}:/usr/bin:/bin"}
    copied = copy(
        TEXT,
        environment,
        write=lambda _: pytest.fail("the terminal was sent something"),
        run=feed,
        which=partial(shutil.which, path=environment["PATH"]),
        state_folder=tmp_path,
    )
    os.kill(int((tmp_path / "pid").read_text()), 9)
    assert copied == Copied("xclip", "Copied to the clipboard (with xclip).")
    assert (tmp_path / "got").read_bytes() == TEXT.encode()
    assert (tmp_path / "options").read_text() == "-selection clipboard -in\n"


@pytest.mark.parametrize("command", [["false"], ["no-such-program-anywhere"]], ids=["no", "none"])
def test_a_program_that_is_not_content_has_failed(command: list[str]) -> None:
    assert not feed(command, b"text" * 100_000, os.environ)


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_a_real_tmux_takes_the_text_and_sends_it_to_its_terminal(tmp_path: Path) -> None:
    with server(tmp_path) as tmux:
        tmux.run("set", "-s", "set-clipboard", "external")
        attach = tmux.command("attach", "-t", "first")
        with Terminal(attach, cwd=tmp_path, environment=tmux.environment) as outside:
            outside.wait_until(lambda: bool(tmux.run("list-clients").strip()), "a client")
            names = "#{socket_path},#{pid},0 #{pane_id}"
            address, pane = tmux.run("display-message", "-p", "-t", "first", names).split()
            environment = tmux.environment | {"TMUX": address, "TMUX_PANE": pane}
            copied = copy(
                TEXT,
                environment,
                write=lambda _: pytest.fail("the terminal was sent something"),
                run=feed,
                which=shutil.which,
                state_folder=tmp_path,
            )
            outside.wait_until(lambda: b"\x1b]52;" in outside.sent, "OSC 52")
        assert copied == Copied(
            "tmux", "Copied to tmux's buffer, and sent to the terminal's clipboard by tmux."
        )
        # tmux ends what it prints with a line feed of its own.
        assert tmux.run("show-buffer") == TEXT
