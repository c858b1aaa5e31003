"""The place of a talk while it is told: on the disk soon, and gone when the talk has ended."""

from pathlib import Path
from threading import Event

import pytest

from tui.document import talks
from tui.document.talks import Place
from tui.screens.place_at_hand import PlaceAtHand

CUT = Place("2026-03-04T12:34:00+00:00", number=1, slides=50)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "timeline.yaml"
    path.touch()
    return path


def test_what_is_kept_before_the_end_is_there_at_once(tmp_path: Path, file: Path) -> None:
    at_hand = PlaceAtHand(tmp_path, file)
    assert at_hand.load() is None
    for number in range(1, 40):
        at_hand.keep(CUT._replace(number=number))
    at_hand.keep_now(CUT._replace(number=40))
    assert at_hand.load() == talks.load(tmp_path, file) == CUT._replace(number=40)


def test_what_is_forgotten_does_not_come_back(tmp_path: Path, file: Path) -> None:
    at_hand = PlaceAtHand(tmp_path, file)
    for number in range(1, 40):
        at_hand.keep(CUT._replace(number=number))
    at_hand.forget()
    at_hand.settle()
    assert at_hand.load() is None


def test_a_disk_that_hangs_does_not_hold_up_who_leaves(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save, answers, did = talks.save, Event(), list[str]()

    def slow(folder: Path, file: Path, place: Place) -> str | None:
        answers.wait(10)
        did.append("kept")
        return save(folder, file, place)

    monkeypatch.setattr(talks, "save", slow)
    at_hand = PlaceAtHand(tmp_path, file)
    at_hand.keep(CUT)
    at_hand.forget()
    at_hand.settle(0)
    did.append("left")
    answers.set()
    at_hand.settle()
    assert did == ["left", "kept"]
    assert at_hand.load() is None


def test_what_is_kept_soon_is_there_in_the_end(tmp_path: Path, file: Path) -> None:
    at_hand = PlaceAtHand(tmp_path, file)
    for number in range(1, 50):
        at_hand.keep(CUT._replace(number=number))
    at_hand.settle()
    assert at_hand.load() == CUT._replace(number=49)


@pytest.mark.parametrize("has_file", [False, True], ids=["no file", "no folder"])
def test_where_there_is_nothing_to_come_back_to_nothing_is_kept(
    tmp_path: Path,
    file: Path,
    has_file: bool,  # noqa: FBT001, a parameter
) -> None:
    at_hand = PlaceAtHand(None, file) if has_file else PlaceAtHand(tmp_path, None)
    at_hand.keep(CUT)
    at_hand.keep_now(CUT)
    at_hand.forget()
    at_hand.settle()
    assert at_hand.load() is None
    assert list(tmp_path.iterdir()) == [file]
