"""`python drafting.py FILE NOTE`: dateline on a file that, when it has to end, notes the event.

Stands in for whatever saves a reader's work: the note has the id under the cursor. Where the note
is a folder, saving fails. The reader's place is kept beside the note, in a folder `places`.
"""

import sys
from pathlib import Path

from tui import themes
from tui.app import run
from tui.screens.first_view import first_view
from tui.screens.opening import Beginning, Opening
from tui.view.view import View


def main(timeline: Path, note: Path) -> int:
    """Show a timeline until it ends; returns the exit status."""

    def part(view: View) -> None:
        event = view.ref("events", view.cursors["events"])
        note.write_text(event.id, encoding="utf-8")

    data = timeline.read_bytes()
    beginning = Beginning(themes.shipped_palettes(), first_view(data, ""))
    opening = Opening(
        name=timeline.name,
        beginning=beginning,
        read=lambda: first_view(data, ""),
        part=part,
        path=timeline,
        state_folder=note.with_name("places"),
    )
    return run(opening)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
