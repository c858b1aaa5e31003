"""Waiting: a sentence in the middle of a screen that has nothing to show yet."""

from textual.reactive import reactive

from tui.panes.pane import LinePane, Row
from tui.view.line import Span, width_of, wrap


class Waiting(LinePane):
    """What is waited for, and below it what can be done meanwhile."""

    words: reactive[tuple[str, str]] = reactive(("", ""), repaint=False)
    """The sentence, and what stands below it."""

    def watch_words(self) -> None:
        """Draw the new ones."""
        self.redraw()

    def rows(self) -> list[Row]:
        """Blank rows, and the words in the middle."""
        width, height = self.size
        sentence, below = self.words
        lines = [(Span(each),) for each in wrap(sentence, max(1, width - 4))]
        if below:
            lines += [(Span(""),), *((Span(each, "dim"),) for each in wrap(below, width - 4))]
        above = max(0, (height - len(lines)) // 2)
        return [Row()] * above + [
            Row((Span(" " * max(0, (width - width_of(line)) // 2)), *line)) for line in lines
        ]
