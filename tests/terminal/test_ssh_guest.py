"""An audience without an account: a key that shows a talk, whatever is typed, asked or sent.

What is typed at the terminal, what is sent in variables and which size it says it has comes to
dateline, and is its own to bear. The settings of the account are pipes that nobody writes to: who
opens one hangs.
"""

import os
import signal
import string
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from terminal.far import answer
from terminal.hosting import FIRST, QUOTE, SECOND, House, leave, welcoming
from terminal.pty import Terminal, surroundings
from terminal.sshd import Server, obstacle, serve

OBSTACLE = obstacle("ssh", "sshd", "ssh-keygen")
pytestmark = pytest.mark.skipif(bool(OBSTACLE), reason=OBSTACLE)
needs_proc = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="there is no /proc")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serve(tmp_path_factory.mktemp("sshd"), accepted="*") as server:
        yield server


@pytest.fixture
def house(server: Server, tmp_path: Path) -> Iterator[House]:
    with welcoming(server, tmp_path) as house:
        yield house


def test_a_guest_sees_the_talk(house: House) -> None:
    with house.welcome() as guest:
        guest.wait_for(FIRST)
        house.presenter.wait_for("1 following")
        for shown in ("It begins.", SECOND, QUOTE):
            house.presenter.type(" ")
            guest.wait_for(shown)
        leave(guest)


@pytest.mark.parametrize(
    "remote", ["touch MADE", "sh", "sh -c 'touch MADE'", "cat /etc/passwd", "", "; touch MADE"]
)
def test_a_guest_who_asks_for_something_else_sees_the_talk(house: House, remote: str) -> None:
    before = house.files | {"pid"}
    with house.welcome(remote.replace("MADE", str(house.folder / "made"))) as guest:
        guest.wait_for(FIRST)
        guest.type("id\r")
        house.presenter.type(" ")
        guest.wait_for("It begins.")
        assert "uid=" not in guest.text
        leave(guest)
    assert house.files == before


CLOSE = "\x1b[27u"
"""Escape in the kitty protocol, where no key after it is taken for a part of it."""
LETTERS = [each for each in string.ascii_letters if each != "q"]
SIGNS = [*string.punctuation, *string.digits, " ", "\t", "\r", "\x7f"]
CONTROLS = [chr(each) for each in range(0x20) if each not in {0x03, 0x11, 0x1B}]
"""All but Ctrl+c and Ctrl+q, which leave."""
FUNCTIONS = [*(f"\x1b[{each}~" for each in range(1, 35)), "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS"]
KITTY = [f"\x1b[{each}u" for each in ("122;5", "92;5", "112;5", "57441", "99;6", "122;9", "99;9")]
KEYS = {
    "letters": CLOSE.join(LETTERS),
    "signs": CLOSE.join(SIGNS),
    "controls": CLOSE.join(CONTROLS),
    "with Alt": CLOSE.join("\x1b" + each for each in LETTERS),
    "function keys": CLOSE.join(FUNCTIONS),
    "keys of the kitty protocol": CLOSE.join(KITTY),
    "a command": ":!sh\r:w made\r:edit\r:e talk.yaml\r",
    "a field": "?abc\x1b[1;2H\x01\x1b[99;9u\x18\x0b\x19\x16T\x1b[B\r",
    "the mouse": "\x1b[<0;5;5M\x1b[<32;60;14M\x1b[<0;60;14m\x1b[<2;9;9M\x1b[99;6u\x1b[99;9u",
    "a paste": "\x1b[200~:!sh\r\x1b]52;c;?\x07touch made\r\x1b[201~",
    "answers": "\x1b]52;c;aGk=\x07\x1bP>|x\x1b\\\x1b[?1;2c\x1b[48;99999;99999;0;0t",
}


@pytest.mark.parametrize("keys", KEYS.values(), ids=KEYS)
def test_no_key_leads_anywhere_else(house: House, keys: str) -> None:
    with house.welcome() as guest:
        answer(guest)
        guest.wait_for(FIRST)
        before = house.files
        guest.type(keys + 3 * CLOSE)
        leave(guest)
    assert house.files == before


def test_before_there_is_a_screen_no_key_stops_it_or_ends_it(house: House) -> None:
    with house.welcome() as guest:
        # It has asked the terminal, whose line still makes signals of keys.
        guest.wait_until(lambda: b"\x1b[c" in guest.sent, "a question")
        guest.type("\x1a\x1c")
        guest.wait_for(FIRST)
        leave(guest)


@needs_proc
def test_it_cannot_be_stopped(house: House) -> None:
    with house.welcome() as guest:
        guest.wait_for(FIRST)
        os.kill(house.process, signal.SIGTSTP)
        house.presenter.type(" ")
        guest.wait_for("It begins.")
        leave(guest)


@needs_proc
def test_it_has_no_file_open_and_runs_nothing(house: House) -> None:
    with house.welcome() as guest:
        guest.wait_for(FIRST)
        guest.type("T")
        guest.wait_for("Enter keeps it")
        process = Path(f"/proc/{house.process}")
        files = [each.readlink() for each in (process / "fd").iterdir()]
        assert [each for each in files if each.is_absolute() and not is_device(each)] == []
        children = [(task / "children").read_text() for task in (process / "task").iterdir()]
        assert "".join(children) == ""
        guest.type(CLOSE)
        leave(guest)


def is_device(path: Path) -> bool:
    """Whether a path is that of a terminal or the like."""
    return path.is_relative_to("/dev")


def test_nothing_that_a_guest_sends_in_variables_counts(house: House) -> None:
    sent = {
        "DATELINE_DRIVER": "stock",
        "EDITOR": f"touch {house.folder}/made;",
        "VISUAL": f"touch {house.folder}/made;",
        "LC_DATELINE_COLOR": "none",
        "LC_ALL": "../../made",
        "TEXTUAL_LOG": str(house.folder / "made"),
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_SCREENSHOT": "0",
        "TEXTUAL_SCREENSHOT_LOCATION": str(house.folder),
        "TEXTUAL_DRIVER": "made:Driver",
        "TEXTUAL_PRESS": "T",
    }
    words = house.server.visit()
    words[1:1] = ["-o", f"SendEnv={' '.join(sent)}"]
    before = house.files
    here = house.folder / "guest"
    with Terminal(words, cwd=here, environment=surroundings(here, **sent)) as guest:
        guest.wait_for(FIRST)
        # But for the colours.
        assert b"38;5;" not in guest.sent
        assert b"\x1b[0m" not in guest.sent
        leave(guest)
    assert house.files == before | {"pid"}


def test_without_a_terminal_there_is_a_sentence(house: House) -> None:
    done = subprocess.run(
        house.server.visit("sh", tty=False), check=False, capture_output=True, input=b"id\n"
    )
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr == b"dateline: there is no terminal to follow a talk on\n"


def test_a_terminal_that_shows_no_screen_gets_a_sentence(house: House) -> None:
    with house.welcome(TERM="dumb") as guest:
        assert guest.wait_for_exit() == 2
        assert "this terminal cannot show a screen" in guest.text
