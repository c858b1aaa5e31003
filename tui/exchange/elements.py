"""HTML elements: text is escaped wherever it stands, so that none of it is taken for markup."""

import html
from collections.abc import Iterable


class Html(str):
    """Markup, which stands in an element as it is; any other text is escaped there."""

    __slots__ = ()


def element(tag: str, *inside: str, **attributes: str) -> Html:
    """An element with what is in it; an attribute of no value is left out.

    A name that Python keeps for itself ends with `_`, and one with a hyphen has `_` for it:
    `class_`, `aria_label`.
    """
    told = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{html.escape(value)}"'
        for name, value in attributes.items()
        if value
    )
    return Html(f"<{tag}{told}>{joined(inside)}</{tag}>")


def joined(parts: Iterable[str], between: str = "") -> Html:
    """Texts and elements in a row, those that are empty left out."""
    return Html(_escaped(between).join(_escaped(part) for part in parts if part))


def _escaped(text: str) -> str:
    return text if isinstance(text, Html) else html.escape(text)
