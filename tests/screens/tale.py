"""A file with tours to tell, and the place where a talk on it was cut off."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from screens.acting import Acting, acting, opening_of
from tui.document import talks
from tui.document.talks import Place
from tui.screens.first_view import first_view
from tui.screens.opening import Opening, TalkAsked
from tui.screens.present import PresentScreen
from tui.screens.resuming import local_time
from view.histories import FOUR_DAYS

TOURS = """\
tours:
  short:
    title: The short one
    steps: [{event: sochi}, {event: annexed}, {event: strikes, say: Do not say it.}]
"""
CUT = Place("", "short", slide="annexed", part="summary", elapsed=130.0, number=2, slides=3)


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
    return f"{talk.deck.tour or 'events'} {talk.slide.key if talk.slide else 'cover'} {talk.part}"


@asynccontextmanager
async def telling(opening: Opening, keys: str | Sequence[str] = "") -> AsyncIterator[Acting]:
    """A dateline in which some keys were pressed."""
    async with acting(opening) as at:
        await at.pilot.pause()
        await at.pilot.press(*(keys.split() if isinstance(keys, str) else keys))
        await at.pilot.pause()
        yield at
