"""Only keys, the mouse and what Textual asked for go on; no byte raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

from tui.terminal.keyboard import Keyboard

SILENCE = 10


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
]


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_is_never_a_key_however_it_is_cut(answer: bytes) -> None:
    for cut in range(3, len(answer)):
        assert taken(b"j", answer[:cut], answer[cut:], b"k") == "jk"


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
    data = text.encode()
    assert taken(data[:at], data[at:]) == text
