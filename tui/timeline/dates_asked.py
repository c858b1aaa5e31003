"""Dates as people type them when they ask: every EDTF date, and what else has one meaning only.

What could mean two days, such as 03/04/2022, is refused with both, and never guessed.
"""

import re
from functools import lru_cache
from typing import Final

from tui.timeline.dates import FORMS, MONTHS, Date, DateError, parse

_MONTH_NUMBERS: Final = {name[:3].lower(): f"{at:02}" for at, name in enumerate(MONTHS, 1)}
_NAME: Final = rf"({'|'.join(name[:3] for name in MONTHS)})[a-z]*\.?"
_BETWEEN: Final = r"[ ,.-]*"
_SEASONS: Final = ("spring", "summer", "autumn", "winter")
_ABOUT: Final = re.compile(r"(?:circa|about|ca?\.?)(?: *(?=\d)| +(?=\S))", re.IGNORECASE)
_RANGE: Final = re.compile(r"(.*?)\s*(?:\.\.+|[–—]|\bto\b)\s*(.*)|(\d{4})\s*-\s*(\d{4})")
_FORMS: Final = (  # a pattern, and the order of its groups in an EDTF date
    (r"(\d{4})[-./](\d\d?)", "{0}-{1}"),
    (r"(\d{4})[-./](\d\d?)[-./](\d\d?)", "{0}-{1}-{2}"),
    (rf"{_NAME}{_BETWEEN}(\d{{4}})", "{1}-{0}"),
    (rf"(\d\d?)(?:st|nd|rd|th)?{_BETWEEN}{_NAME}{_BETWEEN}(\d{{4}})", "{2}-{1}-{0}"),
    (rf"{_NAME}{_BETWEEN}(\d\d?)(?:st|nd|rd|th)?(?: *, *| +)(\d{{4}})", "{2}-{0}-{1}"),
    (r"(\d\d[1-9])0s", "{0}X"),
    (r"(\d\d\d)X", "{0}X"),
    (r"(\d\d)XX", "{0}XX"),
)
_SEASON: Final = re.compile(rf"({'|'.join((*_SEASONS, 'fall'))}){_BETWEEN}(\d{{4}})", re.IGNORECASE)
_YEAR_LAST: Final = re.compile(r"(\d\d?)([-./])(\d\d?)\2(\d{4})", re.ASCII)
_BEFORE_CHRIST: Final = re.compile(r"(\d{1,4}) *BCE?", re.IGNORECASE)

_ADVICE: Final = "write 2014, 2014-03, Sep 2022, 3 Sep 2022 or 2014..2016"


@lru_cache(maxsize=1 << 10)
def asked(text: str) -> Date:
    """Read a date that a person typed: `2014`, `Sep 2022`, `3 September 2022`, `2014..2016`.

    Raises:
        DateError: If it is none, or could be several, with what to write instead.
    """
    text = " ".join(text.split())
    if re.fullmatch(_NAME, text, re.IGNORECASE):
        raise DateError(f'a month needs its year: "{text} 2022"')
    match readings(text):
        case (only,):
            return parse(only)
        case (one, other):
            raise DateError(f"{text} may be {one} or {other}")
    try:
        return parse(text)
    except DateError as error:
        written = _range(text) or _single(text)
        try:
            return parse(written)
        except DateError as again:
            # Of a text that could be put into EDTF, the better advice is on the outcome.
            told = str(error if written == text else again)
            raise DateError(_ADVICE if told == FORMS else told) from None


def readings(text: str) -> tuple[str, ...]:
    """The days in EDTF that a date of numbers with the year last may be, day first, then month.

    `()` for any other text, and for such numbers as no day has.
    """
    found = _YEAR_LAST.fullmatch(text.strip())
    if not found:
        return ()
    one, other, year = found[1].zfill(2), found[3].zfill(2), found[4]
    both = dict.fromkeys((f"{year}-{other}-{one}", f"{year}-{one}-{other}"))
    return tuple(each for each in both if _is_date(each))


def _is_date(text: str) -> bool:
    try:
        parse(text)
    except DateError:
        return False
    return True


def _range(text: str) -> str:
    """A range in EDTF, if the text has two sides or the sign between them."""
    found = _RANGE.fullmatch(text)
    if not found or "/" in text:
        return ""
    first, last = (found[1] or found[3] or "", found[2] or found[4] or "")
    if not first and not last:
        return ""
    return f"{_single(first) or '..'}/{_single(last) or '..'}"


def _single(text: str) -> str:
    """A single date in EDTF where the form is known, else the text."""
    about = _ABOUT.match(text)
    if about:
        return f"{_single(text[about.end() :])}~"
    if found := _SEASON.fullmatch(text):
        name = found[1].lower().replace("fall", "autumn")
        return f"{found[2]}-{21 + _SEASONS.index(name)}"
    if found := _BEFORE_CHRIST.fullmatch(text):
        year = int(found[1]) - 1
        return f"-{year:04}" if year > 0 else "0000"
    for pattern, form in _FORMS:
        if found := re.fullmatch(pattern, text, re.ASCII | re.IGNORECASE):
            return form.format(*map(_number, found.groups()))
    return text


def _number(group: str) -> str:
    return group.zfill(2) if group.isdigit() else _MONTH_NUMBERS[group.lower()]
