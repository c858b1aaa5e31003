"""Textual's parser, which turns text into keys and the like; nothing that is sent ends it.

A terminal sends Alt and a key as it sends Esc and that key a moment later, so one `Alt` stands for
both until it is known whether anything has that key with Alt.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from time import monotonic
from typing import Final

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY
from textual.events import Key
from textual.message import Message

_ESCAPE: Final = "\x1b"
_PIECES: Final = re.compile(
    r"\x1b\[[^\x1b@-~]*[^\x1b]? | \x1bO[^\x1b]? | \x1b[^\x1b]? | [^\x1b]+", re.VERBOSE
).findall
"""Sequence by sequence, and the text between."""
_BEGINNINGS: Final = (_ESCAPE, "\x1bO")
"""What is a key by itself, if nothing follows."""


class Alt(Message):
    """A key with Alt, or Esc and then that key.

    Attributes:
        held: What Textual calls it with Alt.
        apart: Esc, and the key.
        has_name: Whether Textual has a name for it with Alt.
    """

    def __init__(self, held: Iterable[Key], keys: Iterable[Key]) -> None:
        super().__init__()
        self.held = tuple(held)
        self.apart = (Key("escape", _ESCAPE), *keys)
        self.has_name = [each.key for each in self.held] != [each.key for each in self.apart[1:]]


class Parser:
    """Gives the messages for text; a sequence that the parser fails at gives none."""

    def __init__(self, *, debug: bool = False, clock: Callable[[], float] = monotonic) -> None:
        """Make a parser.

        Args:
            debug: As Textual's own.
            clock: Gives the time in seconds.
        """
        self._debug = debug
        self._clock = clock
        self._parser = XTermParser(debug)
        self._begun = ""
        self._until = 0.0

    def feed(self, text: str) -> Iterator[Message]:
        """The messages for some text."""
        pieces: list[str] = _PIECES(self._begun + text)
        self._begun = pieces.pop() if pieces and pieces[-1] in _BEGINNINGS else ""
        self._until = self._clock() + ESCAPE_DELAY
        for piece in pieces:
            yield from self._given(piece)

    def tick(self) -> Iterator[Message]:
        """The messages for what nothing has followed for a while."""
        if self._begun and self._clock() >= self._until:
            begun, self._begun = self._begun, ""
            yield from self._given(begun)
        yield from self._messages(self._parser.tick)

    def _given(self, piece: str) -> Iterator[Message]:
        """The messages for a piece that is whole."""
        if piece == _ESCAPE:
            yield Key("escape", _ESCAPE)
        elif piece.startswith("\x1bO") and piece not in ANSI_SEQUENCES_KEYS:
            yield self._alt("O")
            yield from self._keys(piece[2:])
        elif piece[0] == _ESCAPE and piece[1] not in "[O":
            yield self._alt(piece[1:])
        else:
            yield from self._messages(partial(self._parser.feed, piece))

    def _alt(self, character: str) -> Alt:
        return Alt(self._keys(_ESCAPE + character), self._keys(character))

    def _keys(self, text: str) -> list[Key]:
        """The keys of a text, by a parser that has an end."""
        parser = XTermParser(self._debug)
        given = self._messages(lambda: [*parser.feed(text), *parser.feed("")] if text else [])
        return [each for each in given if isinstance(each, Key)]

    def _messages(self, given: Callable[[], Iterable[Message]]) -> Iterator[Message]:
        messages: list[Message] = []
        try:
            messages += given()
        except Exception:  # noqa: BLE001, whatever it is, the next sequence is another
            self._start_again()
        yield from messages

    def _start_again(self) -> None:
        """Take another parser, since one that has failed goes no further."""
        failed, self._parser = self._parser, XTermParser(self._debug)
        self._parser.last_x, self._parser.last_y = failed.last_x, failed.last_y
        self._parser.mouse_pixels = failed.mouse_pixels
        self._parser.terminal_size = failed.terminal_size
        self._parser.terminal_pixel_size = failed.terminal_pixel_size
