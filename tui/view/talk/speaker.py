"""What the one who speaks sees on a screen of their own: the note, this step, the next one.

The note comes first and has the room; it is turned like a page where it is longer.
"""

from collections.abc import Sequence
from typing import NamedTuple

from tui.timeline.timeline import Timeline
from tui.view.line import Line, Span, Tone, shorten, width_of, wrap
from tui.view.talk.brief import brief
from tui.view.talk.deck import Slide
from tui.view.talk.pages import Room
from tui.view.talk.parts import TITLE
from tui.view.talk.talk import Talk

_BESIDE = 100
"""Columns from which on the steps stand beside the note."""
_LOW = 8
"""Rows below which the note has them all."""
_MOST = 72
"""The widest that a note is set."""
_GAP = 3
_AIRY = 4
"""Rows of a note from which on a blank one stands between its paragraphs."""
_HIGH = 5
"""The most lines that a step is given."""


class Notes(NamedTuple):
    """The rows of a screen of notes, and how many pages its note has."""

    rows: tuple[Line, ...]
    pages: int


def notes_of(talk: Talk, room: Room, page: int = 0) -> Notes:
    """The note of the slide with the steps round it, in some room.

    Args:
        talk: What is told; its slides say what to say.
        room: The cells that there are.
        page: Which page of the note, kept within those that there are.
    """
    width, height = max(1, room.width), max(1, room.height)
    if width < _BESIDE:
        if height < _LOW:
            note, pages = note_of(talk, Room(width, height), page)
            return Notes(tuple(note), pages)
        steps = _steps(talk, Room(width, height // 2))
        below = min(len(steps) + 1, height - 2)
        note, pages = note_of(talk, Room(width, height - below), page)
        rows = [*note, *[()] * (height - below - len(note)), (), *steps]
        return Notes(tuple(rows[:height]), pages)
    left = min(_MOST, (width - _GAP) * 3 // 5)
    note, pages = note_of(talk, Room(left, height), page)
    right = width - left - _GAP
    steps = _steps(talk, Room(right, height))
    return Notes(tuple(_beside(note, steps, left, height)), pages)


def next_step(talk: Talk) -> tuple[Slide, str] | None:
    """The slide and the part that come next, None at the end."""
    slide, parts = talk.slide, talk.parts
    after = parts.index(talk.part) + 1
    if slide is not None and after < len(parts):
        return slide, parts[after]
    return (talk.following, TITLE) if talk.following else None


def note_of(talk: Talk, room: Room, page: int = 0) -> tuple[list[Line], int]:
    """A page of what to say and of the notes on the event, and how many pages there are."""
    slide = talk.slide
    lines: list[Line] = []
    tone: Tone
    if slide is not None:
        event = talk.timeline.event(slide.event)
        texts = [slide.say, event.notes if event else ""]
        for text in filter(None, texts):
            tone = "text" if text == slide.say else "dim"
            lines += [()] * (bool(lines) and room.height >= _AIRY)
            lines += [(Span(piece, tone),) for piece in wrap(text, room.width)]
    if not lines:
        lines = [(Span(shorten("There is no note for this step.", room.width), "dim"),)]
    if len(lines) <= room.height:
        return lines, 1
    high = max(1, room.height - 1)
    pages = -(-len(lines) // high)
    page = max(0, min(page, pages - 1))
    count = Span(shorten(f"{page + 1}/{pages}", room.width), "dim")
    return [*lines[page * high : (page + 1) * high], (count,)][: room.height], pages


def _steps(talk: Talk, room: Room) -> list[Line]:
    """This step, the next one, and the slide after this one, as far as there is room for them."""
    slide, width = talk.slide, room.width
    if not talk.deck.slides:
        return [(Span(shorten("There is nothing to tell.", width), "dim"),)]
    high = max(1, min(_HIGH, room.height // 3 - 2))
    here = _Brief(talk.timeline, Room(width, high))
    rows = here.step("Now", slide, talk.part) if slide else here.named("Now", _cover(talk))
    following = next_step(talk)
    if following is None:
        return [*rows, (), (Span(shorten("Then the talk ends.", width), "dim"),)]
    rows += [(), *here.step("Next", *following)]
    after = talk.following
    if after is not None and following[0] == slide:
        then = [(), *here.step("Then", after, TITLE)]
        rows += then if len(rows) + len(then) <= room.height else []
    return rows


class _Brief(NamedTuple):
    """Sets steps in lines: a name, and what the step shows in as many lines as there may be."""

    timeline: Timeline
    room: Room

    def step(self, name: str, slide: Slide, part: str) -> list[Line]:
        """A step in lines."""
        return self.named(name, brief(self.timeline, slide, part))

    def named(self, name: str, line: Line) -> list[Line]:
        """A line in as many as there may be, below a name."""
        width, high = self.room
        rows = _wrapped(line, width)
        if len(rows) > high:
            last = rows[high - 1]
            rows = [*rows[: high - 1], (*last[:-1], last[-1]._replace(text=_cut(last, width)))]
        return [(Span(shorten(name, width), "accent"),), *rows]


def _cover(talk: Talk) -> Line:
    """The cover in a line, as those see it who come early."""
    return (Span(talk.title or "The cover of the talk.", "strong"),)


def _cut(line: Line, width: int) -> str:
    """The last words of a line that does not end there."""
    room = width - width_of(line[:-1])
    return shorten(f"{line[-1].text}{' ' * width}", max(1, room))


def _wrapped(line: Line, width: int) -> list[Line]:
    """A line in as many as it takes: the last of its spans is wrapped after the others."""
    *head, text = line
    taken = width_of(head)
    if head and taken >= width * 3 // 4:
        name = "".join(span.text for span in head)
        named = [(Span(piece, head[-1].tone),) for piece in wrap(name, width)]
        return [*named, *((text._replace(text=piece),) for piece in wrap(text.text, width))]
    first, *rest = wrap(text.text, width, taken)
    return [
        (*head, text._replace(text=first)),
        *((text._replace(text=piece),) for piece in rest),
    ]


def _beside(left: Sequence[Line], right: Sequence[Line], width: int, height: int) -> list[Line]:
    """Lines in two columns, the first of a width."""
    rows: list[Line] = []
    for at in range(height):
        one = left[at] if at < len(left) else ()
        other = right[at] if at < len(right) else ()
        blank = " " * (width - width_of(one) + _GAP)
        rows.append((*one, Span(blank), *other) if other else one)
    return rows
