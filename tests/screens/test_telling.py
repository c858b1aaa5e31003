"""From Browse to a talk and from one talk to another: the picker, the overview, and resuming."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from screens.acting import Acting, acting, opening_of
from tui.document import talks
from tui.document.talks import Place
from tui.screens.browse import BrowseScreen
from tui.screens.first_view import first_view
from tui.screens.menu import MenuScreen
from tui.screens.opening import Opening, TalkAsked
from tui.screens.present import PresentScreen
from tui.screens.presenting import present
from tui.screens.resuming import local_time
from view.histories import FOUR_DAYS

TOURS = """\
tours:
  short:
    title: The short one
    steps: [{event: sochi}, {event: annexed}, {event: strikes, say: Do not say it.}]
"""
CUT = Place("", "short", slide="annexed", part="summary", elapsed=130.0, number=2, slides=3)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the state is kept."""
    return tmp_path / "state"


def asked(
    folder: Path, *, tours: str = TOURS, talk: TalkAsked | None = None, fresh: bool = False
) -> Opening:
    """A file to show, with its tours."""
    text = FOUR_DAYS + tours
    path = folder.with_name("a.yaml")
    path.write_text(text, encoding="utf-8")
    made = opening_of(lambda: first_view(text.encode()), eager=True)
    return made._replace(path=path, state_folder=folder, talk=talk, fresh=fresh)


def keep(folder: Path, place: Place = CUT) -> None:
    """Leave a talk behind as one that was cut off just now."""
    place = place._replace(saved=local_time().isoformat())
    assert talks.save(folder, folder.with_name("a.yaml"), place) is None


def kept(folder: Path) -> Place | None:
    """The place that is kept of the file."""
    return talks.load(folder, folder.with_name("a.yaml"))


def told(at: Acting) -> str:
    """The tour, the slide and the part of the talk that is told; "" in Browse."""
    talk = next(
        (each.talk for each in at.app.screen_stack if isinstance(each, PresentScreen)), None
    )
    if talk is None:
        return ""
    return f"{talk.deck.tour or 'events'} {talk.slide.key if talk.slide else '-'} {talk.part}"


@asynccontextmanager
async def telling(opening: Opening, keys: str | Sequence[str] = "") -> AsyncIterator[Acting]:
    """A dateline in which some keys were pressed."""
    async with acting(opening) as at:
        await at.pilot.pause()
        await at.pilot.press(*(keys.split() if isinstance(keys, str) else keys))
        await at.pilot.pause()
        yield at


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("j p enter", "events strikes title"),
        ("j p down enter", "short sochi title"),
        ("p escape", ""),
        ("p down enter O up enter", "events sochi title"),
        ("p down enter space j O enter", "short annexed title"),
        ("p enter space O enter", "events annexed summary"),
        ("p enter O down enter", "short sochi title"),
        ("p enter space O down enter O escape", "short sochi title"),
    ],
    ids=[
        "the events from the cursor on",
        "a tour from its start",
        "nothing",
        "from a tour to the events, at the one that is told",
        "the tour that is told, which goes on",
        "the events that are told, which go on",
        "from the events to a tour",
        "nothing else",
    ],
)
async def test_what_is_presented_is_chosen(folder: Path, keys: str, shown: str) -> None:
    async with telling(asked(folder), keys) as at:
        assert told(at) == shown


OTHER = TOURS.replace("event: sochi", "event: talks")


@pytest.mark.parametrize(
    ("tours", "shown"),
    [(OTHER, "short talks title"), ("", "events strikes title")],
    ids=["changed", "gone"],
)
async def test_what_is_chosen_while_the_file_changes_is_told_as_it_is_by_then(
    folder: Path, tours: str, shown: str
) -> None:
    async with telling(asked(folder, talk=TalkAsked()), "j O") as at:
        (browse,) = (each for each in at.app.screen_stack if isinstance(each, BrowseScreen))
        browse.view = browse.view.reload(first_view((FOUR_DAYS + tours).encode()).timeline)
        await at.pilot.press("down", "enter")
        await at.pilot.pause()
        assert told(at) == shown


async def test_without_tours_there_is_nothing_to_choose(folder: Path) -> None:
    async with telling(asked(folder, tours=""), "j p") as at:
        assert told(at) == "events strikes title"


async def test_where_a_filter_hides_all_events_the_tours_are_there(folder: Path) -> None:
    async with telling(asked(folder), [*"f", *"before:1900", "enter", "p", "enter"]) as at:
        assert told(at) == "short sochi title"


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("o l enter", "short annexed title"),
        ("o G enter", "short strikes title"),
        ("o 3 enter", "short strikes title"),
        ("space o enter", "short sochi title"),
        ("space o l escape", "short sochi quote stable"),
        ("space o l o", "short sochi quote stable"),
    ],
    ids=["to the right", "last", "number", "where it is", "escape", "o again"],
)
async def test_the_overview_leads_to_a_slide(folder: Path, keys: str, shown: str) -> None:
    async with telling(asked(folder, talk=TalkAsked("short")), keys) as at:
        assert told(at) == shown


async def test_the_overview_shows_a_talk_that_moves_on_before_it_is_painted(folder: Path) -> None:
    async with telling(asked(folder, talk=TalkAsked("short"))) as at:
        talk = at.app.screen
        assert isinstance(talk, PresentScreen)
        talk.action_offer("talk.overview")
        talk.action_last()
        await at.pilot.press("enter")
        assert told(at) == "short strikes title"


async def test_the_overview_says_nothing_that_is_for_the_speaker(folder: Path) -> None:
    async with telling(asked(folder, talk=TalkAsked("short")), "o") as at:
        assert "Russia starts air strikes in Syria" in at.text
        assert "Do not say it." not in at.text


# Cut off


async def test_a_talk_keeps_where_it_is(folder: Path) -> None:
    async with telling(asked(folder, talk=TalkAsked("short")), "space space j space") as at:
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
    async with telling(asked(folder, talk=talk, fresh=fresh), "space j space escape") as at:
        assert (told(at), at.foot) == ("", "p goes back to the talk.")
        await at.pilot.press("p")
        await at.pilot.pause()
        assert "▸Resume at slide 2 of 3" in at.text
        await at.pilot.press("enter", "t")
        await at.pilot.pause()
        assert told(at) == "short annexed summary"
        assert " left " in at.rows[-1]


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
    async with telling(asked(folder, talk=TalkAsked("short")), "space j") as at:
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
        ("s enter", "short sochi title"),
        ("down enter", "short sochi title"),
        ("escape", "short sochi title"),
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
        assert told(at) == ("short sochi title" if tour else "events annexed title")
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
