"""Web addresses: what a document may link to, written so that it ends where the link does.

An address comes from a file that anybody may have written; only http and https lead anywhere.
"""

import re
from typing import Final

_WEB: Final = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
_NOT_IN_ADDRESS: Final = re.compile(r"[\x00-\x20\x7f-\x9f<>()\"\\`|]|&(?=#?\w+;)")


def address(url: str) -> str:
    """What a link to a web address is, with what could end it as %XX; "" for any other."""
    if not _WEB.match(url):
        return ""
    return _NOT_IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", url.strip())
