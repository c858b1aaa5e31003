"""Decks: which slides are meant, those of a tour or the events that a query finds."""
# ruff: noqa: PLC0415

from typing import TYPE_CHECKING, Final

from tui.cli import queries
from tui.cli.says import Refused

if TYPE_CHECKING:
    from tui.timeline.timeline import Timeline
    from tui.view.talk.deck import Deck

TOUR_HELP: Final = "the slides of this tour in its order, else the events in order of time"


def check(tour: str | None, query: str) -> None:
    """Refuse what cannot be meant before any file is read."""
    if tour is not None and query:
        raise Refused("--tour and --filter exclude each other; a tour says itself what it shows")
    queries.check(query)


def found(timeline: "Timeline", tour: str | None, query: str, name: str) -> "Deck":
    """The slides that are meant in a file of a name; there is at least one."""
    from tui.view.talk import deck

    if tour is None:
        made = deck.of_events(timeline, queries.found(timeline, query, name))
    else:
        of_that_id = deck.find_tour(timeline, tour)
        if of_that_id is None:
            raise Refused(f"{name}: {_no_tour(timeline, tour)}")
        made = deck.of_tour(timeline, of_that_id)
    if not made.slides:
        raise Refused(f"{name}: there is nothing to show")
    return made


def _no_tour(timeline: "Timeline", tour: str) -> str:
    """That there is no such tour, which may be meant, and which there are."""
    from tui.document.reading.spelling import Spelling

    ids = [each.id for each in timeline.tours]
    there_are = f"there are {', '.join(ids)}" if ids else "the file has none"
    return f"no tour is called {tour} ({there_are}){Spelling().advice(tour, ids, 'tour')}"
