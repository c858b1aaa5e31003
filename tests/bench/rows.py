"""The rows that the benchmark prints, each a promise and how it was kept."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bench.measure import Bench

KB = 1024
MB = 1024 * KB

T = TypeVar("T")
Pair = tuple[float, float]
"""What a figure is compared with, and the figure, both in the same unit."""


@dataclass(frozen=True)
class Row:
    """A promise and how it was kept: each round's figure, and the medians behind them.

    Without a target it says how something is, for comparison; without figures, why not.
    """

    what: str
    figures: tuple[float, ...]
    target: float | None
    raw: str
    unit: str = "x"

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as it is printed."""
        if not self.figures:
            return self.what, "–", "", "–", "", self.raw
        figure = statistics.median(self.figures)
        spread = f"{min(self.figures):.2f} to {max(self.figures):.2f}"
        target, verdict = "–", ""
        if self.target is not None:
            target = f"≤ {self.target:.4g} {self.unit}"
            verdict = "ok" if figure <= self.target else "MISSED"
        return self.what, f"{figure:.2f} {self.unit}", spread, target, verdict, self.raw


def rounds(bench: Bench, measure: Callable[[], T], times: int = 1) -> list[T]:
    """Every round of a measurement but the first."""
    return [measure() for _ in range(bench.runs * times + 1)][1:]


def ratio(what: str, pairs: Sequence[Pair], target: float, note: str = "") -> Row:
    """The row of a ratio of two times, formed within each round."""
    before, after = (statistics.median(side) * 1000 for side in zip(*pairs, strict=True))
    raw = f"{after:.1f} ms ÷ {before:.1f} ms{note}"
    return Row(what, tuple(after / before for before, after in pairs), target, raw)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows with their columns aligned, the first of them the heading."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    return "\n".join([lines[0], "─" * max(map(len, lines)), *lines[1:]]) + "\n"
