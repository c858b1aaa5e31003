"""Records what Textual sends: `PYTHONPATH=tests python -m terminal.record` makes recordings/."""

import gzip
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pexpect

from terminal.pty import surroundings

RECORDINGS: Final = Path(__file__).parent / "recordings"
_ROOT: Final = RECORDINGS.parents[2]
_START: Final = b"\x1b[?1049h"
_END: Final = re.compile(r"(?<=\x1b\[\?2026l)|(?=\x1b\[8;\d+;\d+t)")
_RESIZE: Final = re.compile(r"\x1b\[8;(\d+);(\d+)t").match
_DOWN, _UP, _PAGE, _BACK = "\x1b[B", "\x1b[A", "\x1b[6~", "\x1b[5~"
_BROWSE: Final = (
    *([_DOWN] * 8 + ["\t"] + [_DOWN] * 4 + ["\t"] + [_DOWN] * 4 + ["\t"] + [_PAGE] * 3),
    *([_BACK, "?", _DOWN, "\x1b", "]", "]", "[", "\r", "\x1b", "G", "g", "\x1b[Z", _DOWN, _DOWN]),
    *([_UP] * 4 + ["+", "+", "-", "h", "l", "n", "p"] + [_PAGE] * 4 + [_BACK] * 4),
)
_TOUR: Final = (
    *("6", _DOWN, _DOWN, "z", _DOWN, "z", "1", _DOWN, "\r", "?", _PAGE, "\x1b", "4", _DOWN, "\r"),
    *("5", _DOWN, _DOWN, "3", _PAGE, "2", "G", "z", "g", "\x1b", "1", ".", ".", "J", "J", ","),
)
_BACK_AND_FORTH: Final = ((150, 45), _DOWN, (60, 20), _DOWN, "\t", (160, 45), _PAGE, "z", (90, 30))


class Plan(NamedTuple):
    """What is recorded.

    Attributes:
        size: Columns and rows at the start.
        theme: The colours.
        steps: Keys, and sizes that the terminal takes.
        mistake: Text of the timeline, and what stands in its place.
    """

    size: tuple[int, int]
    theme: str
    steps: tuple[str | tuple[int, int], ...]
    mistake: tuple[str, str] = ("", "")


class Recorded(NamedTuple):
    """What is written up to the end of a frame, and the size of the terminal by then."""

    size: tuple[int, int]
    text: str


_PLANS: Final = (
    Plan((80, 24), "ink", (*_BROWSE, "q")),
    Plan((120, 36), "ink", (*_BROWSE, *_BACK_AND_FORTH, _DOWN, (120, 36), _DOWN, "q")),
    Plan(
        (160, 45), "paper", (*_TOUR, "q"), ("        verdict: opinion", "        verdict: opnion")
    ),
)


def recorded(path: Path) -> Iterator[Recorded]:
    """Frame by frame what a recording holds; a change of the size is in the text, as CSI 8 t."""
    columns, rows = path.name.removesuffix(".raw.gz").split("x")
    size = int(columns), int(rows)
    for text in _END.split(gzip.decompress(path.read_bytes()).decode()):
        if resize := _RESIZE(text):
            size = int(resize[2]), int(resize[1])
        yield Recorded(size, text[resize.end() if resize else 0 :])


def record(plan: Plan) -> bytes:
    """What goes to a terminal that knows synchronised updates and true colours."""
    with tempfile.TemporaryDirectory() as home:
        file = Path(home, "timeline.yaml")
        text = (_ROOT / "timeline.yaml").read_text(encoding="utf-8")
        file.write_text(text.replace(*plan.mistake, 1), encoding="utf-8")
        child: pexpect.spawn[bytes] = pexpect.spawn(
            sys.executable,
            ["-m", "tui", "--theme", plan.theme, str(file)],
            cwd=str(_ROOT),
            env=surroundings(Path(home), COLORTERM="truecolor", DATELINE_DRIVER="stock"),
            dimensions=plan.size[::-1],
        )
        child.expect_exact(_START)
        child.send("\x1b[?2026;2$y")
        sent = _START + _read(child, 3.0)
        for step in plan.steps:
            if isinstance(step, str):
                child.send(step)
            else:
                child.setwinsize(*step[::-1])
                sent += b"\x1b[8;%d;%dt" % step[::-1]
            sent += _read(child, 0.4)
        child.close(force=True)
    # Without the carriage returns that the line put in.
    return sent.replace(b"\r\n", b"\n")


def _read(child: "pexpect.spawn[bytes]", quiet: float) -> bytes:
    sent = b""
    while True:
        try:
            sent += child.read_nonblocking(size=1 << 16, timeout=quiet)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return sent


if __name__ == "__main__":
    for plan in _PLANS:
        path = RECORDINGS / f"{plan.size[0]}x{plan.size[1]}.raw.gz"
        path.write_bytes(gzip.compress(record(plan), mtime=0))
