"""Themes have every colour, and every colour can be read on every ground."""

from pathlib import Path

import pytest

from tui import shipped
from tui.themes import THREADS, TONES, load, shipped_palettes
from tui.view.palette import Palette

PALETTES = shipped_palettes()
GROUNDS = ("cursor", "cursor-quiet")
READ = ("text", "strong", "dim", "faint", "accent", "quote", "good", "mixed", "bad")
SEEN = tuple(f"thread{at}" for at in range(THREADS))


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def grounds(palette: Palette) -> list[str]:
    """What text may stand on."""
    return [palette.background, *(palette.tones[ground] for ground in GROUNDS)]


def test_contrast_is_that_of_the_definition() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


def test_ink_and_paper_travel_with_the_program() -> None:
    assert [(palette.name, palette.is_dark) for palette in PALETTES] == [
        ("ink", True),
        ("paper", False),
    ]


@pytest.mark.parametrize("path", sorted(shipped("themes").iterdir()), ids=lambda path: path.stem)
def test_a_theme_is_called_like_its_file(path: Path) -> None:
    assert load(path).name == path.stem


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_a_theme_has_every_tone_and_thread(palette: Palette) -> None:
    assert set(palette.tones) == {*TONES, *SEEN}


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
@pytest.mark.parametrize("tone", READ)
def test_text_can_be_read_on_every_ground(palette: Palette, tone: str) -> None:
    ratios = [contrast(palette.tones[tone], ground) for ground in grounds(palette)]

    assert min(ratios) >= 4.5


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
@pytest.mark.parametrize("tone", SEEN)
def test_a_thread_can_be_read_on_the_background_and_seen_on_every_ground(
    palette: Palette, tone: str
) -> None:
    ratios = [contrast(palette.tones[tone], ground) for ground in grounds(palette)]

    assert ratios[0] >= 4.5
    assert min(ratios) >= 3


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_the_cursor_is_seen_and_more_so_where_the_focus_is(palette: Palette) -> None:
    here, quiet = (contrast(palette.tones[ground], palette.background) for ground in GROUNDS)

    assert 1.05 < quiet < here


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_the_threads_have_eight_colours(palette: Palette) -> None:
    assert len({palette.tones[tone] for tone in SEEN}) == 8


INK = (shipped("themes") / "ink.yaml").read_text(encoding="utf-8")


def test_a_theme_is_what_its_file_says(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(INK.replace("name: ink", "name: mine").replace("#11151c", "#000000"))

    mine = load(path)

    assert (mine.name, mine.background) == ("mine", "#000000")
    assert (mine.tones["bad"], mine.tones["thread7"]) == ("#f0918a", "#b0b7c0")


def test_a_missing_colour_is_named(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(INK.replace('quote: "#8fc7d6"\n', ""))

    with pytest.raises(KeyError, match="quote"):
        load(path)


def test_a_theme_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "none.yaml")
