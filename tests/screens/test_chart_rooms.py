"""The rows of the chart in Browse: as many as the screen has, and a key that folds all lanes."""

import re

from screens.acting import acting
from screens.test_charting import MANY
from view.histories import TWO_LANES


async def test_lanes_have_the_rows_that_the_screen_has_and_the_border_tells_of_others() -> None:
    async with acting(MANY, (80, 24)) as reader:
        await reader.pilot.press("v", "V")
        assert re.search("22 in 22 lanes below · 1/30 ━┛", reader.text)
        await reader.resize(160, 64)
        assert "below" not in reader.text
        assert "Number 29" in reader.text


async def test_all_lanes_fold_into_a_row_each() -> None:
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press("v", "B")
        rows = [row for row in reader.rows if re.search(r"┃[ ▸][+]", row)]
        assert [row[3:12] for row in rows] == ["The north", "The south", "no thread"]
        assert "6 folded" in reader.text
