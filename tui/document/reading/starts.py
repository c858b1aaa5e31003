"""Starts: the lines of a text at which a record or a field may start, by how far they are indented.

They are found without a parser, in a text that is no YAML. Lines end at LF; an index counts code
points, a column from 0.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

STEP: Final = 2
"""How much further in what belongs to a line usually is."""
DEEP: Final = 200
"""A column that nothing starts at."""

_KEY: Final = re.compile(
    r"""(?:"([^"\n]{1,200})"|'([^'\n]{1,200})'|([^\s"'#\[\]{},&*!|>%@`:-][^:\n]{0,200}?))"""
    r"[ \t]{0,20}:(?=[ \t\n]|\Z)"
)
_DASH: Final = re.compile(r"-(?=[ \t\n]|\Z)[ \t]*")
_WORD: Final = re.compile(r"[\w-]+")
_REST: Final = re.compile(r"[ \t]*([^\s#])?")
_BELOW: Final = re.compile(r"[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*( *)(-?)(?=[^\s#])")


class Start(NamedTuple):
    """A line that is neither blank nor a comment.

    Attributes:
        start: The index of the line.
        at: Where its text starts.
        column: How far in that is, or is meant to be.
        is_tabbed: Whether a tab is in its indent.
        is_dash: Whether it starts an item.
        inner: Where its text starts behind a dash.
        key: The key there, if there is one.
        word: The word there, if there is one.
        head: Where the value of that key starts, or what has none.
        rest: The first character of that value.
    """

    start: int
    at: int
    column: int
    is_tabbed: bool
    is_dash: bool
    inner: int
    key: str
    word: str
    head: int
    rest: str


def starts(text: str, start: int, end: int, deepest: int) -> Iterator[Start]:
    """The starts between two indexes, of which the first is that of a line, up to a column."""
    indent = rf"(?: {{0,{deepest}}}(?=[^ \t\n#])| *\t[ \t]*(?=[^ \t\n#]))"
    first = re.compile(indent).match(text, start, end) if start < end else None
    if first and (found := start_of(text, start, first.end())).column <= deepest:
        yield found
    for each in re.compile("\n" + indent).finditer(text, start, end):
        found = start_of(text, each.start() + 1, each.end())
        if found.column <= deepest:
            yield found


def next_start(text: str, start: int, end: int) -> Start | None:
    """The first of the starts between two indexes."""
    return next(starts(text, start, end, DEEP), None)


def start_of(text: str, start: int, at: int) -> Start:
    """What a line starts with whose text is at an index."""
    dash = _DASH.match(text, at)
    inner = dash.end() if dash else at
    key = _KEY.match(text, inner)
    word = _WORD.match(text, inner)
    head = key.end() if key else inner
    rest = _REST.match(text, head)
    value = (rest and rest[1]) or ""
    is_tabbed = "\t" in text[start:at]
    column = at - start
    if is_tabbed:
        is_opener = dash is not None or (key is not None and not value)
        column = _meant(text, at, is_dash=dash is not None) if is_opener else DEEP + 1
    return Start(
        start,
        at,
        column,
        is_tabbed,
        dash is not None,
        inner,
        (key[1] or key[2] or key[3]) if key else "",
        word[0] if word else "",
        head,
        value,
    )


def next_line(text: str, at: int) -> int:
    """Where the line behind that of an index starts."""
    return text.find("\n", at) + 1 or len(text)


def _meant(text: str, at: int, *, is_dash: bool) -> int:
    """The column in which something behind a tab should be, by the line below."""
    below = _BELOW.match(text, at)
    column = len(below[1]) if below else -1
    if not (below and below[2] and is_dash):
        column -= STEP
    return column if column >= 0 else DEEP + 1
