"""Bytes that are no keys: they never raise, and never turn into keys."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.drivers import linux_driver

from tui.terminal.keyboard import KeyDecoder, forgive_stray_bytes


def decoded(*pieces: bytes) -> str:
    decoder = KeyDecoder()
    return "".join(decoder.decode(piece) for piece in pieces) + decoder.decode(b"", final=True)


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        pytest.param([b"jk"], "jk", id="keys"),
        pytest.param(["Erdoğan".encode()], "Erdoğan", id="UTF-8"),
        pytest.param([b"\xc4", b"\x9f"], "ğ", id="a character in two reads"),
        pytest.param([b"\xe9q"], "�q", id="Latin-1"),
        pytest.param([b"\x1b[M \xff\xe0j"], "j", id="X10 mouse report"),
        pytest.param([b"\x1b[M \xc3\xa9j"], "j", id="X10 report that looks like UTF-8"),
        pytest.param([b"\x1b[M q!j"], "j", id="X10 report that looks like keys"),
        pytest.param([b"\x1b[M", b" q", b"!j"], "j", id="X10 report in three reads"),
        pytest.param([b"\x1b[M q!\x1b[M#q!"], "", id="press and release"),
        pytest.param([b"\x1b[<0;5;5M"], "\x1b[<0;5;5M", id="SGR mouse report"),
        pytest.param([b"\x1b"], "\x1b", id="Escape waits for nothing"),
        pytest.param([b"\x1b["], "\x1b[", id="so does an unfinished sequence"),
    ],
)
def test_keys_arrive_and_stray_bytes_do_no_harm(pieces: list[bytes], text: str) -> None:
    assert decoded(*pieces) == text


@given(st.lists(st.binary(max_size=8)))
def test_no_byte_raises(pieces: list[bytes]) -> None:
    decoded(*pieces)


@given(st.text(st.characters(exclude_characters="\x1b", codec="utf-8")), st.integers(0, 20))
def test_text_arrives_however_it_is_cut(text: str, at: int) -> None:
    data = text.encode()
    assert decoded(data[:at], data[at:]) == text


def test_the_driver_of_textual_finds_this_decoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linux_driver, "getincrementaldecoder", codecs.getincrementaldecoder)
    forgive_stray_bytes()
    decoder = vars(linux_driver)["getincrementaldecoder"]("utf-8")()
    assert decoder.decode(b"\xff", final=False) == "�"
