"""How dates read to a person: a long form for prose and a short one for lists.

The long form keeps all that a date says: precision, doubts, open and unknown sides.
The short form is for rows under a rule that gives the year. It leaves out what is masked,
and the days of a range over several years; where there is little room it is coarser, and every
doubt and every open or unknown side stays.
Every character is one cell wide and of the Basic Multilingual Plane.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from tui.timeline.dates import MONTHS, Date, Grain, Missing, Precision, civil

_WEEKDAYS: Final = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_SEASONS: Final = ("spring", "summer", "autumn", "winter")
_SHORT_MONTHS: Final = tuple(month[:3] for month in MONTHS)
_TO: Final = "\N{EN DASH}"
_SPRING: Final = 3
_DECEMBER: Final = 12
_AD_STANDS_ALONE: Final = 1000
_NEEDS_COMMAS: Final = 10_000


class _End(NamedTuple):
    """A single date, or one given side of a range: the day at that end, and its grain."""

    day: int
    grain: Grain
    is_last: bool

    @property
    def precision(self) -> Precision:
        return self.grain.precision

    @property
    def is_plain(self) -> bool:
        return not (self.grain.masked or self.grain.approximate or self.grain.uncertain)

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year it touches."""
        year, month, _ = civil(self.day)
        if self.precision is Precision.SEASON:
            first = year - (month < _SPRING)
            return first, first + (month < _SPRING or month == _DECEMBER)
        length = 10 ** max(0, Precision.YEAR - self.precision) - 1
        return (year - length, year) if self.is_last else (year, year + length)


def words(when: Date, *, weekday: bool = False) -> str:
    """The long form: `c. March 2014`, `27 February – 18 March 2014`, `from 24 February 2022`.

    Args:
        when: What to say.
        weekday: Whether a single day begins with its weekday, `Thursday 17 May 2018`.
    """
    end, *others = _ends(when)
    if not when.is_interval:
        text = _long(end, weekday=weekday and end.precision >= Precision.DAY)
        text += f", {_clock(when.clock)}" if when.clock else ""
        return f"{text}, uncertain" if end.grain.uncertain else text
    if others:
        spaced = f" {_TO} "
        joined = _joined(end, others[0], MONTHS, spaced)
        return joined or spaced.join(_side(each) for each in (end, *others))
    if end.is_last:
        return f"until {_side(end)}" + ", start unknown" * (when.first is Missing.UNKNOWN)
    return f"from {_side(end)}" + ", end unknown" * (when.last is Missing.UNKNOWN)


def short(when: Date, *, year: bool = False) -> str:
    """The form for a list by year: `17 May`, `c. Dec`, `27 Feb–18 Mar`, `Nov →`, `2014`.

    Args:
        when: What to say.
        year: Whether to add the year; a range over several years always has both.
    """
    end, *others = _ends(when)
    if others:
        return _short_range(end, others[0], with_year=year)
    text = _brief(end, with_year=year)
    return f"{text} {when.clock[:5]}" if when.clock and not year else _sided(when, text)


def fitting(when: Date, width: int) -> str:
    """The short form in so many cells, with months or only years where days have no room.

    `27 Feb–18 Mar` is `Feb–Mar`, `Apr 2023–c. Mar 2024` is `2023–c. 2024`, and then `2023–c. 24`.
    The narrowest form where none fits.
    """
    forms: list[str] = []
    for form in _forms(when):
        if len(form) <= width:
            return form
        forms.append(form)
    return min(forms, key=len)


def year_words(year: int) -> str:
    """An astronomical year as people count: `2014`, `AD 44`, `44 BC` for -43, `170,000,002`."""
    return _years(year, year)


def years_words(first: int, last: int) -> str:
    """The years from one to another, each astronomical: `2008–2024`, `2014`, `44 BC – AD 14`."""
    return _years(first, last)


def _forms(when: Date) -> Iterator[str]:
    """The short form, and others that are coarser, one after the other."""
    yield short(when)
    ends = _ends(when)
    for precision in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        yield _sided(when, _short_of(*(_at_most(end, precision) for end in ends)))
    (first, _), (_, last) = ends[0].years, ends[-1].years
    if first < last and first >= _AD_STANDS_ALONE and last < _NEEDS_COMMAS:
        end = f"{last}"[2:] if first // 100 == last // 100 else f"{last}"
        if len(ends) > 1:
            yield _doubted(f"{first}", ends[0].grain) + _TO + _doubted(end, ends[1].grain)
        yield _sided(when, _doubted(f"{first}{_TO}{end}", _united(*ends)))


def _short_of(first: _End, last: _End | None = None) -> str:
    """The short form of one side or of two, which may be of one year."""
    if last and max(first.precision, last.precision) <= Precision.YEAR:
        if first.years == last.years:
            return _doubted(_name(first, _SHORT_MONTHS), _united(first, last))
        return _short_range(first, last, with_year=True)
    return _short_range(first, last, with_year=False) if last else _brief(first, with_year=False)


def _sided(when: Date, text: str) -> str:
    """A short form with the side of a range that is open or unknown."""
    if when.start is None:
        return f"→ {text}" if when.first is Missing.OPEN else f"?{_TO}{text}"
    if when.end is None:
        return f"{text} →" if when.last is Missing.OPEN else f"{text}{_TO}?"
    return text


def _united(*ends: _End) -> Grain:
    """A grain with the doubts of all sides."""
    about = any(end.grain.approximate for end in ends)
    maybe = any(end.grain.uncertain for end in ends)
    return ends[0].grain._replace(approximate=about, uncertain=maybe)


def _doubted(text: str, grain: Grain) -> str:
    return "c. " * grain.approximate + text + "?" * grain.uncertain


def _ends(when: Date) -> tuple[_End, ...]:
    """The dates that are given: one, or both sides of a range."""
    sides = [(when.start, when.first, False)]
    if when.is_interval:
        sides.append((when.end, when.last, True))
    return tuple(
        _End(day, side, is_last)
        for day, side, is_last in sides
        if day is not None and isinstance(side, Grain)
    )


def _long(end: _End, *, weekday: bool = False) -> str:
    """A date with all but its uncertainty: `a month in c. 2014`."""
    text = _name(end, MONTHS)
    if weekday:
        text = f"{_WEEKDAYS[end.day % 7]} {text}"
    if end.grain.approximate:
        text = f"c. {text}"
    if end.grain.masked:
        return f"a {end.grain.masked.name.lower()} in {text}"
    return f"a year in {text}" if end.precision is Precision.CENTURY else text


def _side(end: _End) -> str:
    return f"{_long(end)} (uncertain)" if end.grain.uncertain else _long(end)


def _brief(end: _End, *, with_year: bool) -> str:
    return _doubted(_name(end, _SHORT_MONTHS, with_year=with_year), end.grain)


def _short_range(first: _End, last: _End, *, with_year: bool) -> str:
    joined = _joined(first, last, _SHORT_MONTHS, _TO, with_year=with_year)
    if joined:
        return joined
    if first.years != last.years:
        with_year = True
        first, last = _at_most(first, Precision.MONTH), _at_most(last, Precision.MONTH)
    return f"{_brief(first, with_year=with_year)}{_TO}{_brief(last, with_year=with_year)}"


def _at_most(end: _End, precision: Precision) -> _End:
    """A side that is no finer than that."""
    return end._replace(grain=end.grain._replace(precision=min(end.precision, precision)))


def _joined(
    first: _End, last: _End, months: tuple[str, ...], dash: str, *, with_year: bool = True
) -> str | None:
    """A range that says what both sides share once; None if they share nothing or one is doubted.

    `dash` stands between days of different months, which have spaces of their own.
    """
    if first.precision is not last.precision or not (first.is_plain and last.is_plain):
        return None
    texts = [_name(each, months, with_year=with_year) for each in (first, last)]
    if texts[0] == texts[1] and first.years == last.years:
        return texts[0]
    if first.precision is Precision.YEAR:
        return _years(first.years[0], last.years[0])
    if first.precision < Precision.MONTH or first.years != last.years:
        return None
    one, other = (_name(each, months, with_year=False) for each in (first, last))
    if first.precision is Precision.MONTH:
        dash = _TO
    elif civil(first.day)[1] == civil(last.day)[1]:
        one, dash = str(civil(first.day)[2]), _TO
    return f"{one}{dash}{other}" + f" {year_words(first.years[0])}" * with_year


def _name(end: _End, months: tuple[str, ...], *, with_year: bool = True) -> str:
    """A date without its doubts; years, decades and centuries always show their year."""
    _, month, day = civil(end.day)
    first, last = end.years
    match end.precision:
        case Precision.CENTURY | Precision.YEAR:
            return _years(first, last)
        case Precision.DECADE:
            return f"{year_words(first)}s" if first > 0 else _years(first, last)
        case Precision.SEASON:
            text = _SEASONS[(month - _SPRING) % 12 // 3]
        case Precision.MONTH:
            text = months[month - 1]
        case Precision.DAY | Precision.MINUTE:
            text = f"{day} {months[month - 1]}"
    return f"{text} {_years(first, last, is_brief=True)}" if with_year else text


def _years(first: int, last: int, *, is_brief: bool = False) -> str:
    """One or more years; `is_brief` shortens the last to two digits where that is clear."""
    if first <= 0 < last:
        return f"{year_words(first)} {_TO} {year_words(last)}"
    era = "{} BC" if last <= 0 else "AD {}" if first < _AD_STANDS_ALONE else "{}"
    shown = [1 - year if year <= 0 else year for year in (first, last)]
    texts = [f"{year:,}" if year >= _NEEDS_COMMAS else str(year) for year in shown]
    if first == last:
        return era.format(texts[0])
    if is_brief and first >= _AD_STANDS_ALONE and first // 100 == last // 100:
        texts[1] = texts[1][-2:]
    return era.format(_TO.join(texts))


def _clock(clock: str) -> str:
    """A local time with its zone set off: `09:30 UTC+03:00`."""
    return clock.replace("Z", " UTC").replace("+", " UTC+").replace("-", " UTC-")
