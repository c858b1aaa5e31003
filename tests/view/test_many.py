"""Records with more of a kind than Detail lists."""

from collections.abc import Callable

import pytest

from tui.timeline.records import Ref
from tui.view.detail import detail_of
from tui.view.line import plain
from tui.view.view import View
from view.histories import view_of


def view(count: int) -> View:
    """One event with so many of everything, and one book that it is all from."""
    numbers = range(count)
    names = ", ".join(f"a{at}" for at in numbers)
    return view_of(
        "actors:\n"
        + "".join(f"  a{at}: {{name: Actor {at}}}\n" for at in numbers)
        + f"  all: {{name: All, affiliations: [{names}]}}\nsources:\n"
        + "".join(f"  s{at}: {{title: Source {at}}}\n" for at in numbers)
        + "  book: {title: Book}\nevents:\n- id: e\n  date: 2014\n  title: E\n"
        + f"  actors: [{names}]\n  quotes:\n"
        + "".join(f"  - {{id: q{at}, source: book, text: Q{at}}}\n" for at in numbers)
        + "  claims:\n"
        + "".join(f"  - {{id: c{at}, by: s{at}, text: C{at}}}\n" for at in numbers)
        + f"  - {{id: x, text: X, sources: [{', '.join(f's{at}' for at in numbers)}]}}\n"
    )


def shown(view: View, ref: Ref) -> list[str]:
    return [plain(each.line) for each in detail_of(view.go(ref), 72).lines]


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        pytest.param(
            Ref("event", "e"),
            ["Claims", 4, "Quotes", 3, "Actors", 3, "Sources", 4],
            id="an event",
        ),
        pytest.param(Ref("actor", "all"), ["Affiliations", 3], id="an actor's affiliations"),
        pytest.param(Ref("claim", "x"), ["Held against", 3, "Event"], id="a claim's sources"),
        pytest.param(
            Ref("source", "book"), ["Events (1)", "Quotes (203)", 3], id="a source's quotes"
        ),
        pytest.param(
            Ref("quote", "q1"),
            ["Source", "Event", "Also quoted from it (202)", 2],
            id="the other quotes of a source",
        ),
    ],
)
def test_of_each_kind_200_are_listed(ref: Ref, expected: list[str | int]) -> None:
    headings = {part for part in expected if isinstance(part, str)}
    parts = [
        int(line.split()[2]) if "more in their pane" in line else line
        for line in shown(view(203), ref)
        if line in headings or "more in their pane" in line
    ]
    assert parts == expected


def quoted(lines: list[str]) -> list[str]:
    return [line.split("“")[1][:-1] for line in lines if line.startswith("❝")]


@pytest.mark.parametrize(
    ("own", "is_other"),
    [
        pytest.param(0, lambda at: 1 <= at <= 200, id="the first"),
        pytest.param(200, lambda at: at < 200, id="the last of those that could be listed"),
        pytest.param(202, lambda at: at < 200, id="one that could not"),
    ],
)
def test_a_quote_is_not_among_the_others(own: int, is_other: Callable[[int], bool]) -> None:
    lines = shown(view(203), Ref("quote", f"q{own}"))
    assert quoted(lines) == [f"Q{at}" for at in range(203) if is_other(at)]
    assert lines[-1] == "  … and 2 more in their pane"


@pytest.mark.parametrize(
    ("count", "last"), [(201, "Also quoted from it (200)"), (1, ""), (202, "  … and 1 more")]
)
def test_what_is_listed_whole_has_no_more(count: int, last: str) -> None:
    lines = shown(view(count), Ref("quote", "q0"))
    assert len(quoted(lines)) == min(count - 1, 200)
    more = [line for line in lines if line.startswith(("Also", "  … and"))]
    assert (more[-1] if more else "").startswith(last)
