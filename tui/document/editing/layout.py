"""Layout: how a value that is new to a file is written in it, line by line from the left edge.

Records have a field a line in the order they are given, words stand in brackets while they fit
on a line, prose has a sentence a line.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Final

from tui.document.editing.piece import Data, EditError, parse
from tui.document.editing.scalars import Where, fresh, inline
from tui.document.fields import Field, Format

_WIDEST: Final = 100
"""Characters of a line of words."""
_INDENT: Final = "  "


def entry(
    key: str,
    value: Data,
    form: Format | None = None,
    holds: Format | None = None,
    *,
    is_short: bool = False,
) -> list[str]:
    """The lines of a key with its value.

    Args:
        key: The key.
        value: The value.
        form: The form of the record that it is in.
        holds: The form of records that the value is or has, where that one does not say.
        is_short: Whether fields stand in braces, if they fit on a line.
    """
    field = form.by_name.get(key) if form else None
    if isinstance(value, str):
        where = Where(0, is_date=field is not None and field.form == "date")
        is_prose = field is not None and field.form == "text"
        written = scalar(value, where, is_prose=is_prose)
        return f"{scalar(key, Where(0))}: {written}".split("\n")
    on_one = f"{scalar(key, Where(0))}: {flow(value, field.holds if field else holds)}"
    each = list(value.values()) if isinstance(value, dict) else value
    is_flat = all(isinstance(one, str) for one in each)
    fits = is_flat and len(on_one) <= _WIDEST and (is_short or not isinstance(value, dict))
    if not value or fits:
        return [on_one]
    lines = records(value, field) if field else block(value, holds)
    return [f"{scalar(key, Where(0))}:", *(_INDENT + line if line else "" for line in lines)]


def records(value: Data, field: Field | None) -> list[str]:
    """The lines of what a field holds: items of a list, or entries."""
    holds = field.holds if field else None
    if field and field.form == "entries" and isinstance(value, dict):
        return [line for each in value for line in entry(each, value[each], holds=holds)]
    return block(value, holds)


def block(value: Data, form: Format | None) -> list[str]:
    """The lines of a list or a mapping, whose records are of a form; of a text, its line."""
    if isinstance(value, str) or not value:
        return [flow(value, in_flow=False)]
    if isinstance(value, dict):
        return [line for key, each in value.items() for line in entry(key, each, form)]
    return [line for each in value for line in item(each, form)]


def item(value: Data, form: Format | None, gap: int = 1) -> list[str]:
    """The lines of an item of a list, the dash so many blanks before it."""
    first, *rest = block(value, form)
    indent = " " * (1 + gap)
    return ["-" + " " * gap + first, *(indent + line if line else "" for line in rest)]


def flow(value: Data, form: Format | None = None, *, in_flow: bool = True) -> str:
    """A value on one line, in brackets or braces if it is a list or a mapping, of a form."""
    if isinstance(value, str):
        return scalar(value, Where(0, in_flow=in_flow))
    if isinstance(value, dict):
        return "{" + ", ".join(flow_entry(key, each, form) for key, each in value.items()) + "}"
    return "[" + ", ".join(flow(each, form) for each in value) + "]"


def flow_entry(
    key: str, value: Data, form: Format | None = None, holds: Format | None = None
) -> str:
    """A key with its value on one line, as it stands between braces; see `entry`."""
    field = form.by_name.get(key) if form else None
    if isinstance(value, str) and field and field.form == "date":
        return f"{flow(key)}: {scalar(value, Where(0, in_flow=True, is_date=True))}"
    return f"{flow(key)}: {flow(value, field.holds if field else holds)}"


def scalar(value: str, where: Where, *, is_prose: bool = False) -> str:
    """A text as it is best written.

    Raises:
        EditError: YAML has no way to write it.
    """
    candidates = fresh(value, where, is_prose=is_prose) if is_prose else inline(value, where)
    for written in candidates:
        if _reads(written, value, where):
            return written
    raise EditError("that cannot be written in YAML")


def indented(lines: Sequence[str], column: int, eol: str) -> str:
    """Lines of a file, each with its end, so far to the right."""
    return "".join(_indented(lines, column, eol))


def _indented(lines: Sequence[str], column: int, eol: str) -> Iterator[str]:
    for line in lines:
        yield (" " * column + line if line else "") + eol


def _reads(written: str, value: str, where: Where) -> bool:
    """Whether something written reads as a value; by itself, since it has no place yet."""
    with suppress(EditError):
        if where.in_flow:
            text = f"[{written}, {{{written}: {written}}}, {written}\n]"
            return parse(text).data() == [value, {value: value}, value]
        return parse(f"k: {written}\nx: x\n").data() == {"k": value, "x": "x"}
    return False
