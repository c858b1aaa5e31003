"""The filters of a talk are not those of the reader: what was remembered of Browse stays so."""

from pathlib import Path

import pytest

from screens.tale import asked, keep, telling, told
from tui.document import session
from tui.document.session import Session
from tui.document.talks import Place
from tui.screens.first_view import first_view
from tui.screens.opening import Opening, TalkAsked
from tui.view import pins
from tui.view.pins import Facet
from view.histories import FOUR_DAYS

CUT = Place("", "", ("thread:syria",), "sochi", "quote arms", number=2, slides=2)


def remembered(folder: Path) -> tuple[str, ...]:
    """The filters that the next start of Browse has."""
    return session.load(folder, folder.with_name("a.yaml")).chips


def presenting(folder: Path, *facets: Facet) -> Opening:
    """A talk of some events, where others were filtered the last time."""
    given = asked(folder, tours="", talk=TalkAsked())
    view = first_view(FOUR_DAYS.encode())
    for facet in facets:
        view = pins.pin(view, facet)
    kept = Session(chips=("actor:xi",))
    return given._replace(beginning=given.beginning._replace(view=view, session=kept))


@pytest.mark.parametrize(
    ("keys", "filters"),
    [
        ("j q q", ("actor:xi",)),
        ("j escape j q", ("actor:xi",)),
        ("escape 2 space q", ("actor:putin",)),
    ],
    ids=["left", "left by Browse", "filtered there"],
)
async def test_a_talk_of_all_events_leaves_them(
    folder: Path, keys: str, filters: tuple[str, ...]
) -> None:
    async with telling(presenting(folder), keys):
        pass
    assert remembered(folder) == filters


@pytest.mark.parametrize(
    ("keys", "filters"),
    [
        ("j q q", ("actor:xi",)),
        ("j escape q", ("actor:xi",)),
        ("escape X q", ()),
    ],
    ids=["left", "left by Browse", "dropped there"],
)
async def test_a_talk_of_some_events_leaves_them(
    folder: Path, keys: str, filters: tuple[str, ...]
) -> None:
    async with telling(presenting(folder, Facet("thread", "syria")), keys) as at:
        assert "X" in keys or [chip.text for chip in at.view.chips] == ["thread:syria"]
    assert remembered(folder) == filters


@pytest.mark.parametrize(
    ("keys", "filters"),
    [("p enter escape q", ()), ("2 space p enter q q", ("actor:putin",))],
    ids=["none", "one that was chosen before"],
)
async def test_a_talk_that_is_resumed_leaves_them(
    folder: Path, keys: str, filters: tuple[str, ...]
) -> None:
    keep(folder, CUT)
    async with telling(asked(folder, tours=""), keys) as at:
        assert told(at) in ("", "events sochi quote arms")
        assert [chip.text for chip in at.view.chips] == ["thread:syria"]
    assert remembered(folder) == filters


async def test_a_talk_that_is_resumed_at_the_start_leaves_them(folder: Path) -> None:
    keep(folder, CUT)
    async with telling(presenting(folder), "enter q q"):
        pass
    assert remembered(folder) == ("actor:xi",)
