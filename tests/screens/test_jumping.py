"""Jump labels: a letter on each row and link in sight, pairs where there are too many."""

import re

import pytest

from screens.acting import Acting, acting
from tui.screens.jumping import LETTERS, labels
from view.histories import FOUR_DAYS

MANY = "title: Many\nevents:\n" + "".join(
    f"- {{id: e{at}, date: 2014, title: Number {at}}}\n" for at in range(60)
)


@pytest.mark.parametrize("count", [0, 1, 26, 27, 676, 700])
def test_no_label_begins_another(count: int) -> None:
    given = labels(count)
    assert len(given) == min(count, len(LETTERS) ** 2)
    assert len({*given}) == len(given)
    assert {len(each) for each in given} <= ({1} if count <= len(LETTERS) else {2})


def label_of(reader: Acting, what: str) -> str:
    """The label on the first row that says something."""
    row = next(row for row in reader.rows if what in row)
    found = re.search(rf"[┃│]([a-z]{{1,2}})[^┃│]*{re.escape(what)}", row)
    assert found, row
    return found[1]


@pytest.mark.parametrize(
    ("keys", "what", "here"),
    [
        ("", "30 Sep ", "events strikes"),
        ("", "Vladimir Putin", "actors putin"),
        ("j", "18 Mar ", "events annexed"),
        ("2", "c. Jul ", "events talks"),
    ],
)
async def test_a_letter_leads_to_its_row(keys: str, what: str, here: str) -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press(*keys.split(), "s")
        label = label_of(reader, what)
        assert len(label) == 1
        await reader.pilot.press(label)
        assert reader.here == here
        await reader.pilot.press("H")
        assert reader.view.trail.place == (1, 2)


async def test_capitals_will_do_and_the_labels_are_gone_then() -> None:
    async with acting(FOUR_DAYS) as reader:
        before = reader.rows[2:-1]
        await reader.pilot.press("s")
        assert reader.rows[2:-1] != before
        await reader.pilot.press(label_of(reader, "18 Mar ").upper())
        assert (reader.here, reader.rows[2:-1]) == ("events annexed", before)


@pytest.mark.parametrize("key", ["escape", "ctrl+c", "7", "enter"])
async def test_any_other_key_leaves_all_as_it_was(key: str) -> None:
    async with acting(FOUR_DAYS) as reader:
        before = reader.text
        await reader.pilot.press("s", key)
        assert (reader.here, reader.text) == ("events annexed", before)
        await reader.pilot.press("j")
        assert reader.here == "events strikes"


async def test_more_than_a_letter_each_takes_pairs() -> None:
    async with acting(MANY, (160, 60)) as reader:
        await reader.pilot.press("s")
        label = label_of(reader, "Number 9 ")
        assert len(label) == len("aa")
        await reader.pilot.press(label[0])
        assert reader.here == "events e0"
        await reader.pilot.press(label[1])
        assert reader.here == "events e9"


@pytest.mark.parametrize(
    ("keys", "size"), [("4 z", (100, 30)), ("4", (60, 20))], ids=["zoomed", "minimal"]
)
async def test_where_detail_is_alone_its_links_have_letters(
    keys: str, size: tuple[int, int]
) -> None:
    async with acting(FOUR_DAYS, size) as reader:
        await reader.pilot.press(*keys.split(), "s")
        row = next(row for row in reader.rows if "disputed  The referendum" in row)
        await reader.pilot.press(row.lstrip("┃ ")[0], "enter")
        assert reader.here.split()[:2] == ["claims", "lawful"]


async def test_a_link_beside_the_lists_has_one_too() -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("s")
        await reader.pilot.press(label_of(reader, "disputed  The referendum"))
        assert reader.here == "detail annexed"
        await reader.pilot.press("enter")
        assert reader.here == "claims lawful"


async def test_without_any_row_it_says_so_and_takes_no_key() -> None:
    async with acting("title: Bare\nevents: []\n", (80, 24)) as reader:
        await reader.pilot.press("4", "z", "s")
        assert reader.foot == "There is no row and no link in sight to go to."
        await reader.pilot.press("1")
        assert reader.here == "events nothing zoomed"
