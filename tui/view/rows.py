"""The rows of the lists: View and width to lines of text with tones.

A list is asked for its length, for one row, and for the row of a position; nothing is
made for rows that are not asked for. Row text starts after the cursor's gutter, which
the pane draws. A rule is a row without a position.
"""

from bisect import bisect_left, bisect_right
from typing import Protocol

from rich.cells import cell_len

from tui.timeline.date_words import fitting, short, year_words
from tui.timeline.records import Actor, Claim, Event, Quote, Source
from tui.timeline.timeline import Timeline
from tui.view.line import Line, Span, Tone, one_line, pad, shorten, width_of
from tui.view.listing import holds
from tui.view.lists import ListName
from tui.view.view import View
from tui.view.words import (
    BAR,
    DISPUTED,
    LINKED,
    MARKED,
    QUOTE,
    SOURCE,
    VERDICT_GLYPHS,
    VERDICT_TONES,
    by_whom,
    cited,
    event_day,
    outlet,
    surname,
    thread_tone,
)

WIDEST_DATE, DATE_WIDTH, NARROW_DATE_WIDTH = 20, 13, 10
"""Cells for a date in Events: `Feb 2022–c. Dec 2024`, or where there are fewer `27 Feb–18 Mar`,
or `2022–c. 24`."""


class Rows(Protocol):
    """What a list shows."""

    def __len__(self) -> int:
        """How many rows there are, rules included."""

    def line(self, row: int, width: int) -> Line:
        """One row, at most `width` cells wide."""

    def position(self, row: int) -> int | None:
        """The position in the list that a row shows, None for a rule."""

    def row(self, position: int) -> int:
        """The row that shows a position."""


def rows_of(view: View, pane: ListName) -> Rows:
    """The rows of a list in a view."""
    match pane:
        case "events":
            return EventRows(view)
        case "problems":
            return ProblemRows(view)
        case _:
            return LinkedRows(view, pane)


def rule(label: str, width: int, count: str = "") -> Line:
    """A divider with a label on the left and perhaps a count on the right."""
    head = f"{shorten(label, max(0, width - 4))} "
    tail = f" {count}" if count else ""
    dashes = "─" * max(0, width - cell_len(head) - cell_len(tail))
    return Span(head, "dim"), Span(dashes, "rule"), Span(tail, "dim")


def hidden(view: View, pane: ListName, width: int) -> Line:
    """How much of a list is hidden, by what, and the key that shows it again."""
    count = view.total(pane) - view.size(pane)
    chips = len(view.chips)
    by = f"{chips} filters" if chips > 1 else view.chips[0].label
    return rule(view.told(f"{count:,} hidden by {by} ({{chip.drop}})"), width)


def between(left: Line, right: Line, width: int) -> Line:
    """Two ends of a line with the blanks between them that fill the width."""
    gap = width - width_of(left) - width_of(right)
    return (*left, Span(" " * max(0, gap)), *right)


class EventRows:
    """Events in order of time, under a rule for each year."""

    def __init__(self, view: View) -> None:
        self.view = view

    def __len__(self) -> int:
        return self.view.size("events") + len(self.view.years) + self._hides

    @property
    def _hides(self) -> bool:
        return self.view.size("events") < self.view.total("events")

    def row(self, position: int) -> int:
        """The row of an event: one further down for each year that has begun."""
        slot = self.view.listing("events").slot(position)
        return slot + bisect_right(self.view.years, slot)

    def position(self, row: int) -> int | None:
        """The event on a row, None on the rule of a year and on what is hidden."""
        years = self._years_before(row)
        slot = row - years
        is_rule = years < len(self.view.years) and self.view.years[years] == slot
        if is_rule or slot >= self.view.size("events"):
            return None
        return self.view.listing("events").position(slot)

    def line(self, row: int, width: int) -> Line:
        """A year and how many events it has, or an event."""
        at = self.position(row)
        if at is None and self._hides and row == len(self) - 1:
            return hidden(self.view, "events", width)
        if at is None:
            return self._year(self._years_before(row), width)
        timeline = self.view.timeline
        marked = self.view.marked("events")
        is_linked = marked is None or holds(marked, at)
        mark = LINKED if marked is not None and is_linked else " "
        event = timeline.events[at]
        is_marked = event.id in self.view.marks
        return event_line(timeline, event, width, mark=mark, dim=not is_linked, is_marked=is_marked)

    def _years_before(self, row: int) -> int:
        """How many rules stand above a row."""
        starts = self.view.years
        return bisect_left(range(len(starts)), row, key=lambda year: starts[year] + year)

    def _year(self, number: int, width: int) -> Line:
        starts = self.view.years
        end = starts[number + 1] if number + 1 < len(starts) else self.view.size("events")
        first = self.view.listing("events").position(starts[number])
        year = self.view.timeline.events[first].date.year
        return rule(year_words(year), width, str(end - starts[number]))


def event_line(  # noqa: PLR0913, each is a part of the row
    timeline: Timeline, event: Event, width: int, *, mark: str, dim: bool, is_marked: bool
) -> Line:
    """An event in a row: thread, date, title, and how many quotes and disputed claims it has.

    The reader's own mark stands before the date. The title is shortened before a mark is. A date
    that is wider than its column is coarser; only one that cannot be takes from the title.
    """
    disputed = sum(claim.verdict == "disputed" for claim in event.claims)
    quotes = f"{QUOTE}{len(event.quotes)}" if event.quotes else ""
    against = f"{DISPUTED}{disputed}" if disputed else ""
    marks = f" {quotes:>3} {against:<3}" if quotes or against else ""
    column = NARROW_DATE_WIDTH
    if width >= WIDE_ROW:
        column = WIDEST_DATE if width >= WIDEST_ROW else DATE_WIDTH
    date = pad_to(fitting(event.date, column), column)
    room = width - 4 - cell_len(date) - cell_len(marks)
    faint: Tone = "faint"
    return (
        Span(mark, "accent"),
        Span(BAR, thread_tone(timeline, event.thread)),
        *((Span(MARKED, "accent"),) if is_marked else ()),
        Span(f"{date} " if is_marked else f" {date} ", faint if dim else "dim"),
        Span(pad(one_line(event.title), room), faint if dim else "text"),
        Span(marks[:-3] if against else marks, faint if dim else "quote"),
        Span(marks[-3:] if against else "", faint if dim else "bad"),
    )


def pad_to(text: str, width: int) -> str:
    """Text followed by blanks up to a width; wider text is left as it is."""
    return text + " " * max(0, width - cell_len(text))


class LinkedRows:
    """Actors, quoted sources or claims: what is linked, a rule, then the others."""

    def __init__(self, view: View, pane: ListName) -> None:
        self.view = view
        self.pane = pane

    @property
    def _ruled(self) -> bool:
        return self.pane in self.view.leads and self._front < self.view.size(self.pane)

    @property
    def _hides(self) -> bool:
        return self.view.size(self.pane) < self.view.total(self.pane)

    @property
    def _front(self) -> int:
        return len(self.view.listing(self.pane).front)

    def __len__(self) -> int:
        return self.view.size(self.pane) + self._ruled + self._hides

    def row(self, position: int) -> int:
        """The row of a position, after the rule where it is not in front."""
        slot = self.view.listing(self.pane).slot(position)
        return slot + (self._ruled and slot >= self._front)

    def position(self, row: int) -> int | None:
        """The position on a row, None on the rule and on what is hidden."""
        if (self._ruled and row == self._front) or (self._hides and row == len(self) - 1):
            return None
        slot = row - (self._ruled and row > self._front)
        return self.view.listing(self.pane).position(slot)

    def line(self, row: int, width: int) -> Line:
        """A record, or the rule between the linked and the others."""
        at = self.position(row)
        if at is None and self._hides and row == len(self) - 1:
            return hidden(self.view, self.pane, width)
        if at is None:
            return rule("others" if self._front else "none linked; all", width)
        marked = self.view.marked(self.pane)
        is_linked = marked is None or holds(marked, at)
        mark = Span(LINKED if marked is not None and is_linked else " ", "accent")
        timeline = self.view.timeline
        match timeline.find(self.view.ref(self.pane, at)):
            case Actor() as actor:
                line = actor_line(timeline, actor, width - 1)
            case Quote() as quote:
                line = quote_line(timeline, quote, width - 1)
            case Source() as source:
                line = source_line(source, width - 1)
            case Claim() as claim:
                line = claim_line(timeline, claim, width - 1)
            case _:
                line = ()
        bright = is_linked or self.pane == self.view.driver
        return (mark, *(line if bright else _faint(line)))


def _faint(line: Line) -> Line:
    return tuple(Span(span.text, "faint") for span in line)


WHO_WIDTH = 34
"""Cells at most for who said something and when."""
WIDE_ROW = 64
"""From this width on, rows have room for a second column."""
WIDEST_ROW = 110
"""From this width on, a row has room for the longest of the usual dates."""
CITED_ROW = 90
"""From this width on, a quote has room for where it stands."""


def actor_line(timeline: Timeline, actor: Actor, width: int) -> Line:
    """An actor's name, what it is where there is room, and how often it is quoted."""
    quotes = len(timeline.links.quotes_of_actor(actor.id))
    marks = f" {QUOTE}{quotes}" if quotes else ""
    room = width - 1 - cell_len(marks)
    if width < WIDE_ROW:
        name = pad(one_line(actor.name), room)
        return Span(f" {name}"), Span(marks, "quote")
    name = pad(one_line(actor.name), width // 2)
    role = pad(one_line(actor.role), room - cell_len(name) - 1)
    return Span(f" {name} "), Span(role, "dim"), Span(marks, "quote")


def quote_line(timeline: Timeline, quote: Quote, width: int) -> Line:
    """Who said it and when, the words, and where they stand."""
    when = short(quote.date, year=True) if quote.date else ""
    who = ", ".join(part for part in (surname(timeline, quote), when) if part)
    words = f"“{one_line(quote.text)}”"
    if width < WIDE_ROW:
        head = f"{shorten(who, width // 2)}  "
        return (
            Span(f" {QUOTE} ", "quote"),
            Span(head),
            Span(pad(words, width - 3 - cell_len(head)), "dim"),
        )
    head = pad(who, min(WHO_WIDTH, width // 3))
    cite = quote.source and width >= CITED_ROW
    source = shorten(cited(timeline, quote.source), width // 3) if cite else ""
    room = width - 7 - cell_len(head) - cell_len(source)
    return (
        Span(f" {QUOTE} ", "quote"),
        Span(f"{head}  "),
        Span(f"{pad(words, room)}  "),
        Span(source, "dim"),
    )


def source_line(source: Source, width: int) -> Line:
    """Where it stands, when, and what it is called."""
    when = short(source.date, year=True) if source.date else ""
    head = ", ".join(part for part in (outlet(source), when) if part)
    title = one_line(source.title)
    if width < WIDE_ROW:
        text = f"{head}  {title}" if title else head
        return Span(f" {SOURCE} ", "dim"), Span(pad(text, width - 3))
    first = pad(head, min(WHO_WIDTH, width // 3))
    kind = source.kind
    room = width - 7 - cell_len(first) - cell_len(kind)
    return (
        Span(f" {SOURCE} ", "dim"),
        Span(f"{first}  "),
        Span(f"{pad(title or '—', room)}  ", "dim"),
        Span(kind, "dim"),
    )


def claim_line(timeline: Timeline, claim: Claim, width: int) -> Line:
    """The verdict, the claim, who makes it, and when what it is about happened."""
    verdict = claim.verdict or "unchecked"
    tone = VERDICT_TONES[verdict]
    label = f" {VERDICT_GLYPHS[verdict]} {verdict:<10}"
    event = timeline.event(claim.event)
    when = event_day(event) if event else ""
    text = one_line(claim.text)
    if width < WIDE_ROW:
        return Span(label, tone), Span(pad(text, width - cell_len(label)))
    # A date alone would be taken for that on which it was claimed.
    about = f"about {when}" if when else ""
    tail = shorten(" ".join(part for part in (by_whom(timeline, claim.by), about) if part), 38)
    room = width - cell_len(label) - cell_len(tail) - 2
    return Span(label, tone), Span(f"{pad(text, room)}  "), Span(tail, "dim")


class ProblemRows:
    """What is wrong with the file, in the order of the file."""

    def __init__(self, view: View) -> None:
        self.view = view

    def __len__(self) -> int:
        return len(self.view.snags)

    def row(self, position: int) -> int:
        """Problems stand one to a row."""
        return position

    def position(self, row: int) -> int | None:
        """Problems stand one to a row."""
        return row

    def line(self, row: int, width: int) -> Line:
        """Line and column, how grave it is, and what is wrong."""
        problem = self.view.snags[row].problem
        place = f" {problem.line}:{problem.column}"
        tone: Tone = "bad" if problem.severity == "error" else "mixed"
        head = (Span(pad_to(place, 9), "dim"), Span(f"{problem.severity:<8}", tone))
        return (*head, Span(pad(one_line(problem.message), width - width_of(head))))
