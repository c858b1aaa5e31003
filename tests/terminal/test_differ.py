"""What Differ sends, sequence by sequence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.screens import Screen
from tui.terminal.colours import TRUECOLOR, Colours
from tui.terminal.differ import Differ

BLUE = "\x1b[38;2;0;0;200;48;2;9;9;9m"
ROW = f"{BLUE}The accord is signed\x1b[0m"


def shown(*rows: str, width: int = 20, sync: bool = False, colours: Colours = TRUECOLOR) -> Differ:
    """A differ whose terminal shows some rows, with the cursor in its first cell."""
    differ = Differ(width, len(rows), colours, sync=sync)
    paints = (f"\x1b[{y};1H\x1b[0m{' ' * width}\x1b[{y};1H{row}" for y, row in enumerate(rows, 1))
    differ.feed("\x1b[?1049h" + "".join(paints) + "\x1b[1;1H")
    differ.frame()
    return differ


def sent(differ: Differ, text: str) -> str:
    differ.feed(text)
    return differ.frame()


def test_nothing_is_sent_for_what_is_shown() -> None:
    assert sent(shown(ROW, ROW), f"\x1b[2;1H{ROW}\x1b[1;1H") == ""


def test_a_changed_cell_is_sent_with_its_look() -> None:
    text = f"\x1b[1;1H{ROW.replace('signed', 'sighed')}\x1b[1;1H"
    assert sent(shown(ROW), text) == "\x1b[18G\x1b[38;2;0;0;200;48;2;9;9;9mh\r\x1b[m"


def test_in_the_look_that_is_on_a_changed_cell_is_a_byte_and_two_moves() -> None:
    differ = shown("The accord is signed")
    assert sent(differ, "\x1b[1;20HD\x1b[1;1H") == "\x1b[20GD\r"


@pytest.mark.parametrize(
    ("text", "stream"),
    [
        pytest.param(
            "\x1b[1;31;44mab\x1b[0m\x1b[1;32;44mcd\x1b[0m",
            "\x1b[1;31;44mab\x1b[32mcd\r\x1b[m",
            id="ink",
        ),
        pytest.param(
            "\x1b[1;38;5;99mab\x1b[0m\x1b[38;5;99mcd\x1b[0m",
            "\x1b[1;38;5;99mab\x1b[22mcd\r\x1b[m",
            id="an attribute ends",
        ),
        pytest.param(
            "\x1b[1;2;38;5;99mab\x1b[0m\x1b[2;38;5;99mcd\x1b[0m",
            "\x1b[1;2;38;5;99mab\x1b[22;2mcd\r\x1b[m",
            id="bold ends and dim, which ends with it, is set again",
        ),
        pytest.param("\x1b[1mab\x1b[0mcd", "\x1b[1mab\x1b[mcd\r", id="all ends"),
        pytest.param(
            "\x1b[31ma\x1b[0m\x1b[32m \x1b[0m\x1b[31mb\x1b[0m",
            "\x1b[31ma b\r\x1b[m",
            id="a space needs no ink",
        ),
        pytest.param(
            "\x1b[4ma\x1b[0m \x1b[4mb\x1b[0m",
            "\x1b[C \r\x1b[4ma\x1b[Cb\r\x1b[m",
            id="but shows an underline",
        ),
        pytest.param("\x1b[11;38;9ma\x1b[0m", "\x1b[11;38;9ma\r\x1b[m", id="not known"),
    ],
)
def test_a_look_is_sent_as_what_changes_of_it(text: str, stream: str) -> None:
    assert sent(shown("." * 20), f"\x1b[1;1H{text}\x1b[1;1H") == stream


@pytest.mark.parametrize(
    ("text", "stream"),
    [
        pytest.param(f"\x1b[1;4H{' ' * 17}", "...\x1b[K\r", id="the rest of the row"),
        pytest.param("\x1b[1;18H   ", "\x1b[18G   \r", id="three cells are no shorter"),
        pytest.param(f"\x1b[1;1H{' ' * 12}x", "\x1b[12X\x1b[13Gx\r", id="the middle"),
        pytest.param(f"\x1b[1;1H{' ' * 6}x", "      x\r", id="a short middle is written"),
        pytest.param(
            f"\x1b[1;4H\x1b[44m{' ' * 17}\x1b[0m", "...\x1b[44m\x1b[K\r\x1b[m", id="coloured"
        ),
        pytest.param(
            f"\x1b[1;14H\x1b[4m{' ' * 7}\x1b[0m",
            "\x1b[14G\x1b[4m       \r\x1b[m",
            id="not what is underlined",
        ),
    ],
)
def test_blank_cells_are_erased_where_that_is_shorter(text: str, stream: str) -> None:
    assert sent(shown("." * 20), f"{text}\x1b[1;1H") == stream


def test_spaces_that_stay_among_those_to_come_are_erased_with_them() -> None:
    assert sent(shown("a   b   c   d"), f"\x1b[1;1H{' ' * 20}\x1b[1;1H") == "\x1b[K"


def test_a_terminal_that_erases_to_its_own_background_gets_coloured_spaces() -> None:
    differ = Differ(8, 1, bce=False)
    differ.feed(f"\x1b[1;1H\x1b[44m{' ' * 8}\x1b[0m\x1b[1;1H")
    assert differ.frame() == "\x1b[H\x1b[0;44m        \r\x1b[m"
    differ.feed(f"\x1b[1;1H{' ' * 8}\x1b[1;1H")
    assert differ.frame() == "\x1b[K"


@pytest.mark.parametrize(
    ("text", "stream"),
    [
        pytest.param("\x1b[1;3HX\x1b[1;5HX\x1b[1;1H", "abXdX\r", id="write over"),
        pytest.param("\x1b[1;3HX\x1b[1;9HX\x1b[1;1H", "abX\x1b[9GX\r", id="right"),
        pytest.param("\x1b[2;1HX\x1b[1;1H", "\nX\x1b[H", id="line feed"),
        pytest.param("\x1b[1;2HX\x1b[2;1HX\x1b[1;1H", "aX\r\nX\x1b[H", id="next line"),
        pytest.param("\x1b[1;3HX\x1b[2;4HX\x1b[1;1H", "abX\x1b[BX\x1b[H", id="down"),
        pytest.param("\x1b[3;12HX\x1b[3;12H", "\x1b[3;12HX\b", id="back"),
        pytest.param("\x1b[3;1HX\x1b[1;1H", "\n\nX\x1b[H", id="two lines"),
        pytest.param("\x1b[1;12HX\x1b[1;10H", "\x1b[12GX\b\b\b", id="back three"),
        pytest.param("\x1b[2;6H", "\n\x1b[5C", id="only the cursor"),
        pytest.param("\x1b[1;20HX\x1b[1;20H", "\x1b[20GX\x1b[20G", id="after the last column"),
    ],
)
def test_the_shortest_move_is_sent(text: str, stream: str) -> None:
    assert sent(shown("abcdefghijklmnopqrst", "." * 20, "." * 20), text) == stream


@pytest.mark.parametrize(
    ("text", "stream"),
    [
        pytest.param("\x1b[1;2Hx\x1b[1;1H", " x\r", id="the second half is painted over"),
        pytest.param("\x1b[1;1Hx\x1b[1;1H", "x \r", id="the first half is painted over"),
        pytest.param("\x1b[1;2H界\x1b[1;1H", " 界\r", id="a wide one is painted over both"),
        pytest.param("\x1b[1;1H界\x1b[1;1H", "界\r", id="another wide one"),
    ],
)
def test_half_of_a_wide_character_does_not_stay(text: str, stream: str) -> None:
    assert sent(shown("世..."), text) == stream


def test_marks_stay_with_their_letter() -> None:
    differ = shown("cafe\u0301 x")
    assert sent(differ, "\x1b[1;1Hcafe x\x1b[1;1H") == "cafe\r"
    assert sent(differ, "\x1b[1;1Hcafe\u0301 x\x1b[1;1H") == "cafe\u0301\r"
    assert sent(differ, "\x1b[1;5H\u0327\x1b[1;1H") == "cafe\u0301\u0327\r"


def test_a_row_with_a_cluster_of_disputed_width_is_sent_whole_and_keeps_its_columns() -> None:
    differ = shown("a❤️b", "x", width=6)
    assert sent(differ, "\x1b[1;4Hc\x1b[1;1H") == "\x1b[Ka❤️\x1b[4Gc  \r"
    assert sent(differ, "\x1b[1;1Hplain \x1b[1;1H") == "\x1b[Kplain \r"
    assert sent(differ, "\x1b[1;1HP\x1b[1;1H") == "P\r"


def test_links_are_cells_like_others_whatever_their_ids() -> None:
    link = "\x1b]8;id={};https://example.org\x1b\\{}\x1b]8;;\x1b\\"
    differ = shown("see there")
    text = "\x1b[1;5H" + link.format(12, "there") + "\x1b[1;1H"
    stream = "\x1b[5G\x1b]8;id=0;https://example.org\x1b\\there\r\x1b]8;;\x1b\\"
    assert sent(differ, text) == stream
    assert sent(differ, text.replace("id=12", "id=99")) == ""
    assert sent(differ, "\x1b[1;5Hthere\x1b[1;1H") == "\x1b[5Gthere\r"


def test_controls_keep_their_place_among_the_paints() -> None:
    text = "\x1b[1;1Ha\x1b]52;c;YQ==\x07\x1b[?25h\x1b[1;3Hb\x07\x1b[1;1H"
    assert sent(shown("..."), text) == "a\x1b]52;c;YQ==\x07\x1b[?25h.b\x07\r"


def test_a_question_about_the_cursor_is_asked_where_the_stream_has_it() -> None:
    assert sent(shown("...", "..."), "\x1b[1;1Ha\x1b[2;3H\x1b[6n") == "a\x1b[2;3H\x1b[6n"


def test_a_frame_is_one_synchronised_update_if_the_terminal_knows_them() -> None:
    update = "\x1b[?2026h\x1b[1;1Ha\x1b[2;2Hb\x1b[1;1H\x1b[?2026l"
    assert sent(shown("...", "..."), update) == "a\x1b[Bb\x1b[H"
    differ = shown("...", "...", sync=True)
    assert sent(differ, update) == "\x1b[?2026ha\x1b[Bb\x1b[H\x1b[?2026l"
    assert sent(differ, update) == ""
    update = "\x1b[2;1Hd\x1b[1;1Hc\x1b[?25h"
    assert sent(differ, update) == "\x1b[?2026hc\r\nd\x1b[?2026l\x1b[?25h\x1b[A"
    assert sent(differ, "\x1b[2;1H\x1b[?25l") == "\x1b[?25l\r\n"


def test_a_row_alone_is_shown_at_once_without_the_marks_of_an_update() -> None:
    differ = shown("...", "...", sync=True)
    assert sent(differ, "\x1b[1;1Ha\x1b[?25h\x1b[1;2Hb\x1b[1;1H") == "a\x1b[?25hb\r"
    assert sent(differ, "\x1b[2;1Hc\x1b[1;1H") == "\nc\x1b[H"


@pytest.mark.parametrize("between", ["\x07", "\x1b[?25h", "\x1b]0;title\x07", "\x1b[4 q"])
def test_a_frame_with_a_control_in_it_is_one_synchronised_update(between: str) -> None:
    differ = shown("...", "...", sync=True)
    text = f"\x1b[1;1Ha{between}\x1b[2;2Hb\x1b[1;1H"
    assert sent(differ, text) == f"\x1b[?2026ha{between}\x1b[Bb\x1b[H\x1b[?2026l"


@pytest.mark.parametrize("between", ["\x1b(B", "\x1b[?1049l\x1b[?1049h", "\x1bc"])
def test_what_may_change_the_screen_is_in_no_synchronised_update(between: str) -> None:
    differ = shown("...", "...", sync=True)
    update = "\x1b[1;1Ha\x1b[2;2Hb"
    frame = sent(differ, f"{update}{between}{update.upper()}\x1b[1;1H")
    assert f"\x1b[?2026ha\x1b[Bb\x1b[?2026l{between}\x1b[?2026h" in frame
    assert frame.endswith("\x1b[?2026l")


def test_of_what_is_set_again_and_again_the_last_is_sent() -> None:
    differ = shown("...", "...", sync=True)
    for number in range(2_000):
        differ.feed(f"\x1b]22;{number}\x1b\\\x1b[{number % 2} q\x1b]2;{number}\x07")
        differ.feed(f"\x1b[1;1H{number % 1000:03}\x1b[2;1H{number % 10}\x1b[1;1H")
    controls = "\x1b]22;1999\x1b\\\x1b[1 q\x1b]2;1999\x07"
    assert differ.frame() == f"{controls}\x1b[?2026h999\r\n9\x1b[H\x1b[?2026l"


@pytest.mark.parametrize(
    ("text", "stream"),
    [
        pytest.param("\x1b]2;a\x07\x1b]0;b\x07\x1b]2;c\x07", "\x1b]0;b\x07\x1b]2;c\x07", id="both"),
        pytest.param("\x1b]2;a\x07\x1b[22t\x1b]2;b\x07", None, id="a title is put by"),
        pytest.param("\x1b]9;a\x07\x1b]9;a\x07", None, id="notes"),
        pytest.param("\x07\x07", None, id="bells"),
        pytest.param("\x1b]52;c;YQ==\x07\x1b]52;p;YQ==\x07", None, id="clipboards"),
    ],
)
def test_what_else_is_set_again_is_sent_again(text: str, stream: str | None) -> None:
    assert sent(shown("..."), text) == (text if stream is None else stream)


def test_a_sequence_that_is_cut_off_waits_for_its_end() -> None:
    differ = shown("...")
    assert sent(differ, "\x1b[1;2H\x1b[3") == "\x1b[C"
    assert sent(differ, "1ma\x1b]52;c;Y") == "\x1b[31ma"
    assert sent(differ, "Q==\x1b") == ""
    assert sent(differ, "\\\x1b[0m") == "\x1b]52;c;YQ==\x1b\\\x1b[m"


@pytest.mark.parametrize("end", ["\x1b[?1049l\x1b[?25h", "\x1b[?47l"])
def test_outside_the_alternate_screen_everything_is_sent_as_it_came(end: str) -> None:
    differ = shown("abc", width=3)
    after = f"{end}Traceback:\n  \x1b[31m...\x1b[0m\x1b[2Jx\x1b[1;1H"
    assert sent(differ, after) == after
    assert sent(differ, "\x1b[?104") == ""
    # The alternate screen is empty when it is entered, and what was wanted there still is.
    assert sent(differ, "9h") == "\x1b[?1049h\x1b[H\x1b[mabc"


def test_nothing_is_assumed_after_a_control_that_is_not_known() -> None:
    differ = shown("abc", "def", width=3)
    assert sent(differ, "\x1b[2;2H\x1b[L") == "\n\x1b[C\x1b[L"
    assert sent(differ, "\x1b[31mx\x1b[0m\n") == "\x1b[31mx\x1b[m\n"
    assert sent(differ, "\x1b[1;1Habc\x1b[2;1H") == "\x1b[Habc\r\n"


def test_a_line_feed_in_the_last_row_scrolls() -> None:
    differ = shown("abc", "def", width=3)
    assert sent(differ, "\x1b[2;1Hd\n") == "\n\x1b[C\n"
    assert sent(differ, "\x1b[2;1Hg\x1b[1;1H") == "\x1b[2Hg\x1b[H"


def test_after_invalidate_all_is_painted_again() -> None:
    differ = shown("abc", "d", width=3)
    assert differ.frame() == ""
    differ.invalidate()
    assert differ.frame() == "\x1b[H\x1b[mabc\r\nd  \x1b[H"
    assert differ.frame() == ""


def test_after_resize_all_is_painted_again() -> None:
    differ = shown("a世d", "ef", width=4)
    differ.resize(2, 3)
    assert differ.frame() == "\x1b[H\x1b[ma \r\nef\x1b[H"
    assert sent(differ, "\x1b[3;1Hgh\x1b[1;1H") == "\n\ngh\x1b[H"


def test_what_is_beyond_the_edges_is_cut_off() -> None:
    differ = shown("...", "...", width=3)
    text = "\x1b[1;2Habcdef\x1b[3;1Hxyz\n\x1b[1;9Hk\x1b[1;3H世\x1b[1;1H"
    assert sent(differ, text) == ".a \r"


def test_colours_fit_the_terminal() -> None:
    texts = {
        Colours.TRUECOLOR: "\x1b[1;38;2;255;0;0;48;2;0;0;0mx\r\x1b[m",
        Colours.PALETTE: "\x1b[1;38;5;196;48;5;16mx\r\x1b[m",
        Colours.SIXTEEN: "\x1b[1;91;40mx\r\x1b[m",
        Colours.NONE: "\x1b[1mx\r\x1b[m",
    }
    for colours, text in texts.items():
        differ = shown("...", colours=colours)
        assert sent(differ, "\x1b[1;1H\x1b[1;38;2;255;0;0;48;2;0;0;0mx\x1b[0m\x1b[1;1H") == text


def test_colours_that_look_the_same_are_no_change() -> None:
    differ = shown("\x1b[38;2;250;0;0mx\x1b[0m", colours=Colours.SIXTEEN)
    assert sent(differ, "\x1b[1;1H\x1b[38;2;251;0;0mx\x1b[0m\x1b[1;1H") == ""


@given(st.lists(st.sampled_from(["\x1b[5n", "\x1b[?7l", "\x1b]9;x\x07", "\x1bPx\x1b\\", "\x07"])))
def test_controls_are_neither_lost_nor_moved(controls: list[str]) -> None:
    differ, screen = shown("." * 20), Screen(20, 1)
    differ.feed("\x1b[1;1H" + "x".join(controls))
    screen.feed(differ.frame())
    assert [control for control, _ in screen.controls] == controls
