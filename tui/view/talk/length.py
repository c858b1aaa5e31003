"""How long a talk is to be, as people write it: `20m`, `1h`, `90s`, `1h30m`, `20` for minutes."""

import re
from typing import Final

_WRITTEN: Final = re.compile(
    r"(?:(?P<hours>\d{1,6}) ?h)? ?"
    r"(?:(?P<minutes>\d{1,6})(?: ?m(?:in)?|\Z))? ?"
    r"(?:(?P<seconds>\d{1,6}) ?s)?",
    re.ASCII,
).fullmatch
_LONGEST: Final = 24 * 3600


def seconds_of(text: str) -> float | None:
    """The seconds of a length, None of a text that is none, or of more than a day."""
    found = _WRITTEN(text.strip().lower())
    if found is None:
        return None
    hours, minutes, seconds = (int(found[each] or 0) for each in ("hours", "minutes", "seconds"))
    total = hours * 3600 + minutes * 60 + seconds
    return float(total) if 0 < total <= _LONGEST else None
