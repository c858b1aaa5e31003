"""Dates as history knows them: how precise, how sure, and which days they mean.

They are written in EDTF (ISO 8601-2:2019), levels 0 and 1.
A day is a number: 1 is 1 January of the year 1 (`datetime.date.toordinal`), and it
runs on below 1 and above the year 9999 in the proleptic Gregorian calendar. Year 0 is 1 BC.
Nothing missing is ever filled in, and nothing given is lost: a date keeps its text.
A date never ends before it starts. Malformed text raises `DateError` and nothing else.
"""

import re
from datetime import date
from enum import Enum, IntEnum
from functools import lru_cache
from math import inf
from typing import Final, NamedTuple

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_CYCLE_YEARS, _CYCLE_DAYS = 400, 146_097
_SEASONS: Final = range(21, 25)

# Twelve digits of years keep every day number exact as a float, for whoever draws it.
_COMMON: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", re.ASCII)
_ONE: Final = re.compile(
    r"(-?(?:\d{4}|\d{3}X|\d\dXX)|Y-?[1-9]\d{4,11})"
    r"(?:-(\d\d|XX)(?:-(\d\d|XX))?)?"
    r"(?:T((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-](?:[01]\d|2[0-3])(?::[0-5]\d)?)?))?"
    r"([~?%]?)",
    re.ASCII,
)


class DateError(ValueError):
    """A text that is no date; the message tells a person what is wrong or what to write."""


class Precision(IntEnum):
    """How fine a date is, from coarse to fine. A century is 100 years that share two digits."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    SEASON = 4
    MONTH = 5
    DAY = 6
    MINUTE = 7


class Missing(Enum):
    """A side of a range that has no date, by how EDTF writes it."""

    OPEN = ".."
    UNKNOWN = ""


class Grain(NamedTuple):
    """How finely and how surely a date, or one side of a range, is given.

    `masked` is the finer part that is written XX: `2014-XX` is a year with a masked month.
    """

    precision: Precision
    masked: Precision | None = None
    approximate: bool = False
    uncertain: bool = False


Side = Grain | Missing


class Date(NamedTuple):
    """A date or a range, as written and as the days it means.

    `start` and `end` are day numbers, both inclusive; None where that side is open or unknown.
    `first` and `last` tell the sides of a range apart and are the same for a single date.
    """

    text: str
    start: int | None
    end: int | None
    first: Side
    last: Side

    @property
    def is_interval(self) -> bool:
        """Whether this is a range, even one of two equal dates."""
        return "/" in self.text

    @property
    def clock(self) -> str:
        """The local time as written, seconds and zone included, or ""."""
        return self.text.partition("T")[2]

    @property
    def precision(self) -> Precision:
        """How fine the start is, or the end where the start is missing."""
        return next(side.precision for side in self._given)

    @property
    def approximate(self) -> bool:
        """Whether any side is approximate."""
        return any(side.approximate for side in self._given)

    @property
    def uncertain(self) -> bool:
        """Whether any side is uncertain."""
        return any(side.uncertain for side in self._given)

    @property
    def minute(self) -> int | None:
        """The minute of the local day, 0 to 1439, if a time is given."""
        clock = self.clock
        return int(clock[:2]) * 60 + int(clock[3:5]) if clock else None

    @property
    def anchor(self) -> int:
        """The day by which this date is put in order: its start, or its end if it has none."""
        return next(day for day in (self.start, self.end) if day is not None)

    @property
    def year(self) -> int:
        """The year of the anchor, astronomical: 0 is 1 BC."""
        return civil(self.anchor)[0]

    @property
    def order(self) -> tuple[int, int, int, int]:
        """What dates are sorted by: anchor, no time before a time, minute, longest first.

        Sides that are open or unknown count as longer than all others.
        """
        length = (0, 0)
        if self.start is not None and self.end is not None:
            length = (1, self.start - self.end)
        minute = self.minute
        return (self.anchor, -1 if minute is None else minute, *length)

    @property
    def _given(self) -> tuple[Grain, ...]:
        return tuple(side for side in (self.first, self.last) if isinstance(side, Grain))


def ordinal(year: int, month: int, day: int) -> int:
    """The number of a day in any year. Raises ValueError if the calendar has no such day."""
    # The calendar repeats every 400 years; 400 to 799 is a stretch that `date` can represent.
    cycles, rest = divmod(year, _CYCLE_YEARS)
    return date(rest + _CYCLE_YEARS, month, day).toordinal() + (cycles - 1) * _CYCLE_DAYS


def civil(day: int) -> tuple[int, int, int]:
    """The astronomical year, the month and the day of the month of a day number."""
    cycles, rest = divmod(day - 1, _CYCLE_DAYS)
    found = date.fromordinal(rest + 1)
    return found.year + cycles * _CYCLE_YEARS, found.month, found.day


_DOUBT: Final = {"": (False, False), "~": (True, False), "?": (False, True), "%": (True, True)}
_YEARS, _MONTHS, _DAYS = (
    {mark: Grain(precision, None, *doubt) for mark, doubt in _DOUBT.items()}
    for precision in (Precision.YEAR, Precision.MONTH, Precision.DAY)
)
_MISSING: Final[dict[str, Side]] = {each.value: each for each in Missing}


@lru_cache(maxsize=1 << 16)
def parse(text: str) -> Date:
    """Read a date of EDTF level 0 or 1; white space around it does not count.

    Raises:
        DateError: If it is none, with what to write instead.
    """
    text = text.strip()
    if "/" in text:
        return _interval(text)
    start, end, grain = _single(text, text)
    return Date(text, start, end, grain, grain)


def _interval(text: str) -> Date:
    """A range, sections "Time interval" of level 0 and "Extended interval" of level 1."""
    left, _, right = text.partition("/")
    if "/" in right:
        raise DateError(_advice(text) or "a range has one slash: 2014/2016")
    start = end = None
    first, last = _MISSING.get(left), _MISSING.get(right)
    if first and last:
        raise DateError("a range needs a date on one side at least: 2014/.. or ../2014")
    if first is None:
        start, _, first = _single(left, text)
    if last is None:
        _, end, last = _single(right, text)
    if "T" in text:
        raise DateError("leave the time out of a range: 2014-03-18/2014-03-19")
    if start is not None and end is not None and end < start:
        raise DateError("the range ends before it starts")
    return Date(text, start, end, first, last)


def _single(text: str, whole: str) -> tuple[int, int, Grain]:
    """First day, last day and grain of one date; `whole` is the range it stands in."""
    common = _COMMON.fullmatch(text)
    plain = common and _plain(*common.groups())
    if plain:
        return plain
    found = _ONE.fullmatch(text)
    if not found:
        raise DateError(_advice(whole) or _advice(text) or FORMS)
    year, month, day, clock, mark = found.groups(default="")
    _check(year, month, day, clock, mark)
    low, high, precision = _years(year)
    masked = None
    if month in ("", "XX"):
        masked = Precision.DAY if day else Precision.MONTH if month else None
        start, end = ordinal(low, 1, 1), ordinal(high, 12, 31)
    elif int(month) in _SEASONS:
        precision = Precision.SEASON
        opening = 3 * _SEASONS.index(int(month)) + 3
        start = ordinal(low, opening, 1)
        end = ordinal(low + opening // 12, opening % 12 + 3, 1) - 1
    elif day in ("", "XX"):
        masked = Precision.DAY if day else None
        precision = Precision.MONTH
        start = ordinal(low, int(month), 1)
        end = start + _days_in(low, int(month)) - 1
    else:
        precision = Precision.MINUTE if clock else Precision.DAY
        start = end = ordinal(low, int(month), int(day))
    return start, end, Grain(precision, masked, *_DOUBT[mark])


def _plain(year: str, month: str, day: str, mark: str) -> tuple[int, int, Grain] | None:
    """What `_single` finds, sooner, for the usual forms; None sends the rest the long way."""
    try:
        start = date(int(year), int(month or 1), int(day or 1)).toordinal()
    except ValueError:
        return None
    if day:
        return start, start, _DAYS[mark]
    if month:
        return start, start + _days_in(int(year), int(month)) - 1, _MONTHS[mark]
    return start, start + 336 + _days_in(int(year), 2), _YEARS[mark]


def _check(year: str, month: str, day: str, clock: str, mark: str) -> None:
    """Refuse parts that are well formed but do not go together, or that no calendar has."""
    if year == "-0000":
        raise DateError("the year 0 is written 0000")
    if month and year.startswith("Y"):
        raise DateError(f"a year of more than four digits stands alone: {year}")
    if (month and "X" in year) or (month == "XX" and day not in ("", "XX")):
        raise DateError(_MASKS)
    if clock and (not day or day == "XX"):
        raise DateError("a time needs a full day before it: 2014-03-18T09:30")
    if clock and mark:
        raise DateError(f"a date with a time takes no {mark}; leave one of them out")
    if month not in ("", "XX"):
        _check_calendar(year, int(month), day)


def _check_calendar(year: str, month: int, day: str) -> None:
    if month == 0:
        raise DateError(f"there is no month 00; leave out what is not known: {year}")
    if month > len(MONTHS):
        if month not in _SEASONS:
            hint = f"; a range of years is {year}/{year[:2]}{month}"
            hint *= year[0] != "-" and year[2:] < str(month)
            raise DateError(f"the month must be 01 to 12, or a season 21 to 24, not {month}{hint}")
        if day:
            raise DateError(f"a season has no days; write {year}-{month}")
    elif day == "00":
        raise DateError(f"there is no day 00; leave out what is not known: {year}-{month:02}")
    elif day not in ("", "XX") and int(day) > (days := _days_in(int(year), month)):
        raise DateError(f"{MONTHS[month - 1]} {year} has {days} days, not {int(day)}")


def _years(text: str) -> tuple[int, int, Precision]:
    """The first and the last year, sections "Year" and "Unspecified digits" of level 1."""
    text = text.removeprefix("Y")
    hidden = text.count("X")
    precision = Precision(Precision.YEAR - hidden)
    ends = int(text.replace("X", "0")), int(text.replace("X", "9"))
    # "-000X" reads as -0 to -9, so the sign decides which end comes first.
    return (ends[1], ends[0], precision) if text.startswith("-") else (*ends, precision)


def _days_in(year: int, month: int) -> int:
    if month == 2:  # noqa: PLR2004, February
        return 29 if year % 4 == 0 and (year % 100 or year % _CYCLE_YEARS == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def to_edtf(when: Date) -> str:
    """Print a date in EDTF. What can be written has one spelling, so it is the text as read."""
    return when.text


def overlaps(one: Date, other: Date) -> bool:
    """Whether two dates have a day in common, as `on:` asks.

    An open side reaches for ever. An unknown side adds nothing: `2014/` reaches as far as `2014`.
    """
    (start, end), (other_start, other_end) = reach(one), reach(other)
    return start <= other_end and other_start <= end


def contains(outer: Date, inner: Date) -> bool:
    """Whether every day of `inner` lies in `outer`, with sides as in `overlaps`."""
    (start, end), (inner_start, inner_end) = reach(outer), reach(inner)
    return start <= inner_start and inner_end <= end


def reach(when: Date) -> tuple[float, float]:
    """First and last day, infinite where open."""
    if Missing.UNKNOWN in (when.first, when.last):
        when = parse(when.text.strip("/"))
    return (-inf if when.start is None else when.start, inf if when.end is None else when.end)


FORMS: Final = "write 2014, 2014-03, 2014-03-18 or 2014/2016, with ~ or ? for doubt"
"""What to write where nothing can be made of a text."""
_MASKS: Final = "X stands for the last digits only: 201X, 20XX, 2014-XX, 2014-03-XX or 2014-XX-XX"
_NAMES: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_NAMED: Final = rf"((?:{_NAMES})[a-z]*)\.?"
_NUMBERS: Final = {name: f"{at:02}" for at, name in enumerate(_NAMES.split("|"), 1)}
_ISO: Final = r"(\d{4}(?:-\d\d){0,2})"
_DASH: Final = "\N{EN DASH}\N{EM DASH}"
_ADVICE: Final = (  # the first that fits; {0} is the first group, padded to two digits
    (r"", "the date is empty"),
    (rf"{_ISO}\s*(?:[-{_DASH}]|to|\.\.+)\s*{_ISO}", "write a range with a slash: {0}/{1}"),
    (rf"{_ISO} *[-{_DASH}]|(?:since|from|after)\s+{_ISO}", "write an open range as {0}{1}/.."),
    (rf"(?:until|till|before|to|[{_DASH}])\s*{_ISO}", "write an open range as ../{0}"),
    (r"(?:c\.?|ca\.?|circa|about|~)\s*(\d{4})", "write an approximate year as {0}~"),
    (rf"(?:c\.?|ca\.?|circa|about|~)\s*{_ISO}", "write an approximate date as {0}~"),
    (rf"([?%])\s*{_ISO}|{_ISO}\s+([~?%])", "put the mark right behind the date: {1}{2}{0}{3}"),
    (rf"{_ISO}(?:~\?|\?~)", "write ~ and ? together as %: {0}%"),
    (r"(\d{4}-\d\d-\d\d)[T\s]\s*(\d|[01]\d|2[0-3]):([0-5]\d)", "write the time as {0}T{1}:{2}"),
    (r"(\d{4}-\d\d-\d\d)T.*", "the time must be 00:00 to 23:59: {0}T09:30"),
    (r"T?\d\d?:\d\d.*", "a time needs a full day before it: 2014-03-18T09:30"),
    (r"(\d{4})-(\d\d?)", "month and day need two digits: {0}-{1}"),
    (r"(\d{4})-(\d\d?)-(\d\d?)", "month and day need two digits: {0}-{1}-{2}"),
    (r"(\d{4})[./](\d\d?)[./](\d\d?)", "write hyphens between the parts: {0}-{1}-{2}"),
    (r"(\d{4})([01]\d)([0-3]\d)", "write hyphens between the parts: {0}-{1}-{2}"),
    (r"(\d{4})(?:[./](0?[1-9]|1[0-2])|(0[1-9]|1[0-2]))", "write a month with a hyphen: {0}-{1}{2}"),
    (rf"((\d\d)\d\d)\s*[/{_DASH}]\s*(\d\d)", "write both years in full: {0}/{1}{2}"),
    (rf"((\d{{4}})-\d\d-\d\d)[/{_DASH}](\d\d-\d\d)", "write both dates in full: {0}/{1}-{2}"),
    (rf"((\d{{4}}(?:-\d\d)?)-\d\d)[/{_DASH}](\d\d)", "write both dates in full: {0}/{1}-{2}"),
    (r"(1[3-9]|2\d|3[01])[./-](\d\d?)[./-](\d{4})", "write the year first: {2}-{1}-{0}"),
    (r"\d\d?[./-]\d\d?[./-]\d{2,4}", "write the year first and in full, as YYYY-MM-DD"),
    (r"(\d\d?)[./-](\d{4})", "write the year first: {1}-{0}"),
    (r"\d\d-\d\d", "the year is missing; write YYYY-MM-DD"),
    (rf"{_NAMED},?\s+(\d{{4}})", "write the month as a number: {1}-{0}"),
    (rf"(\d\d?)[a-z]*\.?\s+{_NAMED},?\s+(\d{{4}})", "write the month as a number: {2}-{1}-{0}"),
    (rf"{_NAMED}\s+(\d\d?)[a-z]*,?\s+(\d{{4}})", "write the month as a number: {2}-{0}-{1}"),
    (r"(?:spring|summer|autumn|fall|winter)\s+(\d{4})", "write spring to winter as {0}-21 to -24"),
    (r"((\d\d)0)0'?s", "write a decade as {0}X, a century as {1}XX"),
    (r"(\d{3})0'?s", "write a decade as {0}X"),
    (r"(\d{1,3})", "a year has four digits: {0:0>4}"),
    (r"\d+ *(?:BC|BCE)", "years before 1 are counted from 0: 1 BC is 0000, 44 BC is -0043"),
    (r"(-?[1-9]\d{4,11})", "a year of more than four digits begins with Y: Y{0}"),
    (r"Y(-?\d{4})", "a year of four digits needs no Y: {0}"),
    (r"Y?-?\d{13,}", "a year has at most 12 digits"),
    (r"([^\s/]+)(?:\s+/\s*|/\s+)([^\s/]+)", "write a range without spaces: {0}/{1}"),
    (r"[-\dX]*X[-\dX]*[~?%]?", _MASKS),
    (r"\S*[~?%]-\S*", "put ~, ? or % at the very end: 2014-03~"),
    (r".*[\u2010\u2011\u2212].*", "write the plain hyphen: -"),
)


def _advice(text: str) -> str | None:
    """What to write instead of a text that people write but EDTF does not know."""
    if len(text) > 64:  # noqa: PLR2004, longer than any mistake known here
        return None
    if any(each.isdecimal() and not each.isascii() for each in text):
        return "write the digits as 0 to 9"
    if _ONE.fullmatch(text.upper()):
        return f"write the letters as capitals: {text.upper()}"
    for pattern, message in _ADVICE:
        found = re.fullmatch(pattern, text, re.ASCII | re.IGNORECASE)
        if found:
            return message.format(*map(_padded, found.groups(default="")))
    return None


def _padded(group: str) -> str:
    return group.zfill(2) if group.isdigit() else _NUMBERS.get(group[:3].lower(), group)
