"""Where a talk was cut off: it comes back, and whatever else is in its place is no place."""

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.document.talks import Place, forget, load, save

NOW = datetime(2026, 3, 4, 12, 34, tzinfo=UTC)
FULL = Place(
    saved=NOW.isoformat(),
    tour="ten-minutes",
    filters=("actor:russia", "-tag:oil"),
    slide="sochi 2",
    part="quote arms",
    page=1,
    pages=3,
    elapsed=512.25,
    goal=1200.0,
    number=7,
    slides=12,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "timeline.yaml"
    path.touch()
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state/dateline"


def kept(folder: Path) -> list[Path]:
    """The files in which places are kept."""
    return sorted(folder.iterdir())


def test_a_place_comes_back_and_is_there_until_it_is_forgotten(folder: Path, file: Path) -> None:
    assert load(folder, file) is None
    assert save(folder, file, FULL) is None
    assert load(folder, file) == FULL
    assert save(folder, file, FULL._replace(number=8)) is None
    assert load(folder, file) == FULL._replace(number=8)
    forget(folder, file)
    assert load(folder, file) is None
    assert kept(folder) == []


def test_each_file_has_its_own_however_it_is_reached(folder: Path, file: Path) -> None:
    save(folder, file, FULL)
    link = file.with_name("link")
    link.symlink_to(file)

    assert load(folder, link) == FULL
    assert load(folder, file.with_name("other.yaml")) is None
    forget(folder, file.with_name("other.yaml"))
    assert load(folder, file) == FULL


def test_only_the_user_can_read_it(folder: Path, file: Path) -> None:
    save(folder, file, FULL)
    modes = [oct(each.stat().st_mode & 0o7777) for each in (folder, *kept(folder))]
    assert modes == ["0o700", "0o600"]


# What is in its place


def change(folder: Path, **fields: Any) -> None:  # noqa: ANN401, fields are what they are
    """Give the fields of a place that is kept other values."""
    (path,) = kept(folder)
    path.write_text(json.dumps({**json.loads(path.read_text()), **fields}))


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"version": 2}, id="of a later version"),
        pytest.param({"file": "/elsewhere"}, id="of another file"),
        pytest.param({"slide": 1}, id="a number for a text"),
        pytest.param({"tour": None}, id="nothing for a text"),
        pytest.param({"slide": "a\x1b[2J"}, id="a text that moves a cursor"),
        pytest.param({"part": "a\nb"}, id="a text of two lines"),
        pytest.param({"filters": "actor:russia"}, id="a text for texts"),
        pytest.param({"filters": ["a", 1]}, id="a number among texts"),
        pytest.param({"filters": ["a"] * 101}, id="very many texts"),
        pytest.param({"page": "1"}, id="a text for a number"),
        pytest.param({"page": True}, id="yes for a number"),
        pytest.param({"page": -1}, id="a page before the first"),
        pytest.param({"pages": 0}, id="no page"),
        pytest.param({"number": 0}, id="a slide before the first"),
        pytest.param({"slides": 1 << 40}, id="very many slides"),
        pytest.param({"page": 1.5}, id="half a page"),
        pytest.param({"elapsed": "8 min"}, id="a text for a time"),
        pytest.param({"elapsed": -1}, id="a time before the start"),
        pytest.param({"elapsed": float("nan")}, id="a time that is no number"),
        pytest.param({"goal": float("inf")}, id="a goal without end"),
        pytest.param({"goal": 1 << 2000}, id="a goal past all numbers"),
        pytest.param({"goal": False}, id="no for a goal"),
        pytest.param({"saved": "12:34"}, id="a time of no day"),
        pytest.param({"saved": "2026-03-04T12:34:00"}, id="a time of no place"),
    ],
)
def test_what_does_not_fit_is_no_place(folder: Path, file: Path, fields: dict[str, Any]) -> None:
    save(folder, file, FULL)
    change(folder, **fields)

    assert load(folder, file) is None


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b'{"version": 1, "file"', id="cut off"),
        pytest.param(b"[1]", id="a list"),
        pytest.param(b"7", id="a number"),
        pytest.param(b'{"version": 1}', id="nothing else"),
        pytest.param(b"\xff\xfe\x00", id="no text"),
        pytest.param(b"[" * 60_000, id="nested without an end"),
        pytest.param(b" " * (1 << 16) + b"{}", id="large"),
    ],
)
def test_a_damaged_file_is_no_place(folder: Path, file: Path, data: bytes) -> None:
    save(folder, file, FULL)
    kept(folder)[0].write_bytes(data)

    assert load(folder, file) is None


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize("make", [_folder, _pipe], ids=lambda make: make.__name__)
def test_what_is_no_file_is_no_place(
    folder: Path, file: Path, make: Callable[[Path], None]
) -> None:
    save(folder, file, FULL)
    make(kept(folder)[0])

    assert load(folder, file) is None
    forget(folder, file)


def test_what_is_in_the_way_is_told_in_a_sentence(tmp_path: Path, file: Path) -> None:
    (tmp_path / "state").touch()
    said = "The place in the talk is not kept"
    assert save(tmp_path / "state", file, FULL) == f"{said}: file exists."
    assert save(tmp_path / "in", Path("a\0b"), FULL) == f"{said}: embedded null byte."
    long = FULL._replace(filters=("x" * 70_000,))
    assert save(tmp_path / "in", file, long) == f"{said}: there is too much to it."
    assert load(tmp_path / "state", file) is None
    forget(tmp_path / "state", file)


# How long it is offered


@pytest.mark.parametrize(
    ("ago", "is_recent"),
    [
        (timedelta(), True),
        (timedelta(hours=11, minutes=59), True),
        (timedelta(hours=12, seconds=1), False),
        (timedelta(days=400), False),
        (timedelta(hours=-1), True),
        (timedelta(hours=-13), False),
    ],
    ids=["now", "this morning", "half a day", "last year", "a clock set back", "far ahead"],
)
def test_a_place_is_offered_for_half_a_day(ago: timedelta, is_recent: bool) -> None:  # noqa: FBT001
    here = NOW.astimezone(timezone(timedelta(hours=5)))
    assert FULL._replace(saved=(NOW - ago).isoformat()).is_recent(here) is is_recent


def test_a_place_without_a_time_is_not_offered() -> None:
    assert not Place("").is_recent(NOW)


def test_of_talks_long_past_the_latest_hundred_are_kept(folder: Path, file: Path) -> None:
    folder.mkdir(parents=True)
    for number in range(105):
        path = folder / f"talk-old{number}.json"
        path.touch()
        os.utime(path, (number, number))
    (folder / "session-old.json").touch()
    save(folder, file, FULL)
    forget(folder, file)

    names = {path.name for path in kept(folder)}
    assert names == {"session-old.json", *(f"talk-old{number}.json" for number in range(5, 105))}


_texts = st.text(st.characters(), max_size=12)
_counts = st.integers(1, 1000)
_times = st.floats(0, 1e6)


@settings(max_examples=50)
@given(
    place=st.builds(
        Place,
        saved=st.datetimes(timezones=st.just(UTC)).map(datetime.isoformat),
        tour=_texts,
        filters=st.lists(_texts, max_size=3).map(tuple),
        slide=_texts,
        part=_texts,
        page=st.integers(0, 1000),
        pages=_counts,
        elapsed=_times,
        goal=_times,
        number=_counts,
        slides=_counts,
    )
)
def test_every_place_that_can_be_shown_comes_back(
    tmp_path_factory: pytest.TempPathFactory, place: Place
) -> None:
    folder, file = tmp_path_factory.mktemp("state"), Path("/timeline.yaml")
    texts = (place.tour, *place.filters, place.slide, place.part)

    assert save(folder, file, place) is None
    assert load(folder, file) == (place if all(map(str.isprintable, texts)) else None)
