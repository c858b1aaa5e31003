"""What opens a web address, and when nothing does."""

import os
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tui.terminal.links import Opened, open_link, start

URL = "https://example.org/a?b=c&d=%20#e"
X11, WAYLAND = {"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}
SSH = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}
WSL = {"WSL_INTEROP": "/run/WSL/1_interop"}
PROGRAMS = ("open", "xdg-open", "wslview", "firefox", "lynx", "w3m")


class World:
    """Some programs, and what was started."""

    def __init__(self, *programs: str, failing: str = "nothing") -> None:
        self.programs = programs
        self.failing = failing
        self.started: list[tuple[str, ...]] = []
        self.environments: list[Mapping[str, str]] = []

    def open(self, url: str, environment: Mapping[str, str], platform: str = "linux") -> Opened:
        """Open an address here."""
        return open_link(url, environment, self.run, self.which, platform)

    def run(self, command: Sequence[str], environment: Mapping[str, str]) -> bool:
        """Take what a program is started with."""
        self.started.append(tuple(command))
        self.environments.append(environment)
        return self.failing not in command[0]

    def which(self, name: str) -> str | None:
        """Where a program is."""
        return f"/bin/{name}" if name in self.programs else None


@pytest.mark.parametrize(
    ("environment", "platform", "command"),
    [
        pytest.param(X11, "linux", ("/bin/xdg-open", URL), id="X11"),
        pytest.param(WAYLAND, "linux", ("/bin/xdg-open", URL), id="Wayland"),
        pytest.param({}, "darwin", ("/bin/open", URL), id="macOS"),
        pytest.param(WSL, "linux", ("/bin/wslview", URL), id="WSL"),
        pytest.param(X11 | {"BROWSER": "firefox"}, "linux", ("/bin/firefox", URL), id="BROWSER"),
        pytest.param(
            X11 | {"BROWSER": "firefox --new-window"},
            "linux",
            ("/bin/firefox", "--new-window", URL),
            id="with an option",
        ),
        pytest.param(
            X11 | {"BROWSER": "firefox -u=%s -x"},
            "linux",
            ("/bin/firefox", f"-u={URL}", "-x"),
            id="with a place for the address",
        ),
        pytest.param(
            X11 | {"BROWSER": "lynx:/usr/bin/w3m:none:'open:firefox"},
            "linux",
            ("/bin/firefox", URL),
            id="several",
        ),
        pytest.param(X11 | {"BROWSER": "w3m"}, "linux", ("/bin/xdg-open", URL), id="in terminals"),
    ],
)
def test_a_browser_with_windows_is_started(
    environment: dict[str, str], platform: str, command: tuple[str, ...]
) -> None:
    world = World(*PROGRAMS)
    opened = world.open(URL, environment, platform)
    assert world.started == [command]
    assert "BROWSER" not in world.environments[0]
    name = command[0].removeprefix("/bin/")
    assert opened == Opened(started=True, sentence=f"Opened with {name}: {URL}")


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        pytest.param(SSH | X11, f"Over SSH no browser is started here: {URL}", id="SSH"),
        pytest.param({"SSH_TTY": "x"}, f"Over SSH no browser is started here: {URL}", id="SSH_TTY"),
        pytest.param(
            {"BROWSER": "firefox"}, f"No browser with windows was found here: {URL}", id="no screen"
        ),
    ],
)
def test_where_no_window_can_be_seen_the_address_is_told(
    environment: dict[str, str], sentence: str
) -> None:
    world = World(*PROGRAMS)
    assert world.open(URL, environment) == Opened(started=False, sentence=sentence)
    assert world.started == []


def test_an_opener_that_fails_gives_way_and_the_address_is_told() -> None:
    world = World("xdg-open", "firefox", failing="/bin/")
    opened = world.open(URL, X11 | {"BROWSER": "firefox"})
    assert world.started == [("/bin/firefox", URL), ("/bin/xdg-open", URL)]
    assert opened == Opened(
        started=False, sentence=f"No browser with windows was found here: {URL}"
    )


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        pytest.param("javascript:alert(1)", "javascript:alert(1)", id="a script"),
        pytest.param("file:///etc/passwd", "file:///etc/passwd", id="a file"),
        pytest.param("-version", "-version", id="an option"),
        pytest.param("https://", "https://", id="no host"),
        pytest.param("https://a.org/ b", "https://a.org/ b", id="a blank"),
        pytest.param("https://a.org/\x1b[2J", "https://a.org/\ufffd[2J", id="a control character"),
        pytest.param("https://a.org/\u202e", "https://a.org/\ufffd", id="a direction mark"),
        pytest.param("https://a.org/\n", "https://a.org/\ufffd", id="a line break"),
        pytest.param("x" * 200, "x" * 79 + "…", id="a long one"),
    ],
)
def test_what_is_no_web_address_is_refused(url: str, shown: str) -> None:
    world = World(*PROGRAMS)
    opened = world.open(url, X11)
    assert world.started == []
    why = "only addresses that begin with https:// or http:// are opened"
    assert opened == Opened(
        started=False, sentence=f"Not opened: {why}, not {shown}.", allowed=False
    )


def test_what_is_started_has_no_terminal(tmp_path: Path) -> None:
    report = tmp_path / "report"
    program = (
        "import os, sys\n"
        "same = {os.fstat(at).st_rdev == os.stat(os.devnull).st_rdev for at in range(3)}\n"
        "print(same, os.getsid(0) == os.getpid(), file=open(sys.argv[1], 'w'))\n"
    )
    assert start([sys.executable, "-c", program, str(report)], os.environ)
    assert report.read_text() == "{True} True\n"


@pytest.mark.parametrize("command", [["false"], ["no-such-program-anywhere"]], ids=["no", "none"])
def test_what_fails_at_once_was_not_started(command: list[str]) -> None:
    assert not start(command, os.environ)


def test_what_goes_on_was_started_and_its_end_is_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.terminal.links.PATIENCE", 0)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert start(["cat", str(pipe)], os.environ)
    (waiting,) = (each for each in threading.enumerate() if each.name == "dateline-browser")
    pipe.write_text("the end")
    waiting.join(30)
    assert not waiting.is_alive()
