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
    from tui.view.talk.deck import deck_of

    if tour is not None:
        check_tour(timeline, tour, name)
    positions = queries.found(timeline, query, name) if tour is None else ()
    made = deck_of(timeline, tour or "", positions)
    if not made.slides:
        raise Refused(f"{name}: there is nothing to show")
    return made


def check_tour(timeline: "Timeline", tour: str, name: str) -> None:
    """Refuse a tour that a file of a name has not."""
    from tui.document.reading.spelling import Spelling
    from tui.view.talk.deck import find_tour

    if find_tour(timeline, tour) is not None:
        return
    if not timeline.tours:
        raise Refused(f"{name} has no tours; leave --tour out to have its events")
    ids = [each.id for each in timeline.tours]
    advice = Spelling().advice(tour, sorted(ids), "tour") or f"; there are {', '.join(ids)}"
    raise Refused(f"--tour {tour} is no tour of {name}{advice}")
