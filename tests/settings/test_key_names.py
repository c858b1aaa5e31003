"""Key names: what people write names what arrives from a terminal, and nothing else."""

import string
from collections.abc import Iterator

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key

from tui.actions import ACTIONS, key_label
from tui.settings.key_names import KEY_NAMES, KeyNameError, UnknownKeyError, parse_key

LETTERED = {"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"}
LETTERED |= dict(zip(("f1", "f2", "f3", "f4"), "PQRS", strict=True))
NUMBERED = {"insert": 2, "delete": 3, "pageup": 5, "pagedown": 6}
NUMBERED |= dict(
    zip((f"f{n}" for n in range(5, 13)), (15, 17, 18, 19, 20, 21, 23, 24), strict=True)
)
HELD = {"shift": 2, "ctrl": 5, "ctrl+shift": 6}
"""How xterm reports keys: by a letter, by a number, and what is held down by another number."""


def arriving(sent: str) -> list[str]:
    """What Textual calls the keys that a terminal sends."""
    parser = XTermParser(debug=False)
    messages = [*parser.feed(sent), *parser.feed("")]
    return [message.key for message in messages if isinstance(message, Key)]


def keys() -> Iterator[tuple[str, str]]:
    """Keys as people write them, and what xterm sends for each."""
    yield from ((sign, sign) for sign in string.printable if sign not in string.whitespace)
    yield from ((sign, sign) for sign in "éЖß§€日 ")
    yield from (("Enter", "\r"), ("Esc", "\x1b"), ("Tab", "\t"), ("Backspace", "\x7f"))
    yield from (("Space", " "), ("Shift+Tab", "\x1b[Z"))
    yield from (("Ctrl+\\", "\x1c"), ("Ctrl+]", "\x1d"))
    for letter in string.ascii_lowercase:
        if letter not in "him":
            yield f"ctrl+{letter}", chr(ord(letter) - 96)
        if letter not in "bf":
            yield f"alt+{letter}", f"\x1b{letter}"
    for name, end in LETTERED.items():
        yield name, f"\x1bO{end}" if name[0] == "f" else f"\x1b[{end}"
        if name != "f3":
            yield from ((f"{held}+{name}", f"\x1b[1;{code}{end}") for held, code in HELD.items())
    for name, number in NUMBERED.items():
        yield name, f"\x1b[{number}~"
        if name != "insert":
            yield from ((f"{held}+{name}", f"\x1b[{number};{n}~") for held, n in HELD.items())


@pytest.mark.parametrize(("written", "sent"), keys(), ids=lambda text: ascii(text)[1:-1])
def test_a_key_is_called_what_arrives_when_it_is_pressed(written: str, sent: str) -> None:
    assert [parse_key(written)] == arriving(sent)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        pytest.param("PgDn", "pagedown", id="as on the key"),
        pytest.param("Page Down", "pagedown", id="in two words"),
        pytest.param("↓", "down", id="an arrow"),
        pytest.param("Return", "enter", id="another name"),
        pytest.param("Ctrl+D", "ctrl+d", id="control takes no capitals"),
        pytest.param(" control + d ", "ctrl+d", id="with blanks"),
        pytest.param("shift+g", "G", id="a capital by its keys"),
        pytest.param("Shift+Ctrl+F5", "ctrl+shift+f5", id="in any order"),
        pytest.param("backtab", "shift+tab", id="a key of its own"),
        pytest.param("question_mark", "question_mark", id="as Textual calls it"),
        pytest.param("+", "plus", id="what joins others"),
        pytest.param("ctrl+backslash", "ctrl+backslash", id="a sign by name"),
    ],
)
def test_keys_are_written_as_people_write_them(written: str, key: str) -> None:
    assert parse_key(written) == key


@pytest.mark.parametrize("key", [key for action in ACTIONS for key in action.keys])
def test_a_key_of_an_action_is_named_by_its_label_and_by_itself(key: str) -> None:
    assert (parse_key(key_label(key)), parse_key(key)) == (key, key)


@pytest.mark.parametrize(
    ("written", "arrives_as", "sent"),
    [
        ("ctrl+h", "Backspace", "\x08"),
        ("Ctrl+I", "Tab", "\t"),
        ("ctrl+m", "Enter", "\r"),
        ("ctrl+[", "Esc", "\x1b"),
        ("alt+enter", "Enter", "\x1b\r"),
        ("alt+b", "Ctrl+←", "\x1bb"),
        ("alt+f", "Ctrl+→", "\x1bf"),
        ("f13", "Shift+F1", "\x1b[1;2P"),
    ],
)
def test_a_key_that_arrives_as_another_is_refused_with_its_name(
    written: str, arrives_as: str, sent: str
) -> None:
    with pytest.raises(KeyNameError) as refused:
        parse_key(written)

    assert str(refused.value) == f"most terminals send {arrives_as} for it"
    assert arriving(sent) == [parse_key(arrives_as)]


@pytest.mark.parametrize(
    "written",
    [
        *("ctrl+space", "ctrl+@", "ctrl+/", "ctrl+_", "ctrl+^", "ctrl+1", "ctrl+;", "ctrl++"),
        *("alt+1", "alt+.", "alt+left", "ctrl+tab", "ctrl+f3", "shift+enter", "ctrl+enter"),
        *("shift+space", "shift+1"),
        *("super+x", "cmd+x", "ctrl+alt+x", "ctrl+shift+x", "alt+shift+x", "f24"),
    ],
)
def test_a_key_that_no_terminal_can_tell_is_refused(written: str) -> None:
    with pytest.raises(KeyNameError) as refused:
        parse_key(written)

    assert not isinstance(refused.value, UnknownKeyError)


@pytest.mark.parametrize(
    "written", ["", "foo", "ctl+d", "f25", "ctrl+foo", "foo+d", "jk", "\x1b", "\u202e", "<any>"]
)
def test_what_is_no_key_is_unknown(written: str) -> None:
    with pytest.raises(UnknownKeyError, match="no such key"):
        parse_key(written)


def test_the_names_to_choose_from_are_names() -> None:
    modifiers = {"control", "option", "cmd"}

    assert [name for name in KEY_NAMES if name not in modifiers and not parse_key(name)] == []
