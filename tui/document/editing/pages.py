"""Pages: a text in parts, so that to change one place of a large text copies little of it."""

from typing import Final

from tui.document.editing.splice import Splice

_PAGE: Final = 1 << 18
"""Characters of a page at first."""


class Pages:
    """A text that is changed by splices. It is divided when it is changed for the first time."""

    def __init__(self, text: str, size: int = _PAGE) -> None:
        self._pages = [text]
        self._size = size

    def __len__(self) -> int:
        return sum(map(len, self._pages))

    def whole(self) -> str:
        """All of the text."""
        self._pages = ["".join(self._pages)]
        return self._pages[0]

    def part(self, start: int, end: int) -> str:
        """What stands between two indexes, neither of which is below 0."""
        parts: list[str] = []
        first = 0
        for page in self._pages:
            if first >= end:
                break
            parts.append(page[max(0, start - first) : end - first])
            first += len(page)
        return "".join(parts)

    def put(self, splice: Splice) -> None:
        """Change the text."""
        pages = self._pages
        if len(pages) == 1:
            text = pages[0]
            pages[:] = [text[at : at + self._size] for at in range(0, len(text), self._size)] or [
                ""
            ]
        at, start = 0, splice.start
        while at < len(pages) - 1 and start >= len(pages[at]):
            start -= len(pages[at])
            at += 1
        behind = at + 1
        while behind < len(pages) and len("".join(pages[at:behind])) < start + len(splice.old):
            behind += 1
        changed = splice._replace(start=start).done("".join(pages[at:behind]))
        pages[at:behind] = [changed]
