"""The plain listing: one event a line, for pipes, scripts and terminals that draw no screen.

Date (EDTF, as written), id and title stand in columns, two spaces apart, without tabs.
No line holds a line break, and none is cut.
"""

from collections.abc import Sequence

from rich.cells import cell_len

from tui.timeline import dates
from tui.timeline.records import Event

_GAP = "  "


def listing(events: Sequence[Event]) -> str:
    """The events in their order, a line each; `""` for none."""
    rows = [(dates.to_edtf(each.date), each.id, " ".join(each.title.split())) for each in events]
    date_width = max((cell_len(row[0]) for row in rows), default=0)
    id_width = max((cell_len(row[1]) for row in rows), default=0)
    return "".join(
        f"{_pad(date, date_width)}{_GAP}{_pad(event_id, id_width)}{_GAP}{title}".rstrip() + "\n"
        for date, event_id, title in rows
    )


def _pad(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))
