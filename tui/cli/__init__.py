"""The command line: what to open, to check or to print, and what to say when that cannot be done.

Results go to standard output, everything else to standard error. Exit codes: 0 done,
1 the file has problems, 2 it could not be read or the request makes no sense, 130 interrupted.
Rooms are imported inside the functions that need them, and a command when it is asked for, so
that `--help` loads neither Textual nor YAML, and nothing but opening a screen loads Textual.
"""

import sys
from collections.abc import Sequence

from tui.cli import commands, says


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line, that of this process by default; returns the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    says.write_anything(sys.stdout)
    says.write_anything(sys.stderr)
    name = words[0] if words and words[0] in commands.COMMANDS else commands.BROWSE
    try:
        command = commands.load(name)
        own = words if name == commands.BROWSE else words[1:]
        parser = command.parser()
        # A file may stand behind an option, too; then `--` may part nothing.
        is_mixed = "--" not in own
        options = parser.parse_intermixed_args(own) if is_mixed else parser.parse_args(own)
        return command.run(options)
    except says.Refused as refused:
        says.refuse(refused)
        return says.REFUSED
    except KeyboardInterrupt:
        return says.INTERRUPTED
