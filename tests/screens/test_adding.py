"""Adding: what is offered, what is filled in, and where in the file it goes."""

from pathlib import Path

import pytest

from screens.typing_in import FILE, typing
from tui.document.reader import read
from tui.screens.adding import Place, current_event, kinds, place_in_time
from tui.screens.first_view import first_view
from tui.timeline.records import Kind, Ref
from tui.view.lists import Pane


def file_of(dates: tuple[str, ...]) -> bytes:
    events = "".join(f"  - {{id: e{date}, date: {date}, title: T}}\n" for date in dates)
    return f"title: T\nevents:\n{events}".encode()


@pytest.mark.parametrize(
    ("date", "ids"),
    [
        ("2009", "new e2010 e2012-05 e2014 e2016"),
        ("2010", "e2010 new e2012-05 e2014 e2016"),
        ("Sep 2012", "e2010 e2012-05 new e2014 e2016"),
        ("2020", "e2010 e2012-05 e2014 e2016 new"),
    ],
)
@pytest.mark.parametrize("falls", [False, True], ids=["rising", "falling"])
def test_a_new_event_goes_where_its_date_belongs(date: str, ids: str, falls: bool) -> None:  # noqa: FBT001, a parameter of the test
    dates = ("2010", "2012-05", "2014", "2016")
    order = [f"e{each}" for each in (dates[::-1] if falls else dates)]
    place = place_in_time(read(file_of(dates[::-1] if falls else dates)).timeline, date)
    assert place.beside is not None
    order.insert(order.index(place.beside.id) + place.after, "new")
    assert order == (ids.split()[::-1] if falls else ids.split())


@pytest.mark.parametrize(("date", "count"), [("soon", 2), ("2014", 0)])
def test_where_no_place_is_known_it_is_the_end(date: str, count: int) -> None:
    assert place_in_time(read(file_of(("2010", "2016")[:count])).timeline, date) == Place()


@pytest.mark.parametrize(
    ("focus", "first"),
    [("events", "event"), ("actors", "actor"), ("claims", "claim"), ("detail", "event")],
)
def test_what_fits_the_pane_is_first(focus: Pane, first: Kind) -> None:
    assert kinds(focus)[0] == first
    assert sorted(kinds(focus)) == ["actor", "claim", "event", "quote", "source"]


def test_a_quote_is_for_the_event_that_the_reader_is_on() -> None:
    view = first_view(FILE.encode(), "talks")
    event = current_event(view)
    assert event is not None
    assert event.id == "talks"
    event = current_event(view.go(Ref("quote", "sochi.q1")))
    assert event is not None
    assert event.id == "sochi"
    assert current_event(first_view(b"title: T\nevents: []\n")) is None


ADDED = [
    pytest.param(
        'a enter "Jun_2018" tab "They_meet_again" ctrl+s',
        "  - id: talks\n",
        "  - id: they-meet-again-2018\n    date: 2018-06\n    title: They meet again\n"
        "  - id: talks\n",
        "events they-meet-again-2018",
        id="an event between two",
    ),
    pytest.param(
        'a enter tab "Same_day" tab ctrl+u "own" ctrl+s',
        "  - id: talks\n",
        "  - id: own\n    date: 2018-05-17\n    title: Same day\n  - id: talks\n",
        "events own",
        id="an event with the date filled in and an id of its own",
    ),
    pytest.param(
        '2 a enter "Sergey_Lavrov" ctrl+s',
        "  russia: {name: Russia}\n",
        "  russia: {name: Russia}\n  sergey-lavrov: {name: Sergey Lavrov}\n",
        "actors sergey-lavrov",
        id="an actor",
    ),
    pytest.param(
        '3 a enter "puti" tab shift+tab shift+tab shift+tab "Words." ctrl+s',
        "        text: Stable.\n",
        "        text: Stable.\n      - speaker: putin\n        text: Words.\n",
        "sources sochi.q2",
        id="a quote",
    ),
    pytest.param(
        '5 a enter tab "It_was_Moscow." ctrl+s',
        "        text: Stable.\n",
        "        text: Stable.\n    claims:\n      - text: It was Moscow.\n",
        "claims sochi.c1",
        id="the first claim",
    ),
]


@pytest.mark.parametrize(("keys", "old", "new", "here"), ADDED)
async def test_what_is_added_is_in_the_file_and_gone_to(
    path: Path, keys: str, old: str, new: str, here: str
) -> None:
    async with typing(path) as typist:
        await typist.press(keys)
        assert typist.form is None
        assert typist.reader.here == here
        assert typist.reader.foot.startswith("Added the new ")
        assert typist.reader.foot.endswith(f" {here.split()[1]}. u undoes it, w saves.")
        await typist.press("w")
        assert typist.text == FILE.replace(old, new)
        await typist.press("u w")
        assert typist.text == FILE


async def test_what_a_filter_hides_is_said_to_be_hidden(path: Path) -> None:
    async with typing(path, (120, 30)) as typist:
        await typist.press('f "actor:putin" enter a enter tab "Elsewhere" ctrl+s')
        assert typist.reader.foot == (
            "Added the new event elsewhere-2018. u undoes it, w saves."
            " That is hidden by actor:putin; X shows everything."
        )


async def test_what_is_needed_is_said_and_what_was_typed_is_kept(path: Path) -> None:
    async with typing(path) as typist:
        await typist.press("a enter ctrl+u ctrl+s")
        assert typist.form is not None
        assert "✗ a date is needed" in typist.reader.text
        assert "✗ a title is needed" in typist.reader.text
        await typist.press('"2014" tab "T" ctrl+s')
        assert typist.form is None


async def test_the_id_follows_the_title_until_it_is_typed(path: Path) -> None:
    async with typing(path) as typist:
        await typist.press('a enter "2014" tab "One"')
        assert typist.form is not None
        assert typist.form.texts["id"] == "one-2014"
        await typist.press('tab "x" shift+tab "_two"')
        assert typist.form.texts["id"] == "one-2014x"
        await typist.press('tab ctrl+u shift+tab "_three"')
        assert typist.form.texts["id"] == "one-two-three-2014"
