"""The session: where a reader was in a file, and what they had marked, kept for the next start.

One small file for each timeline, found by a digest of its real path, which stands inside as well.
Whatever is in its place, loading gives a session and saving raises nothing: what is kept here is
a convenience and never worth an error. No text in a session has a control character.
"""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple
from zlib import crc32

from tui.document import disk
from tui.document.reading.characters import UNWANTED

_VERSION: Final = 1
_LARGEST: Final = 1 << 20
_MOST_KEPT: Final = 1000
_MOST_PROMPTS: Final = 100
_LONGEST_PROMPT: Final = 500
_NOT_ON_ONE_LINE: Final = re.compile(r"[\t\n\r]+")

Cursor = tuple[str, str, str]
"""A pane, and the kind and id of the record that its cursor is on."""

Fold = tuple[str, str]
"""What the lanes of the chart are, and the key of one that is folded."""

Window = tuple[str, int, int, int]
"""A time: the name of a unit, the columns of one, the number of the first, the columns of all."""


class Session(NamedTuple):
    """Where a reader was, in texts and ids; what they mean is for those who take it up again.

    Attributes:
        event: The id of the event last chosen.
        focus: The pane that keys went to.
        cursors: Where the cursor of each pane was.
        chips: The pins and filters, as they are written.
        zoomed: Whether the focused pane had the whole screen.
        split: How far the border between Events and its neighbour was moved, in steps.
        recent: The panes in the order in which they were last looked at, latest first.
        charted: Whether the events were shown as a chart.
        grouping: What the lanes of the chart were, "" if it never was shown.
        folded: The keys of the lanes that were folded.
        lane: The key of the lane that the cursor was in, "" for the first that its event is in.
        window: Which time was seen, None for all of it.
        folded_elsewhere: The lanes that were folded where lanes are something else.
        theme: The name of the theme.
        marks: The ids of the events that were marked, in the order they were.
        searches: What was searched for, the latest last, at most 100.
        filters: What was filtered by, likewise.
    """

    event: str = ""
    focus: str = ""
    cursors: tuple[Cursor, ...] = ()
    chips: tuple[str, ...] = ()
    zoomed: bool = False
    theme: str = ""
    marks: tuple[str, ...] = ()
    searches: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    split: int = 0
    recent: tuple[str, ...] = ()
    charted: bool = False
    grouping: str = ""
    folded: tuple[str, ...] = ()
    lane: str = ""
    window: Window | None = None
    folded_elsewhere: tuple[Fold, ...] = ()


def state_folder(environment: Mapping[str, str]) -> Path:
    """Where sessions are kept: `$XDG_STATE_HOME/dateline`."""
    return disk.own_folder(environment, "XDG_STATE_HOME", ".local/state")


def load(folder: Path, file: Path) -> Session:
    """The session of a timeline file; an empty one where none is kept that can be read."""
    try:
        real = os.path.realpath(file)
        data = _read(_place(folder, real))
        return _parse(data, real)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return Session()


def save(folder: Path, file: Path, session: Session) -> str | None:
    """Keep the session of a timeline file.

    Returns:
        Why it could not be kept, as a sentence; None where it was.
    """
    try:
        real = os.path.realpath(file)
        place = _place(folder, real)
        data = _print(session, real)
        if len(data) > _LARGEST:
            return "Your place is not kept: there is too much to it."
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # A loss of power may cost it: waiting for the disk would hold up everyone who leaves.
        disk.save(place, data, 0o600, is_lasting=False)
        _prune(folder, place)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else None
        return f"Your place is not kept: {(why or str(error)).lower()}."
    return None


def _place(folder: Path, real: str) -> Path:
    """Where the session of a file is kept. Two files may share it: the path inside tells."""
    return folder / f"session-{crc32(os.fsencode(real)):08x}.json"


def _read(place: Path) -> bytes:
    if disk.stamp(place).size > _LARGEST:
        raise ValueError("too large for a session")
    return disk.load(place)


def _prune(folder: Path, latest: Path) -> None:
    """Let go of the sessions that were saved longest ago, and of what a crash left behind."""
    names = [name for name in os.listdir(folder) if name.startswith("session-")]  # noqa: PTH208, entries are only counted
    if len(names) <= _MOST_KEPT:
        return
    aged: list[tuple[float, Path]] = []
    for name in names:
        with suppress(OSError):  # another dateline may prune at the same time
            aged.append(((folder / name).lstat().st_mtime, folder / name))
    for _, old in sorted(aged)[:-_MOST_KEPT]:
        if old != latest:
            with suppress(OSError):
                old.unlink()


def _print(session: Session, real: str) -> bytes:
    import json  # noqa: PLC0415, only where there is a session, and the start is measured

    kept = session._replace(searches=_prompts(session.searches), filters=_prompts(session.filters))
    return json.dumps({"version": _VERSION, "file": real, **kept._asdict()}).encode()


def _parse(data: bytes, real: str) -> Session:
    """The session of a file.

    Raises:
        ValueError, TypeError, KeyError, RecursionError: It is none, or that of another file.
    """
    import json  # noqa: PLC0415, likewise

    found = json.loads(data)
    if found["version"] != _VERSION or found["file"] != real:
        raise ValueError("another version, or another file")
    return Session(
        event=_text(found["event"]),
        focus=_text(found["focus"]),
        cursors=tuple(_cursor(*each) for each in found["cursors"]),
        chips=_texts(found["chips"]),
        zoomed=found["zoomed"] is True,
        theme=_text(found["theme"]),
        marks=_texts(found["marks"]),
        searches=_prompts(_texts(found["searches"])),
        filters=_prompts(_texts(found["filters"])),
        # An older dateline kept no layout, or no chart.
        split=_number(found.get("split", 0)),
        recent=_texts(found.get("recent", [])),
        charted=found.get("charted") is True,
        grouping=_text(found.get("grouping", "")),
        folded=_texts(found.get("folded", [])),
        lane=_text(found.get("lane", "")),
        window=_window(*window) if (window := found.get("window")) else None,
        folded_elsewhere=tuple(_fold(*each) for each in found.get("folded_elsewhere", [])),
    )


def _cursor(pane: object, kind: object, own: object) -> Cursor:
    return _text(pane), _text(kind), _text(own)


def _fold(grouping: object, lane: object) -> Fold:
    return _text(grouping), _text(lane)


def _window(unit: object, cells: object, first: object, columns: object) -> Window:
    return _text(unit), _number(cells), _number(first), _number(columns)


def _number(found: object) -> int:
    if type(found) is not int:
        raise TypeError("no number")
    return found


def _texts(found: list[Any]) -> tuple[str, ...]:
    if not isinstance(found, list):
        raise TypeError("no list")
    return tuple(map(_text, found))


def _text(found: object) -> str:
    """A text without what must not be drawn."""
    if not isinstance(found, str):
        raise TypeError("no text")
    if found.isprintable():
        return found
    return re.sub(UNWANTED, "", _NOT_ON_ONE_LINE.sub(" ", found))


def _prompts(texts: tuple[str, ...]) -> tuple[str, ...]:
    """What is kept of the history of a prompt; a text is kept whole or not at all."""
    return tuple(text for text in texts if len(text) <= _LONGEST_PROMPT)[-_MOST_PROMPTS:]
