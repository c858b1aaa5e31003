"""Textual's parser, which turns text into keys and the like; nothing that is sent ends it."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

from textual._xterm_parser import XTermParser
from textual.message import Message

_PIECES: Final = re.compile(r"\x1b\[?[^\x1b@-~]*[^\x1b]?|[^\x1b]+").findall
"""Sequence by sequence, and the text between."""


class Parser:
    """Gives the messages for text; a sequence that the parser fails at gives none."""

    def __init__(self, *, debug: bool = False) -> None:
        self._debug = debug
        self._parser = XTermParser(debug)

    def feed(self, text: str) -> Iterator[Message]:
        """The messages for some text."""
        for piece in _PIECES(text):
            yield from self._messages(partial(self._parser.feed, piece))

    def tick(self) -> Iterator[Message]:
        """The messages for what nothing has followed for a while."""
        return self._messages(self._parser.tick)

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
