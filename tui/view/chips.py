"""The line of chips: what is filtered by, what was searched for, and how much that hides."""

from tui.view.line import Line, Span, Tone, shorten, width_of
from tui.view.rows import between
from tui.view.search import place
from tui.view.view import View

DROP = "×"
_LONGEST = 30
"""Cells for a label."""
_GAP = 2
"""Cells after a chip."""


def has_chips_line(view: View) -> bool:
    """Whether there is anything to say."""
    return bool(view.chips or view.search or view.held)


def chips_line(view: View, width: int) -> Line:
    """Chips and search on the left, how much is hidden right; what has no room is counted."""
    right = _hidden(view, width)
    left: list[Span] = [Span(" ")]
    room = _room(right, width)
    parts = _parts(view, room)
    for number, part in enumerate(parts):
        if width_of(left) + width_of(part) > room:
            left.append(Span(f"+{len(parts) - number} ", "dim"))
            break
        left += part
    return between(tuple(left), right, width)


def chip_at(view: View, width: int, x: int) -> int | None:
    """The number of the chip at a column of the line, None beside them."""
    room, start = _room(_hidden(view, width), width), 1
    for number, part in enumerate(_parts(view, room)[: len(view.chips)]):
        end = start + width_of(part)
        if end > room:
            return None
        if start <= x < end - _GAP:
            return number
        start = end
    return None


def _room(right: Line, width: int) -> int:
    """The cells for chips beside what stands on the right, and how many more there are."""
    return width - width_of(right) - 6


def _parts(view: View, room: int) -> list[Line]:
    """Each chip, then the search and the freeze, none wider than the room for all of them."""
    longest = min(_LONGEST, max(1, room - 5))
    parts: list[Line] = []
    for chip in view.chips:
        tone: Tone = "bad" if chip.is_excluded else "accent"
        drop = f" {DROP}{' ' * _GAP}"
        parts.append((Span(shorten(chip.label, longest), tone), Span(drop, "dim")))
    if view.search:
        at, count = place(view)
        found = f" {at:,}/{count:,}  " if count else " not found  "
        text = shorten(view.search.text, longest)
        parts.append((Span(f"/{text}", "found"), Span(found, "dim")))
    if view.held:
        parts.append((Span("frozen", "accent"), Span(view.told(" ({freeze} thaws)  "), "dim")))
    return parts


def _hidden(view: View, width: int) -> Line:
    if not view.chips:
        return ()
    shown, total = view.size("events"), view.total("events")
    count = f"{shown:,} of {total:,}"
    if width < 72:  # noqa: PLR2004, where titles are short, too
        return (Span(f"{count} ", "dim"),)
    clears = view.told("({chip.clear} clears)")
    return (Span(f"{count} · {total - shown:,} hidden  {clears} ", "dim"),)


def empty_words(view: View, what: str) -> str:
    """What to say in a list that chips have emptied, with the keys that mend it."""
    last = view.chips[-1]
    clear = ", {chip.clear} clears" if len(view.chips) > 1 else ""
    return view.told(f"No {what} matches. {{chip.drop}} drops {last.label}{clear}.")
