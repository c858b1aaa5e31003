"""How long a talk is to be, as people write it."""

import pytest

from tui.view.talk.length import seconds_of


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        *(("20m", 1200), ("20 min", 1200), ("20", 1200), ("1h", 3600), ("90s", 90)),
        *(("1h30m", 5400), ("1h30", 5400), ("1h 30m", 5400), ("2m30s", 150), (" 20M ", 1200)),
    ],
)
def test_a_length(text: str, seconds: float) -> None:
    assert seconds_of(text) == seconds


@pytest.mark.parametrize(
    "text", ["", "0", "m", "20x", "1:30", "-5m", "30m1h", "25h", "²m", "1.5h", "9" * 5000]
)
def test_no_length(text: str) -> None:
    assert seconds_of(text) is None


def test_a_number_that_nobody_can_read_is_no_length() -> None:
    assert seconds_of("9" * 5000) is None
