"""dateline: a timeline browser for the terminal."""

from pathlib import Path

__version__ = "0.1.0"


def shipped(name: str) -> Path:
    """Where a file or folder that travels with dateline is: `timeline.yaml` or `themes`.

    A wheel packs them into the package; in a checkout they stand beside it.
    """
    here = Path(__file__).parent
    packed = here / "shipped"
    return (packed if packed.is_dir() else here.parent) / name
