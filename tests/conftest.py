"""What every test may ask for; what one folder needs lives in that folder."""

import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says how busy the machine is.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")

_MOST_WORKERS = 16

# A hook of git names its repository there: what tests do with git must not happen to that one.
for name in [each for each in os.environ if each.startswith("GIT_")]:
    del os.environ[name]


def pytest_xdist_auto_num_workers() -> int:
    """Two workers a processor for `-n auto`: most tests wait for a terminal."""
    return min(2 * len(os.sched_getaffinity(0)), _MOST_WORKERS)


TINY = """\
title: A short history
span: 2008/2024
actors:
  russia: {name: Russia, kind: state}
sources:
  essay: {title: An essay, kind: article, url: "https://example.org/essay"}
events:
  - id: accord
    date: 2008-08-12
    title: The accord is signed
    actors: [russia]
    sources: [essay]
  - id: strikes
    date: 2015-09~
    title: Air strikes begin
    actors: [russia]
    sources: [essay]
"""
"""Two events, an actor, a source; nothing that `dateline check` warns about."""


@pytest.fixture
def tiny() -> str:
    """A timeline without a problem, as text."""
    return TINY


@pytest.fixture
def write_timeline(tmp_path: Path) -> Callable[..., Path]:
    """Writes a timeline into a folder of its own and says where it is."""

    def write(text: str = TINY, name: str = "timeline.yaml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def program() -> str:
    """How a shell runs the dateline that is tested."""
    return f"{shlex.quote(sys.executable)} -m tui"
