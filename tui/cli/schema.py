"""`dateline schema`: the JSON Schema of the format."""

from argparse import Namespace
from pathlib import Path

import tui
from tui.cli.options import Parser
from tui.cli.options import parser as parser_of
from tui.cli.says import DONE, say


def parser() -> Parser:
    """What reads its words."""
    return parser_of("schema", "Print the JSON Schema of the timeline format.")


def run(_options: Namespace) -> int:
    """Print the schema."""
    say(Path(tui.__file__).with_name("timeline.schema.json").read_text(encoding="utf-8"))
    return DONE
