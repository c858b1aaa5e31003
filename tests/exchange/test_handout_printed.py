"""The handout of the shipped tour in a real browser: it prints, and asks for nothing."""

from pathlib import Path

import pytest

from exchange.chromium import NAMES, PROGRAM, printed
from tui.document import reader
from tui.exchange.handout import of_deck
from tui.exchange.handout_html import document
from tui.view.talk.deck import find_tour, of_tour

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PROGRAM, reason=f"none of {', '.join(NAMES)} is installed"),
]

SHIPPED = Path(__file__).parents[2] / "timeline.yaml"


@pytest.fixture(scope="module")
def page() -> str:
    """The handout of the first tour that comes with dateline."""
    timeline = reader.read(SHIPPED.read_bytes()).timeline
    tour = find_tour(timeline, "first-look")
    assert tour
    return document(of_deck(timeline, of_tour(timeline, tour)))


def test_it_prints_on_several_sheets_and_asks_for_nothing(page: str, tmp_path: Path) -> None:
    done = printed(page, tmp_path)
    assert (done.status, done.said) == (0, ())
    assert 1 < done.sheets < 30


@pytest.mark.parametrize(
    ("added", "directive"),
    [
        pytest.param('<img src="http://localhost:9/a.png">', "default-src 'none'", id="picture"),
        pytest.param("<script>alert(1)</script>", "default-src 'none'", id="script"),
        pytest.param('<base href="http://localhost:9/">', "base-uri 'none'", id="base"),
    ],
)
def test_what_would_come_from_elsewhere_is_stopped(
    page: str, tmp_path: Path, added: str, directive: str
) -> None:
    done = printed(page.replace("<body>", f"<body>{added}"), tmp_path)
    assert len(done.said) == 1
    assert directive in done.said[0]
