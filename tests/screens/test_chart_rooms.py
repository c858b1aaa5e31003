"""The rows of the chart in Browse: as many as the screen has."""

import re

from screens.acting import acting
from screens.test_charting import MANY


async def test_lanes_have_the_rows_that_the_screen_has_and_the_border_tells_of_others() -> None:
    async with acting(MANY, (80, 24)) as reader:
        await reader.pilot.press("v", "V")
        assert re.search("22 in 22 lanes below · 1/30 ━┛", reader.text)
        await reader.resize(160, 64)
        assert "below" not in reader.text
        assert "Number 29" in reader.text
