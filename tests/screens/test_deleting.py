"""Deleting: what refers to a record is listed, and goes with it or stays."""

from pathlib import Path

import pytest

from screens.typing_in import FILE, typing
from tui.document.document import opened, reapplied
from tui.document.reader import read
from tui.screens.browse import BrowseScreen
from tui.screens.deleting import choices, deletion
from tui.timeline.records import Ref

TOUR = """\
tours:
  short:
    title: In short
    steps:
      - event: sochi
      - event: talks
"""
CLAIMS = """\
    claims:
      - text: They last.
      - text: They end.
"""
STEPS = """\
      - {event: talks, claim: talks.c1}
      - {event: talks, claim: talks.c2}
"""


@pytest.mark.parametrize(
    ("ref", "offered"),
    [
        pytest.param(
            Ref("actor", "putin"),
            [
                "Delete it, and the 2 references to it",
                "Delete it alone, and mend the 2 references yourself",
                "actors of sochi",
                "speaker of sochi.q1",
            ],
            id="an actor",
        ),
        pytest.param(
            Ref("event", "sochi"),
            [
                "Delete it, and the 1 reference to it",
                "Delete it alone, and mend the 1 reference yourself",
                "event of step 1 of short",
            ],
            id="an event",
        ),
        pytest.param(Ref("quote", "sochi.q1"), ["Delete it; nothing refers to it"], id="a quote"),
        pytest.param(
            Ref("claim", "talks.c1"),
            ["Delete it, and the 1 reference to it", "claim of step 3 of short"],
            id="a claim whose id the next one gets",
        ),
        pytest.param(
            Ref("claim", "talks.c2"),
            [
                "Delete it, and the 1 reference to it",
                "Delete it alone, and mend the 1 reference yourself",
                "claim of step 4 of short",
            ],
            id="the last claim",
        ),
    ],
)
def test_what_refers_to_it_is_listed(ref: Ref, offered: list[str]) -> None:
    entries = choices(read((FILE + CLAIMS + TOUR + STEPS).encode()), ref)
    assert [each.text for each in entries] == offered


DELETED = [
    pytest.param(
        "2 d enter",
        [
            ("  putin: {name: Vladimir Putin, aliases: [Vova]}\n", ""),
            ("    actors: [putin]\n", ""),
            ("speaker: putin", "speaker: Vladimir Putin"),
        ],
        "Deleted putin. u undoes it, w saves.",
        id="an actor with its references",
    ),
    pytest.param(
        "3 d enter",
        [("    quotes:\n      - speaker: putin\n        text: Stable.\n", "")],
        "Deleted sochi.q1. u undoes it, w saves.",
        id="the only quote",
    ),
    pytest.param(
        "2 d down enter",
        [("  putin: {name: Vladimir Putin, aliases: [Vova]}\n", "")],
        "Deleted putin. u undoes it, w saves. The file has 1 error now; 6 shows why.",
        id="an actor alone",
    ),
]


@pytest.mark.parametrize(("keys", "changes", "said"), DELETED)
async def test_what_is_deleted_is_gone_from_the_file_and_can_be_undone(
    path: Path, keys: str, changes: list[tuple[str, str]], said: str
) -> None:
    async with typing(path, (120, 30)) as typist:
        await typist.press(keys)
        assert typist.reader.foot == said
        await typist.press("w")
        expected = FILE
        for old, new in changes:
            expected = expected.replace(old, new)
        assert typist.text == expected
        await typist.press("u w")
        assert typist.text == FILE


CONFLICTS = [
    pytest.param(
        Ref("event", "sochi"),
        ('Assad meets Putin"', 'Assad meets Putin"\n    place: Sochi'),
        id="the event says more",
    ),
    pytest.param(
        Ref("quote", "sochi.q1"),
        ("    quotes:\n", "    quotes:\n      - {speaker: assad, text: First.}\n"),
        id="the quote is another",
    ),
    pytest.param(
        Ref("actor", "putin"), ("[putin]", "[russia, putin]"), id="the item stands elsewhere"
    ),
    pytest.param(
        Ref("event", "talks"),
        ("steps:\n      - event: sochi", "steps:\n      - event: sochi\n      - event: sochi"),
        id="the step stands elsewhere",
    ),
    pytest.param(
        Ref("event", "talks"),
        ("event: talks\n", "event: talks\n        say: They last.\n"),
        id="the step says more",
    ),
]


@pytest.mark.parametrize(("ref", "theirs"), CONFLICTS)
def test_what_another_program_changed_is_not_deleted(ref: Ref, theirs: tuple[str, str]) -> None:
    text = FILE + TOUR
    ours = opened(text.encode())
    ours = ours.edited("it", deletion(ours, ref, "all"))
    found = reapplied(ours, text.replace(*theirs).encode())
    assert [reason for _, reason in found.lost] == ["it says something else there by now"]
    assert found.document.text == text.replace(*theirs)


def written(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


async def test_what_refers_to_it_by_then_goes_as_well(path: Path) -> None:
    async with typing(path, (120, 30)) as typist:
        await typist.press("2 d")
        written(path, FILE.replace("title: Talks", "actors: [putin]\n    title: Talks"))
        browse = next(
            each for each in typist.reader.app.screen_stack if isinstance(each, BrowseScreen)
        )
        await browse.run_action("offer('reload')")
        await typist.press("enter w")
        assert "putin" not in typist.text


async def test_esc_keeps_it(path: Path) -> None:
    async with typing(path) as typist:
        await typist.press("d escape")
        assert typist.reader.view.unsaved == 0
        assert typist.reader.here == "events sochi"


async def test_what_refers_to_it_can_be_gone_to(path: Path) -> None:
    async with typing(path) as typist:
        await typist.press("2 d down down down enter")
        assert typist.reader.here == "sources sochi.q1"


async def test_what_is_locked_is_not_deleted(path: Path) -> None:
    async with typing(path, locked="Nothing is edited here.") as typist:
        for key in ("d", "a"):
            await typist.press(key)
            assert not typist.is_asked
            assert typist.reader.foot == "Nothing is edited here."
