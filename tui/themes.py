"""Themes: YAML files of colours, by the tones that text has and the grounds it stands on.

A theme is painted: it names its own background, so that everyone who looks at a
shared screen sees the same.
"""

from pathlib import Path
from typing import Any

import yaml

from tui import shipped
from tui.view.palette import Palette

TONES = (
    *("text", "strong", "dim", "faint", "accent", "rule", "frame", "cursor", "cursor-quiet"),
    *("found", "quote", "good", "mixed", "bad"),
)
THREADS = 8


def load(path: Path) -> Palette:
    """The palette that a file describes.

    Raises:
        OSError: The file cannot be read.
        KeyError: A colour is missing.
    """
    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    fields = yaml.load(path.read_bytes(), Loader=loader)  # noqa: S506, makes nothing but text
    tones = {tone: fields[tone] for tone in TONES}
    tones |= {f"thread{at}": fields["threads"][at] for at in range(THREADS)}
    return Palette(fields["name"], fields["dark"] == "true", fields["background"], tones)


def shipped_palettes() -> tuple[Palette, ...]:
    """The palettes that travel with dateline, by name."""
    return tuple(load(path) for path in sorted(shipped("themes").glob("*.yaml")))
