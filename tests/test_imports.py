"""What is loaded when: the pure rooms and the plain commands never load Textual."""

import subprocess
import sys
from pathlib import Path

import pytest

import tui
from tui.cli.commands import COMMANDS

PACKAGE = Path(tui.__file__).parent

PURE_ROOMS = ("timeline", "document", "view", "exchange", "share")

# Run a command as `dateline` does, whatever it answers, then tell what was loaded.
COMMAND = """
import sys
from tui.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(*sys.modules, file=sys.stderr)
"""


def pure_modules() -> list[str]:
    """Every module of the rooms that know nothing of the screen."""
    inside = [path for room in PURE_ROOMS for path in (PACKAGE / room).glob("*.py")]
    names = [".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts) for path in inside]
    return [*sorted(name.removesuffix(".__init__") for name in names), "tui.actions"]


def modules(program: str, *arguments: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after a program."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
    )
    return set(done.stderr.splitlines()[-1].split())


def loaded(program: str, *arguments: str) -> set[str]:
    """The top-level ones of them."""
    return {name.partition(".")[0] for name in modules(program, *arguments)}


@pytest.mark.parametrize("module", pure_modules())
def test_a_pure_room_leaves_textual_out(module: str) -> None:
    names = loaded(f"import sys, {module}; print(*sys.modules, file=sys.stderr)")
    assert "textual" not in names


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(words.split(), id=words)
        for words in (
            "check",
            "check --quotes .",
            "list",
            "list --filter putin",
            "chart",
            "chart --format svg",
            "show putin",
            "diff - x.yaml",
            "set no-such-id title x",
            "fmt",
            "new -",
            "schema",
            "keys",
            "doctor",
            "completions bash",
        )
    ],
)
def test_a_plain_command_leaves_textual_out(words: list[str]) -> None:
    assert "textual" not in loaded(COMMAND, *words)


@pytest.mark.parametrize(
    "words",
    [["--help"], ["--version"], *([name, "--help"] for name in COMMANDS)],
    ids=lambda words: words[0],
)
def test_help_leaves_out_all_that_takes_time(words: list[str]) -> None:
    slow = {"textual", "rich", "yaml", "dateutil", "dataclasses", "difflib", "subprocess"}
    assert not loaded(COMMAND, *words) & slow


def test_what_is_opened_holds_no_settings_that_were_not_loaded() -> None:
    program = "import sys, tui.screens.opening; print(*sys.modules, file=sys.stderr)"
    assert "yaml" not in loaded(program)


def test_the_decoder_for_keys_is_the_only_part_of_the_guard_that_needs_textual() -> None:
    program = "import sys, tui.terminal.guard; print(*sys.modules, file=sys.stderr)"
    assert not loaded(program) & {"textual", "dataclasses"}


def test_the_first_paint_leaves_out_what_is_asked_for_later() -> None:
    later = {
        f"tui.screens.{name}" for name in ("asking", "editing", "jumping", "menu", "reloading")
    }
    later |= {"tui.panes.prompt", "tui.panes.lettering", "tui.view.bidi", "yaml"}
    later |= {"tui.screens.charting", "tui.panes.chart", "tui.view.chart"}
    assert not modules("import sys, tui.app; print(*sys.modules, file=sys.stderr)") & later
