"""`python retitling.py WHEN FILE`: dateline, where `"` retitles the event under the cursor.

Stands in for whatever edits: the titles are `Edit 1`, `Edit 2` and so on. WHEN is where a save of
the file kills the process: `never`, `before` the file is replaced, or `after` it.
"""

import os
import signal
import sys
from itertools import count
from pathlib import Path

from tui.cli import main
from tui.document.editing.edit import Set
from tui.screens import marks
from tui.screens.offers import Host

_NUMBERS = count(1)
_REPLACE = Path.replace


def retitle(host: Host) -> None:
    """Give the event under the cursor a new title."""
    ref = host.view.ref("events", host.view.cursors["events"])
    edits = [Set(ref, ("title",), f"Edit {next(_NUMBERS)}")]
    host.change(lambda view: host.editing.commit(view, f"the title of {ref.id}", edits))


def killing(when: str, file: Path) -> None:
    """Have the process killed where a save replaces a file."""

    def replace(path: Path, target: Path) -> Path:
        is_it = Path(target).name == file.name
        if is_it and when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        done = _REPLACE(path, target)
        if is_it and when == "after":
            os.kill(os.getpid(), signal.SIGKILL)
        return done

    Path.replace = replace  # type: ignore[method-assign,assignment]  # the fault to try


if __name__ == "__main__":
    marks.offer = retitle
    killing(sys.argv[1], Path(sys.argv[2]))
    sys.exit(main([sys.argv[2]]))
