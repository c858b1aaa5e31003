"""The commands: a module of this package each, which is imported when it is asked for.

What stands first on the command line is a command if it is one of these, else a file to open.
"""

from argparse import Namespace
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final, Protocol, cast

from tui.cli.options import Parser

BROWSE: Final = ""
"""The name of what has none: to open a timeline."""

COMMANDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "present": "tell it event by event, large and calm, for people who look on",
        "follow": "show what a presenter shows, on another terminal; or the notes",
        "list": "print the events, or those that a query finds",
        "chart": "print the events in lanes over time, as text or as a picture",
        "show": "print all there is on an event, actor, source, quote or claim",
        "tours": "print the tours, and how long each takes to tell",
        "export": "write what is presented, with sources, as one page to hand out",
        "check": "name every problem in a timeline, with its line and column",
        "diff": "say what became of each record between two files or commits",
        "set": "set a field of a record, and touch nothing else in the file",
        "fmt": "name what is not in order of date or a sentence a line; reorder",
        "new": "write a small timeline to start from, with comments on the format",
        "schema": "print the JSON Schema of the format, for editors",
        "keys": "print every key, with those of your own",
        "doctor": "say what the terminal can do and whether all is in place",
        "completions": "print the script that completes commands in bash, zsh or fish",
    }
)
"""What each does, by its name."""

_MODULES: Final[Mapping[str, str]] = MappingProxyType(
    {BROWSE: "browse", "list": "listing", "set": "setting"}
)
"""Those that are not called like their command."""


class Command(Protocol):
    """What a module of a command has."""

    def parser(self) -> Parser:
        """What reads its words."""

    def run(self, options: Namespace, /) -> int:
        """Do it; gives the exit code."""


def load(name: str) -> Command:
    """The command of a name."""
    return cast("Command", import_module(f"tui.cli.{_MODULES.get(name, name)}"))


def table() -> str:
    """The commands and what each does, as the help gives them."""
    return "\n".join(f"  {name:12} {about}" for name, about in COMMANDS.items())
