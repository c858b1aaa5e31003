"""YAML errors in the words of a person who writes a timeline, at the place to mend.

The parser in C and the one in Python word the same errors differently; both are known here.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NamedTuple

import yaml

from tui.document.reading.characters import escape, shown

_TAB: Final = "a tab is used for indentation; use spaces"
_COLON: Final = "a colon and a space inside a value; put the whole value in quotes"
_UNKNOWN_ESCAPE: Final = "unknown escape {} in double quotes; use single quotes or write \\\\"
_QUOTE: Final = "this quote is never closed"

_KEY: Final = r"\s*(?:- +)*[^\s:\"'\[{#][^:]*:"
_COLON_IN_VALUE: Final = rf"{_KEY} +.*:(?: |$)"
_NO_SPACE: Final = r"\s*(?:- +)*[\w-]+:[^\s/]"
_QUOTED_VALUE: Final = r"\s*(?:- +)*(?:[\w-]+: +)?(?:\"[^\"]*\"|'[^']*')\s*[^\s#,\]}:]"
_BEYOND_UNICODE: Final = r"\\U(?!0010|000)[0-9a-fA-F]{8}"
_LINE_END: Final = re.compile(r"\r\n?|\n")
_IDLE: Final = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n|$)|\.\.\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class _Error:
    """What a YAML parser says. `index` is where it stopped, `opener` where that construct began."""

    problem: str
    context: str
    index: int
    opener: int
    text: str

    @property
    def line(self) -> str:
        """The line on which the parser stopped."""
        return _line(self.text, self.index)

    @property
    def before(self) -> str:
        """That line up to where it stopped."""
        return self.line[: self.index - _line_start(self.text, self.index)]


Told = tuple[int, str]


class Part(NamedTuple):
    """The part of a text that a parser was given.

    It may have been given a line from further up before it, of `lead` characters and from `above`.
    """

    start: int
    end: int
    lead: int = 0
    above: int = 0

    def place(self, index: int) -> int:
        """Where in the text an index of the parser is."""
        if index < self.lead:
            return self.above + index
        return min(self.start + index - self.lead, self.end)


def explain(error: Exception, text: str, deepest: int, part: Part | None = None) -> Told:
    """Where to mend an error of the parser, as an index into the text, and what to say.

    Args:
        error: What the parser raised.
        text: The whole text.
        deepest: How many levels a file of this kind may have: the parser in C gives up at some
            depth of its own, before it hands anything on.
        part: The part of the text that the parser was given; None for all of it.
    """
    part = part or Part(0, len(text))
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        beyond = re.compile(_BEYOND_UNICODE).search(text, part.start, part.end)
        if beyond:
            return beyond.start(), _UNKNOWN_ESCAPE.format(beyond[0])
        return part.start, f"not valid YAML: {shown(escape(str(error)))}"
    index = part.place(error.problem_mark.index)
    opener = part.place(error.context_mark.index) if error.context_mark else index
    if "nesting depth" in (error.problem or ""):
        return index, too_deep(deepest)
    said = _Error(error.problem or "", error.context or "", index, opener, text)
    for pattern, tell in _TELLERS:
        if re.search(pattern, f"{said.context}\n{said.problem}"):
            told = tell(said)
            if told:
                return told
    return index, f"not valid YAML: {shown(escape(said.problem))}"


def too_deep(levels: int) -> str:
    """What to say of a file that has more levels than these."""
    return f"nested deeper than {levels} levels"


def find_rest(text: str, index: int) -> Told | None:
    """What is wrong with what follows the document, if anything does."""
    while index < len(text):
        idle = _IDLE.match(text, index)
        if not idle or not idle[0]:
            break
        index = idle.end()
    if index >= len(text):
        return None
    if text.startswith("---", index):
        return index, "a second document starts here; a timeline is one document"
    return index, "nothing may follow the end of the document"


def _line_start(text: str, index: int) -> int:
    start = text.rfind("\n", 0, index) + 1
    return max(start, text.rfind("\r", start, index) + 1)


def _line(text: str, index: int) -> str:
    end = _LINE_END.search(text, index)
    return text[_line_start(text, index) : end.start() if end else len(text)]


def _line_before(text: str, index: int) -> int | None:
    """Where the last line before this one starts that is neither blank nor a comment."""
    start = _line_start(text, index)
    while start:
        start = _line_start(text, start - 1)
        line = _line(text, start).strip()
        if line and not line.startswith("#"):
            return start
    return None


def _number(text: str, index: int) -> int:
    """The number of the line of an index."""
    start = _line_start(text, index)
    ends = text.count("\n", 0, start) + text.count("\r", 0, start) - text.count("\r\n", 0, start)
    return ends + 1


def _column(text: str, index: int) -> int:
    return index - _line_start(text, index) + 1


def _tell_tab(said: _Error) -> Told | None:
    """A tab where a value may not start, or an indent that has one before another error."""
    tab = said.before.find("\t") if not said.before.strip(" \t-?:") else -1
    if said.text[said.index : said.index + 1] == "\t":
        return said.index, _TAB
    if "tab" in said.problem or tab >= 0:
        return _line_start(said.text, said.index) + max(tab, 0), _TAB
    return None


def _tell_start(said: _Error) -> Told:
    """A value that begins with a character that means something to YAML."""
    index = said.opener if "scanning a" in said.context else said.index
    first = said.text[index : index + 1]
    rest = shown(escape(_line(said.text, index)[_column(said.text, index) - 1 :].strip()), 30)
    return index, f'a value cannot start with {shown(first)}; put it in quotes: "{rest}"'


def _tell_colon(said: _Error) -> Told:
    """A colon where there was a value already."""
    if re.match(_COLON_IN_VALUE, said.before + ": "):
        return said.index, _COLON
    before = _line_before(said.text, said.index)
    if before is None:
        return said.index, "wrong indentation: this line begins further in than it may"
    missing = re.match(_NO_SPACE, _line(said.text, before))
    if missing:
        return before + missing.end() - 1, "there is no space after the colon"
    number = _number(said.text, before)
    indent = len(said.line) - len(said.line.lstrip())
    rule = f"this line is further in than line {number}, which already has a value"
    return _line_start(said.text, said.index) + indent, f"wrong indentation: {rule}"


def _tell_open(said: _Error) -> Told:
    """A bracket or a brace that is never closed."""
    bracket = said.text[said.opener : said.opener + 1]
    return said.opener, f"this {bracket} is never closed, or a comma is missing"


def _tell_block(said: _Error) -> Told:
    """Something in a block that is not its next key or item."""
    at = _line_start(said.text, said.index)
    for start in (at, _line_before(said.text, said.index)):
        if start is not None and (found := re.match(_QUOTED_VALUE, _line(said.text, start))):
            return start + found.end() - 1, "text after a closing quote; quote the whole value"
    if said.opener == said.index or said.text[said.index : said.index + 1] == ":":
        return said.index, "a key is missing before the colon"
    first = _number(said.text, said.opener)
    column = _column(said.text, said.opener)
    if "sequence" in said.context or "collection" in said.context or "'-'" in said.problem:
        rule = f'a new item starts with "- " in column {column} like line {first}'
        return said.index, f"wrong indentation: {rule}"
    return said.index, f"wrong indentation: expected column {column} like line {first}"


def _tell_no_colon(said: _Error) -> Told:
    """A line that should be a key and a value."""
    line = shown(escape(_line(said.text, said.opener).strip()), 30)
    return said.opener, f'"{line}" has no colon; expected "key: value"'


def _tell_escape(said: _Error) -> Told:
    """A backslash in double quotes that means nothing."""
    at = said.text.rfind("\\", said.opener, said.index + 1)
    at = said.index if at < 0 else at
    written = re.match(r"\\[uUx][0-9a-fA-F]*|\\.?", said.text[at : at + 12])
    name = shown(escape(written[0] if written else ""))
    return at, _UNKNOWN_ESCAPE.format(name)


_TELLERS: Final[tuple[tuple[str, Callable[[_Error], Told | None]], ...]] = (
    (
        r"quoted scalar\n.*(end of stream|document (indicator|separator))",
        lambda said: (said.opener, _QUOTE),
    ),
    (r"escape|hexdecimal|hexadecimal", _tell_escape),
    (r"tab|cannot start any token|mapping values|expected", _tell_tab),
    (r"cannot start any token|an? (alias|anchor)\n|scanning a tag", _tell_start),
    (r"mapping values are not allowed", _tell_colon),
    (r"',' or '[\]}]'", _tell_open),
    (r"expected key|expected '-' indicator|<block end>", _tell_block),
    (r"expected ':'", _tell_no_colon),
    (
        r"sequence entries",
        lambda said: (said.index, 'a list item cannot start here; put "- " on its own line'),
    ),
    (r"block scalar\n", lambda said: (said.index, "after | or > the text starts on the next line")),
    (
        r"document start|<document start>",
        lambda said: (said.index, "nothing may follow the end of the document"),
    ),
    (r"directive|incompatible YAML", lambda said: (said.index, "delete the % line")),
    (r"node content|flow node", lambda said: (said.index, "a value is missing here")),
)
