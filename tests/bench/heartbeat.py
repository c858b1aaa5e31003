"""Runs dateline with a heartbeat in its event loop, and notes when a beat was late.

`heartbeat.py NOTES ARGUMENT...`: the arguments are dateline's; NOTES is written when it ends,
pairs of seconds in JSON: when a late beat came (monotonic), and by how much it was late.
"""

import asyncio
import json
import sys
import time
from pathlib import Path
from unittest.mock import patch

import tui.app
from tui import cli
from tui.app import DatelineApp
from tui.screens.opening import Opening

BEAT = 0.005
LATE = 0.010
"""Less than this is the clock's doing."""

notes: list[tuple[float, float]] = []


class Watched(DatelineApp):
    """The program with a heart."""

    # A path in the class would be looked for beside this file.
    CSS_PATH = str(Path(tui.app.__file__).parent / DatelineApp.CSS_PATH)

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self._heart: asyncio.Task[None] | None = None

    def on_mount(self) -> None:
        """Begin to beat."""
        self._heart = asyncio.create_task(beat())


async def beat() -> None:
    """Note every late beat."""
    while True:
        due = time.monotonic() + BEAT
        await asyncio.sleep(BEAT)
        now = time.monotonic()
        if now - due > LATE:
            notes.append((now, now - due))


def main(path: Path, arguments: list[str]) -> int:
    """Run dateline and write the notes."""
    try:
        with patch("tui.app.DatelineApp", Watched):
            return cli.main(arguments)
    finally:
        path.write_text(json.dumps(notes), encoding="ascii")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
