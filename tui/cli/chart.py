"""`dateline chart`: the events of a timeline in lanes over time, as text or as a picture.

What is printed depends on nothing but the file and what was asked for; only where no width is
asked for, a terminal decides on it.
"""
# ruff: noqa: PLC0415

from argparse import Namespace
from typing import TYPE_CHECKING, Final

from tui.cli import files, queries
from tui.cli.options import THEME, Parser
from tui.cli.options import parser as parser_of
from tui.cli.says import Refused, columns, say, visible

if TYPE_CHECKING:
    from tui.timeline.dates import Date
    from tui.view.palette import Palette

_WIDTH: Final = 100
_LEAST, _MOST = 20, 1000
_THEMES: Final = {"ansi": "terminal", "svg": "paper"}
"""In which colours a format is by itself."""

_EPILOG = """lanes:
  thread  one for each thread, in the order of the file
  actor   one for each actor: an event is in the lane of each of its actors
  kind    one for each kind of actor: person, state, organisation, …

formats:
  text    characters alone
  ansi    with the colours of a terminal
  svg     a picture for browsers; its text stays text, and it loads nothing

A date is given as in a query: 2014, 2024-11, "Sep 2022". Rows and lanes that
have no event between the two dates are left out.

examples:
  dateline chart --by actor --from 2022
  dateline chart --from 2024-11 --to 2024-12 --width 160 --filter thread:syria
  dateline chart war.yaml --format svg > war.svg

exit status: 0 printed, 1 printed and the file has errors, 2 not: unreadable, or
a date or a query makes no sense"""


def parser() -> Parser:
    """What reads its words."""
    about = "Print the events of a timeline in lanes over time."
    made = parser_of("chart", about, _EPILOG)
    made.take_file()
    made.add_argument(
        "--by", choices=["thread", "actor", "kind"], default="thread", help="default: thread"
    )
    made.add_argument("--from", dest="first", metavar="DATE", help="default: the first event")
    made.add_argument("--to", dest="last", metavar="DATE", help="default: the last event")
    made.add_argument(
        "--width", type=int, metavar="N", help="in columns; default: the terminal's, else 100"
    )
    made.take_filter()
    made.add_argument(
        "--format", choices=["text", "ansi", "svg"], default="text", help="default: text"
    )
    made.add_argument(
        "--theme", metavar=THEME, help="its colours; default: the terminal's own, paper for svg"
    )
    return made


def run(options: Namespace) -> int:
    """Print the chart."""
    queries.check(options.filter)
    first, last = _date("--from", options.first), _date("--to", options.last)
    if first and last and _is_before(last, first):
        raise Refused("--to is before --from")
    width = _width(options.width)
    palette = _palette(options.theme, options.format)
    given = files.find(options.file)
    reading = files.read(given)
    positions = queries.found(reading.timeline, options.filter, given.name)

    from tui.exchange import chart_ansi, chart_svg, chart_text

    asked = chart_text.Asked(options.by, first, last, options.filter, width)
    made = chart_text.sheet(reading.timeline, positions if options.filter else None, asked)
    if palette is None:
        say(chart_text.text(made))
    else:
        set_in = chart_svg.document if options.format == "svg" else chart_ansi.text
        say(set_in(made, palette))
    return files.verdict(given, reading)


def _width(asked: int | None) -> int:
    """How many columns there are to fill."""
    if asked is None:
        return max(_LEAST, min(columns() or _WIDTH, _MOST))
    if not _LEAST <= asked <= _MOST:
        raise Refused(f"--width takes {_LEAST} to {_MOST} columns, not {asked}")
    return asked


def _palette(theme: str | None, form: str) -> "Palette | None":
    """The colours of a format, one of those that come with dateline; None of one without."""
    if form not in _THEMES:
        if theme is not None:
            raise Refused("--theme needs --format ansi or svg; text has no colours")
        return None
    from tui import themes

    known = {each.name: each for each in themes.shipped_palettes()}
    name = _THEMES[form] if theme is None else theme
    if name not in known:
        raise Refused(f"no theme {visible(name)} comes with dateline; {', '.join(known)} do")
    if form == "svg" and known[name].is_native:
        raise Refused(f"{name} has no colours of its own, which a picture needs")
    return known[name]


def _date(option: str, text: str | None) -> "Date | None":
    """A date that was asked for; of a range, the side that the option is about."""
    if text is None:
        return None
    from tui.timeline.dates import DateError, parse
    from tui.timeline.dates_asked import asked

    try:
        date = asked(text)
    except DateError as error:
        raise Refused(f"{option}: {error}") from error
    day, end = (date.start, "first") if option == "--from" else (date.end, "last")
    if day is None:
        raise Refused(f"{option}: {visible(text)} has no {end} day")
    return parse(date.text.split("/")[0 if end == "first" else -1])


def _is_before(last: "Date", first: "Date") -> bool:
    """Whether a chart would end before it begins."""
    return None not in (last.end, first.start) and (last.end or 0) < (first.start or 0)
