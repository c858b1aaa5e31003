"""One drives at a time, and whoever does is asked by name."""

import pytest

from tui.share.wheel import Wheel
from tui.view.talk.deeds import Deed

FREE, FIRST, SECOND = Wheel(), Wheel(1), Wheel(2)


@pytest.mark.parametrize(
    ("wheel", "speaker", "do", "after"),
    [
        pytest.param(FREE, 1, "take", FIRST, id="taken from the presenter"),
        pytest.param(FIRST, 2, "take", SECOND, id="taken from a speaker"),
        pytest.param(FIRST, 1, "take", FIRST, id="taken twice"),
        pytest.param(FIRST, 1, "give", FREE, id="given back"),
        pytest.param(SECOND, 1, "give", SECOND, id="given by one who has it no more"),
        pytest.param(FIRST, 1, "next", FIRST, id="driving"),
    ],
)
def test_who_has_the_wheel_after(wheel: Wheel, speaker: int, do: Deed, after: Wheel) -> None:
    assert wheel.after(speaker, do) == after


@pytest.mark.parametrize(
    ("wheel", "speaker", "do", "is_obeyed"),
    [
        pytest.param(FREE, 1, "take", True, id="anyone takes"),
        pytest.param(FIRST, 2, "take", True, id="anyone takes from another"),
        pytest.param(FIRST, 1, "next", True, id="who has it drives"),
        pytest.param(FREE, 1, "next", False, id="who has not does not"),
        pytest.param(FIRST, 2, "go", False, id="nor who never had"),
        pytest.param(FIRST, 2, "give", False, id="nobody gives what is another's"),
    ],
)
def test_who_is_obeyed(wheel: Wheel, speaker: int, do: Deed, *, is_obeyed: bool) -> None:
    assert wheel.obeys(speaker, do) is is_obeyed


@pytest.mark.parametrize(
    ("wheel", "driver"), [(FREE, "presenter"), (FIRST, "speaker")], ids=["presenter", "speaker"]
)
def test_everybody_is_told_who_drives(wheel: Wheel, driver: str) -> None:
    assert wheel.driver == driver


def test_who_leaves_gives_it_back() -> None:
    assert FIRST.without(1) == FREE
    assert FIRST.without(2) == FIRST
