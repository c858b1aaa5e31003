"""What is said: on which stream, in characters that it takes, and with which exit code.

No character of it moves a cursor but the line breaks of a result. A stream may be closed, or
end before all is written.
"""

import codecs
import io
import os
import sys
from typing import Final, TextIO

DONE: Final = 0
PROBLEMS: Final = 1
REFUSED: Final = 2
INTERRUPTED: Final = 130


class Refused(Exception):  # noqa: N818, it is an answer rather than an error
    """What was asked for cannot be done; the message says so in one sentence.

    `below` are lines that show what it is about; `stream` is where a person sees it, None for
    standard error.
    """

    def __init__(
        self, sentence: str, below: tuple[str, ...] = (), stream: TextIO | None = None
    ) -> None:
        super().__init__(sentence)
        self.below = below
        self.stream = stream


def say(text: str) -> None:
    """Write a result to standard output."""
    if sys.stdout is None:
        raise Refused("standard output is closed")
    try:
        _write(sys.stdout, text)
    except OSError as error:
        raise Refused(f"cannot write: {reason(error)}") from error


def complain(sentence: str, stream: TextIO | None = None) -> None:
    """Write to standard error, if it is there, or to a stream that a person sees."""
    stream = stream or sys.stderr
    if stream is not None:
        _write(stream, f"{sentence}\n")


def refuse(refused: Refused) -> None:
    """Say why something cannot be done."""
    complain(f"dateline: {visible(str(refused))}", refused.stream)
    for line in refused.below:
        complain(visible(line), refused.stream)


def visible(text: str) -> str:
    """Text that moves no cursor: U+FFFD for what does not print, line breaks included."""
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in text)


def reason(error: OSError) -> str:
    """Why the system would not do something, as the end of a sentence."""
    return (error.strerror or str(error)).lower()


def columns() -> int | None:
    """How wide the terminal is that standard output is; None where it is none."""
    try:
        is_terminal = sys.stdout is not None and sys.stdout.isatty()
        return os.get_terminal_size(sys.stdout.fileno()).columns or None if is_terminal else None
    except (OSError, ValueError):
        return None


def write_anything(stream: TextIO | None) -> None:
    """Keep a stream from failing at a character.

    An ASCII stream belongs to a program without a locale and says nothing about the
    terminal; nearly every one reads UTF-8.
    """
    if isinstance(stream, io.TextIOWrapper):
        ascii_only = codecs.lookup(stream.encoding).name == "ascii"
        stream.reconfigure(encoding="utf-8" if ascii_only else None, errors="replace")


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # Whoever closed the pipe has read enough; else the interpreter would try again at
        # its end, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
