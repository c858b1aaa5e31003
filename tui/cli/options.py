"""Options: what a command takes, read from its words, and described for those that complete them.

A command whose options make no sense ends with exit code 2 and says how it is used.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, NoReturn

from tui.cli.says import visible

FILE: Final = "FILE"
FOLDER: Final = "DIR"
THEME: Final = "NAME"
"""What a value is called in the help, by which it is known what completes it."""

_FILTER: Final = "--filter"
_NEGATED: Final = re.compile(r"-[^-].*").fullmatch
_FILE_HELP: Final = "default: ./timeline.yaml, else the one that comes with it"
_QUERY_HELP: Final = "only events that this finds: actor:putin on:2014 -has:quote"


class Option(NamedTuple):
    """One option or one positional argument of a command.

    Attributes:
        flags: How it is written; none for an argument by its place.
        value: What its value is called, "" for one that takes none.
        choices: The values that it may have; none where it may have any.
        about: What it does.
        repeats: Whether it may be given several times over, as files may.
    """

    flags: tuple[str, ...]
    value: str
    choices: tuple[str, ...]
    about: str
    repeats: bool


class Parser(argparse.ArgumentParser):
    """Reads the words of one command.

    What stands behind `--filter` is a query, also where it begins with a sign of negation.
    """

    def parse_known_args(  # type: ignore[override]  # its own types are those of its stub
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Take the words."""
        words = list(sys.argv[1:] if args is None else args)
        for at in range(len(words) - 1, 0, -1):
            if words[at - 1] == _FILTER and _NEGATED(words[at]):
                words[at - 1 : at + 1] = [f"{_FILTER}={words[at]}"]
        return super().parse_known_args(words, namespace)

    def error(self, message: str) -> NoReturn:
        """Say what makes no sense, in characters that move no cursor, and end."""
        super().error(visible(message))

    def take_file(self, *, several: bool = False, default: str = _FILE_HELP) -> None:
        """Take a timeline by its place, or several; `default` says what is taken without one."""
        name, count = ("files", "*") if several else ("file", "?")
        self.add_argument(name, nargs=count, metavar=FILE, help=default)

    def take_filter(self) -> None:
        """Take a query."""
        self.add_argument("--filter", default="", metavar="QUERY", help=_QUERY_HELP)

    def options(self) -> Iterator[Option]:
        """All that it takes, in the order of the help."""
        for action in self._actions:
            takes_value = action.nargs is None or action.nargs in ("?", "*")
            value = action.metavar if isinstance(action.metavar, str) else action.dest
            yield Option(
                flags=tuple(action.option_strings),
                value=value if takes_value else "",
                choices=tuple(map(str, action.choices or ())),
                about=(action.help or "").replace("%%", "%"),
                repeats=action.nargs == "*",
            )


def parser(command: str, description: str, epilog: str = "", usage: str | None = None) -> Parser:
    """What reads the words of a command, "" for that without a name."""
    return Parser(
        prog=f"dateline {command}".rstrip(),
        description=description,
        epilog=epilog,
        usage=usage,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
