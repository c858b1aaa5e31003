"""How much of what is shown is seen on a chart, and where the rest is."""

from typing import Final, NamedTuple

from tui.view.line import Line, Span, pad, shorten

BETWEEN: Final = " · "


class Tally(NamedTuple):
    """How many events there are, by where they are.

    The first three count each event once. The others count it in each of its lanes, and together
    they are all that the lanes have in the time that is seen.

    Attributes:
        events: All that is shown.
        earlier: Those that end before the first day.
        later: Those that begin behind the last day.
        drawn: Marks that stand for one event.
        behind: Events that share a cell with others, where a digit or a bar stands for them.
        spilt: Those that found no row, and are counted in a `+N`.
        folded: Those in folded lanes.
        above: Those in rows that are scrolled away above.
        below: Those in rows for which there is no room below.
        lanes_above: The lanes of which such a row is, whatever they have in this time.
        lanes_below: Likewise.
    """

    events: int
    earlier: int
    later: int
    drawn: int
    behind: int
    spilt: int
    folded: int
    above: int
    below: int
    lanes_above: int
    lanes_below: int

    @property
    def elsewhere(self) -> int:
        """How many are in rows that are not seen."""
        return self.above + self.below


def tally_line(tally: Tally, width: int) -> Line:
    """The tally in a line: `70 events · 12 earlier · 3 later · 5 behind others`."""
    return (Span(pad(BETWEEN.join(tally_parts(tally)), width), "dim"),)


def tally_parts(tally: Tally) -> list[str]:
    """How many events there are, then where those are that are not drawn."""
    return [f"{tally.events:,} event{'s' * (tally.events != 1)}", *_elsewhere(tally)]


def tally_words(tally: Tally, width: int) -> str:
    """Where what is not drawn is, in so many cells: `12 earlier · 5 behind others`."""
    return shorten(BETWEEN.join(_elsewhere(tally)), width)


def _elsewhere(tally: Tally) -> list[str]:
    """What is not drawn, by where it is."""
    counts = (
        _counted(tally.earlier, "earlier"),
        _counted(tally.later, "later"),
        _in_lanes(tally.above, tally.lanes_above, "above"),
        _in_lanes(tally.below, tally.lanes_below, "below"),
        _counted(tally.behind, "behind others"),
        _counted(tally.spilt, "in +N"),
        _counted(tally.folded, "folded"),
    )
    return [count for count in counts if count]


def _counted(count: int, where: str) -> str:
    return f"{count:,} {where}" if count else ""


def _in_lanes(count: int, lanes: int, where: str) -> str:
    """What is in lanes out of sight, which are told of also where they have nothing."""
    there = _counted(lanes, f"lane{'s' * (lanes != 1)} {where}")
    return f"{count:,} in {there}" if count else there
