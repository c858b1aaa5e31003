"""A web page as a reader gets it: its text, its elements, and what it links to."""

from html.parser import HTMLParser


class Page(HTMLParser):
    """Takes a page apart."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.declared: list[str] = []
        self.comments: list[str] = []
        self._said: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()

    @property
    def text(self) -> str:
        """All its words, one blank between them."""
        return flat("".join(self._said))

    def all(self, name: str) -> list[str]:
        """What every attribute of a name has, in order."""
        return [told[name] for _, told in self.elements if name in told]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag != "meta":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the one that is open."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Take what is read."""
        if "style" not in self._open:
            self._said.append(data)

    def handle_comment(self, data: str) -> None:
        """Take a comment."""
        self.comments.append(data)

    def handle_decl(self, decl: str) -> None:
        """Take a declaration."""
        self.declared.append(decl)


def flat(text: str) -> str:
    """A text with one blank between its words."""
    return " ".join(text.split())
