"""The session: what was kept comes back, and whatever else is in its place gives an empty one."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.document.reading.characters import hidden
from tui.document.session import Session, load, save, state_folder

FULL = Session(
    event="accord",
    focus="actors",
    cursors=(("events", "event", "accord"), ("sources", "quote", "accord.q1")),
    chips=("actor:russia", "!tag:oil"),
    zoomed=True,
    theme="paper",
    marks=("strikes", "accord"),
    searches=("minsk", "Женева"),
    filters=("actor:russia or tag:oil",),
    split=-2,
    recent=("sources", "events"),
    charted=True,
    grouping="actor",
    folded=("russia",),
    lane="georgia",
    window=("month", 1, 24_100, 80),
    folded_elsewhere=(("kind", "person"), ("thread", "syria")),
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
    """The files in which sessions are kept."""
    return sorted(folder.iterdir())


def rights(path: Path) -> str:
    """The permissions of a file, as chmod takes them."""
    return oct(path.stat().st_mode & 0o7777)


def test_a_session_comes_back(folder: Path, file: Path) -> None:
    assert save(folder, file, FULL) is None
    assert load(folder, file) == FULL


def test_the_latest_session_is_the_one_that_comes_back(folder: Path, file: Path) -> None:
    save(folder, file, FULL)
    save(folder, file, Session(event="strikes"))

    assert load(folder, file) == Session(event="strikes")
    assert len(kept(folder)) == 1


def test_each_file_has_its_own(folder: Path, file: Path) -> None:
    other = file.with_name("other.yaml")
    save(folder, file, FULL)

    assert load(folder, other) == Session()
    save(folder, other, Session(event="strikes"))
    assert load(folder, file) == FULL


def test_a_file_is_the_same_however_it_is_reached(
    folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(folder, file, FULL)
    link = file.with_name("link")
    link.symlink_to(file)
    monkeypatch.chdir(file.parent)

    assert load(folder, link) == FULL
    assert load(folder, Path(file.name)) == FULL


def test_only_the_user_can_read_it(folder: Path, file: Path) -> None:
    save(folder, file, FULL)

    assert (rights(folder), rights(kept(folder)[0])) == ("0o700", "0o600")


def test_a_name_outside_unicode_is_a_name(folder: Path, file: Path) -> None:
    odd = file.with_name(os.fsdecode(b"odd-\xff.yaml"))
    odd.touch()

    assert save(folder, odd, FULL) is None
    assert load(folder, odd) == FULL


# What is in its place


def change(folder: Path, **fields: Any) -> None:  # noqa: ANN401, fields are what they are
    """Give the fields of a session that is kept other values."""
    (path,) = kept(folder)
    path.write_text(json.dumps({**json.loads(path.read_text()), **fields}))


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"version": 2}, id="of a later version"),
        pytest.param({"file": "/elsewhere"}, id="of another file"),
        pytest.param({"event": 1}, id="a number"),
        pytest.param({"marks": None}, id="nothing"),
        pytest.param({"marks": {"a": "b"}}, id="a mapping"),
        pytest.param({"chips": ["a", ["b"]]}, id="a list in a list"),
        pytest.param({"cursors": [["events", "event"]]}, id="a cursor without an id"),
        pytest.param({"cursors": [1]}, id="a cursor that is none"),
        pytest.param({"searches": "minsk"}, id="a text for texts"),
        pytest.param({"split": "wide"}, id="a text for a number"),
        pytest.param({"split": True}, id="yes for a number"),
        pytest.param({"recent": [1]}, id="a number for a pane"),
        pytest.param({"grouping": 1}, id="a number for a grouping"),
        pytest.param({"folded": "russia"}, id="a text for lanes"),
        pytest.param({"folded_elsewhere": [["kind"]]}, id="a grouping without a lane"),
        pytest.param({"folded_elsewhere": [[1, "person"]]}, id="a number of a grouping"),
        pytest.param({"lane": 1}, id="a number for a lane"),
        pytest.param({"window": ["month", 1, 24_100]}, id="a time without its columns"),
        pytest.param({"window": ["month", 1, 24_100, 80.5]}, id="half a column"),
        pytest.param({"window": 1}, id="a number for a time"),
    ],
)
def test_what_does_not_fit_gives_an_empty_session(
    folder: Path, file: Path, fields: dict[str, Any]
) -> None:
    save(folder, file, FULL)
    change(folder, **fields)

    assert load(folder, file) == Session()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b'{"version": 1, "file"', id="cut off"),
        pytest.param(b"[1]", id="a list"),
        pytest.param(b"7", id="a number"),
        pytest.param(b"\xff\xfe\x00", id="no text"),
        pytest.param(b"[" * 100_000, id="nested without an end"),
        pytest.param(b" " * (1 << 20) + b"{}", id="large"),
    ],
)
def test_a_damaged_file_gives_an_empty_session(folder: Path, file: Path, data: bytes) -> None:
    save(folder, file, FULL)
    kept(folder)[0].write_bytes(data)

    assert load(folder, file) == Session()


def _nothing(path: Path) -> None:
    path.unlink()


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize("make", [_nothing, _folder, _pipe], ids=lambda make: make.__name__)
def test_what_is_no_file_gives_an_empty_session(
    folder: Path, file: Path, make: Callable[[Path], None]
) -> None:
    save(folder, file, FULL)
    make(kept(folder)[0])

    assert load(folder, file) == Session()


def test_a_session_without_a_layout_is_one(folder: Path, file: Path) -> None:
    save(folder, file, FULL)
    (path,) = kept(folder)
    fields = json.loads(path.read_text())
    left = {name: value for name, value in fields.items() if name not in {"split", "recent"}}
    path.write_text(json.dumps(left))

    assert load(folder, file) == FULL._replace(split=0, recent=())


def test_a_session_without_a_chart_is_one(folder: Path, file: Path) -> None:
    save(folder, file, FULL)
    (path,) = kept(folder)
    fields = json.loads(path.read_text())
    for name in ("charted", "grouping", "folded", "folded_elsewhere", "lane", "window"):
        del fields[name]
    path.write_text(json.dumps(fields))

    assert load(folder, file) == FULL._replace(
        charted=False, grouping="", folded=(), folded_elsewhere=(), lane="", window=None
    )


def test_what_another_version_added_is_left_alone(folder: Path, file: Path) -> None:
    save(folder, file, FULL)
    change(folder, more=["of", "it"])

    assert load(folder, file) == FULL


def test_no_text_of_a_session_moves_the_cursor_of_a_terminal(folder: Path, file: Path) -> None:
    save(folder, file, FULL)
    bad = "a\x1b[2Jb\n\u202ec\ud800"
    change(folder, event=bad, marks=[bad], cursors=[[bad, bad, bad]], searches=[bad], theme=bad)

    good = "a[2Jb c"
    assert load(folder, file) == FULL._replace(
        event=good, marks=(good,), cursors=((good, good, good),), searches=(good,), theme=good
    )


_texts = st.text(st.characters(), max_size=12)
_many = st.lists(_texts, max_size=3).map(tuple)
_sessions = st.builds(
    Session,
    event=_texts,
    focus=_texts,
    cursors=st.lists(st.tuples(_texts, _texts, _texts), max_size=2).map(tuple),
    chips=_many,
    zoomed=st.booleans(),
    theme=_texts,
    marks=_many,
    searches=_many,
    filters=_many,
)


@settings(max_examples=50)
@given(session=_sessions)
def test_every_session_comes_back_but_for_what_must_not_be_drawn(
    tmp_path_factory: pytest.TempPathFactory, session: Session
) -> None:
    folder = tmp_path_factory.mktemp("state")

    assert save(folder, Path("/timeline.yaml"), session) is None
    again = load(folder, Path("/timeline.yaml"))
    texts = [*again.chips, *again.marks, *again.searches, *again.filters, again.event, again.focus]
    assert hidden("".join(texts)) == []
    if all(text.isprintable() for text in _all_texts(session)):
        assert again == session


def _all_texts(session: Session) -> list[str]:
    inner = (session.chips, session.marks, session.searches, session.filters, *session.cursors)
    return [session.event, session.focus, session.theme, *(text for each in inner for text in each)]


# How much is kept


def test_the_last_hundred_of_what_was_typed_are_kept(folder: Path, file: Path) -> None:
    typed = tuple(str(number) for number in range(120))
    save(folder, file, Session(searches=typed, filters=(*typed, "x" * 501)))

    assert load(folder, file) == Session(searches=typed[20:], filters=typed[20:])


def test_a_thousand_sessions_are_kept_the_latest_of_them(folder: Path, file: Path) -> None:
    folder.mkdir(parents=True)
    for number in range(1005):
        path = folder / f"session-old{number}.json"
        path.touch()
        os.utime(path, (number, number))
    (folder / "recovery.yaml").touch()
    save(folder, file, FULL)

    names = {path.name for path in kept(folder)}
    assert len(names) == 1001
    assert "recovery.yaml" in names
    assert {f"session-old{number}.json" for number in range(1005)} - names == {
        f"session-old{number}.json" for number in range(6)
    }
    assert load(folder, file) == FULL


def test_what_is_too_much_is_not_kept(folder: Path, file: Path) -> None:
    save(folder, file, FULL)
    said = save(folder, file, Session(marks=("x" * 1000,) * 1100))

    assert said == "Your place is not kept: there is too much to it."
    assert load(folder, file) == FULL


# What is in the way


def test_what_is_in_the_way_is_told_in_a_sentence(tmp_path: Path, file: Path) -> None:
    (tmp_path / "state").touch()

    assert save(tmp_path / "state", file, FULL) == "Your place is not kept: file exists."
    assert save(tmp_path / "state/in", file, FULL) == "Your place is not kept: not a directory."
    assert load(tmp_path / "state", file) == Session()


def test_a_name_that_cannot_be_is_told_in_a_sentence(folder: Path) -> None:
    assert save(folder, Path("a\0b"), FULL) == "Your place is not kept: embedded null byte."
    assert load(folder, Path("a\0b")) == Session()


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        pytest.param({"HOME": "/a"}, "/a/.local/state/dateline", id="below home"),
        pytest.param({"HOME": "/a", "XDG_STATE_HOME": "/b"}, "/b/dateline", id="as named"),
    ],
)
def test_where_sessions_are_kept(environment: dict[str, str], expected: str) -> None:
    assert state_folder(environment) == Path(expected)
