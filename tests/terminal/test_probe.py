"""What the environment and the answers of a terminal say of it."""

import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from terminal.pty import DATELINE, Terminal, surroundings
from tui.terminal.colours import Colours
from tui.terminal.probe import COLOUR, PATIENCE, answered, known
from tui.terminal.probe import Terminal as Known

LAST = b"\x1b[?62;22c"


@pytest.mark.parametrize(
    ("term", "colours"),
    [
        *((term, Colours.TRUECOLOR) for term in ("alacritty", "xterm-ghostty", "foot", "wezterm")),
        *((term, Colours.TRUECOLOR) for term in ("xterm-kitty", "foot-extra", "konsole-direct")),
        *((term, Colours.PALETTE) for term in ("xterm-256color", "tmux-256color", "tmux")),
        *((term, Colours.PALETTE) for term in ("screen-256color", "st-256color", "xterm-termite")),
        *((term, Colours.SIXTEEN) for term in ("xterm", "screen", "linux", "xterm-16color")),
        *((term, Colours.SIXTEEN) for term in ("xterm-color", "rxvt", "never-heard-of")),
        *((term, Colours.NONE) for term in ("vt100", "vt220", "xterm-mono", "linux-m")),
    ],
)
def test_the_kind_of_a_terminal_says_how_many_colours_it_has(term: str, colours: Colours) -> None:
    assert known({"TERM": term}).colours is colours


@pytest.mark.parametrize(
    ("environment", "colours"),
    [
        pytest.param({"COLORTERM": "truecolor"}, Colours.TRUECOLOR, id="COLORTERM"),
        pytest.param({"COLORTERM": "24bit"}, Colours.TRUECOLOR, id="its other word"),
        pytest.param({"COLORTERM": "yes"}, Colours.PALETTE, id="a word that says little"),
        pytest.param({"COLORTERM": "truecolor", "NO_COLOR": "1"}, Colours.NONE, id="NO_COLOR"),
        pytest.param({"NO_COLOR": ""}, Colours.PALETTE, id="NO_COLOR has to be something"),
        pytest.param({COLOUR: "truecolor"}, Colours.TRUECOLOR, id="said"),
        pytest.param({COLOUR: "16", "COLORTERM": "truecolor"}, Colours.SIXTEEN, id="said less"),
        pytest.param({COLOUR: "None"}, Colours.NONE, id="said none"),
        pytest.param({COLOUR: "256", "NO_COLOR": "1"}, Colours.PALETTE, id="said for this alone"),
        pytest.param({COLOUR: "many"}, Colours.PALETTE, id="said nothing that is known"),
        pytest.param({"TERM_PROGRAM": "WezTerm"}, Colours.TRUECOLOR, id="program"),
        pytest.param({"TERM": "xterm", "WT_SESSION": "x"}, Colours.TRUECOLOR, id="Windows"),
        pytest.param(
            {"TERM": "screen.xterm-256color", "STY": "1.a", "COLORTERM": "truecolor"},
            Colours.PALETTE,
            id="GNU screen hands on less than is exported around it",
        ),
        pytest.param({"TERM": "screen", "STY": "1.a"}, Colours.SIXTEEN, id="GNU screen"),
    ],
)
def test_what_else_says_how_many_colours_there_are(
    environment: dict[str, str], colours: Colours
) -> None:
    assert known({"TERM": "xterm-256color"} | environment).colours is colours


@pytest.mark.parametrize(
    ("said", "is_light"),
    [("0;15", True), ("15;0", False), ("15;default;8", False), ("0;7", True), ("a;b", None)],
)
def test_some_export_their_background(said: str, is_light: bool | None) -> None:  # noqa: FBT001
    assert known({"COLORFGBG": said}).is_light is is_light


@pytest.mark.parametrize(
    ("locale", "utf8"),
    [
        ({}, True),
        ({"LANG": "C"}, True),
        ({"LANG": "en_GB.UTF-8"}, True),
        ({"LANG": "en_GB.utf8@euro"}, True),
        ({"LANG": "ru_RU.KOI8-R"}, False),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "en_GB.ISO-8859-1"}, False),
        ({"LANG": "en_GB.ISO-8859-1", "LC_CTYPE": "C.UTF-8", "LC_ALL": ""}, True),
    ],
)
def test_the_locale_says_whether_a_terminal_takes_utf8(locale: dict[str, str], utf8: bool) -> None:  # noqa: FBT001
    assert known(locale).utf8 is utf8


@pytest.mark.parametrize(
    ("environment", "is_far"),
    [
        ({}, False),
        ({"SSH_CONNECTION": "::1 2 ::1 22"}, True),
        ({"SSH_TTY": "/dev/pts/1"}, True),
        ({"SSH_TTY": "/dev/pts/1", "DATELINE_PACING": "off"}, False),
        ({"DATELINE_PACING": "on"}, True),
    ],
)
def test_a_terminal_behind_ssh_is_far(environment: dict[str, str], is_far: bool) -> None:  # noqa: FBT001
    assert known(environment).is_far is is_far


def test_gnu_screen_erases_with_its_own_background() -> None:
    assert not known({"STY": "1.a"}).bce
    assert known({"STY": "1.a", "TMUX": "socket,1,0"}).bce


@pytest.mark.parametrize(
    ("answer", "is_light"),
    [
        (b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\", True),
        (b"\x1b]11;rgb:0000/0000/0000\x07", False),
        (b"\x1b]11;rgb:f/f/0\x07", True),
        (b"\x1b]11;rgba:1e1e/1e1e/2e2e/ffff\x1b\\", False),
        (b"\x1b]11;blue\x1b\\", None),
        (b"", None),
    ],
)
def test_a_terminal_says_whether_its_background_is_light(
    answer: bytes,
    is_light: bool | None,  # noqa: FBT001
) -> None:
    assert answered(Known(), answer + LAST).is_light is is_light


@pytest.mark.parametrize(
    ("answer", "sync"),
    [
        (b"\x1b[?2026;1$y", True),
        (b"\x1b[?2026;2$y", True),
        (b"\x1b[?2026;0$y", False),
        (b"", False),
    ],
)
def test_a_terminal_says_whether_it_knows_synchronised_updates(answer: bytes, sync: bool) -> None:  # noqa: FBT001
    assert answered(Known(), answer + LAST).sync is sync


def test_keys_among_the_answers_are_kept() -> None:
    assert answered(Known(typed=b"j"), b"k\x1b[?2026;2$yj" + LAST).typed.startswith(b"jk")


ASK = """
import os
from tui.terminal.probe import Asking
with Asking(os.environ) as asking:
    known = asking.terminal()
print(known.is_light, known.sync, known.typed, known.modes is None)
"""


def test_a_terminal_is_asked_once_and_may_be_typed_at_meanwhile(tmp_path: Path) -> None:
    with Terminal((sys.executable, "-c", ASK), cwd=tmp_path) as terminal:
        terminal.wait_until(lambda: b"\x1b[c" in terminal.sent, "the question")
        terminal.type(b"j\x1b]11;rgb:ff/ff/ff\x1b\\\x1b[?2026;2$yk\x1b[?62c")
        assert terminal.wait_for_exit() == 0
        assert "True True b'j" in terminal.text
        assert terminal.sent.count(b"\x1b[c") == 1


def test_a_terminal_that_does_not_answer_is_not_waited_for(tmp_path: Path) -> None:
    with Terminal((sys.executable, "-c", ASK), cwd=tmp_path) as terminal:
        terminal.wait_for("None False b'' False")
        assert terminal.wait_for_exit() == 0


TIMED = """
import os, sys
from time import monotonic
from tui.terminal.probe import Asking
begun = monotonic()
with Asking(os.environ) as asking:
    known = asking.terminal()
print("waited", round(1000 * (monotonic() - begun)), "ms;", "textual" in sys.modules)
"""


def test_a_terminal_that_never_answers_is_waited_for_a_tenth_of_a_second(tmp_path: Path) -> None:
    with Terminal((sys.executable, "-c", TIMED), cwd=tmp_path) as terminal:
        terminal.wait_for("waited")
        assert terminal.wait_for_exit() == 0

    waited = re.search(r"waited (\d+) ms; False", terminal.text)
    assert waited is not None
    # Generous above, since a loaded machine is slow.
    assert 1000 * PATIENCE <= int(waited[1]) < 1000 * 5 * PATIENCE


WATCHED = """
import builtins, sys
wanted, real = [], builtins.__import__
def spied(name, *more, **words):
    if name.partition(".")[0] == "textual" and not wanted:
        wanted.append(name)
        sys.stderr.write("\\n[textual]\\n")
        sys.stderr.flush()
    return real(name, *more, **words)
builtins.__import__ = spied
from tui.cli import main
main([])
"""


def test_the_terminal_is_asked_before_textual_is_loaded(tmp_path: Path) -> None:
    with Terminal((sys.executable, "-c", WATCHED), cwd=tmp_path) as terminal:
        terminal.wait_until(lambda: b"[textual]" in terminal.sent, "Textual")
        asked, loaded = terminal.sent.find(b"\x1b[c"), terminal.sent.find(b"[textual]")
        assert 0 <= asked < loaded
        terminal.wait_until(lambda: b"\x1b[?1049h" in terminal.sent, "the screen")
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


def test_the_linux_console_is_not_asked_what_it_would_print(tmp_path: Path) -> None:
    environment = surroundings(tmp_path, TERM="linux")
    with Terminal((sys.executable, "-c", ASK), cwd=tmp_path, environment=environment) as terminal:
        terminal.wait_for("None False")
        assert b"\x1b]11" not in terminal.sent
        assert b"\x1b[c" in terminal.sent


def test_the_line_is_left_as_it_was(tmp_path: Path) -> None:
    with Terminal(("/bin/sh", "-c", f"{sys.executable} -c '{ASK}'; cat"), cwd=tmp_path) as terminal:
        terminal.wait_for("None False")
        assert terminal.echoes


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_at_the_start_leaves_the_line_as_it_was(
    tmp_path: Path, number: signal.Signals
) -> None:
    shell = ("/bin/sh", "-c", f'echo "pid $$"; exec {" ".join(DATELINE)}')
    with Terminal(shell, cwd=tmp_path) as terminal:
        terminal.wait_until(lambda: b"\x1b[c" in terminal.sent, "the question")
        assert not terminal.echoes
        os.kill(int(terminal.sent.partition(b"pid ")[2].split()[0]), number)

        # On a machine that is busy dateline may be up by then.
        assert terminal.wait_for_exit() in {-number, 128 + number}
        assert terminal.echoes


def test_a_signal_that_is_ignored_is_ignored_while_the_terminal_is_asked(tmp_path: Path) -> None:
    hang_up = "os.kill(os.getpid(), signal.SIGHUP)"
    program = f"import signal\n{ASK}".replace("known =", f"{hang_up}\n    known =")
    command = f"trap '' HUP; exec {sys.executable} -c {shlex.quote(program)}"
    with Terminal(("/bin/sh", "-c", command), cwd=tmp_path) as terminal:
        terminal.wait_for("None False")
        assert terminal.wait_for_exit() == 0


def test_what_is_no_terminal_is_not_asked() -> None:
    command = [sys.executable, "-c", ASK]
    asked = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    assert asked.stdout == b"None False b'' True\n"
    assert not asked.stderr


@pytest.mark.parametrize(
    ("term", "expected"), [("linux", False), ("xterm", True), ("screen", True)]
)
def test_the_font_of_the_linux_console_has_few_symbols(
    term: str,
    expected: bool,  # noqa: FBT001
) -> None:
    assert known({"TERM": term}).has_symbols is expected
