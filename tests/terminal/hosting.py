"""A host who presents over ssh to guests without an account, by a key that shows a talk."""

import os
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from terminal.pty import DATELINE, Terminal, surroundings
from terminal.sshd import Server

_TEXT: Final = """\
title: Two days
span: 2001/2002
actors:
  russia: {name: Russia, kind: state}
sources:
  essay: {title: An essay, kind: article, url: "https://example.org/essay"}
events:
  - id: first
    date: 2001-01-01
    title: The first day
    summary: It begins.
    notes: NOTE OF THE FIRST
    sources: [essay]
  - id: second
    date: 2002-02-02
    title: The second day
    quotes: [{id: words, speaker: russia, text: Nothing has ended., sources: [essay]}]
"""
FIRST, SECOND, QUOTE = "The first day", "The second day", "Nothing has ended."
_LINE_WRAP, _CURSOR = 7, 25
_CLIPBOARD, _LINK = b"\x1b]52", b"\x1b]8;"


@dataclass(frozen=True, slots=True)
class House:
    """A host who presents at a socket, and lets guests in by their key.

    Attributes:
        server: Lets them in.
        folder: Of the host, with settings that would stop whoever opened them.
        presenter: The terminal of the host.
    """

    server: Server
    folder: Path
    presenter: Terminal

    def welcome(self, *remote: str, **variables: str) -> Terminal:
        """The terminal of a guest, who may ask for something to be run."""
        here = self.folder / "guest"
        return Terminal(
            self.server.visit(*remote), cwd=here, environment=surroundings(here, **variables)
        )

    @property
    def process(self) -> int:
        """What is run for the guest who came last."""
        return int((self.folder / "pid").read_text())

    @property
    def files(self) -> set[str]:
        """All there is in the folder of the host, but for what presenting makes."""
        paths = {str(path.relative_to(self.folder)) for path in self.folder.rglob("*")}
        return {each for each in paths if not each.startswith("desk/")}


@contextmanager
def welcoming(server: Server, folder: Path) -> Iterator[House]:
    """A host whose guests come in by a key of theirs."""
    with hosted(server, folder) as house:
        server.admit(f'restrict,pty,command="{command(folder)}"')
        yield house


@contextmanager
def hosted(server: Server, folder: Path) -> Iterator[House]:
    """A host who presents; the settings are pipes that nobody writes to."""
    for name in ("desk", "guest", "dateline/themes"):
        (folder / name).mkdir(parents=True)
    for name in ("config.yaml", "keys.yaml", "themes/own.yaml", "themes/ink.yaml"):
        os.mkfifo(folder / "dateline" / name)
    (folder / "desk" / "talk.yaml").write_text(_TEXT, encoding="utf-8")
    words = [*DATELINE, "present", "talk.yaml", "--socket", str(folder / "open" / "talk.sock")]
    with Terminal(words, cwd=folder / "desk") as presenter:
        presenter.wait_for("2 slides")
        presenter.type(" ")
        presenter.wait_for(FIRST)
        yield House(server, folder, presenter)


def command(folder: Path) -> str:
    """What is run for a guest; it writes down its process, and then is dateline."""
    words = [*DATELINE, "follow", "--locked", "--socket", str(folder / "open" / "talk.sock")]
    own = (f"HOME={folder}", f"XDG_CONFIG_HOME={folder}", f"XDG_STATE_HOME={folder}")
    return f"cd {folder}/open && echo $$ >{folder}/pid; exec env {shlex.join([*own, *words])}"


def leave(guest: Terminal) -> None:
    """Leave by q, and see that the terminal is as it was and was sent no more than a talk."""
    guest.type("q")
    assert guest.wait_for_exit() == 0
    assert guest.echoes
    still_on = {mode for mode, is_on in guest.modes.items() if is_on}
    assert still_on - {_LINE_WRAP} == {_CURSOR}
    for each in (_CLIPBOARD, _LINK, b"NOTE OF", b"Traceback"):
        assert each not in guest.sent
