"""A browser without a screen: prints a page, and says what it had to say about it."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Final, NamedTuple

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
PROGRAM: Final = next(filter(None, map(shutil.which, NAMES)), "")
_PAGE: Final = re.compile(rb"/Type\s*/Page\b")


class Printed(NamedTuple):
    """A page that was printed.

    Attributes:
        status: How the browser ended.
        sheets: How many sheets it takes.
        said: What the page, or what it tried in vain, made the browser say.
    """

    status: int
    sheets: int
    said: tuple[str, ...]


def printed(page: str, folder: Path) -> Printed:
    """Print a page from a file in a folder, in a profile of its own."""
    (folder / "page.html").write_text(page, encoding="utf-8")
    paper = folder / "page.pdf"
    command = [
        *(PROGRAM, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
        *("--enable-logging=stderr", f"--user-data-dir={folder / 'profile'}"),
        *("--no-pdf-header-footer", f"--print-to-pdf={paper}", (folder / "page.html").as_uri()),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    said = tuple(line for line in done.stderr.splitlines() if ":CONSOLE" in line)
    sheets = len(_PAGE.findall(paper.read_bytes())) if paper.exists() else 0
    return Printed(done.returncode, sheets, said)
