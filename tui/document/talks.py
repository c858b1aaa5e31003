"""Talks: where a talk was when it was cut off, kept so that the next start can take it up.

One small file for each timeline, found by a digest of its real path, which stands inside as well.
It is there while a talk is told, and goes when the presenter leaves; what finds it later knows
that the talk was cut off. Whatever is in its place, loading gives a place or None, and nothing
here raises. A place with a control character in it is none.
"""

import math
import os
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple
from zlib import crc32

from tui.document import disk

_VERSION: Final = 1
_LARGEST: Final = 1 << 16
_MOST_KEPT: Final = 100
_MOST_FILTERS: Final = 100
_MOST: Final = 10_000_000
_PREFIX: Final = "talk-"
KEPT_FOR: Final = timedelta(hours=12)
"""How long after it was cut off a talk may be taken up."""


class Place(NamedTuple):
    """Where a talk was, in texts and ids; what they mean is for those who take it up.

    Attributes:
        saved: When, as an ISO 8601 time with its offset.
        tour: The id of the tour, "" of events in order of time.
        filters: The queries that found these events, as they are written.
        slide: The key of the slide, "" at the cover of the talk.
        part: The id of the last part of it that was revealed.
        page: Which of the pages of that part was shown, from 0.
        pages: How many it had there.
        elapsed: Seconds that the talk had taken, pauses left out.
        goal: Seconds that it should take, 0 where nobody said.
        number: The number of the slide, from 1.
        slides: How many there were.
    """

    saved: str
    tour: str = ""
    filters: tuple[str, ...] = ()
    slide: str = ""
    part: str = "title"
    page: int = 0
    pages: int = 1
    elapsed: float = 0.0
    goal: float = 0.0
    number: int = 1
    slides: int = 1

    @property
    def moment(self) -> datetime:
        """When it was saved. Raises ValueError where that is no time with its offset."""
        moment = datetime.fromisoformat(self.saved)
        if moment.tzinfo is None:
            raise ValueError("a time without its offset")
        return moment

    def is_recent(self, now: datetime) -> bool:
        """Whether it is worth going on from there.

        Args:
            now: A time with its offset. A clock that was set back meanwhile is forgiven.
        """
        try:
            return abs(now - self.moment) <= KEPT_FOR
        except (ValueError, OverflowError):
            return False


def load(folder: Path, file: Path) -> Place | None:
    """Where a talk of a timeline file was cut off; None where none was."""
    try:
        real = os.path.realpath(file)
        place = _where(folder, real)
        if disk.stamp(place).size > _LARGEST:
            return None
        import json  # noqa: PLC0415, only where there is a place, and the start is measured

        return _parse(json.loads(disk.load(place)), real)
    except (OSError, ValueError, TypeError, KeyError, RecursionError, OverflowError):
        return None


def save(folder: Path, file: Path, place: Place) -> str | None:
    """Keep where a talk of a timeline file is.

    Returns:
        Why it could not be kept, as a sentence; None where it was.
    """
    import json  # noqa: PLC0415, likewise

    try:
        real = os.path.realpath(file)
        data = json.dumps({"version": _VERSION, "file": real, **place._asdict()}).encode()
        if len(data) > _LARGEST:
            return "The place in the talk is not kept: there is too much to it."
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # A loss of power may cost it: waiting for the disk would hold up the talk.
        disk.save(_where(folder, real), data, 0o600, is_lasting=False)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else None
        return f"The place in the talk is not kept: {(why or str(error)).lower()}."
    return None


def forget(folder: Path, file: Path) -> None:
    """Keep no place of a talk of a timeline file any more, and none of talks long past."""
    with suppress(OSError, ValueError):
        _where(folder, os.path.realpath(file)).unlink(missing_ok=True)
    with suppress(OSError, ValueError):
        places = [each for each in folder.iterdir() if each.name.startswith(_PREFIX)]
        aged = sorted((each.lstat().st_mtime, each) for each in places)
        for _, old in aged[:-_MOST_KEPT]:
            old.unlink(missing_ok=True)


def _where(folder: Path, real: str) -> Path:
    """Where the place of a file is kept. Two files may share it: the path inside tells."""
    return folder / f"{_PREFIX}{crc32(os.fsencode(real)):08x}.json"


def _parse(found: dict[str, Any], real: str) -> Place:
    """The place that is kept of a file.

    Raises:
        ValueError, TypeError, KeyError: It is none, or that of another file.
    """
    if found["version"] != _VERSION or found["file"] != real:
        raise ValueError("another version, or another file")
    filters = found["filters"]
    if not isinstance(filters, list) or len(filters) > _MOST_FILTERS:
        raise TypeError("no list of filters")
    place = Place(
        saved=_text(found["saved"]),
        tour=_text(found["tour"]),
        filters=tuple(map(_text, filters)),
        slide=_text(found["slide"]),
        part=_text(found["part"]),
        page=_count(found["page"], 0),
        pages=_count(found["pages"], 1),
        elapsed=_seconds(found["elapsed"]),
        goal=_seconds(found["goal"]),
        number=_count(found["number"], 1),
        slides=_count(found["slides"], 1),
    )
    _ = place.moment
    return place


def _text(found: object) -> str:
    if not isinstance(found, str) or not found.isprintable():
        raise TypeError("no text that can be shown")
    return found


def _count(found: object, least: int) -> int:
    if type(found) is not int or not least <= found <= _MOST:
        raise TypeError("no count")
    return found


def _seconds(found: object) -> float:
    if type(found) not in (int, float):
        raise TypeError("no number of seconds")
    seconds = float(found)  # type: ignore[arg-type]  # a number, as type() says
    if not math.isfinite(seconds) or not 0 <= seconds <= _MOST:
        raise ValueError("no time that a talk takes")
    return seconds
