"""The disk: the bytes of a timeline file, just as they are.

Input and output only; what the bytes mean is the reader's business. All of it raises `OSError`.
"""

import stat
from pathlib import Path


def load(path: Path) -> bytes:
    """Every byte of a file."""
    return path.read_bytes()


def size(path: Path) -> int | None:
    """How many bytes a readable file holds; None for a pipe or device, which cannot be asked.

    A pipe gives its bytes once, so it is not even opened here.
    """
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return None
    with path.open("rb") as file:
        return file.seek(0, 2)
