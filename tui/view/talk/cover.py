"""The cover of a talk: what those see who come early, before the first slide.

What it is called, a tour with the title of its timeline, which time it is about, and how much
there is of it; nothing else.
"""

from tui.timeline.date_words import words, years_words
from tui.timeline.dates import civil
from tui.timeline.timeline import Timeline
from tui.view.line import Line, Span, one_line, shorten, wrap
from tui.view.talk.deck import Deck
from tui.view.talk.pace import extent
from tui.view.talk.pages import Room


def cover(timeline: Timeline, deck: Deck, goal: float, room: Room) -> list[Line]:
    """The rows of the cover of a talk, none where there is nothing to tell.

    Args:
        timeline: What the file says.
        deck: What is told of it.
        goal: Seconds that it should take, 0 where nobody said.
        room: The cells that there are.
    """
    if not deck.slides:
        return []
    width, height = max(1, room.width), max(1, room.height)
    facts = [
        *((Span(each, "accent"),) for each in wrap(span(timeline, deck), width)),
        *((Span(each, "dim"),) for each in wrap(extent(deck, goal), width)),
    ]
    title, whole = one_line(deck.title), one_line(timeline.title)
    names = _fitted(title or whole, Room(width, height - len(facts) - 1))
    lines: list[Line] = [*((Span(each, "strong"),) for each in names), *[()] * bool(names), *facts]
    if title and whole and len(lines) < height:
        over = _fitted(whole, Room(width, height - len(lines)))
        lines = [*((Span(each, "dim"),) for each in over), *lines]
    above = max(0, height - len(lines)) // 3
    return [*[()] * above, *lines][:height]


def span(timeline: Timeline, deck: Deck) -> str:
    """Which time a talk is about: that of the file where it tells all, else that of its events."""
    if timeline.span and not deck.tour and len(deck.slides) == len(timeline.events):
        return words(timeline.span)
    dates = [event.date for slide in deck.slides if (event := timeline.event(slide.event))]
    ends = [each.year if each.end is None else civil(each.end)[0] for each in dates]
    return years_words(min(each.year for each in dates), max(ends)) if dates else ""


def _fitted(text: str, room: Room) -> list[str]:
    """A text in lines, the last of them cut where there is no room for all."""
    lines, most = wrap(text, room.width) if text else [], max(1, room.height)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    # A wide character has no room in a single cell.
    return [shorten(line, room.width) for line in lines]
