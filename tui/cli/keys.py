"""`dateline keys`: every key and what it does, with the keys that the user has set."""
# ruff: noqa: PLC0415

import os
from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cli.options import Parser
from tui.cli.options import parser as parser_of
from tui.cli.says import DONE, PROBLEMS, columns, complain, say, visible

if TYPE_CHECKING:
    from tui.actions import Action

_LEAST_ROOM = 20
"""What does not fit beside the names is left to the terminal to wrap."""

_EPILOG = """Each line has the keys, the name of the action in config.yaml, and what it does.

exit status: 0 printed, 1 printed and there are problems in config.yaml"""


def parser() -> Parser:
    """What reads its words."""
    return parser_of("keys", "Print every key, with those of your own.", _EPILOG)


def run(_options: Namespace) -> int:
    """Print the keys, and what is wrong with the file that sets them."""
    from tui.actions import ACTIONS, TALK_ACTIONS
    from tui.exchange import report
    from tui.settings import settings

    path = settings.config_folder(os.environ) / settings.FILE
    found, troubles = settings.load(path)
    both = (*ACTIONS, *TALK_ACTIONS)
    say(_table([(each, found.keys.get(each.id, each.keys)) for each in both], columns()))
    for line in report.as_text(str(path), troubles).splitlines():
        complain(visible(line))
    return PROBLEMS if troubles else DONE


def _table(rows: "list[tuple[Action, tuple[str, ...]]]", width: int | None) -> str:
    """A line for each action; where there is a width, what it does is wrapped."""
    from tui.actions import keys_label

    named = [(keys_label(keys) or "none", action) for action, keys in rows]
    keys_width = max(len(keys) for keys, _ in named)
    id_width = max(len(action.id) for _, action in named)
    lines = (
        line
        for keys, action in named
        for line in _lines(f"{keys:{keys_width}}  {action.id:{id_width}}  ", action.help, width)
    )
    return "".join(f"{line}\n" for line in lines)


def _lines(start: str, text: str, width: int | None) -> Iterator[str]:
    from textwrap import wrap

    room = len(start) + _LEAST_ROOM
    if width is None or width < room:
        yield start + text
        return
    yield from wrap(text, width, initial_indent=start, subsequent_indent=" " * len(start))
