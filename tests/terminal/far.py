"""dateline at the far end of an ssh: how it is run there, whether it lives, how this end fails."""

import os
import select
import shlex
import signal
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Final

from terminal.pty import DATELINE, Terminal, fill, surroundings
from terminal.sshd import Server

EVENTS: Final = 40
TIMELINE: Final = "title: Forty events\nevents:\n" + "".join(
    f"  - {{id: event-{n}, date: {1950 + n}, title: Event {n} happens}}\n" for n in range(EVENTS)
)
LAST: Final = "i Edit"
"""What stands at the very end of the screen."""

HELD: Final = ("j" * (EVENTS - 1) + "k" * (EVENTS - 1)) * 3 + "j" * (EVENTS // 2)
"""Down to the end and up again, as a key that is held on a slow line arrives: all at once."""

_PATIENCE: Final = 30.0
_LIFE: Final = "life"
_TMUX: Final = "tmux -u -f tmux.conf -S tmux"

# A hangup is told to the first process of a terminal only. Where that is dateline, it hears of
# it, unless it was started deaf; where a shell stays in between, nothing but the line tells.
_MANNERS: Final = {
    "taken": "exec {command}",
    "ignored": "trap '' HUP; exec {command}",
    "outlived": "trap : HUP; {command}; status=$?; echo $status >&9; exit $status",
}
_SCRIPT: Final = """\
cd {folder} && exec 9>{life} || exit
export {exports}
{manner}
"""


@dataclass(frozen=True, slots=True)
class Way:
    """How a program is run over there.

    Attributes:
        tmux: Whether in a tmux.
        hup: What becomes of the hangup: it is "taken", "ignored" as under nohup, or "outlived"
            by a shell in between, so that dateline hears nothing of it.
        answers: Whether the terminal answers what it is asked, so that frames are paced.
        variables: What the ssh at this end finds in its environment.
        columns: The width of the terminal.
        rows: Its height.
    """

    tmux: bool = False
    hup: str = "taken"
    answers: bool = True
    variables: tuple[tuple[str, str], ...] = ()
    columns: int = 80
    rows: int = 24


class Life:
    """When a program at the far end starts and ends, told through a pipe with a name.

    The program holds the pipe open, so that its end is known at once and for sure, even where
    nobody collects a dead process.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / _LIFE
        os.mkfifo(self._path)
        self._pipe = os.open(self._path, os.O_RDONLY | os.O_NONBLOCK)
        self._said = b""
        self._is_over = False

    @property
    def process(self) -> int:
        """The process, once it runs."""
        self._wait(lambda: b"\n" in self._said, _PATIENCE)
        return int(self._said.split()[0])

    def is_over(self) -> bool:
        """Whether the program has ended by now."""
        with suppress(TimeoutError):
            self._wait(lambda: self._is_over, 0)
        return self._is_over

    def wait_for_end(self, patience: float = _PATIENCE) -> int | None:
        """Wait until the program ends, and give its exit status if a shell has outlived it."""
        self._wait(lambda: self._is_over, patience)
        said = self._said.split()
        return int(said[1]) if len(said) > 1 else None

    def close(self) -> None:
        """Let go of the program, which ends if it has not."""
        if self._said and not self.is_over():
            os.kill(self.process, signal.SIGKILL)
        os.close(self._pipe)
        self._path.unlink()

    def _wait(self, happened: Callable[[], bool], patience: float) -> None:
        end = monotonic() + patience
        while not happened():
            if not select.select([self._pipe], [], [], max(end - monotonic(), 0))[0]:
                raise TimeoutError(f"{patience} s later the program has said {self._said!r} only")
            said = os.read(self._pipe, 64)
            self._said += said
            self._is_over = bool(self._said) and not said


@dataclass(frozen=True, slots=True)
class Far:
    """A program at the far end of an ssh, and the terminal at this end of it."""

    terminal: Terminal
    life: Life
    folder: Path

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the ssh at this end."""
        os.kill(int((self.folder / "client").read_text()), number)

    def kill(self) -> float:
        """Kill the ssh at this end, and say when."""
        self.signal(signal.SIGKILL)
        return monotonic()

    def stall(self) -> None:
        """Stop the ssh at this end, and have the screen painted until the line takes no more."""
        self.signal(signal.SIGSTOP)
        fill(self.life.process)

    def hold(self, keys: str = HELD) -> None:
        """Press keys, and wait until the screen is being painted for the first of them."""
        del self.terminal.sent[:]
        self.terminal.type(keys)
        self.terminal.wait_until(lambda: bool(self.terminal.sent), "the first of many frames")


@contextmanager
def browse(
    server: Server, folder: Path, way: Way | None = None, command: Sequence[str] = DATELINE
) -> Iterator[Far]:
    """Run dateline on forty events over there, shown; leaving the `with` ends it."""
    (folder / "timeline.yaml").write_text(TIMELINE, encoding="utf-8")
    with run(server, folder, way or Way(), command) as far:
        far.terminal.wait_for(LAST)
        yield far


@contextmanager
def run(server: Server, folder: Path, way: Way, command: Sequence[str]) -> Iterator[Far]:
    """Run a program in a folder over there; leaving the `with` ends it."""
    (folder / "far").write_text(_script(folder, command, way.hup), encoding="utf-8")
    (folder / "tmux.conf").write_text("set -g status off\nset -s escape-time 0\n")
    life = Life(folder)
    try:
        with attached(server, folder, way) as terminal:
            yield Far(terminal, life, folder)
    finally:
        life.close()
        if way.tmux:
            end = [*shlex.split(_TMUX), "kill-server"]
            subprocess.run(end, cwd=folder, check=False, capture_output=True)


@contextmanager
def attached(server: Server, folder: Path, way: Way) -> Iterator[Terminal]:
    """A terminal with an ssh to the program of that folder, which a tmux may have kept."""
    run = "exec sh ./far"
    remote = f"exec {_TMUX} new-session -A -s far '{run}'" if way.tmux else run
    ssh = server.command(f"cd {shlex.quote(str(folder))} && {remote}")
    with Terminal(
        ["/bin/sh", "-c", f"echo $$ >client; exec {shlex.join(ssh)}"],
        cwd=folder,
        environment=surroundings(folder, **dict(way.variables)),
        columns=way.columns,
        rows=way.rows,
    ) as terminal:
        if way.answers:
            answer(terminal)
        yield terminal


def answer(terminal: Terminal) -> None:
    """Let a terminal answer what it is asked, as far as pyte knows how."""
    terminal._screen.write_process_input = terminal.type  # type: ignore[assignment]  # noqa: SLF001


def _script(folder: Path, command: Sequence[str], hup: str) -> str:
    exports = [
        f"{name}={shlex.quote(value)}"
        for name, value in surroundings(folder).items()
        if name == "HOME" or name.startswith("XDG_")
    ]
    named = f"""sh -c 'echo $$ >&9; exec "$@"' sh {shlex.join(command)}"""
    return _SCRIPT.format(
        folder=shlex.quote(str(folder)),
        life=_LIFE,
        exports=" ".join(exports),
        manner=_MANNERS[hup].format(command=named),
    )
