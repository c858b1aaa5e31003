"""Records what dateline sends: `PYTHONPATH=tests python -m terminal.record` makes recordings/."""

import gzip
import sys
import tempfile
from pathlib import Path
from typing import Final

import pexpect

from terminal.pty import surroundings

RECORDINGS: Final = Path(__file__).parent / "recordings"
SIZES: Final = ((80, 24), (120, 36))
_ROOT: Final = RECORDINGS.parents[2]
_START: Final = b"\x1b[?1049h"
_DOWN, _UP, _PAGE, _BACK = "\x1b[B", "\x1b[A", "\x1b[6~", "\x1b[5~"
_KEYS: Final = (
    *([_DOWN] * 8 + ["\t"] + [_DOWN] * 4 + ["\t"] + [_DOWN] * 4 + ["\t"] + [_PAGE] * 3),
    *([_BACK, "?", _DOWN, "\x1b", "]", "]", "[", "\r", "\x1b", "G", "g", "\x1b[Z", _DOWN, _DOWN]),
    *([_UP] * 4 + ["+", "+", "-", "h", "l", "n", "p"] + [_PAGE] * 4 + [_BACK] * 4 + ["q"]),
)


def record(columns: int, rows: int) -> bytes:
    """What goes to a terminal of a size that knows synchronised updates and true colours."""
    with tempfile.TemporaryDirectory() as home:
        child: pexpect.spawn[bytes] = pexpect.spawn(
            sys.executable,
            ["-m", "tui", str(_ROOT / "timeline.yaml")],
            cwd=str(_ROOT),
            env=surroundings(Path(home), COLORTERM="truecolor"),
            dimensions=(rows, columns),
        )
        child.send("\x1b[?2026;2$y")
        sent = _read(child, 3.0)
        for key in _KEYS:
            child.send(key)
            sent += _read(child, 0.4)
        child.close(force=True)
    # Without what the line did: echoed the answer, and put carriage returns in.
    return sent[sent.index(_START) :].replace(b"\r\n", b"\n")


def _read(child: "pexpect.spawn[bytes]", quiet: float) -> bytes:
    sent = b""
    while True:
        try:
            sent += child.read_nonblocking(size=1 << 16, timeout=quiet)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return sent


if __name__ == "__main__":
    for columns, rows in SIZES:
        path = RECORDINGS / f"{columns}x{rows}.raw.gz"
        path.write_bytes(gzip.compress(record(columns, rows), mtime=0))
