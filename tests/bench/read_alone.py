"""Reads a timeline in a process of its own and prints the seconds, or the first event's title.

`read_alone.py yaml|read|title FILE`: what PyYAML takes to load the text with its C parser;
what `read` takes, every index of the timeline included; the title of the first event in time.
Imports and the disk are not in the seconds, and the garbage collector comes when it comes.
"""

import sys
from pathlib import Path
from time import perf_counter

import yaml

from tui.document.reader import read


def main(what: str, path: Path) -> str:
    """What was asked for, as text."""
    data = path.read_bytes()
    text = data.decode()
    start = perf_counter()
    match what:
        case "yaml":
            loaded = yaml.load(text, Loader=yaml.CSafeLoader)
        case "read":
            # The reader has made the indexes; asked again, they cost nothing.
            loaded = read(data).timeline.indexed()
        case _:
            return read(data).timeline.events[0].title
    seconds = perf_counter() - start
    # What was loaded is still held here: its release is not in the seconds.
    return f"{seconds if loaded else 0}"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(main(sys.argv[1], Path(sys.argv[2])))
