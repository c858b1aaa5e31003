"""A killed ssh, again and again at moments of no choice: dateline ends at once and saves its work.

`pytest -m soak -s tests/terminal/test_soak.py` tries a hundred times and says how long it took.
"""

import random
import select
import statistics
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest

from terminal.far import Far, Way, browse
from terminal.sshd import Server, obstacle, serve

OBSTACLE = obstacle("ssh", "sshd", "ssh-keygen")
pytestmark = [
    pytest.mark.skipif(bool(OBSTACLE), reason=OBSTACLE),
    pytest.mark.skipif(not Path("/proc/self/io").exists(), reason="there is no /proc/*/io"),
]

DRAFTING = (sys.executable, str(Path(__file__).with_name("drafting.py")))
PROMISED = 1.0
"""Seconds from the death of the line to that of dateline."""
PATIENCE = 10.0
"""The same where other tests keep the machine busy."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serve(tmp_path_factory.mktemp("sshd")) as server:
        yield server


def wait(_far: Far, chance: random.Random) -> None:
    """Let some moments go by in which nothing happens."""
    select.select([], [], [], chance.uniform(0, 0.3))


def press(far: Far, chance: random.Random) -> None:
    """Hold keys, until some of them have been seen to."""
    far.hold("jk" * chance.randrange(1, 150) + "j" * chance.randrange(1, 20))


def stall(far: Far, chance: random.Random) -> None:
    """Hold keys, and let the line take no more."""
    press(far, chance)
    far.stall()


def seconds_to_end(server: Server, folder: Path, chance: random.Random) -> float:
    """Kill an ssh at some moment; gives how long dateline lived on, having saved its work."""
    folder.mkdir()
    note = folder / "note"
    prepare = chance.choice([wait, press, stall])
    way = Way(hup=chance.choice(["taken", "ignored", "outlived"]), answers=chance.random() < 0.5)
    if prepare is stall:
        way = replace(way, columns=200, rows=60)
    with browse(server, folder, way, (*DRAFTING, "timeline.yaml", str(note))) as far:
        prepare(far, chance)
        killed = far.kill()
        far.life.wait_for_end(PATIENCE)
        took = monotonic() - killed
    assert note.read_text(encoding="utf-8").startswith("event-"), way
    how = f"{prepare.__name__:5}  {way.hup:8}  {'answers' if way.answers else 'is mute'}"
    sys.stdout.write(f"{took:6.3f} s  {how}\n")
    return took


def seconds(server: Server, folder: Path, tries: int) -> list[float]:
    """How long dateline lived on, a figure for each of so many tries."""
    chance = random.Random(tries)  # noqa: S311, the moments need not be secret
    taken = [seconds_to_end(server, folder / str(number), chance) for number in range(tries)]
    median = statistics.median(taken)
    sys.stdout.write(f"{tries} tries: median {median:.3f} s, most {max(taken):.3f} s\n")
    return taken


def test_killed_five_times_it_ends_and_saves(server: Server, tmp_path: Path) -> None:
    assert max(seconds(server, tmp_path, 5)) <= PATIENCE


@pytest.mark.soak
def test_killed_a_hundred_times_it_ends_within_a_second(server: Server, tmp_path: Path) -> None:
    taken = seconds(server, tmp_path, 100)

    assert [each for each in taken if each > PROMISED] == []
