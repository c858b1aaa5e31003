"""What the program was asked to open, as plain data."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.document import talks
from tui.document.session import Session
from tui.document.watch import Seen, Watch
from tui.screens.keeping import dropped
from tui.settings.preferences import Settings
from tui.terminal.probe import Terminal
from tui.timeline.problems import Problem
from tui.timeline.records import Ref
from tui.view.palette import Palette
from tui.view.view import View

if TYPE_CHECKING:
    from tui.share.place import Place


class Beginning(NamedTuple):
    """What the first paint needs.

    Attributes:
        palettes: The themes.
        view: The file as it is first shown; None of a large one, which is read later.
        settings: What the user prefers.
        troubles: What is wrong with that file.
        session: What was kept of the last time; an empty one of a pipe, and of the first time.
        seen: What the file was like when it was read for that view.
    """

    palettes: tuple[Palette, ...]
    view: View | None = None
    settings: Settings = Settings()
    troubles: tuple[Problem, ...] = ()
    session: Session = Session()
    seen: Seen | None = None


class TalkAsked(NamedTuple):
    """A talk to begin with.

    Attributes:
        tour: The id of a tour that there is, "" for the events that are shown.
        at: The id of the event to begin at, "" for the first.
        goal: Seconds that it should take, 0 where nobody said.
        auto: Seconds after which it steps by itself, 0 for never.
        anew: Whether to begin, and not to ask about a talk that was cut off.
    """

    tour: str = ""
    at: str = ""
    goal: float = 0.0
    auto: float = 0.0
    anew: bool = False


def _nothing(_view: View) -> None:
    """There is nothing to save."""


def _no_watch() -> None:
    """There is no file to look at."""


class Opening(NamedTuple):
    """A file to show.

    Attributes:
        name: The file as it is called on the screen.
        beginning: What the first paint needs.
        read: Reads the file; called once in another thread if it was not read by then. May
            raise OSError.
        theme: The name of the theme, "" for the default.
        mouse: Whether the mouse is listened to.
        terminal: What the terminal can do.
        part: Saves what must not be lost; called with what was shown last if the program has to
            end without having been told to: a signal, or the terminal is gone. Also called
            before the program stops or another has the terminal.
        stock_driver: Whether Textual's own driver sends the screen, for comparison.
        path: The file; None if what is shown comes from a pipe.
        state_folder: Where to keep what outlasts the program; None to keep nothing.
        fresh: Whether to start without what was kept of the last time.
        locked: Why the file must stay as it is, "" where it can be edited.
        is_shipped: Whether it came with dateline, so that a copy may be saved.
        ascii: Whether to draw with ASCII alone.
        rtl: Who turns text round that runs from right to left; only `app` asks it of dateline.
        block: A record as it is written in the file, "" if it is not there; it may read the file
            again, and raise OSError. None where the file cannot be read again.
        watch: What looks at the file for changes, once it was read; None where there is no file.
        environment: Of this process: what the clipboard and a browser are found by.
        is_guest: Whether whoever looks has no business here but to look.
        talk: The talk to show at once, None to show the panes.
        place: Where others find a talk on this file, which may raise PlaceError; None where
            nobody can.
    """

    name: str
    beginning: Beginning
    read: Callable[[], View]
    theme: str = ""
    mouse: bool = True
    terminal: Terminal = Terminal()
    part: Callable[[View], None] = _nothing
    stock_driver: bool = False
    path: Path | None = None
    state_folder: Path | None = None
    fresh: bool = False
    locked: str = ""
    is_shipped: bool = False
    ascii: bool = False
    rtl: Literal["off", "app", "terminal"] = "off"
    block: Callable[[Ref], str] | None = None
    watch: Callable[[], Watch | None] = _no_watch
    environment: Mapping[str, str] = MappingProxyType({})
    is_guest: bool = False
    talk: TalkAsked | None = None
    place: "Callable[[], Place] | None" = None


def first_words(opening: Opening, view: View) -> str:
    """What there is to say when a view of it opens, "" where nothing is wrong."""
    session = opening.beginning.session
    gone = "" if opening.talk else dropped(view, session)
    said = _troubles_of(view) or _mistakes_of(opening) or gone
    return _cut_off(opening, view) or said


def _cut_off(opening: Opening, view: View) -> str:
    """What to say of a talk that was cut off, "" of none."""
    path, folder = opening.path, opening.state_folder
    if path is None or folder is None or talks.load(folder, path) is None:
        return ""
    # What a talk needs, which most starts have no use for.
    from tui.screens import resuming  # noqa: PLC0415

    place = resuming.cut_off(opening, view.timeline, resuming.local_time())
    return resuming.notice(place) if place and opening.talk is None else ""


def _troubles_of(view: View) -> str:
    """What to say of a file with problems when it opens, "" of one without."""
    count = len(view.snags)
    problems = f"{count:,} problem{'s' * (count > 1)}"
    return f"{problems} in this file; {{pane.problems}} shows them." if count else ""


def _mistakes_of(opening: Opening) -> str:
    """What to say of settings with mistakes, "" of those without."""
    troubles = opening.beginning.troubles
    if not troubles:
        return ""
    more = f" and {len(troubles) - 1} more" if len(troubles) > 1 else ""
    return f"{troubles[0].message}{more}; `dateline doctor` says where."
