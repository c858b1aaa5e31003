"""What a speaker's deeds make of a talk."""

import pytest

from tui.view.talk.deeds import Deed, done
from tui.view.talk.talk import COVER
from view.talk.telling import WIDE, told


@pytest.mark.parametrize(
    ("do", "slide", "here"),
    [
        ("next", "", (0, "quote arms")),
        ("back", "", (0, "title")),
        ("first", "", (0, "title")),
        ("last", "", (1, "title")),
        ("go", "annexed", (1, "title")),
        ("go", "nowhere", (0, "quote stable")),
        ("go", "", (COVER, "title")),
        ("take", "", (0, "quote stable")),
        ("give", "", (0, "quote stable")),
        ("timer", "", (0, "quote stable")),
    ],
)
def test_where_it_leads(do: Deed, slide: str, here: tuple[int, str]) -> None:
    talk = done(told().next(WIDE, 0), do, slide, WIDE, 1)
    assert (talk.at, talk.part) == here


def test_blank_goes_to_and_fro() -> None:
    dark = done(told().next(WIDE, 0), "blank", "", WIDE, 5)
    assert (dark.blank, dark.clock.is_running) == (True, False)
    assert not done(dark, "blank", "", WIDE, 9).blank
