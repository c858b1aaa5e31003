"""What is kept when the reader leaves: what was meant, and nothing that was only being tried."""

from pathlib import Path

import pytest

from screens.acting import acting, opening
from tui.document.session import Session, load
from tui.screens.browse import BrowseScreen
from tui.screens.opening import Opening
from view.histories import FOUR_DAYS

CASES = {
    "nothing done": ("", "", "", "annexed"),
    "half a filter": ("f a i r", "", "", "annexed"),
    "half a filter over a pin": ("space f a s s a d", "thread:crimea", "", "annexed"),
    "half a date": ("j t 2 0 1 8", "", "", "strikes"),
    "half a search": ("slash s o c h i", "", "", "annexed"),
    "a filter that is meant": ("f a i r enter", "air", "", "strikes"),
    "a prompt that was left": ("f a i r escape j", "", "", "strikes"),
    "a theme that is looked at": ("T p a p", "", "", "annexed"),
    "a theme that was looked at": ("T p a p escape", "", "", "annexed"),
    "a theme that is chosen": ("T p a p enter", "", "paper", "annexed"),
    "another one looked at": ("T p a p enter T a m b", "", "paper", "annexed"),
}
"""What is typed, and what is kept: the filters, the theme, the event."""


@pytest.fixture
def asked(tmp_path: Path) -> Opening:
    path = tmp_path / "a.yaml"
    path.write_text(FOUR_DAYS, encoding="utf-8")
    return opening(FOUR_DAYS)._replace(path=path, state_folder=tmp_path / "state")


def kept(asked: Opening) -> tuple[str, str, str]:
    """The filters, the theme and the event that are there at the next start."""
    assert asked.path
    assert asked.state_folder
    found: Session = load(asked.state_folder, asked.path)
    return " ".join(found.chips), found.theme, found.event


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
@pytest.mark.parametrize("way", ["quits", "is hung up"])
async def test_only_what_is_meant_is_kept(
    asked: Opening, case: tuple[str, str, str, str], way: str
) -> None:
    keys, *expected = case
    async with acting(asked) as reader:
        await reader.pilot.press(*keys.split())
        if way == "quits":
            await reader.pilot.press("ctrl+q")
            assert reader.app.return_code == 0
        else:
            browse = next(s for s in reader.app.screen_stack if isinstance(s, BrowseScreen))
            browse.keep()
            assert kept(asked) == tuple(expected)
    if way == "quits":
        assert kept(asked) == tuple(expected)
