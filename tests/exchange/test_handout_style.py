"""The look of a handout: every colour of text can be read on its ground."""

import re

import pytest

from tui.exchange.handout_style import STYLE
from tui.view.palette import contrast

TEXTS = ("ink", "soft", "accent", "link", "confirmed", "partly", "disputed")
LOOKS = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)


def colours(look: str) -> dict[str, str]:
    """The colours of a look by their names, six digits each."""
    return {name: f"#{(digits * 2)[:6]}" for name, digits in re.findall(r"--(\w+): #(\w+);", look)}


@pytest.mark.parametrize("look", [pytest.param(each, id=str(at)) for at, each in enumerate(LOOKS)])
def test_text_can_be_read(look: str) -> None:
    found = colours(look)
    low = {name for name in TEXTS if contrast(found[name], found["paper"]) < 4.5}
    assert low == set()


def test_there_are_a_light_one_a_dark_one_and_one_for_paper() -> None:
    grounds = [contrast(colours(each)["paper"], "#000000") for each in LOOKS]
    assert [each > 15 for each in grounds] == [True, False, True]


def test_only_a_screen_is_ever_dark() -> None:
    assert re.findall(r"@media ([^{]*dark[^{]*) \{", STYLE) == [
        "screen and (prefers-color-scheme: dark)"
    ]
