"""How the screen looks, as pictures: colour, theme and focus, which text alone does not tell.

`pytest tests/looks --snapshot-update` takes them again; look at each before keeping it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from textual.app import App

from screens.acting import opening
from tui.app import DatelineApp

TWELVE = (Path(__file__).parent / "twelve.yaml").read_text(encoding="utf-8")
BROKEN = TWELVE.replace("date: 2010~", "date: 2010-13").replace("by: address", "by: adress")


class Compare(Protocol):
    """The fixture of pytest-textual-snapshot."""

    def __call__(self, app: App[None], *, press: list[str], terminal_size: tuple[int, int]) -> bool:
        """Whether a screen looks as in its picture."""


Look = Callable[..., bool]


@pytest.fixture
def look(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Look:
    """Whether a screen still looks as in its picture, far from anybody's own settings."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    for name in ("NO_COLOR", "TEXTUAL_THEME", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def compare(theme: str, size: tuple[int, int], keys: str = "", text: str = TWELVE) -> bool:
        path = tmp_path / "a.yaml"
        path.write_text(text, encoding="utf-8")
        app = DatelineApp(opening(text, theme=theme, at="annexed")._replace(path=path))
        return snap_compare(app, press=keys.split(), terminal_size=size)

    return compare


def test_wide_in_ink(look: Look) -> None:
    assert look("ink", (160, 45))


def test_normal_in_paper_with_an_actor(look: Look) -> None:
    assert look("paper", (100, 30), "2 j")


def test_compact_in_ink_with_a_link_in_detail(look: Look) -> None:
    assert look("ink", (80, 24), "4 j")


def test_minimal_in_paper_with_claims(look: Look) -> None:
    assert look("paper", (60, 20), "5")


def test_problems(look: Look) -> None:
    assert look("ink", (100, 30), "6", BROKEN)


def test_help(look: Look) -> None:
    assert look("ink", (80, 24), "question_mark")


def test_the_form_of_an_event_with_a_list(look: Look) -> None:
    assert look("ink", (80, 24), "i tab tab tab tab end comma p")


def test_the_form_of_a_quote_with_a_mistake(look: Look) -> None:
    assert look("paper", (100, 30), "3 g i tab tab end x tab")
