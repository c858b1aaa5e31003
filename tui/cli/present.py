"""`dateline present`: opens a timeline on a talk, told event by event."""
# ruff: noqa: PLC0415

from argparse import Namespace
from typing import TYPE_CHECKING

from tui.cli import check_size, decks, files, screen
from tui.cli.options import Parser
from tui.cli.options import parser as parser_of
from tui.cli.says import Refused, visible

if TYPE_CHECKING:
    from tui.screens.opening import TalkAsked
    from tui.view.view import View

_EPILOG = """examples:
  dateline present war.yaml                    every event, in order of time
  dateline present war.yaml --tour essay       what a tour of the file tells
  dateline present war.yaml --filter tag:minsk
  dateline present --for 20m --theme paper     on a projector, in 20 minutes
  dateline present --check-size 80x24          what takes several pages there

On the screen Space goes on, Backspace back, ? shows the keys, Esc leads to the
panes, and q twice leaves.

exit status: 0 presented, or all fits on one page; 1 some takes several;
2 there is nothing to present, or no terminal for it"""


def parser() -> Parser:
    """What reads its words."""
    made = parser_of("present", "Present a timeline, one event at a time.", _EPILOG)
    made.take_file()
    what = made.add_argument_group("what is told")
    what.add_argument("--tour", default="", metavar="ID", help="this tour of the file")
    what.add_argument(
        "--filter", default="", metavar="QUERY", help="only events that this finds: actor:putin"
    )
    what.add_argument("--from", default="", metavar="ID", dest="at", help="from this event on")
    what.add_argument(
        "--fresh", action="store_true", dest="anew", help="do not ask to resume where one stopped"
    )
    how = made.add_argument_group("how long it takes")
    how.add_argument(
        "--for", default="", metavar="TIME", dest="goal", help="20m, 1h30m: t shows what is left"
    )
    how.add_argument(
        "--auto", default="", metavar="SECONDS", help="step by itself after so many; a pauses"
    )
    how.add_argument(
        "--check-size",
        default="",
        metavar="SIZE",
        help="only print which slides take several pages at 80x24",
    )
    who = made.add_argument_group("who may follow it, besides yourself")
    who.add_argument(
        "--socket", default="", metavar="PATH", help="listen there, as /srv/talk/talk.sock"
    )
    who.add_argument("--group", default="", metavar="GROUP", help="and let this group follow")
    screen.take_look(made)
    made.set_defaults(fresh=False, read_only=False)
    return made


def run(options: Namespace) -> int:
    """Open a timeline on a talk, or say what of it runs over."""
    decks.check(options.tour or None, options.filter)
    if options.check_size:
        return _checked(options)
    decision = screen.decided(options)
    if decision.listing:
        message = "there is no terminal to present on; `dateline list` prints the events"
        raise Refused(message)
    goal, auto = _goal(options.goal), _auto(options.auto)
    if options.group and not options.socket:
        raise Refused("--group needs a --socket, in a folder that the group may enter")
    given = files.find(options.file)
    if options.socket:
        _check_socket(options.socket, options.group)

    def talk(view: "View") -> "TalkAsked":
        from tui.screens.opening import TalkAsked

        _check(given.name, view, options)
        return TalkAsked(options.tour, options.at, goal, auto, options.anew)

    return screen.show(given, options, decision, talk)


def _checked(options: Namespace) -> int:
    """Print what of the talk that is asked for takes several pages at a size."""
    from tui.screens.first_view import first_view
    from tui.view import pins
    from tui.view.talk.deck import deck_of

    size = check_size.size_of(options.check_size)
    given = files.find(options.file)
    view = first_view(files.load(given))
    if options.filter:
        view = pins.with_chips(view, (pins.filter_chip(options.filter),))
    _check(given.name, view, options)
    deck = deck_of(view.timeline, options.tour, view.positions("events"))
    return check_size.check(view.timeline, deck, size)


def _check_socket(path: str, group: str) -> None:
    """Refuse a place at which nobody could ever follow, while there is room to say why.

    One that another presenter has is none: that may be a talk whose line was lost just now.
    """
    from pathlib import Path

    from tui.share.claim import TakenError, claim
    from tui.share.place import PlaceError, open_place

    try:
        claim(open_place(Path(path), group, screen.sockets())).release()
    except TakenError:
        return
    except PlaceError as error:
        raise Refused(f"nobody could follow: {error}") from error


def _goal(text: str) -> float:
    """The seconds that it should take, 0 where nobody said."""
    if not text:
        return 0.0
    from tui.view.talk.length import seconds_of

    seconds = seconds_of(text)
    if seconds is None:
        raise Refused(f"--for {visible(text)} is no time; write 20m, 1h or 1h30m")
    return seconds


def _auto(text: str) -> float:
    """The seconds between two steps, 0 where it takes none by itself."""
    if not text:
        return 0.0
    try:
        seconds = float(text.removesuffix("s"))
    except ValueError:
        seconds = 0.0
    if not 1 <= seconds <= 24 * 3600:
        raise Refused(f"--auto {visible(text)} is no number of seconds; write 10")
    return seconds


def _check(name: str, view: "View", options: Namespace) -> None:
    """Refuse what cannot be told of what was read."""
    from tui.view.talk.deck import deck_of

    timeline = view.timeline
    if options.tour:
        decks.check_tour(timeline, options.tour, name)
        events = {slide.event for slide in deck_of(timeline, options.tour, ()).slides}
    else:
        events = {timeline.events[at].id for at in view.positions("events")}
    if not events:
        found = f" matches --filter {options.filter}" if options.filter else " is in it"
        raise Refused(f"{name}: nothing to present, no event{found}")
    if options.at and options.at not in events:
        from tui.document.reading.spelling import Spelling

        there = timeline.event(options.at) is not None
        why = "is not among what is presented" if there else f"is no event of {name}"
        advice = Spelling().advice(options.at, sorted(events), "event")
        raise Refused(f"--from {options.at} {why}{advice}")
