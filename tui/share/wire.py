"""The messages between a presenter and those who follow: one JSON object a line.

A state is always whole, so that only the latest counts. What comes in is never trusted: a line
that is no message is `Malformed`, whatever is in it, and no exception comes out of here.
"""

from typing import Final, NamedTuple, get_args

from tui.share.material import LONGEST, Material, Role, read_material
from tui.share.objects import (
    VERSION,
    WrongError,
    choice,
    digest,
    dump,
    flag,
    load,
    seconds,
    text,
    whole,
)
from tui.view.talk.deeds import Deed
from tui.view.talk.shown import Driver, Shown

LONGEST_STATE: Final = 16 << 10
LONGEST_SAID: Final = 4 << 10
"""Bytes of a line from a presenter that is no material, and of one from a follower."""


class State(NamedTuple):
    """What is shown now.

    Attributes:
        shown: It, in ids.
        rev: Which state this is; of two from one presenter, the larger is later.
        digest: Of the material that it means.
        followers: How many of the audience follow.
        yours: Whether the speaker that gets this has the wheel.
        trouble: What is wrong with the file by now, in a sentence, "" if nothing is; for a speaker.
    """

    shown: Shown
    rev: int
    digest: str
    followers: int = 0
    yours: bool = False
    trouble: str = ""


class Refusal(NamedTuple):
    """Why a follower is sent away, as a sentence."""

    why: str


class Hello(NamedTuple):
    """The first line of a follower: what it follows as."""

    role: Role


class Command(NamedTuple):
    """What a speaker wants done; `slide` is the key of a slide to go to, "" for the cover."""

    do: Deed
    slide: str = ""


class Malformed(NamedTuple):
    """A line that is no message, and what is wrong with it, in a few words."""

    why: str


TOO_LONG: Final = Malformed("too long a line")


def print_state(state: State) -> bytes:
    """The line of a state."""
    message: dict[str, object] = {
        "v": VERSION,
        "rev": state.rev,
        "digest": state.digest,
        "followers": state.followers,
    }
    if state.yours:
        message["yours"] = True
    if state.trouble:
        message["trouble"] = state.trouble
    return _line({**message, **state.shown._asdict()})


def print_refusal(refusal: Refusal) -> bytes:
    """The line of a refusal."""
    return _line({"v": VERSION, "refused": refusal.why})


def print_hello(hello: Hello) -> bytes:
    """The line of a hello."""
    return _line({"v": VERSION, "role": hello.role})


def print_command(command: Command) -> bytes:
    """The line of a command."""
    message: dict[str, object] = {"v": VERSION, "do": command.do}
    if command.do == "go":
        message["slide"] = command.slide
    return _line(message)


def from_presenter(line: bytes) -> Material | State | Refusal | Malformed:
    """What a presenter says in a line."""
    if len(line) > LONGEST:
        return TOO_LONG
    try:
        found = load(line)
        if "timeline" in found:
            return read_material(found)
        if len(line) > LONGEST_STATE:
            return TOO_LONG
        return Refusal(text(found["refused"])) if "refused" in found else _state(found)
    except WrongError as error:
        return Malformed(str(error))


def from_follower(line: bytes) -> Hello | Command | Malformed:
    """What a follower says in a line."""
    if len(line) > LONGEST_SAID:
        return TOO_LONG
    try:
        found = load(line)
        if "role" in found:
            return Hello(_role(found["role"]))
        do: Deed = _deed(found.get("do"))
        return Command(do, text(found.get("slide")) if do == "go" else "")
    except WrongError as error:
        return Malformed(str(error))


_role: Final = choice(*get_args(Role))
_deed: Final = choice(*get_args(Deed))
_driver: Final = choice(*get_args(Driver))


def _line(message: dict[str, object]) -> bytes:
    return dump(message) + b"\n"


def _state(found: dict[str, object]) -> State:
    shown = Shown(
        slide=text(found.get("slide")),
        part=text(found.get("part")),
        page=whole(found.get("page")),
        pages=whole(found.get("pages")),
        blank=flag(found.get("blank")),
        elapsed=seconds(found.get("elapsed")),
        running=flag(found.get("running")),
        goal=seconds(found.get("goal")),
        driver=_driver(found.get("driver")),
    )
    return State(
        shown,
        whole(found.get("rev")),
        digest(found.get("digest")),
        whole(found.get("followers")),
        flag(found.get("yours", False)),
        text(found.get("trouble", "")),
    )
