"""Textual's parser gets nothing that it fails at, and where it fails all the same it goes on."""

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from tui.terminal.keyboard import Keyboard
from tui.terminal.parser import Alt, Parser

NUMBERS = st.sampled_from([b"", b"0", b"1", b"36", b"97", b"55296", b"57361", b"1114112", b"9" * 9])
FIELDS = st.lists(NUMBERS, min_size=1, max_size=3).map(b":".join)
CSI = st.builds(
    lambda kind, fields, middle, end: b"\x1b[" + kind + b";".join(fields) + middle + end,
    st.sampled_from([b"", b"<", b"=", b">", b"?", b"48;"]),
    st.lists(FIELDS, max_size=5),
    st.sampled_from([b"", b" ", b"$"]),
    st.integers(0x40, 0x7E).map(lambda byte: bytes([byte])),
)
KEYS = st.sampled_from([b"j", b"\x1b[A", b"\x1b[<0;1;1M", b"\x1b[48;24;80;480;800t", b"\r"])


def messages(data: list[bytes]) -> list[Message]:
    """What comes of some bytes, up to their end."""
    keyboard, parser = Keyboard(lambda: None), XTermParser(debug=False)
    text = "".join(map(keyboard.take, data))
    return [*parser.feed(text), *parser.feed("")] if text else []


def keys(data: bytes) -> list[str]:
    """The keys of some bytes, up to their end."""
    return [each.key for each in messages([data]) if isinstance(each, events.Key)]


@settings(max_examples=500, deadline=None)
@given(st.lists(KEYS | CSI | st.binary(max_size=8), max_size=8))
@example([b"\x1b[97;1:3u"])
@example([b"\x1b[99999999u"])
@example([b"\x1b[36:8R"])
@example([b"\x1b[48;0;0;0;0t", b"\x1b[<0;1;1M"])
@example([b"\x1b[48;24;80;0;0t", b"\x1b[<0;1;1M"])
def test_the_parser_fails_at_nothing_that_the_keyboard_lets_through(data: list[bytes]) -> None:
    for message in messages(data):
        if isinstance(message, events.Key) and message.character is not None:
            assert message.character.encode()


@settings(max_examples=500, deadline=None)
@given(CSI)
@example(b"\x1b[97;1;u")
@example(b"\x1b[1;2;3;4u")
@example(b"\x1b[u")
@example(b"\x1b[99~")
@example(b"\x1b[5:3A")
@example(b"\x1b[12I")
@example(b"\x1b[36R")
@example(b"\x1b[48;0;0;0;0t")
@example(b"\x1b[48;24;80t")
def test_a_sequence_is_one_key_or_none(sequence: bytes) -> None:
    # It begins a report of the mouse, of which what follows is a part.
    assume(sequence != b"\x1b[M")
    pressed = keys(b"j" + sequence + b"k")
    # A key that stands for a text of several characters is one for each.
    texts = sequence.count(b":") if sequence.endswith((b"u", b"~")) else 0
    assert pressed[0] == "j"
    assert pressed[-1] == "k"
    assert len(pressed) <= 3 + texts


@pytest.mark.parametrize(
    ("sequence", "key"),
    [
        pytest.param(b"\x1b[97u", "a", id="a letter"),
        pytest.param(b"\x1b[97;5u", "ctrl+a", id="with a modifier"),
        pytest.param(b"\x1b[97;2;65u", "A", id="with its text"),
        pytest.param(b"\x1b[0;;228u", "ä", id="the text alone"),
        pytest.param(b"\x1b[57414u", "enter", id="of the number pad"),
        pytest.param(b"\x1b[27;5;9~", "ctrl+tab", id="as xterm sends what has no sequence"),
        pytest.param(b"\x1b[1;5A", "ctrl+up", id="an arrow"),
        pytest.param(b"\x1b[3;5~", "ctrl+delete", id="a key with a number"),
        pytest.param(b"\x1b[P", "f1", id="F1"),
    ],
)
def test_the_keys_of_the_keyboard_protocol_arrive(sequence: bytes, key: str) -> None:
    assert keys(sequence) == [key]


def test_a_long_text_in_the_keyboard_protocol_is_that_text() -> None:
    family = "👨‍👩‍👧‍👦"
    numbers = ":".join(str(ord(part)) for part in family)
    pressed = messages([f"\x1b[0;;{numbers}u".encode()])
    typed = [each.character or "" for each in pressed if isinstance(each, events.Key)]
    assert "".join(typed) == family


def test_a_terminal_without_pixels_tells_where_the_mouse_is_in_cells() -> None:
    moved = messages([b"\x1b[48;24;80;0;0t\x1b[<35;7;9M"])
    assert [(each.x, each.y) for each in moved if isinstance(each, events.MouseMove)] == [(6, 8)]


def test_a_sequence_that_the_parser_fails_at_is_passed_over() -> None:
    parser = Parser()
    given = [*parser.feed("a\x1b[97;1:3ub\x1b[48;24;80;48;160tc"), *parser.feed("\x1b[<35;7;9M")]
    typed = [each.key for each in given if isinstance(each, events.Key)]
    moves = [(each.x, each.y) for each in given if isinstance(each, events.MouseMove)]
    assert typed == ["a", "b", "c"]
    # In pixels, of which a cell has two by two.
    assert moves == [(3, 4)]


@pytest.mark.parametrize(
    ("sent", "held", "apart"),
    [
        pytest.param("\x1bG", "alt+shift+g", "escape G", id="a capital"),
        pytest.param("\x1bx", "alt+x", "escape x", id="a small letter"),
        pytest.param("\x1bf", "ctrl+right", "escape f", id="a letter that moves in a field"),
        pytest.param("\x1b1", "inverted_exclamation_mark", "escape 1", id="a digit"),
        pytest.param("\x1b/", "slash", "escape slash", id="a sign"),
        pytest.param("\x1b\r", "enter", "escape enter", id="Enter"),
        pytest.param("\x1b\x7f", "ctrl+w", "escape backspace", id="Backspace"),
        pytest.param("\x1bOz", "alt+shift+o", "escape O z", id="a letter that begins keys"),
    ],
)
def test_alt_and_a_key_may_be_two_keys(sent: str, held: str, apart: str) -> None:
    alt, *more = Parser().feed(sent)
    assert isinstance(alt, Alt)
    pressed = [*alt.apart, *(each for each in more if isinstance(each, events.Key))]
    assert [each.key for each in alt.held] == [held]
    assert [each.key for each in pressed] == apart.split()
    assert alt.has_name == (held != apart.split()[1])


@pytest.mark.parametrize(("begun", "key"), [("\x1b", "escape"), ("\x1bO", "escape O")])
def test_what_nothing_follows_in_a_tenth_of_a_second_is_a_key(begun: str, key: str) -> None:
    now = 0.0
    parser = Parser(clock=lambda: now)
    assert [*parser.feed(begun), *parser.tick()] == []
    now = 0.1
    (given,) = parser.tick()
    assert [*parser.tick()] == []
    pressed = given.apart if isinstance(given, Alt) else [given]
    assert " ".join(each.key for each in pressed if isinstance(each, events.Key)) == key


@pytest.mark.parametrize("cut", [1, 2])
def test_a_sequence_that_comes_in_two_parts_is_one_key(cut: int) -> None:
    parser = Parser()
    for sequence, key in (("\x1b[A", "up"), ("\x1bOP", "f1"), ("\x1b\x1b", "escape")):
        given = [*parser.feed(sequence[:cut]), *parser.feed(sequence[cut:] + "j")]
        assert [each.key for each in given if isinstance(each, events.Key)][:1] == [key]


def test_a_key_that_is_held_after_esc_is_not_waited_for() -> None:
    alt, *more = Parser().feed("\x1bj" + "j" * 40)
    assert isinstance(alt, Alt)
    assert len(more) == 40
