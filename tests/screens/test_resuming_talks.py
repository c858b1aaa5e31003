"""A talk that was cut off, and how it is taken up again."""

from pathlib import Path

import pytest

from screens.acting import Acting
from screens.tale import CUT, TOURS, asked, keep, kept, telling, told
from tui.document import talks
from tui.document.talks import Place
from tui.screens.browse import BrowseScreen
from tui.screens.first_view import first_view
from tui.screens.menu import MenuScreen
from tui.screens.opening import TalkAsked
from tui.screens.present import PresentScreen
from tui.screens.presenting import present
from view.histories import FOUR_DAYS


async def test_a_talk_keeps_where_it_is(folder: Path) -> None:
    async with telling(asked(folder, talk=TalkAsked("short")), "j space space j space") as at:
        screen = at.app.screen
        assert isinstance(screen, PresentScreen)
        screen.keep_place()
        place = kept(folder)
        assert place is not None
        assert place[1:7] == ("short", (), "annexed", "summary", 0, 1)
        assert place[8:] == (0.0, 2, 3)


@pytest.mark.parametrize("fresh", [False, True], ids=["", "fresh"])
async def test_a_tour_that_was_left_goes_on_where_it_was(folder: Path, fresh: bool) -> None:  # noqa: FBT001
    talk = TalkAsked("short", goal=600.0)
    async with telling(asked(folder, talk=talk, fresh=fresh), "j space j space escape") as at:
        assert (told(at), at.foot) == ("", "p goes back to the talk.")
        await at.pilot.press("p")
        await at.pilot.pause()
        assert "▸Resume at slide 2 of 3" in at.text
        await at.pilot.press("enter", "t")
        await at.pilot.pause()
        assert told(at) == "short annexed summary"
        assert " left " in at.rows[-1]


async def test_a_tour_that_was_left_at_its_cover_goes_on_there_with_its_goal(folder: Path) -> None:
    talk = TalkAsked("short", goal=600.0)
    async with telling(asked(folder, talk=talk), "escape p") as at:
        assert "▸Resume at the title" in at.text
        await at.pilot.press("enter", "t")
        await at.pilot.pause()
        assert told(at) == "short cover title"
        assert at.foot == "10:00 left"


@pytest.mark.parametrize(
    ("talk", "keys"),
    [
        (TalkAsked("short"), "G s"),
        (TalkAsked("short"), "G s space"),
        (TalkAsked(), "space"),
    ],
    ids=["at its end", "asked for more at its end", "of the events"],
)
async def test_a_talk_that_is_over_or_where_browse_is_is_not_offered(
    folder: Path, talk: TalkAsked, keys: str
) -> None:
    async with telling(asked(folder, talk=talk), f"{keys} escape") as at:
        assert "goes back" not in at.foot
        await at.pilot.press("p")
        await at.pilot.pause()
        assert "Resume" not in at.text
    assert kept(folder) is None


async def test_a_talk_that_steps_by_itself_does_so_after_it_was_left(folder: Path) -> None:
    talk = TalkAsked("short", auto=600.0)
    async with telling(asked(folder, talk=talk), "space escape p enter a") as at:
        assert at.foot.startswith("It stands still;")


async def test_a_talk_that_is_cut_off_before_its_first_paint_has_no_place(folder: Path) -> None:
    opening = asked(folder)
    async with telling(opening) as at:
        (browse,) = (each for each in at.app.screen_stack if isinstance(each, BrowseScreen))
        # What is kept after it must not be lost.
        present(browse, opening, TalkAsked("short")).keep_place()
    assert kept(folder) is None


@pytest.mark.parametrize("keys", ["q q", "ctrl+c ctrl+c", "o ctrl+q"])
async def test_whoever_leaves_has_nothing_to_resume(folder: Path, keys: str) -> None:
    async with telling(asked(folder, talk=TalkAsked("short")), f"space {keys}"):
        pass
    assert kept(folder) is None


async def test_what_ends_otherwise_can_be_resumed(folder: Path) -> None:
    async with telling(asked(folder, talk=TalkAsked("short")), "j j") as at:
        screen = at.app.screen
        assert isinstance(screen, PresentScreen)
        screen.keep_place()
        at.app.exit(return_code=129)
    place = kept(folder)
    assert place is not None
    assert place.slide == "annexed"


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("enter", "short annexed summary"),
        ("r enter", "short annexed summary"),
        ("s enter", "short cover title"),
        ("down enter", "short cover title"),
        ("escape", "short cover title"),
    ],
)
async def test_the_next_start_offers_to_resume(folder: Path, keys: str, shown: str) -> None:
    opening = asked(folder, talk=TalkAsked("short"))
    keep(folder)
    async with telling(opening) as at:
        assert "Resume at slide 2 of 3?" in at.text
        assert "after 2 min." in at.text
        await at.pilot.press(*keys.split())
        await at.pilot.pause()
        assert told(at) == shown


@pytest.mark.parametrize("tour", ["short", ""], ids=["the tour", "none in particular"])
async def test_while_it_is_asked_a_tour_is_seen_where_it_was(folder: Path, tour: str) -> None:
    keep(folder)
    async with telling(asked(folder, talk=TalkAsked(tour))) as at:
        assert told(at) == "short annexed summary"
        await at.pilot.press("escape")
        await at.pilot.pause()
        assert told(at) == ("short cover title" if tour else "events cover title")
        # A slip loses nothing until the talk has begun.
        place = kept(folder)
        assert place is not None
        assert place.slide == "annexed"


async def test_a_talk_that_is_resumed_has_taken_the_time_that_it_had(folder: Path) -> None:
    opening = asked(folder, talk=TalkAsked("short"))
    keep(folder)
    async with telling(opening, "enter t") as at:
        assert "2:10" in at.rows[-1]


@pytest.mark.parametrize(
    ("talk", "place"),
    [
        (TalkAsked("short", anew=True), CUT),
        (TalkAsked("short", "annexed"), CUT),
        (TalkAsked("short"), CUT._replace(tour="")),
        (TalkAsked("short"), CUT._replace(tour="gone")),
    ],
    ids=[
        "asked not to",
        "asked to start elsewhere",
        "of events",
        "of a tour that is gone",
    ],
)
async def test_what_is_not_the_same_talk_is_not_resumed(
    folder: Path, talk: TalkAsked, place: Place
) -> None:
    opening = asked(folder, talk=talk)
    keep(folder, place)
    async with telling(opening) as at:
        assert not isinstance(at.app.screen, MenuScreen)
        assert told(at).endswith("title")


@pytest.mark.parametrize(
    ("place", "named", "shown"),
    [
        (CUT, "Resume. The short one.", "short annexed summary"),
        (
            CUT._replace(tour="", filters=("thread:syria",), slide="sochi", part="quote arms"),
            "Resume. thread:syria.",
            "events sochi quote arms",
        ),
    ],
    ids=["of a tour", "of filtered events"],
)
async def test_a_start_without_a_wish_offers_whatever_was_cut_off(
    folder: Path, place: Place, named: str, shown: str
) -> None:
    opening = asked(folder, talk=TalkAsked(goal=600.0))
    keep(folder, place)
    async with telling(opening) as at:
        assert named in at.text
        await at.pilot.press("enter", "t")
        await at.pilot.pause()
        assert told(at) == shown
        assert [chip.text for chip in browse_of(at).view.chips] == [*place.filters]
        assert " left " in at.rows[-1]


def browse_of(at: Acting) -> BrowseScreen:
    """The panes below the talk."""
    return next(each for each in at.app.screen_stack if isinstance(each, BrowseScreen))


async def test_what_is_not_answered_is_asked_again(folder: Path) -> None:
    opening = asked(folder, talk=TalkAsked("short"))
    keep(folder)
    before = kept(folder)
    async with telling(opening) as at:
        for screen in at.app.screen_stack:
            if isinstance(screen, PresentScreen):
                screen.keep_place()
        at.app.exit(return_code=129)
    assert kept(folder) == before


async def test_a_change_of_the_file_takes_nothing_from_the_offer(folder: Path) -> None:
    opening = asked(folder, talk=TalkAsked("short"))
    keep(folder)
    before = kept(folder)
    async with telling(opening) as at:
        (browse,) = (each for each in at.app.screen_stack if isinstance(each, BrowseScreen))
        other = first_view((FOUR_DAYS.replace("Talks go on", "Talks end") + TOURS).encode())
        browse.view = browse.view.reload(other.timeline, ())
        await at.pilot.pause()
        at.app.exit(return_code=129)
    assert kept(folder) == before


async def test_browse_says_that_a_talk_was_cut_off_and_offers_it_first(folder: Path) -> None:
    opening = asked(folder)
    keep(folder)
    async with telling(opening) as at:
        assert at.foot == "A talk was cut off at slide 2 of 3; p resumes it."
        await at.pilot.press("p")
        await at.pilot.pause()
        assert "▸Resume at slide 2 of 3" in at.text
        await at.pilot.press("enter")
        await at.pilot.pause()
        assert told(at) == "short annexed summary"


@pytest.mark.parametrize("fresh", [False, True])
async def test_browse_is_silent_of_what_is_past_or_not_wanted(folder: Path, fresh: bool) -> None:  # noqa: FBT001
    opening = asked(folder, fresh=fresh)
    if fresh:
        keep(folder)
    else:
        long_ago = CUT._replace(saved="2001-02-03T04:05:06+00:00")
        talks.save(folder, folder.with_name("a.yaml"), long_ago)
    async with telling(opening) as at:
        assert "cut off" not in at.foot
        await at.pilot.press("p")
        assert "Resume" not in at.text


async def test_a_talk_of_filtered_events_brings_its_filters_back(folder: Path) -> None:
    opening = asked(folder, tours="")
    keep(folder, Place("", "", ("thread:syria",), "sochi", "quote arms", number=2, slides=2))
    async with telling(opening, "p enter") as at:
        assert told(at) == "events sochi quote arms"
        assert "2/2" in at.text
        assert [chip.text for chip in at.view.chips] == ["thread:syria"]
