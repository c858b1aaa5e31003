"""Themes: YAML files of colours to Textual themes with a variable for every tone.

A theme is painted: it names its own background, so that everyone who looks at a
shared screen sees the same.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from textual.theme import Theme

from tui import shipped

TONES = ("text", "strong", "dim", "faint", "accent", "rule", "frame", "cursor", "cursor-quiet",
         "quote", "good", "mixed", "bad")  # fmt: skip
THREADS = 8
DEFAULT = "ink"


def load(path: Path) -> Theme:
    """The theme that a file describes.

    Raises:
        OSError: The file cannot be read.
        KeyError: A colour is missing.
    """
    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    fields = yaml.load(path.read_bytes(), Loader=loader)  # noqa: S506, the base loader makes text only
    variables = {f"tone-{tone}": fields[tone] for tone in TONES}
    variables |= {f"tone-thread{at}": fields["threads"][at] for at in range(THREADS)}
    return Theme(
        name=fields["name"],
        primary=fields["accent"],
        accent=fields["accent"],
        foreground=fields["text"],
        background=fields["background"],
        surface=fields["background"],
        panel=fields["cursor-quiet"],
        success=fields["good"],
        warning=fields["mixed"],
        error=fields["bad"],
        dark=fields["dark"] == "true",
        variables=variables,
    )


def shipped_themes() -> Iterator[Theme]:
    """The themes that travel with dateline, by name."""
    for path in sorted(shipped("themes").glob("*.yaml")):
        yield load(path)
