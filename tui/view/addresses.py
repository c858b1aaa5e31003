"""Web addresses as a terminal may be told them: what its OSC 8 leads to, or nothing.

An address comes from a file that anybody may have written, and the terminal obeys controls.
"""

import re
from functools import lru_cache
from typing import Final

LONGEST: Final = 2048
"""Terminals take no longer ones: VTE, the strictest, stops at 2083 bytes."""

_SAFE: Final = re.compile(r"(?i:https?://|mailto:)[!-~]+")
_BEYOND: Final = re.compile(r"[^\x00-\x7f]+")


@lru_cache(maxsize=1 << 10)
def link_to(address: str) -> str:
    """What a link to an address is, with the characters beyond ASCII as %XX; "" for none.

    Only http, https and mailto are links; blanks and controls never get into one.
    """
    if not address.isprintable():
        return ""
    link = _BEYOND.sub(_in_percent, address)
    return link if len(link) <= LONGEST and _SAFE.fullmatch(link) else ""


def _in_percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())
