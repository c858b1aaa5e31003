"""The generated timelines are valid, complete and always the same."""

import pytest

from bench.generate import FIRST_TITLE, timeline_yaml
from tui.document.reader import read


def written(events: int, seed: int = 1) -> bytes:
    return "".join(timeline_yaml(events, seed)).encode()


@pytest.mark.parametrize("events", [1, 7, 200])
def test_a_generated_timeline_has_no_problem_and_every_event(events: int) -> None:
    found = read(written(events))
    assert found.problems == ()
    assert len(found.timeline.events) == events


def test_the_first_event_is_the_one_with_the_known_title() -> None:
    assert read(written(200)).timeline.events[0].title == FIRST_TITLE


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert written(50, seed=3) == written(50, seed=3)
    assert written(50, seed=3) != written(50, seed=4)


def test_an_event_takes_about_a_kilobyte() -> None:
    assert 800 < len(written(1000)) / 1000 < 1000


def test_with_one_book_every_quote_is_from_it() -> None:
    found = read("".join(timeline_yaml(200, one_book=True)).encode())
    assert found.problems == ()
    assert {quote.source for quote in found.timeline.quotes} == {found.timeline.sources[0].id}
