"""Changes as Markdown: a list of records, and under each a list of its fields."""

from collections.abc import Iterable, Iterator
from typing import Final

from tui.exchange.changed import CAME, naming, told
from tui.exchange.markdown import escape
from tui.timeline.changes import RecordChange

_INDENT: Final = "  "


def listing(found: Iterable[RecordChange]) -> str:
    """All changes; `""` for none."""
    return "".join(f"{line}\n" for change in found for line in _lines(change))


def _lines(change: RecordChange) -> Iterator[str]:
    what = f"{change.ref.kind} `{change.ref.id}`" if change.ref else "timeline"
    name = escape(" ".join(naming(change).split()))
    yield f"- **{change.what}** {what} {name}".rstrip()
    for field in change.fields:
        said = told(field)
        yield f"{_INDENT}- {escape(f'{field.name}: {said.short}')}".rstrip()
        for sign, text in said.lines:
            yield f"{_INDENT}{_INDENT}- {'added' if sign == CAME else 'removed'}: {escape(text)}"
    for part in change.parts:
        yield from (f"{_INDENT}{line}" for line in _lines(part))
