"""The list of tours: one a line, for a person who looks for a talk to give.

Id, steps, how long they take to speak, and title stand in columns, two spaces apart. No line
holds a line break, and none is cut. A step whose event there is not is not counted.
"""

from typing import Final

from rich.cells import cell_len

from tui.timeline.records import Tour
from tui.timeline.timeline import Timeline
from tui.view.line import pad
from tui.view.talk import deck, pace

_GAP: Final = "  "


def listing(timeline: Timeline) -> str:
    """The tours in the order of the file, a line each; `""` for none."""
    rows = [_row(timeline, tour) for tour in timeline.tours]
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    return "".join(_line(row, widths) for row in rows)


def _row(timeline: Timeline, tour: Tour) -> tuple[str, str, str, str]:
    slides = deck.of_tour(timeline, tour)
    count = len(slides.slides)
    steps = f"{count} {'step' if count == 1 else 'steps'}"
    title = " ".join(slides.title.split())
    return " ".join(tour.id.split()), steps, pace.about(pace.spoken(slides)), title


def _line(row: tuple[str, str, str, str], widths: list[int]) -> str:
    record_id, steps, time, title = row
    cells = (pad(record_id, widths[0]), steps.rjust(widths[1]), pad(time, widths[2]), title)
    return _GAP.join(cells).rstrip() + "\n"
