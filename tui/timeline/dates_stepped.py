"""Dates so far from another: `+6m`, `-1y`, `+2w`, `-10d`.

Months and years are of the calendar: a month after 31 January is the last day of February.
"""

import re
from datetime import date
from typing import Final

from dateutil.relativedelta import relativedelta

from tui.timeline.dates import Date, DateError, civil, parse

_STEP: Final = re.compile(r"([+-])\s*(\d{1,6})\s*([dwmy])[a-z]*", re.IGNORECASE)
_UNITS: Final = {"d": "days", "w": "weeks", "m": "months", "y": "years"}


def is_step(text: str) -> bool:
    """Whether a text says how far to go: a sign, and a number of days, weeks, months or years."""
    return _STEP.fullmatch(text.strip()) is not None


def stepped(text: str, day: int) -> Date:
    """The day that is so far from another, which is given by its number (see `dates.civil`).

    Raises:
        DateError: It is no step, or leads beyond the years 1 to 9999, which calendars reckon with.
    """
    found = _STEP.fullmatch(text.strip())
    if found is None:
        raise DateError(f"{text} is no step; +6m, -1y, +2w and -10d are")
    number = int(found[2]) if found[1] == "+" else -int(found[2])
    year, month, day_of_month = civil(day)
    try:
        start = date(year, month, day_of_month)
        end = start + relativedelta(**{_UNITS[found[3].lower()]: number})  # type: ignore[arg-type]
    except (ValueError, OverflowError) as error:
        raise DateError(f"{text} from here leads beyond the years 1 to 9999") from error
    return parse(end.isoformat())
