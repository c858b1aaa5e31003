"""`dateline diff`: what became of each record between two files, or between two states of one.

A word with a colon is a file in a commit, as git names it; it is git that is asked for it.
"""
# ruff: noqa: PLC0415

import os
from argparse import Namespace
from typing import TYPE_CHECKING

from tui.cli import files
from tui.cli.files import STDIN
from tui.cli.options import FILE, Parser
from tui.cli.options import parser as parser_of
from tui.cli.says import DONE, PROBLEMS, Refused, complain, reason, say, visible

if TYPE_CHECKING:
    from tui.document.reader import Reading
    from tui.timeline.changes import RecordChange

_EPILOG = """Both are files, - for standard input, or files in a commit, as git names them:
HEAD:war.yaml from the top of the repository, HEAD:./war.yaml from this folder.
A file with a colon in its name is given as ./a:b.

examples:
  dateline diff old.yaml war.yaml
  dateline diff HEAD:./war.yaml war.yaml
  dateline diff HEAD~3:./war.yaml HEAD:./war.yaml --format md

exit status: 0 they say the same, 1 they do not, 2 one of them is unreadable"""


def parser() -> Parser:
    """What reads its words."""
    about = "Say which records were added or removed, and which of their fields changed."
    made = parser_of("diff", about, _EPILOG)
    for name, what in (("before", "what there was"), ("after", "what there is")):
        made.add_argument(name, metavar=FILE, help=f"{what}: a file, or REV:FILE")
    made.add_argument(
        "--format", choices=["text", "json", "md"], default="text", help="default: text"
    )
    return made


def run(options: Namespace) -> int:
    """Say what changed."""
    from tui.timeline import changes

    words = (options.before, options.after)
    if words == (STDIN, STDIN):
        raise Refused("only one of the two can be standard input")
    before, after = map(_reading, words)
    found = tuple(changes.record_changes(before.timeline, after.timeline))
    say(_printed(found, options.format))
    if found:
        return PROBLEMS
    others = changes.changes(before.timeline, after.timeline)
    if any(kind.reordered for kind in others[:-1]):
        complain(changes.in_words(others))
        return PROBLEMS
    return DONE


def _printed(found: "tuple[RecordChange, ...]", form: str) -> str:
    from tui.exchange import changes_json, changes_markdown, changes_text

    match form:
        case "json":
            return changes_json.listing(found)
        case "md":
            return changes_markdown.listing(found)
    return changes_text.listing(found)


def _reading(word: str) -> "Reading":
    """What a file says; that it has errors is said, since what could not be read is missing."""
    kept = files.Given(word, word, 0, lambda: _shown(word)) if _is_kept(word) else None
    given = kept or files.find(word)
    reading = files.read(given)
    files.verdict(given, reading)
    return reading


def _is_kept(word: str) -> bool:
    """Whether a word names a file in a commit."""
    return ":" in word and not word.startswith(("/", "./", "../"))


def _shown(word: str) -> bytes:
    """A file as it is in a commit."""
    import subprocess

    if word.startswith("-"):
        raise Refused(f"{word} is no name of a commit")
    try:
        done = subprocess.run(  # noqa: S603, without a shell, and as one word
            ["git", "cat-file", "blob", word],  # noqa: S607, the git of the user
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env={**os.environ, "LC_ALL": "C"},
            check=False,
        )
    except OSError as error:
        raise Refused(f"git is asked for {word}, and cannot be run: {reason(error)}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").partition("\n")[0]
        raise Refused(f"git has no {word}: {visible(said.removeprefix('fatal: '))}{_hint(word)}")
    return done.stdout


def _hint(word: str) -> str:
    """That a file of that very name is there."""
    return f"; the file is given as ./{word}" if os.path.lexists(word) else ""
