"""The axis in two lines: what the columns are, and the greater time that they are in.

The finest rung of a ladder is taken whose labels have room: days, every other day, weeks,
months, quarters, then 1, 2, 5, 10, 20, 50 … years. Days and weeks stand under their month, months
and quarters under their year. Under years stands a ruler. What the left edge is in is said there,
unless a label comes too soon. Labels never touch each other; one that has no room is left out.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from rich.cells import cell_len

from tui.timeline.date_words import year_words
from tui.timeline.dates import MONTHS, civil
from tui.view.chart.scale import Scale
from tui.view.chart.units import DAY, MONTH, QUARTER, WEEK, Unit, years

MAJOR: Final = "│"
MINOR: Final = "·"
_NEARLY: Final = 0.99
_LEAST: Final = 2
"""The columns that a label or a mark takes at least, with a blank behind it."""
_MOST_YEARS: Final = 10**12
_LAST_ODD: Final = 31
_FEBRUARY: Final = 2
_LEAP: Final = 29


class Label(NamedTuple):
    """A text at a column."""

    column: int
    text: str

    @property
    def end(self) -> int:
        """The column behind it."""
        return self.column + cell_len(self.text)


class Axis(NamedTuple):
    """The two lines of an axis, and the columns at which something greater begins."""

    major: tuple[Label, ...]
    minor: tuple[Label, ...]
    guides: tuple[int, ...]


class _Tick(NamedTuple):
    """A day at which a unit begins, and its column."""

    column: int
    day: int


class _Rung(NamedTuple):
    """A unit with how it is labelled, from long to short, and what is greater."""

    unit: Unit
    texts: Callable[[int], tuple[str, ...]]
    above: "_Rung | None" = None
    is_odd: bool = False

    @property
    def days(self) -> float:
        return self.unit.length * (1 + self.is_odd)


def _year(day: int) -> tuple[str, ...]:
    return (year_words(civil(day)[0]),)


def _month(day: int) -> tuple[str, ...]:
    year, month, _ = civil(day)
    name, number = MONTHS[month - 1], year_words(year)
    return f"{name} {number}", f"{name[:3]} {number}", name[:3]


def _short_month(day: int) -> tuple[str, ...]:
    return (MONTHS[civil(day)[1] - 1][:3],)


def _quarter(day: int) -> tuple[str, ...]:
    return (f"Q{(civil(day)[1] + 2) // 3}",)


def _day(day: int) -> tuple[str, ...]:
    return (str(civil(day)[2]),)


_YEARS: Final = _Rung(years(1), _year)
_OF_MONTHS: Final = _Rung(MONTH, _month)
_FINE: Final = (
    _Rung(DAY, _day, _OF_MONTHS),
    _Rung(DAY, _day, _OF_MONTHS, is_odd=True),
    _Rung(WEEK, _day, _OF_MONTHS),
    _Rung(MONTH, _short_month, _YEARS),
    _Rung(QUARTER, _quarter, _YEARS),
)


def axis_of(scale: Scale, room: int | None = None) -> Axis:
    """The axis of a scale.

    Args:
        scale: Which time is seen.
        room: The cells that labels may take, if those are more than the columns of the scale.
    """
    width = max(room or 0, scale.width)
    for rung in _ladder():
        if rung.days < scale.zoom.days * _LEAST * _NEARLY:
            continue
        ticks = _ticks(rung, scale)
        if not _has_room(rung, ticks, scale):
            continue
        if rung.above is None:
            labels = _labels(rung, _pinned(ticks, scale), width)
            return Axis(labels, _ruler(rung, ticks, scale), tuple(each.column for each in ticks))
        above = _ticks(rung.above, scale)
        major = _labels(rung.above, _pinned(above, scale), width)
        minor = _labels(rung, ticks, width)
        return Axis(major, minor, tuple(each.column for each in above))
    return Axis((), (), ())


def _ladder() -> Iterator[_Rung]:
    yield from _FINE
    step = 1
    while step <= _MOST_YEARS:
        yield from (_Rung(years(digit * step), _year) for digit in (1, 2, 5))
        step *= 10


def _ticks(rung: _Rung, scale: Scale) -> list[_Tick]:
    """Where inside the scale a unit begins."""
    unit = rung.unit
    number = unit.number(scale.start)
    ticks = []
    while (day := unit.first(number)) < scale.stop:
        if day >= scale.start and not (rung.is_odd and _is_between(day)):
            ticks.append(_Tick(scale.column(day), day))
        number += 1
    return ticks


def _is_between(day: int) -> bool:
    """Whether a day is left out where every other one is labelled."""
    _, month, number = civil(day)
    return number % 2 == 0 or number == _LAST_ODD or (month == _FEBRUARY and number == _LEAP)


def _has_room(rung: _Rung, ticks: list[_Tick], scale: Scale) -> bool:
    """Whether the shortest label of each tick has room before the next, and the first at all."""
    widths = [cell_len(rung.texts(tick.day)[-1]) for tick in ticks]
    between = zip(pairwise(ticks), widths, strict=False)
    is_wide = all(tick.column + width < other.column for (tick, other), width in between)
    return is_wide and all(width <= scale.width for width in widths[:1])


def _pinned(ticks: list[_Tick], scale: Scale) -> list[_Tick]:
    """The ticks, with one for what the left edge is in."""
    return ticks if ticks and ticks[0].column == 0 else [_Tick(0, scale.start), *ticks]


def _labels(rung: _Rung, ticks: list[_Tick], width: int) -> tuple[Label, ...]:
    """The longest labels that there is room for."""
    labels = []
    stops = [*(tick.column for tick in ticks[1:]), width + 1]
    for (column, day), stop in zip(ticks, stops, strict=False):
        fits = (text for text in rung.texts(day) if column + cell_len(text) < stop)
        text = next(fits, "")
        if text:
            labels.append(Label(column, text))
    return tuple(labels)


def _ruler(rung: _Rung, ticks: list[_Tick], scale: Scale) -> tuple[Label, ...]:
    """A mark at each tick, and smaller ones between at those of the finest rung that has room."""
    marks = {tick.column: MAJOR for tick in ticks}
    for finer in (_FINE[-1], *_ladder()):
        if _LEAST * scale.zoom.days * _NEARLY <= finer.days < rung.days:
            between = [tick.column for tick in _ticks(finer, scale)]
            has_room = all(other - one >= _LEAST for one, other in pairwise(between))
            if has_room and marks.keys() <= set(between):
                marks = {**dict.fromkeys(between, MINOR), **marks}
                break
    return tuple(Label(column, marks[column]) for column in sorted(marks))
