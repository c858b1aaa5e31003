"""Only keys, the mouse and what Textual asked for go on; no byte raises."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

from tui.terminal.keyboard import Keyboard

SILENCE = 10
LIKE_CONTROLS = re.compile("\x9b[0-?]|\x90[0-9>!$+]|\x9d[0-9lL]|\x9fG")
"""What some terminals send in UTF-8 in place of ESC and a character."""


def taken(*pieces: bytes) -> str:
    keyboard = Keyboard(lambda: None)
    return "".join(keyboard.take(piece) for piece in pieces)


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        pytest.param([b"jk"], "jk", id="keys"),
        pytest.param(["Erdoğan".encode()], "Erdoğan", id="UTF-8"),
        pytest.param([b"\xc4", b"\x9f"], "ğ", id="a character in two reads"),
        pytest.param([b"caf\xe9x"], "cafx", id="Latin-1"),
        pytest.param([b"caf\xe9", b"x"], "cafx", id="Latin-1 in two reads"),
        pytest.param(["\ufffd".encode()], "\ufffd", id="the sign for what is no character"),
        pytest.param([b"\x1b[200~caf\xe9x\x1b[201~"], "\x1b[200~cafx\x1b[201~", id="pasted"),
        pytest.param([b"\x1b[M \xff\xe0j"], "j", id="X10 mouse report"),
        pytest.param([b"\x1b[M \xc3\xa9j"], "j", id="X10 report that looks like UTF-8"),
        pytest.param([b"\x1b[M q!j"], "j", id="X10 report that looks like keys"),
        pytest.param([b"\x1b[M", b" q", b"!j"], "j", id="X10 report in three reads"),
        pytest.param([b"\x1b[M q!\x1b[M#q!"], "", id="press and release"),
        pytest.param([b"\x1b"], "\x1b", id="Escape waits for nothing"),
        pytest.param([b"\x1b["], "\x1b[", id="neither does Alt with a bracket"),
        pytest.param([b"\x1b]", b"j"], "\x1b]j", id="Alt with the other waits for the next key"),
        pytest.param([b"\x1b[200~a\x1b[31mq\x07\tb\x1b[201~j"], "\x1b[200~a[31mq\tb\x1b[201~j"),
        pytest.param([b"\x1b[200~a\x1b[20", b"1~j"], "\x1b[200~a\x1b[201~j", id="paste cut off"),
        pytest.param([b"\x1b[200~a", b"\x1b", b"[5n"], "\x1b[200~a[5n", id="paste with an escape"),
    ],
)
def test_keys_arrive_and_stray_bytes_do_no_harm(pieces: list[bytes], text: str) -> None:
    assert taken(*pieces) == text


@pytest.mark.parametrize("sequence", ANSI_SEQUENCES_KEYS)
def test_every_key_that_textual_knows_arrives_however_it_is_cut(sequence: str) -> None:
    data = sequence.encode()
    for cut in range(len(data)):
        assert taken(data[:cut], data[cut:], b"j") == f"{sequence}j"


@pytest.mark.parametrize(
    "sequence",
    [
        pytest.param(b"\x1b[<0;5;5M", id="mouse pressed"),
        pytest.param(b"\x1b[<64;5;5M", id="wheel"),
        pytest.param(b"\x1b[32;5;5M", id="mouse in the form of urxvt"),
        pytest.param(b"\x1b[106;1;106u", id="a letter in the kitty protocol"),
        pytest.param(b"\x1b[27u", id="Escape in the kitty protocol"),
        pytest.param(b"\x1b[48;24;80;480;800t", id="size in band"),
        pytest.param(b"\x1b[?2048;2$y", id="reports the size in band"),
        pytest.param(b"\x1b[?2026;2$y", id="knows synchronised updates"),
        pytest.param(b"\x1b[I", id="has the focus"),
        pytest.param(b"\x1b[3;7R", id="where the cursor is"),
    ],
)
def test_what_textual_understands_arrives(sequence: bytes) -> None:
    assert taken(sequence) == sequence.decode()


ANSWERS = [
    pytest.param(b"\x1b[0n", id="is well"),
    pytest.param(b"\x1b[3n", id="is not well"),
    pytest.param(b"\x1b[?62;22c", id="DA1"),
    pytest.param(b"\x1b[>1;10;0c", id="DA2"),
    pytest.param(b"\x1b[?997;1n", id="dark or light"),
    pytest.param(b"\x1b[?1u", id="kitty flags"),
    pytest.param(b"\x1b[?2027;2$y", id="another mode"),
    pytest.param(b"\x1b[4;600;800t", id="size in pixels"),
    pytest.param(b"\x1b[2;1;1;128;128;1;0x", id="DECREPTPARM"),
    pytest.param(b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\", id="background"),
    pytest.param(b"\x1b]10;rgb:0/0/0\x07", id="foreground, ended by BEL"),
    pytest.param(b"\x1bP>|XTerm(390)\x1b\\", id="version"),
    pytest.param(b"\x1bP1$r0;38:2::1:2:3m\x1b\\", id="DECRQSS"),
    pytest.param(b"\x1b_Gi=1;OK\x1b\\", id="kitty graphics"),
    pytest.param(b"\x1b]52;c;" + b"cXE=" * 2_000 + b"\x07", id="clipboard"),
    pytest.param(b"\x1bP1+r" + b"71" * 500 + b"\x1b\\", id="long DCS"),
    pytest.param(b"\x1b]lq title q\x1b\\", id="title"),
    pytest.param(b"\x1b]Lq title q\x1b\\", id="title of the icon"),
    pytest.param("\x1b]lğĜ\x1b\\".encode(), id="title with bytes like controls"),
    pytest.param(b"\x1b^quit\x1b\\", id="PM"),
    pytest.param(b"\x1bXquit\x1b\\", id="SOS"),
    pytest.param(b"\x1b]11;rgb:ff\x18", id="cancelled"),
    pytest.param(b"\x1b[48;24t", id="half a size"),
    pytest.param(b"\x1b[48;24;80;x", id="no size"),
    pytest.param(b"\x1b[12I", id="a focus with a number"),
    pytest.param(b"\x1b[?1;2R", id="where the cursor is, as DEC says it"),
    pytest.param(b"\x1b[99~", id="a key that there is not"),
    pytest.param(b"\x1b[1;2;3;4u", id="a key with too much to it"),
]
EIGHT_BITS = [
    pytest.param(b"\x9b0n", id="CSI"),
    pytest.param(b"\x9b?62;22c", id="CSI with a mark"),
    pytest.param(b"\x9d11;rgb:ffff/ffff/ffff\x9c", id="OSC"),
    pytest.param(b"\x9d52;c;" + b"cXE=" * 2_000 + b"\x07", id="long OSC"),
    pytest.param(b"\x901$rq\x9c", id="DCS"),
    pytest.param(b"\x9equit\x9c", id="PM"),
    pytest.param(b"\x9fGi=1;OK\x1b\\", id="APC"),
]


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_is_never_a_key_however_it_is_cut(answer: bytes) -> None:
    first = 3 if answer[1:2] == b"[" else 2
    for cut in (*range(first, min(len(answer), 99)), len(answer) - 1):
        assert taken(b"j", answer[:cut], answer[cut:], b"k") == "jk"


@pytest.mark.parametrize("answer", EIGHT_BITS)
def test_an_answer_in_controls_of_eight_bits_is_never_a_key(answer: bytes) -> None:
    for cut in (*range(2, min(len(answer), 99)), len(answer) - 1):
        assert taken(b"j", answer[:cut], answer[cut:], b"k") == "jk"


@pytest.mark.parametrize("answer", [each for each in EIGHT_BITS if each.id != "PM"])
def test_the_same_in_utf8_is_never_a_key(answer: bytes) -> None:
    assert taken(b"j" + answer.decode("latin-1").encode() + b"k") == "jk"


def test_a_key_in_controls_of_eight_bits_is_that_key() -> None:
    assert taken(b"\x9b1;5A\x8fP") == "\x1b[1;5A\x1bOP"


@pytest.mark.parametrize(
    "begun",
    [
        pytest.param(b"\x1b]52;c;cXE=", id="OSC"),
        pytest.param(b"\x1bP1$r0", id="DCS"),
        pytest.param(b"\x1b^", id="PM"),
        pytest.param(b"\x9d11;", id="of eight bits"),
    ],
)
def test_a_string_whose_end_is_lost_takes_keys_for_a_moment_only(begun: bytes) -> None:
    now = 0.0
    keyboard = Keyboard(lambda: None, lambda: now)
    assert keyboard.take(begun) == ""
    now = 0.4
    assert keyboard.take(b"j") == ""
    now = 0.6
    assert keyboard.take(b"k") == "k"


def test_a_long_string_may_take_long_to_arrive() -> None:
    now = 0.0
    keyboard = Keyboard(lambda: None, lambda: now)
    assert keyboard.take(b"j\x1b]52;c;") == "j"
    for _ in range(100):
        now += 0.4
        assert keyboard.take(b"cXE=" * 1_000) == ""
    assert keyboard.take(b"\x07k") == "k"


def test_the_end_of_a_string_that_was_given_up_is_no_key() -> None:
    now = 0.0
    keyboard = Keyboard(lambda: None, lambda: now)
    assert keyboard.take(b"\x1bP1$r0") == ""
    now = 9.0
    assert keyboard.take(b"\x1b\\j") == "j"


@pytest.mark.parametrize(
    ("after", "text"),
    [
        pytest.param(b"\x1b[A", "\x1b[A", id="a key"),
        pytest.param(b"\x1b[200~q\x1b[201~", "\x1b[200~q\x1b[201~", id="a paste"),
        pytest.param(b"\x1b]11;1\x07j", "j", id="another string"),
        pytest.param(b"\x1b[0nj", "j", id="an answer"),
    ],
)
def test_a_string_ends_where_a_sequence_begins(after: bytes, text: str) -> None:
    assert taken(b"\x1b]52;c;cXE=" + after) == text


def test_a_paste_of_controls_of_eight_bits_does_not_end_there() -> None:
    pasted = "\x1b[200~\x9b201~q"
    assert taken(pasted.encode(), b"\x9b201~q", b"\x1b[201~") == f"{pasted}201~q\x1b[201~"


def test_every_answer_that_the_terminal_is_well_is_told() -> None:
    told: list[None] = []
    keyboard = Keyboard(lambda: told.append(None))
    assert keyboard.take(b"\x1b[0nj\x1b[0n\x1b[3n") == "j"
    assert len(told) == 2


def test_an_answer_that_never_ends_takes_no_keys_with_it() -> None:
    keyboard = Keyboard(lambda: None)
    assert keyboard.take(b"\x1b]11;rgb:ff") == ""
    assert [keyboard.tick() for _ in range(SILENCE)] == [""] * SILENCE
    assert keyboard.take(b"jk") == "jk"


def test_a_paste_that_never_ends_is_ended() -> None:
    keyboard = Keyboard(lambda: None)
    assert keyboard.take(b"\x1b[200~half") == "\x1b[200~half"
    assert "".join(keyboard.tick() for _ in range(SILENCE)) == "\x1b[201~"
    assert keyboard.take(b"\x1bj") == "\x1bj"


@given(st.lists(st.binary(max_size=8)))
def test_no_byte_raises(pieces: list[bytes]) -> None:
    assert len(taken(*pieces)) <= 6 + sum(map(len, pieces))


@given(st.text(st.characters(exclude_characters="\x1b", codec="utf-8")), st.integers(0, 20))
def test_text_arrives_however_it_is_cut(text: str, at: int) -> None:
    assume(not LIKE_CONTROLS.search(text))
    data = text.encode()
    assert taken(data[:at], data[at:]) == text
