"""Starts programs for the benchmark, each in a terminal or a process of its own."""

import re
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.generate import timeline_yaml
from bench.pty_timer import COLUMNS, ROWS, Keys, Program, TimerError

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHIPPED = ROOT / "timeline.yaml"

DOWN, FIRST = b"j", b"g"

STOCK = {"DATELINE_DRIVER": "stock"}
"""The environment in which dateline leaves the terminal to Textual."""


@dataclass(frozen=True)
class Started:
    """How a program started: seconds until it painted, and until it showed what was wanted."""

    painted: float
    shown: float


@dataclass(frozen=True)
class Browsed:
    """How a program answered the cursor keys, and the most bytes of memory it held."""

    keys: Keys
    memory: int

    @property
    def slow(self) -> float:
        """Seconds within which 95 of 100 keys were answered."""
        return statistics.quantiles(self.keys.settled, n=20)[-1]


@dataclass(frozen=True)
class Bench:
    """What every measurement needs."""

    python: str
    folder: Path
    runs: int
    quick: bool = False

    def file(self, events: int) -> Path:
        """A timeline of so many events, written when it is first asked for."""
        path = self.folder / f"{events}.yaml"
        if not path.exists():
            with path.open("w", encoding="utf-8") as out:
                out.writelines(timeline_yaml(events))
        return path

    def dateline(self, *arguments: str) -> list[str]:
        """The installed command, which stands beside the interpreter."""
        return [str(Path(self.python).parent / "dateline"), *arguments]

    def program(
        self,
        command: list[str],
        size: tuple[int, int] = (COLUMNS, ROWS),
        more: Mapping[str, str] | None = None,
    ) -> Program:
        """Run a command in a terminal, with a home in which nobody has been."""
        return Program(command, Path(tempfile.mkdtemp(dir=self.folder)), size, more)

    def start(self, command: list[str], pattern: str) -> Started:
        """Start a command and wait for what it has to show."""
        with self.program(command) as program:
            shown = program.until_visible(pattern)
            return Started(program.first_paint or shown, shown)

    def browse(self, path: Path, title: str, count: int, times: int = 1) -> Browsed:
        """Open a timeline and walk down the first of its events, so many times."""
        with self.program(self.dateline(str(path))) as program:
            program.until_visible(title)
            program.settle()
            walks = []
            for _ in range(times):
                walks.append(program.press(DOWN, count))
                program.press(FIRST)
            settled = tuple(seconds for walk in walks for seconds in walk.settled)
            written = sum(walk.written for walk in walks)
            keys = Keys(settled, written, sum(walk.silent for walk in walks))
            return Browsed(keys, program.peak_memory())

    def read_alone(self, what: str, path: Path) -> str:
        """What `read_alone.py` says."""
        command = [self.python, str(HERE / "read_alone.py"), what, str(path)]
        done = subprocess.run(command, capture_output=True, cwd=ROOT, check=False)
        if done.returncode:
            raise TimerError(done.stderr.decode().strip().rpartition("\n")[2])
        return done.stdout.decode()

    def read_seconds(self, what: str, path: Path) -> float:
        """The seconds that `read_alone.py` says."""
        return float(self.read_alone(what, path))

    def smallest_app(self, text: str) -> list[str]:
        """The command of a Textual program that shows a line and nothing else."""
        return [self.python, str(HERE / "smallest_app.py"), text]

    def shipped_title(self) -> str:
        """A pattern for the first event's title, of which a narrow pane shows the beginning."""
        return re.escape(self.read_alone("title", SHIPPED)[:20])


def wall(command: Sequence[str]) -> float:
    """Seconds that a command runs."""
    start = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.monotonic() - start


def cpu_seconds(pid: int) -> float:
    """What a process and those that it started have had of the processors so far."""
    # The clock of a whole process, as clock_getcpuclockid(3) names it.
    own = time.clock_gettime(~pid << 3 | 2)
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return own + sum(cpu_seconds(int(child)) for child in children)
