"""Cells: a row that is painted over and over, and in the end is a line of spans.

A wide character takes two cells, and is gone when either of them is painted over. Nothing is
painted outside the row.
"""

from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len, split_graphemes

from tui.view.line import BARS, Line, Span, Tone

_NOTHING = (" ", "")
_SHORTENED = "…"


class Cells:
    """A row of cells, blank at first, or as another row is."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._texts = [" "] * width
        self._tones: list[Tone] = ["text"] * width
        self._has_wide = False
        self._has_filled = False

    def copy(self) -> "Cells":
        """Another row that is as this one."""
        other = Cells(0)
        other._width, other._has_wide = self._width, self._has_wide
        other._has_filled = self._has_filled
        other._texts, other._tones = self._texts.copy(), self._tones.copy()
        return other

    def paint(self, column: int, text: str, tone: Tone) -> None:
        """Put a text at a column; what of it lies outside the row is left out."""
        parts = text if text.isascii() else apart(text)
        start, stop = max(0, column), min(column + len(parts), self._width)
        if start >= stop:
            return
        self._texts[start:stop] = parts[start - column : stop - column]
        self._tones[start:stop] = [tone] * (stop - start)
        self._has_filled = self._has_filled or tone in BARS
        self._has_wide = self._has_wide or not isinstance(parts, str)
        if self._has_wide:
            if column < start and self._texts[start] == "":
                self._texts[start] = " "
            self._mend(start - 1)
            self._mend(stop - 1)

    def put(
        self, start: int, columns: Sequence[int], texts: Sequence[str], tones: Sequence[Tone]
    ) -> None:
        """Put narrow texts where nothing wide is yet, at columns counted from a first one."""
        own_texts, own_tones = self._texts, self._tones
        self._has_filled = self._has_filled or not BARS.keys().isdisjoint(tones)
        for at, text, tone in zip(columns, texts, tones, strict=True):
            column = start + at
            if len(text) == 1:
                own_texts[column], own_tones[column] = text, tone
            else:
                stop = column + len(text)
                own_texts[column:stop], own_tones[column:stop] = text, [tone] * len(text)

    def line(self) -> Line:
        """The row as spans. Blanks take the tone before them, for few changes of it.

        Blanks on a bar are no blanks, however.
        """
        spans: list[Span] = []
        parts: list[str] = []
        tone: Tone | None = None
        filled = BARS if self._has_filled else ()
        for part, own in zip(self._texts, self._tones, strict=True):
            if own != tone and (part not in _NOTHING or own in filled or tone in filled):
                if own in filled and tone is None and parts:
                    # Blanks before the first that is painted have no colour to take.
                    tone = "text"
                if tone is not None:
                    spans.append(Span("".join(parts), tone))
                    parts = []
                tone = own
            parts.append(part)
        return (*spans, Span("".join(parts), tone or "text")) if parts else ()

    def _mend(self, at: int) -> None:
        """Blank what is left of a wide character round the border behind a cell."""
        if not 0 <= at < self._width:
            return
        is_wide = cell_len(self._texts[at]) > 1
        follows = at + 1 < self._width and self._texts[at + 1] == ""
        if is_wide and not follows:
            self._texts[at] = " "
        elif follows and not is_wide:
            self._texts[at + 1] = " "


@lru_cache(1 << 12)
def apart(text: str) -> Sequence[str]:
    """A text cell by cell: a wide character is followed by an empty text."""
    if text.replace(_SHORTENED, "").isascii():
        return text
    clusters, _ = split_graphemes(text)
    if len(clusters) == len(text) and all(cells == 1 for _, _, cells in clusters):
        return text
    parts: list[str] = []
    for start, end, cells in clusters:
        if cells:
            parts += [text[start:end], *[""] * (cells - 1)]
    return tuple(parts)
