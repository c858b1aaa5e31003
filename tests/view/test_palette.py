"""How contrast is measured."""

import pytest

from tui.view.palette import contrast


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#ffffff", "#000000", 21),
        ("#000000", "#ffffff", 21),
        ("#777777", "#ffffff", 4.478),
        ("#0a0a0a", "#0a0a0a", 1),
    ],
)
def test_contrast_is_that_of_the_definition(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.001)
