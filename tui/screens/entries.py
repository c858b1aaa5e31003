"""Entries: what a menu offers, as plain values, and how entries are found by what is typed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from tui.view.line import Tone
from tui.view.matches import comparable, matches

T = TypeVar("T")


class Entry(NamedTuple, Generic[T]):
    """Something to choose.

    Attributes:
        value: What it stands for.
        text: What it is called.
        head: What stands before it, in a column: its keys, its date, its kind.
        note: What stands after it, where there is room.
        tone: How the head is drawn.
        also: Other words by which it is found.
    """

    value: T
    text: str
    head: str = ""
    note: str = ""
    tone: Tone = "dim"
    also: str = ""


class Found(NamedTuple, Generic[T]):
    """The entries for a text, and of how many they are the first or the chosen ones."""

    entries: tuple[Entry[T], ...]
    total: int


Find = Callable[[str], Found[T]]


class Menu(NamedTuple, Generic[T]):
    """What a menu offers.

    Attributes:
        title: What it is called.
        find: The entries for a text; for "" at once.
        keys: What its keys do, the most important first.
        nothing: What to say where there is no entry for a text.
        rows: How many rows it has, if the screen is high enough.
        at: Which entry the cursor is on at first.
        wraps: Whether long texts go on in the next row, rather than be cut.
        as_written: Whether every blank of a text counts, and rows break at any character.
        narrows: Whether what is typed narrows it; else letters move the cursor.
        prepare: Makes finding quick, None where it is. With it a thread finds.
        moved: Called with what the cursor goes to.
        remove: Removes something, and gives the menu after that; None where nothing can be.
    """

    title: str
    find: Find[T]
    keys: tuple[str, ...]
    nothing: str
    rows: int
    at: int = 0
    wraps: bool = False
    as_written: bool = False
    narrows: bool = True
    prepare: Callable[[], object] | None = None
    moved: Callable[[T], None] | None = None
    remove: "Callable[[T], Menu[T]] | None" = None


def among(entries: Sequence[Entry[T]]) -> Find[T]:
    """Finds among some entries those that match a text, in their order, the best first."""
    names = [comparable(f"{each.text} {each.head} {each.also}") for each in entries]

    def find(text: str) -> Found[T]:
        found = matches(names, text).positions
        return Found(tuple(entries[at] for at in found), len(entries))

    return find


def choice(title: str, ways: Mapping[T, str], leaves: str) -> Menu[T]:
    """A menu of a few ways to go on.

    Args:
        title: What is to be decided.
        ways: What each is called, the likeliest first.
        leaves: What the key that closes it does, as `Esc stays`.
    """
    entries = [Entry(way, text) for way, text in ways.items()]
    return Menu(
        title=title,
        find=among(entries),
        keys=(leaves, "Enter does it"),
        nothing="",
        rows=len(entries),
        narrows=False,
    )
