"""What may be presented: a talk that was cut off, the events that are shown, and each tour."""

from datetime import UTC, datetime, timedelta

import pytest

from tui.document.talks import Place
from tui.screens.resuming import can_be_resumed
from tui.screens.tours import Tale, tours_menu
from tui.timeline.timeline import Timeline
from view.histories import FOUR_DAYS, WITHOUT_EVENTS, view_of

NOW = datetime(2026, 3, 4, 13, 0, tzinfo=UTC)
HISTORY = view_of(
    FOUR_DAYS
    + """\
tours:
  short:
    title: The short one
    steps: [{event: sochi}, {event: annexed}, {event: sochi, say: A word.}]
  one: {steps: [{event: talks}]}
  none: {title: Nothing to show, steps: []}
"""
).timeline
CUT = Place(
    "2026-03-04T12:34:00+00:00", "short", slide="annexed", number=2, slides=3, elapsed=130.0
)
EVENTS = "The events that are shown, in order of time"


def offered(timeline: Timeline, shown: int, cut: Place | None = None) -> list[tuple[str, str]]:
    """The entries of a menu with their notes."""
    found = tours_menu(timeline, shown, cut, NOW).find("")
    return [(each.text, each.note) for each in found.entries]


def test_the_events_come_first_then_each_tour_that_has_slides() -> None:
    assert offered(HISTORY, 4) == [
        (f"{EVENTS} (4)", ""),
        ("The short one", "3 slides, under 1 min"),
        ("one", "1 slide"),
    ]


def test_where_no_event_is_shown_there_are_the_tours() -> None:
    assert [text for text, _ in offered(HISTORY, 0)] == ["The short one", "one"]


def test_a_talk_that_was_cut_off_comes_before_all() -> None:
    first, *rest = offered(HISTORY, 4, CUT)
    stopped = "The short one. The talk stopped at 12:34 after 2 min."
    assert first == ("Resume at slide 2 of 3", stopped)
    assert rest == offered(HISTORY, 4)
    assert offered(HISTORY, 4, CUT._replace(tour=""))[0][1] == stopped.partition(". ")[2]


def test_each_entry_says_what_to_tell() -> None:
    found = tours_menu(HISTORY, 4, CUT, NOW).find("")
    assert [each.value for each in found.entries] == [
        Tale("short", CUT),
        Tale(),
        Tale("short"),
        Tale("one"),
    ]


@pytest.mark.parametrize(
    ("place", "can"),
    [
        (CUT, True),
        (CUT._replace(tour=""), True),
        (CUT._replace(tour="gone"), False),
        (CUT._replace(tour="none"), False),
        (CUT._replace(saved=(NOW - timedelta(hours=13)).isoformat()), False),
        (None, False),
    ],
    ids=["of a tour", "of events", "a tour that is gone", "an empty tour", "long ago", "none"],
)
def test_which_talk_can_be_resumed(place: Place | None, can: bool) -> None:  # noqa: FBT001
    assert can_be_resumed(HISTORY, place, NOW) is can


def test_without_events_no_talk_can_be_resumed() -> None:
    empty = view_of(WITHOUT_EVENTS).timeline
    assert not can_be_resumed(empty, CUT._replace(tour=""), NOW)
