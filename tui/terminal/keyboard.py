"""What arrives from the keyboard, and how bytes that are no keys are kept from doing harm.

Textual decodes its input strictly, so that one byte outside UTF-8 ends the program. Such bytes
come from terminals in another encoding, and from mouse reports in the X10 form, which a
terminal falls back to after a reconnect (Textualize/textual#6668).
"""

import codecs
import re
from typing import Final

from textual.drivers import linux_driver

# Button, column, row: a byte each, and any byte from 32 up.
_MOUSE_REPORT: Final = re.compile(rb"\x1b\[M[\x20-\xff]{3}")
_MOUSE_REPORT_BEGUN: Final = re.compile(rb"\x1b\[M[\x20-\xff]{0,2}\Z")


class KeyDecoder(codecs.IncrementalDecoder):
    """Decodes UTF-8; drops X10 mouse reports and turns other stray bytes into U+FFFD."""

    def __init__(self, errors: str = "replace") -> None:
        super().__init__(errors)
        self._utf8 = codecs.getincrementaldecoder("utf-8")(errors)
        self._begun = b""

    def decode(self, data: bytes, final: bool = False) -> str:  # type: ignore[override]  # noqa: FBT001, FBT002
        """The text of some bytes; a report that is cut off waits for its rest."""
        whole = _MOUSE_REPORT.sub(b"", self._begun + data)
        begun = _MOUSE_REPORT_BEGUN.search(whole)
        self._begun = begun.group() if begun and not final else b""
        return self._utf8.decode(whole[: len(whole) - len(self._begun)], final)


def forgive_stray_bytes() -> None:
    """Let Textual's input survive every byte; to be called before the app runs."""
    # Textual offers no other way in than the name by which its driver finds the decoder.
    linux_driver.getincrementaldecoder = _key_decoder  # type: ignore[assignment, attr-defined]


def _key_decoder(_encoding: str) -> type[KeyDecoder]:
    return KeyDecoder
