"""Themes have every colour, every colour can be read, and what is wrong with a theme is said."""

import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from tui import shipped
from tui.terminal.colours import Colours, fit
from tui.themes import GROUNDS, READ, THREADS, TONES, ThemeError, load, names, palettes
from tui.themes import shipped_palettes as shipped_ones
from tui.timeline.problems import Problem
from tui.view.palette import Palette, contrast

PALETTES = shipped_ones()
# The colours of `terminal` are those of the terminal, whatever they are: nobody can measure them.
PAINTED = tuple(palette for palette in PALETTES if not palette.is_native)
SEEN = tuple(f"thread{at}" for at in range(THREADS))
LEAST = {"contrast": 7.0}
"""The contrast that a theme promises, where it is more than 4.5."""

by_name = pytest.mark.parametrize("palette", PAINTED, ids=lambda palette: palette.name)


def grounds(palette: Palette) -> list[str]:
    """What text may stand on."""
    return [palette.background, *(palette.tones[ground] for ground in GROUNDS)]


def test_five_themes_travel_with_the_program() -> None:
    assert [(palette.name, palette.is_dark) for palette in PALETTES] == [
        ("amber", True),
        ("contrast", True),
        ("ink", True),
        ("paper", False),
        ("terminal", True),
    ]


def test_only_terminal_has_the_colours_of_the_terminal() -> None:
    assert [palette.name for palette in PALETTES if palette.is_native] == ["terminal"]


@pytest.mark.parametrize("path", sorted(shipped("themes").iterdir()), ids=lambda path: path.stem)
def test_a_theme_is_called_like_its_file(path: Path) -> None:
    assert load(path).name == path.stem


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_a_theme_has_every_tone_and_thread(palette: Palette) -> None:
    assert set(palette.tones) == {*TONES, *SEEN}


def test_palettes_go_from_process_to_process() -> None:
    assert pickle.loads(pickle.dumps(PALETTES)) == PALETTES  # noqa: S301, our own


@by_name
@pytest.mark.parametrize("tone", READ)
def test_text_can_be_read_on_every_ground(palette: Palette, tone: str) -> None:
    ratios = [contrast(palette.tones[tone], ground) for ground in grounds(palette)]

    assert min(ratios) >= LEAST.get(palette.name, 4.5)


@by_name
@pytest.mark.parametrize("tone", SEEN)
def test_a_thread_can_be_read_on_the_background_and_seen_on_every_ground(
    palette: Palette, tone: str
) -> None:
    ratios = [contrast(palette.tones[tone], ground) for ground in grounds(palette)]

    assert ratios[0] >= LEAST.get(palette.name, 4.5)
    assert min(ratios) >= LEAST.get(palette.name, 3)


@by_name
def test_the_cursor_is_seen_and_more_so_where_the_focus_is(palette: Palette) -> None:
    here, quiet = (contrast(palette.tones[ground], palette.background) for ground in GROUNDS)

    assert 1.05 < quiet < here


@by_name
def test_the_threads_have_eight_colours(palette: Palette) -> None:
    assert len({palette.tones[tone] for tone in SEEN}) == 8


def test_the_terminal_marks_the_cursor_without_colours() -> None:
    terminal = PALETTES[-1]

    assert {terminal.tones[tone] for tone in (*GROUNDS, "text")} == {"ansi_default"}
    assert (terminal.styles["cursor"], terminal.styles["cursor-quiet"]) == ("reverse", "underline")


@by_name
@pytest.mark.parametrize("colours", [Colours.PALETTE, Colours.SIXTEEN], ids=["256", "16"])
@pytest.mark.parametrize("tone", [*READ, *SEEN])
def test_text_can_be_read_in_fewer_colours(palette: Palette, colours: Colours, tone: str) -> None:
    for ground in grounds(palette):
        ink, paper, _ = fit(f"38;2;{rgb(palette.tones[tone])}", f"48;2;{rgb(ground)}", "", colours)
        assert contrast(shown(ink), shown(paper)) >= 3


def rgb(colour: str) -> str:
    """The levels of `#rrggbb`, as SGR has them."""
    return ";".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))


XTERM = (
    *("#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5"),
    *("#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff"),
)
"""The sixteen colours as xterm has them."""


def shown(parameters: str) -> str:
    """The colour of SGR parameters as xterm shows it, as `#rrggbb`."""
    code = int(parameters.rpartition(";")[2])
    if ";" not in parameters:
        return XTERM[code % 10 + 8 * (code >= 90)]
    steps = (0, 95, 135, 175, 215, 255)
    grey, cube = [8 + 10 * (code - 232)] * 3, [steps[(code - 16) // by % 6] for by in (36, 6, 1)]
    return "#" + "".join(f"{level:02x}" for level in (grey if code >= 232 else cube))


# ---- themes of the user ----

INK = (shipped("themes") / "ink.yaml").read_text(encoding="utf-8")


@pytest.fixture
def own(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a theme `mine` of the user."""

    def write(text: str, name: str = "mine") -> Path:
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


Own = Callable[..., Path]


def test_a_theme_is_what_its_file_says(own: Own) -> None:
    mine = load(own(INK.replace("name: ink", "name: mine").replace("#11151c", "#000")))

    assert (mine.name, mine.is_dark, mine.background) == ("mine", True, "#000000")
    assert (mine.tones["bad"], mine.tones["thread7"]) == ("#f0918a", "#b0b7c0")


def test_a_theme_may_build_on_another(own: Own) -> None:
    mine = load(own('base: paper\naccent: "#06c"\n'), PALETTES)
    paper = PALETTES[3]

    assert mine == paper._replace(name="mine", tones={**paper.tones, "accent": "#0066cc"})


def test_a_theme_may_build_on_the_colours_of_the_terminal(own: Own) -> None:
    mine = load(own("base: terminal\naccent: bright-blue bold\nfaint: bright-black\n"), PALETTES)

    assert mine.is_native
    assert (mine.tones["accent"], mine.styles["accent"]) == ("ansi_bright_blue", "bold")
    assert (mine.tones["faint"], mine.styles["faint"]) == ("ansi_bright_black", "")
    assert mine.styles["cursor"] == "reverse"


@pytest.mark.parametrize(("ground", "is_dark"), [("#123", True), ("#eed", False)])
def test_a_theme_is_dark_or_light_by_its_background(
    own: Own,
    ground: str,
    is_dark: bool,  # noqa: FBT001
) -> None:
    text = INK.replace("name: ink\ndark: true\n", "").replace("#11151c", ground)

    assert load(own(text)).is_dark is is_dark


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("- a\n", "1:1: a theme must be a mapping (key: value)", id="a list"),
        pytest.param("text: '#fff\n", "1:7: this quote is never closed", id="no YAML"),
        pytest.param(
            "base: ink\nthreads: [#fff]\n",
            "3:1: a value is missing here; a colour needs quotes",
            id="a colour in a list without quotes",
        ),
        pytest.param(
            "base: ink\ntext: #fff\n",
            '2:6: text has no colour; write one as "#rrggbb", in quotes, since # begins a comment',
            id="a colour without quotes",
        ),
        pytest.param(
            "base: ink\ntext: red\n",
            '2:7: text: "red" is no colour; write one as "#rrggbb"',
            id="a name of a colour",
        ),
        pytest.param(
            "base: ink\ntext: '#ffff'\n",
            '2:7: text: "#ffff" is no colour; write one as "#rrggbb"',
            id="four digits",
        ),
        pytest.param(
            "base: terminal\ntext: '#fff'\n",
            '2:7: text: "#fff" is neither a colour of terminals, as red, nor an attribute, as bold',
            id="digits for a terminal",
        ),
        pytest.param(
            "base: terminal\ntext: gren\n",
            '2:7: text: "gren" is neither a colour of terminals, as red, nor an attribute, as bold;'
            ' did you mean "green"?',
            id="nearly a colour",
        ),
        pytest.param(
            "base: terminal\nbackground: black\n",
            "2:13: a theme of the terminal's colours has the terminal's background",
            id="a background for a terminal",
        ),
        pytest.param(
            "kind: terminal\nbase: ink\n",
            "2:7: the theme ink is of the other kind",
            id="a base of the other kind",
        ),
        pytest.param(
            "base: ink\nacent: '#fff'\n",
            '2:1: there is no tone "acent"; did you mean "accent"?',
            id="nearly a tone",
        ),
        pytest.param(
            "base: inc\n",
            '1:7: base "inc" is not one of amber, contrast, ink, paper, terminal; '
            'did you mean "ink"?',
            id="nearly a base",
        ),
        pytest.param(
            "base: ink\nthreads: ['#fff', '#eee']\n",
            "2:10: threads is a list of 8 colours; here are 2",
            id="few threads",
        ),
        pytest.param(
            "base: ink\nname: yours\n",
            '2:7: a theme is called like its file, "mine"',
            id="another name",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(own: Own, text: str, expected: str) -> None:
    path = own(text)

    with pytest.raises(ThemeError) as caught:
        load(path, PALETTES)
    assert f"{path}:{expected}" in str(caught.value).splitlines()


def test_all_that_is_missing_is_named_at_once(own: Own) -> None:
    with pytest.raises(ThemeError) as caught:
        load(own('text: "#fff"\ncursor: "#000"\n'))

    (problem,) = caught.value.problems
    assert problem.message == (
        "missing: background, strong, dim, faint, accent, rule, frame, cursor-quiet, found, "
        'quote, good, mixed, bad, threads; give them, or say whose to take, as in "base: ink"'
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("ink", 'the theme "ink" comes with dateline', id="one of ours"),
        pytest.param("Mine", "the name of a theme is a word of small letters", id="capital"),
        pytest.param("my own", "the name of a theme is a word of small letters", id="blank"),
        pytest.param("\x1b[31m", 'not "⟨U+001B⟩[31m"', id="escape sequence"),
    ],
)
def test_a_name_is_a_word_of_its_own(own: Own, name: str, said: str) -> None:
    with pytest.raises(ThemeError, match="theme") as caught:
        load(own("base: ink\n", name), PALETTES)

    assert said in caught.value.problems[0].message


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match=r"none\.yaml:1:1: cannot be read: no such file"):
        load(tmp_path / "none.yaml")


def test_a_file_that_is_no_theme_by_its_size(own: Own) -> None:
    with pytest.raises(ThemeError, match="larger than 64 KB"):
        load(own("#" * 70_000))


def test_nesting_without_an_end_is_no_theme(own: Own) -> None:
    with pytest.raises(ThemeError, match="nested deeper than"):
        load(own("[" * 60_000))


def test_what_is_hard_to_read_is_a_warning(own: Own, tmp_path: Path) -> None:
    own('base: ink\nfaint: "#556"\n')

    found, problems = palettes(tmp_path)

    assert found[-1].tones["faint"] == "#555566"
    assert problems == (
        Problem(
            "warning",
            "mine.yaml: the contrast of faint on cursor is 1.9:1, and 4.5:1 is easily read",
            2,
            8,
        ),
    )


def test_a_broken_theme_keeps_no_other_away(own: Own, tmp_path: Path) -> None:
    own("base: ink\n", "a")
    own("base: in\n", "b")
    own("base: paper\n", "c")
    os.mkfifo(tmp_path / "d.yaml")

    found, problems = palettes(tmp_path)

    assert [each.name for each in found[len(PALETTES) :]] == ["a", "c"]
    assert [(each.severity, each.message.partition(":")[0]) for each in problems] == [
        ("error", "b.yaml"),
        ("error", "d.yaml"),
    ]


def test_without_themes_of_the_user_there_are_those_of_dateline(tmp_path: Path) -> None:
    assert palettes(tmp_path / "none") == (PALETTES, ())


def test_names_are_those_of_the_files(own: Own, tmp_path: Path) -> None:
    own("broken: [", "mine")
    own("base: ink", "ink")

    assert names(tmp_path) == ("amber", "contrast", "ink", "paper", "terminal", "mine")
