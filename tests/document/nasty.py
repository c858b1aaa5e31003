"""Timeline files as no program would lay them out: valid, and written in every way that YAML has.

`Hand` writes a tree of plain data; what it chooses comes from a `Random`. Every comment is a word
of its own (`#c7`), which nothing else in the file has, so that it can be looked for.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any, Final

import yaml

from document.files import Tree
from document.trees import stripped

_COMMENTS: Final = (
    "",
    " - id: x",
    " it's",
    " key: value",
    ' "',
    " [a, {b",
    " a -",
    " 日本 · عربي",
    "#",
)
_TAB: Final = "\t" if hasattr(yaml, "CSafeLoader") else " "
"""The parser in Python takes no tab."""


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Loads YAML with every scalar as its text."""

    yaml_implicit_resolvers: Final[dict[str, Any]] = {}


def load(text: str) -> Any:  # noqa: ANN401, whatever a file holds
    """What a file says: texts without line breaks at their ends."""
    return stripped(yaml.load(text, Loader))  # noqa: S506, it is a safe one


def write(tree: Tree, random: Random) -> str:
    """The text of a file that says what a tree does."""
    while True:
        text = Hand(random).file(tree)
        # A comment behind a block can be as far in as the block, and is a part of it then.
        if says(text, tree):
            return text


def says(text: str, tree: Tree) -> bool:
    """Whether a text says what a tree does."""
    try:
        return bool(load(text) == tree)
    except yaml.YAMLError:
        return False


class Hand:
    """Writes a file.

    Some habits are the same in all of it: how far it indents, how often it comments, how many
    blank lines it leaves between records.
    """

    def __init__(self, random: Random) -> None:
        self._random = random
        self._comments = 0
        self._step = random.choice((2, 2, 2, 4))
        self._is_indentless = self._often(0.3)
        self._gap = random.choice((0, 0, 1, 1, 2))
        self._chatty = random.choice((0.0, 0.1, 0.4))
        self._flows = random.choice((0.05, 0.3))

    def file(self, tree: Tree) -> str:
        """The text of a file that says what a tree does."""
        lines = [*self._remarks(0, 0.5), *(["---"] if self._often(0.1) else [])]
        for key, value in tree.items():
            lines += [*self._blanks(0.6), *self._remarks(0), *self._blanks(0.2)]
            lines += self._entry(key, value, 0, gap=self._gap)
        lines += [*self._blanks(0.2), *self._remarks(0), *self._blanks(0.2)]
        lines += ["..."] if self._often(0.05) else []
        text = "\n".join(lines) + ("" if self._often(0.15) else "\n")
        return text.replace("\n", "\r\n") if self._often(0.2) else text

    def _often(self, share: float) -> bool:
        return self._random.random() < share

    def _comment(self) -> str:
        self._comments += 1
        return f"#c{self._comments}{self._random.choice(_COMMENTS)}"

    def _remarks(self, column: int, share: float | None = None) -> list[str]:
        """Perhaps some lines of comment."""
        count = self._random.randint(1, 2) if self._often(share or self._chatty / 2) else 0
        return [" " * column + self._comment() for _ in range(count)]

    def _blanks(self, share: float) -> list[str]:
        """Perhaps some blank lines."""
        count = self._random.randint(1, 2) if self._often(share) else 0
        return [" " * self._random.choice((0, 0, 0, 3)) for _ in range(count)]

    def _tail(self) -> str:
        """What may stand behind a value: blanks, a comment."""
        if self._often(self._chatty / 2):
            return self._random.choice((" ", "   ", _TAB)) + self._comment()
        return self._random.choice((" ", "  ", _TAB)) if self._often(0.05) else ""

    def _opened(self, head: str) -> str:
        """A key or a dash with nothing but a comment behind it; no tab may stand there."""
        return head + self._tail().replace("\t", " ")

    def _entry(self, key: str, value: Any, column: int, gap: int = 0) -> list[str]:  # noqa: ANN401
        """The lines of a key and its value; children have `gap` blank lines between them."""
        written = f"'{key}'" if self._often(0.02) else key
        head = f"{' ' * column}{written}{' ' if self._often(0.02) else ''}:"
        return self._value(head, value, column, gap)

    def _value(self, head: str, value: Any, column: int, gap: int = 0) -> list[str]:  # noqa: ANN401
        """The lines of a value behind a key or a dash that stands at a column."""
        if isinstance(value, str):
            return self._text(head, value, column)
        flows = self._flows if not gap else self._flows / 8
        if not value or self._often(flows):
            flow = f"{head} {self._flow(value, column)}"
            return [*f"{flow}{self._tail()}".split("\n"), *self._remarks(column + 3)]
        is_list = isinstance(value, list)
        is_indentless = is_list and self._is_indentless and not head.endswith("-")
        inner = column + (0 if is_indentless else self._random.choice((self._step, 2, 3)))
        lines = [self._opened(head), *self._remarks(inner), *self._blanks(0.05 + gap / 4)]
        return lines + self._children(value, inner, gap)

    def _children(self, value: Any, column: int, gap: int) -> list[str]:  # noqa: ANN401, as above
        """The lines of the items of a list or of the entries of a mapping."""
        lines: list[str] = []
        last: list[str] = []
        is_list = isinstance(value, list)
        for at, each in enumerate(value):
            if at:
                lines += [""] * gap or self._blanks(0.03)
                lines += self._behind(last, self._remarks(column))
                lines += self._blanks(0.05) if gap else []
            last = self._item(each, column) if is_list else self._entry(each, value[each], column)
            last += self._behind(last, self._remarks(column + 2, self._chatty / 8))
            lines += last
        return lines

    def _behind(self, lines: list[str], remarks: list[str]) -> list[str]:
        """Lines of comment behind others, if they are none of a text that these end with."""
        if remarks and load("\n".join(lines)) != load("\n".join(lines + remarks)):
            return []
        return remarks

    def _item(self, value: Any, column: int) -> list[str]:  # noqa: ANN401, likewise
        """The lines of an item of a list whose dash stands at a column."""
        dash = " " * column + "-"
        if not value or isinstance(value, str) or self._often(self._flows / 2):
            return self._value(dash, value, column)
        if self._often(0.1):
            inner = column + self._random.choice((1, 2, 4))
            lines = [self._opened(dash), *self._remarks(inner), *self._blanks(0.1)]
            return lines + self._children(value, inner, 0)
        wide = self._random.choice((1, 1, 1, 3))
        first, *rest = self._children(value, column + 1 + wide, 0)
        return [dash + " " * wide + first.lstrip(" "), *rest]

    def _text(self, head: str, value: str, column: int) -> list[str]:
        """The lines of a text behind a key or a dash, in a way that says it."""
        ways: list[Callable[[str, str, int], str]] = [self._inline, self._inline]
        ways += [self._block] * 3 if len(value) > 12 or "\n" in value else [self._block]
        ways += [self._folded_quote, self._below]
        self._random.shuffle(ways)
        probe = f"{' ' * column}- y" if head.endswith("-") else f"{' ' * column}zz: y"
        for way in (*ways, self._inline, self._double):
            lines = way(head, value, column).split("\n")
            if self._says([*lines, probe], value):
                return lines
        raise AssertionError(f"no way to write {value!r}")

    def _says(self, lines: list[str], value: str) -> bool:
        try:
            found = load("\n".join(lines))
        except yaml.YAMLError:
            return False
        said = found if isinstance(found, list) else list(found.values())
        return bool(said == [value, "y"])

    def _inline(self, head: str, value: str, _column: int) -> str:
        if not value and self._often(0.5):
            return head + self._tail()
        return f"{head}{' ' * self._random.choice((1, 1, 1, 4))}{self._scalar(value)}{self._tail()}"

    def _double(self, head: str, value: str, _column: int) -> str:
        return f"{head} {double_quoted(value)}"

    def _scalar(self, value: str) -> str:
        """A text on one line, in any style, whether or not that says it."""
        single = "'" + value.replace("'", "''") + "'"
        return self._random.choice((value, value, value, single, double_quoted(value)))

    def _below(self, head: str, value: str, column: int) -> str:
        """A text on a line of its own."""
        indent = " " * (column + self._random.randint(1, 4))
        return f"{head}{self._tail()}\n{indent}{self._scalar(value)}{self._tail()}"

    def _folded_quote(self, head: str, value: str, column: int) -> str:
        """A text without quotes or in them, over several lines."""
        quote = self._random.choice(("", "'", '"'))
        written = self._scalar(value) if quote else value
        lines = self._broken(written).split("\n")
        indent = " " * (column + self._random.randint(1, 5))
        joined = "\n".join([lines[0], *(indent + line if line else "" for line in lines[1:])])
        return f"{head} {joined}{self._tail()}"

    def _block(self, head: str, value: str, column: int) -> str:
        """A text as a block, literal or folded."""
        style = self._random.choice("|>>")
        inner = column + self._random.choice((1, 2, 2, 4))
        digit = str(inner - column) if self._often(0.15) else ""
        chomping = self._random.choice(("", "-", "-", "+"))
        header = self._random.choice((digit + chomping, chomping + digit))
        comment = f" {self._comment()}" if self._often(self._chatty / 2) else ""
        body = value if style == "|" else self._broken(value)
        lines = [" " * inner + line if line else "" for line in body.split("\n")]
        blank = [""] * self._random.choice((0, 0, 0, 1, 2))
        return "\n".join([f"{head} {style}{header}{comment}", *lines, *blank])

    def _broken(self, value: str) -> str:
        """A text with line breaks where folding makes blanks of them."""
        share = self._random.choice((0.0, 0.1, 0.3, 1.0))
        lines = value.split("\n")
        for at, line in enumerate(lines):
            words = line.split(" ")
            lines[at] = words[0] + "".join(
                ("\n" if share and self._often(share) else " ") + word for word in words[1:]
            )
        return "\n\n".join(lines)

    def _flow(self, value: Any, column: int) -> str:  # noqa: ANN401, likewise
        """A value in brackets or braces, on one line or on many."""
        if isinstance(value, str):
            return self._flow_scalar(value)
        first, last = "[]" if isinstance(value, list) else "{}"
        if not value:
            return self._random.choice((first + last, f"{first} {last}"))
        many = self._often(0.4)
        inner = column + self._random.choice((2, 4))
        parts = list(self._flow_parts(value, inner))
        comma = "," if self._often(0.2) else ""
        on_one = first + ", ".join(parts) + comma + last
        if not many and "\n" not in on_one:
            blank = " " if self._often(0.2) else ""
            return (
                first
                + blank
                + self._random.choice((", ", ",", ",  ")).join(parts)
                + comma
                + blank
                + last
            )
        return self._on_lines(first, parts, comma, last, inner)

    def _on_lines(self, first: str, parts: list[str], comma: str, last: str, column: int) -> str:
        """What stands in brackets with lines and comments between."""
        indent = "\n" + " " * column
        text = first + (self._tail() if self._often(0.5) else "")
        for at, part in enumerate(parts):
            is_last = at == len(parts) - 1
            text += "".join("\n" + line for line in self._remarks(column))
            is_new_line = self._often(0.8) or "#" in text.rpartition("\n")[2]
            text += (indent if is_new_line else " ") + part
            before = self._tail() if self._often(0.05) and not is_last else ""
            text += before + indent if before else ""
            text += (comma if is_last else ",") + self._tail()
        is_new_line = self._often(0.5) or "#" in text.rpartition("\n")[2]
        return text + (indent[: 1 + max(column - 2, 1)] if is_new_line else "") + last

    def _flow_parts(self, value: Any, column: int) -> Iterator[str]:  # noqa: ANN401, likewise
        for each in value:
            if isinstance(value, list):
                yield self._flow(each, column)
            else:
                yield f"{each}: {self._flow(value[each], column)}"

    def _flow_scalar(self, value: str) -> str:
        for _ in range(3):
            written = self._scalar(value)
            try:
                if load(f"[{written}, y]") == [value, "y"] and load(f"{{k: {written}, z: y}}") == {
                    "k": value,
                    "z": "y",
                }:
                    return written
            except (yaml.YAMLError, AttributeError):
                pass
        return double_quoted(value)


def double_quoted(value: str) -> str:
    """A text in double quotes."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return (
        '"'
        + escaped.replace("\t", "\\t").replace("\u00a0", "\\_").replace("\ufeff", "\\uFEFF")
        + '"'
    )
