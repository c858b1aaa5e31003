"""Paints cells in the plainest way: every run of one look with a move, its whole look and text."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from terminal.screens import Cell, Look, Screen


def painted(wanted: Screen, shown: Screen | None = None) -> str:
    """What turns the cells of a screen into those of another, all of them if none is shown."""
    old = shown.seen if shown else [()] * wanted.height
    runs = (
        f"\x1b[{y};{x + 1}H{dressed(look)}{text}"
        for y, (row, before) in enumerate(zip(wanted.seen, old, strict=True), 1)
        for x, look, text in _runs(row, before)
    )
    y, x = wanted.cursor
    return f"{''.join(runs)}\x1b[{y + 1};{x + 1}H{dressed(wanted.pen)}"


def dressed(look: Look) -> str:
    """What sets a look, whatever was before."""
    attributes, ink, paper, line, link = look
    parts = ";".join(part for part in ("0", *sorted(attributes), ink, paper, line) if part)
    return f"\x1b]8;{'id=0' if link else ''};{link}\x1b\\\x1b[{parts}m"


def _runs(row: Sequence[Cell], before: Sequence[Cell]) -> Iterator[tuple[int, Look, str]]:
    """Column, look and text of neighbouring cells of one look that have to be painted."""
    changed = [not before or cell != before[x] for x, cell in enumerate(row)]
    cells: Iterable[tuple[int, Cell]] = enumerate(row)
    for key, run in groupby(cells, key=lambda at: (changed[at[0]], at[1][1:])):
        if key[0]:
            columns, painted = zip(*run, strict=True)
            yield columns[0], key[1], "".join(cell[0] for cell in painted)
