"""Scalars: a text as YAML writes it, in the style that it had or the plainest that holds it.

What is given here are candidates, the best first: whether one says what it should where it is to
stand is known only when it is read there, so whoever takes one has to look.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import yaml

from tui.document.editing.folding import ends_sentence, fold
from tui.document.editing.piece import Node

_LONGEST_LINE: Final = 100
"""Characters from which prose gets lines of its own."""
_RESOLVERS: Final = yaml.SafeLoader.yaml_implicit_resolvers
_DATE: Final = "tag:yaml.org,2002:timestamp"
_MARKER: Final = re.compile(r"(?:---|\.\.\.)(?=\s|\Z)").match
# Numbers of YAML 1.2, where they are not those of 1.1.
_NUMBER: Final = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+")
_NOT_IN_BLOCK: Final = re.compile(r"[\r\x85\u2028\u2029\ufeff]")
_DIGIT: Final = re.compile(r"[|>][-+]?([1-9])")
_BLANK_AT_END: Final = re.compile(r"(?m)^[ \t]|[ \t]$")
_NOT_PLAIN: Final = re.compile(r"[\t\n\r\x85\u2028\u2029\ufeff]")
"""What is read without quotes by some parsers, but not by all."""
_ESCAPED: Final = re.compile('["\\\\\n\t\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]')
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


class Where(NamedTuple):
    """Where a text is to stand.

    Attributes:
        indent: The column of the mapping or list that it is in.
        in_flow: Whether brackets or braces are around it.
        eol: How lines end.
        is_date: Whether it is a date, which needs no quotes for looking like one.
    """

    indent: int
    in_flow: bool = False
    eol: str = "\n"
    is_date: bool = False


def rewritten(value: str, old: Node, written: str, where: Where) -> Iterator[str]:
    """Candidates for a text in the place of another.

    Args:
        value: What it is to say.
        old: What stands there.
        written: How that is written, from its start to its end.
        where: Where that is.
    """
    if old.style in ("|", ">"):
        yield from _block_again(value, old.style, written, where)
    elif "\n" in written and old.style != "flow":
        yield from _lines_again(value, old.style, written, where)
    if old.style == "plain" and not where.in_flow and "\n" in value:
        yield from _blocks(value, where)
    yield from inline(value, where, old)


def fresh(value: str, where: Where, *, is_prose: bool = False) -> Iterator[str]:
    """Candidates for a text where none was.

    Args:
        value: What it is to say.
        where: Where it is to stand.
        is_prose: Whether it may have lines of its own, a sentence each.
    """
    if not where.in_flow and ("\n" in value or (is_prose and _is_long(value, where))):
        yield from _blocks(value, where)
    yield from inline(value, where)


def inline(value: str, where: Where, old: Node | None = None) -> Iterator[str]:
    """Candidates on one line, in the style of what stands there if that will do."""
    single = "'" + value.replace("'", "''") + "'"
    double = '"' + _ESCAPED.sub(_escape, value) + '"'
    style = old.style if old else "plain"
    if style == '"':
        yield double
    elif style == "'" and "\n" not in value:
        yield single
    if style not in ("'", '"') and _is_plain(value, old, where):
        yield value
    if not _NOT_PLAIN.search(value) and ("'" not in value or '"' in value or "\\" in value):
        yield single
    yield double


def is_text_to_yaml(value: str) -> bool:
    """Whether YAML takes it for a text when it is written without quotes."""
    return _tag(value) is None


def _tag(value: str) -> str | None:
    """What else than a text a value is to YAML, of one version or another, if anything."""
    for tag, pattern in (*_RESOLVERS.get(value[:1], ()), *_RESOLVERS.get(None, ())):
        if pattern.match(value):
            return str(tag)
    if _MARKER(value):
        return "the start or the end of a document"
    return "number" if _NUMBER.fullmatch(value) else None


def _is_plain(value: str, old: Node | None, where: Where) -> bool:
    """Whether a value may stand without quotes, if that reads as it should."""
    if not value or value != value.strip() or _NOT_PLAIN.search(value):
        return False
    tag = _tag(value)
    was_alike = (
        old is not None and old.style == "plain" and bool(old.text) and _tag(old.text) == tag
    )
    return tag is None or was_alike or where.is_date


def _is_long(value: str, where: Where) -> bool:
    words = value.split(" ")
    ends = (ends_sentence(word, after) for word, after in pairwise(words))
    return len(value) + where.indent > _LONGEST_LINE or any(ends)


def _blocks(value: str, where: Where) -> Iterator[str]:
    """Folded lines if they say it, else the lines as they are."""
    if _fits_folded(value):
        yield _block(">-", fold(value), where.indent + 2, where.eol)
    if _fits_block(value):
        yield _block("|-", value.split("\n"), where.indent + 2, where.eol)


def _block_again(value: str, style: str, written: str, where: Where) -> Iterator[str]:
    """A block under the header that it has, as far in as it is."""
    header, _, rest = written.partition("\n")
    header = header.rstrip("\r")
    old = rest.replace("\r", "").split("\n")
    first = next((line for line in old if line.strip()), "")
    digit = _DIGIT.match(header)
    indent = len(first) - len(first.lstrip(" ")) if first else where.indent + 2
    indent = where.indent + int(digit[1]) if digit else indent
    if not _fits_block(value, has_indent=digit is not None):
        return
    lines = [line[indent:] for line in old]
    while lines and not lines[-1]:
        lines.pop()
    if style == ">":
        if _fits_folded(value):
            yield _block(header, fold(value, lines), indent, where.eol)
        header = header.replace(">", "|", 1)
    yield _block(header, value.split("\n"), indent, where.eol)


def _lines_again(value: str, style: str, written: str, where: Where) -> Iterator[str]:
    """A text of several lines that is no block, as far in as it is."""
    quote = written[0] if style in ("'", '"') else ""
    is_text = bool(quote) or is_text_to_yaml(value)
    if not _fits_folded(value) or not is_text or "\\\n" in written.replace("\r", ""):
        return
    inner = written[len(quote) : len(written) - len(quote)].replace("\r", "")
    old = [line.strip() for line in inner.split("\n")]
    lines = fold(_quoted(value, quote, has_breaks="\\n" in inner), old)
    others = (line for line in inner.split("\n")[1:] if line.strip())
    indent = next((line[: len(line) - len(line.lstrip())] for line in others), "")
    joined = where.eol.join([lines[0], *(indent + line if line else "" for line in lines[1:])])
    yield quote + joined + quote


def _quoted(value: str, quote: str, *, has_breaks: bool) -> str:
    """A text as it stands in quotes; in double ones line breaks may be escaped as well."""
    if quote == "'":
        return value.replace("'", "''")
    if quote == '"' and has_breaks:
        return _ESCAPED.sub(_escape, value)
    if quote == '"':
        return "\n".join(_ESCAPED.sub(_escape, line) for line in value.split("\n"))
    return value


def _fits_block(value: str, *, has_indent: bool = False) -> bool:
    """Whether a block can hold the lines of a value as they are, its indent given or not."""
    is_clear = has_indent or not value[:1].isspace()
    return bool(value.strip()) and is_clear and not _NOT_IN_BLOCK.search(value)


def _fits_folded(value: str) -> bool:
    """Whether lines that are laid out anew can: none begins or ends with a blank."""
    return _fits_block(value) and not _BLANK_AT_END.search(value)


def _block(header: str, lines: Sequence[str], indent: int, eol: str) -> str:
    return eol.join([header, *(" " * indent + line if line else "" for line in lines)])


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004, two hex digits
