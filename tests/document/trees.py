"""Trees of plain data, as a file has them: what is where in them, and what is done to them."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any, Final, NamedTuple

from document.files import Tree
from tui.document.editing.piece import Path
from tui.timeline.records import Kind, Ref

SECTIONS: Final[dict[str, Kind]] = {
    "threads": "thread",
    "actors": "actor",
    "sources": "source",
    "events": "event",
    "tours": "tour",
}
PARTS: Final[dict[str, Kind]] = {"quotes": "quote", "claims": "claim"}

_OFTEN: Final = 0.6
_RARELY: Final = 0.15
_DEEPEST: Final = 3


class Place(NamedTuple):
    """Something in a tree: of which record it is, where in that, and what is there."""

    ref: Ref | None
    path: Path
    value: Any

    @property
    def is_record(self) -> bool:
        """Whether it is a whole record."""
        return self.ref is not None and not self.path


def places(tree: Tree) -> Iterator[Place]:
    """All that an edit of its own can be of, but for ids and whole sections."""
    heading = {key: value for key, value in tree.items() if key not in SECTIONS}
    yield from _inner(None, (), heading)
    for section, kind in SECTIONS.items():
        for each in ids(tree, section):
            ref = Ref(kind, each)
            record = at(tree, where(tree, ref))
            yield from _inner(ref, (), record)
            for name, part in PARTS.items():
                for number, found in enumerate(record.get(name, ()), 1):
                    yield from _inner(
                        Ref(part, found.get("id", f"{each}.{part[0]}{number}")), (), found
                    )


def _inner(ref: Ref | None, path: Path, value: Any) -> Iterator[Place]:  # noqa: ANN401, of a tree
    if not path or path[-1] != "id":
        yield Place(ref, path, value)
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _inner(ref, (*path, key), each)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _inner(ref, (*path, number), each)


def where(tree: Tree, ref: Ref | None) -> Path:
    """The path to a record."""
    if ref is None:
        return ()
    if ref.kind in PARTS.values():
        field = f"{ref.kind}s"
        return next(
            ("events", number, field, count)
            for number, event in enumerate(tree["events"])
            for count, part in enumerate(event.get(field, ()))
            if part.get("id", f"{event['id']}.{ref.kind[0]}{count + 1}") == ref.id
        )
    section = next(name for name, kind in SECTIONS.items() if kind == ref.kind)
    return section, ids(tree, section).index(ref.id) if section == "events" else ref.id


def ids(tree: Tree, section: str) -> list[str]:
    """The ids of a section, in order."""
    found = tree.get(section) or []
    return [each["id"] for each in found] if section == "events" else list(found)


def at(tree: Any, path: Path) -> Any:  # noqa: ANN401, of a tree
    """What is at a path."""
    for step in path:
        tree = tree[step]
    return tree


def put(tree: Tree, ref: Ref, value: Any, number: int) -> None:  # noqa: ANN401, likewise
    """Put a record before the one at a place among those of its kind."""
    section = next(name for name, kind in SECTIONS.items() if kind == ref.kind)
    if section == "events":
        tree[section].insert(number, value)
        return
    entries = list(tree.get(section, {}).items())
    entries.insert(number, (ref.id, value))
    tree[section] = dict(entries)


def drop(tree: Tree, path: Path) -> Path:
    """Take something away; what was all of a list or section that may be missing goes with it."""
    holder = at(tree, path[:-1])
    del holder[path[-1]]
    is_item = isinstance(path[-1], int)
    own = any(str(step).startswith("x-") for step in path)
    may_go = path[0] in SECTIONS and path[-2:-1] != ("steps",) and path[-2:-1] != ("events",)
    if holder or own or not may_go or not (is_item or len(path) == 2):
        return path
    return drop(tree, path[:-1])


def enriched(tree: Tree, random: Random) -> Tree:
    """A tree of its own with prose where that may stand, and more in the fields without a form."""
    return {key: _richer(key, value, random) for key, value in copied(tree).items()}


def _richer(key: str, value: Any, random: Random) -> Any:  # noqa: ANN401, of a tree
    if key.startswith("x-"):
        return _own(random, 0)
    if isinstance(value, dict):
        return {name: _richer(name, each, random) for name, each in value.items()}
    if isinstance(value, list):
        return [_richer(key, each, random) for each in value]
    is_prose = key in ("summary", "text", "note", "say") and random.random() < _OFTEN
    return _prose(random) if is_prose else value


def _prose(random: Random) -> str:
    """A paragraph or a few, with lists in them and blanks that are doubled."""
    words = ("They met", "in Yerevan.", "Nothing", "came of it.", "It says: no", "#1", "Ան", "لا")
    lines = [
        random.choice(("", "", "", "  ")) + " ".join(random.choices(words, k=random.randint(1, 12)))
        for _ in range(random.randint(1, 4))
    ]
    text = random.choice(("\n", "\n\n")).join(lines).strip()
    return text.replace(". ", ".  ") if random.random() < _RARELY else text


def _own(random: Random, depth: int) -> Any:  # noqa: ANN401, of a tree
    """What a field without a form may hold."""
    sort = random.choice(("text", "list", "mapping") if depth < _DEEPEST else ("text",))
    count = random.randint(0, 3)
    if sort == "list":
        return [_own(random, depth + 1) for _ in range(count)]
    if sort == "mapping":
        return {f"k{at}": _own(random, depth + 1) for at in range(count)}
    return random.choice(("thing", "", "no", "a: b", "two words", "it's", "[a]", "one\n\ntwo"))


def copied(tree: Tree) -> Tree:
    """A tree of which no part is in another one, nor twice in itself."""
    found: Tree = json.loads(json.dumps(tree))
    return found


def stripped(value: Any) -> Any:  # noqa: ANN401, likewise
    """A value of which no text ends with a line break."""
    if isinstance(value, dict):
        return {key: stripped(each) for key, each in value.items()}
    if isinstance(value, list):
        return [stripped(each) for each in value]
    return value.rstrip("\n")
