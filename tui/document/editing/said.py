"""What is said: the data of a piece, and what it would be with one change."""

from typing import Any, cast

from tui.document.editing.piece import Data, EditError, Path


def at(said: Data, path: Path) -> Data:
    """What is said at a path that there is."""
    for step in path:
        said = cast("Any", said)[step]
    return said


def find(said: Data, path: Path) -> Data:
    """What is said at a path, "" where nothing is."""
    for step in path:
        if isinstance(said, dict):
            said = said.get(str(step), "")
        elif isinstance(said, list) and isinstance(step, int) and 0 <= step < len(said):
            said = said[step]
        else:
            return ""
    return said


def items(said: Data, path: Path) -> list[Data]:
    """The list at a path. Raises `EditError` where none is."""
    found = find(said, path)
    if not isinstance(found, list):
        raise EditError("that is no list")
    return found


def put(said: Data, path: Path, value: Data) -> Data:
    """What is said, with something else at a path; it is changed where it stands."""
    if not path:
        return value
    holder: Any = at(said, path[:-1])
    holder[path[-1]] = value
    return said


def drop(said: Data, path: Path) -> Data:
    """What is said, without what is at a path; it is changed where it stands."""
    holder: Any = at(said, path[:-1])
    del holder[path[-1]]
    return said


def without(said: Data, path: Path, number: int) -> Data:
    """What is said, but for one item of a list or entry of a mapping."""
    holder = at(said, path)
    if isinstance(holder, dict) and number < len(holder):
        del holder[list(holder)[number]]
    elif isinstance(holder, list) and number < len(holder):
        del holder[number]
    return said


def reordered(said: Data, path: Path, order: list[int]) -> Data:
    """What is said, with the items of a list or the entries of a mapping in another order."""
    holder = at(said, path)
    if isinstance(holder, dict):
        pairs = list(holder.items())
        return put(said, path, dict(pairs[each] for each in order))
    found = items(said, path)
    return put(said, path, [found[each] for each in order])
