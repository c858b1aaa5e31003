"""`dateline follow`: what a presenter shows, on another terminal; with `--notes`, the notes."""
# ruff: noqa: PLC0415

import os
import signal
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli import files, screen
from tui.cli.options import Parser
from tui.cli.options import parser as parser_of
from tui.cli.says import Refused, visible

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.screens.opening import Opening
    from tui.share.follower import Where

_EPILOG = """examples:
  dateline follow                       the talk that is on, or the next one
  dateline follow --notes               your notes, the next step and the time
  dateline follow history.yaml          the talk on that file
  dateline follow --socket /srv/talk/talk.sock
                                        a talk that another account gives

A talk is given by `dateline present`, or with p in the panes. FILE only says
which: it is not read, nothing is written, and all that is shown comes from the
presenter. It waits for the talk if there is none yet, at a socket as soon as
there is its folder.

exit status: 0 left, 2 the request makes no sense"""


def parser() -> Parser:
    """What reads its words."""
    about = "Show what a presenter shows, in a size and a theme of your own."
    made = parser_of("follow", about, _EPILOG)
    made.take_file(default="default: the talk that began last, on whatever file")
    made.add_argument(
        "--notes", action="store_true", help="the notes of the speaker, and the wheel"
    )
    made.add_argument("--socket", default="", metavar="PATH", help="where the presenter listens")
    made.add_argument(
        "--locked", action="store_true", help="for guests: the talk, and nothing of this account"
    )
    screen.take_look(made)
    made.set_defaults(filter="")
    return made


def run(options: Namespace) -> int:
    """Follow a talk."""
    if options.file == files.STDIN:
        raise Refused("a talk comes from its presenter, not from standard input")
    if options.notes and options.locked:
        raise Refused("--locked is for guests, who have no notes")
    path = where(options)
    if options.locked:
        _shut_in()
    decision = screen.decided(options)
    if decision.listing:
        raise Refused("there is no terminal to follow a talk on")

    def first(opening: "Opening") -> "Screen[None]":
        from tui.screens.follow import FollowScreen
        from tui.screens.speaker import SpeakerScreen

        return (SpeakerScreen if options.notes else FollowScreen)(opening, path)

    return screen.follow(options, decision, first)


def _shut_in() -> None:
    """Leave this process nothing that a guest, or the account of its host, could have set."""
    from tui.terminal import guard

    for name in guard.foreign(os.environ):
        del os.environ[name]
    # Before there is a screen the line makes signals of ctrl+c, ctrl+\\ and ctrl+z.
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP):
        signal.signal(number, signal.SIG_IGN)


def where(options: Namespace) -> "Where":
    """Where the presenter listens: as asked, else for that file, else the latest talk."""
    from tui.share import place

    if options.socket:
        try:
            return place.followed_place(Path(options.socket))
        except place.PlaceError as error:
            raise Refused(f"nobody can present there: {error}") from error
    folder = screen.sockets()
    if options.file:
        file = Path(options.file)
        if not os.path.lexists(file):
            raise Refused(f"there is no file {visible(options.file)} that a talk could be on")
        return lambda: place.find_for(folder, file)
    return lambda: next(iter(place.find(folder)), None)
