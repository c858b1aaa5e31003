"""What the guard decides, from what it is told about the terminal."""

import io

import pytest

from tui.terminal.guard import Guard, Surroundings, decide, foreign, is_utf8, look, settle

GOOD = Surroundings(
    environment={"TERM": "xterm-256color"},
    stdin=True,
    stdout=True,
    stderr=True,
    encoding="utf-8",
)


def test_a_terminal_gets_a_screen_that_does_not_move_by_itself() -> None:
    assert decide(GOOD) == Guard(
        unset=("COLUMNS", "LINES"),
        preset=(("TEXTUAL_ANIMATIONS", "none"), ("TEXTUAL_COLOR_SYSTEM", "truecolor")),
    )


def test_the_driver_of_textual_chooses_its_own_colours() -> None:
    around = GOOD._replace(environment={"TERM": "xterm", "DATELINE_DRIVER": "stock"})
    assert decide(around).preset == (("TEXTUAL_ANIMATIONS", "none"),)


@pytest.mark.parametrize(
    ("around", "reason"),
    [
        pytest.param(GOOD._replace(environment={}), "TERM is not set", id="no TERM"),
        pytest.param(GOOD._replace(environment={"TERM": ""}), "TERM is not set", id="empty"),
        pytest.param(GOOD._replace(environment={"TERM": "dumb"}), 'TERM is "dumb"', id="dumb"),
        pytest.param(
            GOOD._replace(environment={"TERM": "unknown"}), 'TERM is "unknown"', id="unknown"
        ),
        pytest.param(GOOD._replace(stdin=False), "standard input is not a terminal", id="stdin"),
        pytest.param(GOOD._replace(stderr=False), "standard error is not a terminal", id="stderr"),
    ],
)
def test_what_cannot_show_a_screen_is_refused_in_a_sentence(
    around: Surroundings, reason: str
) -> None:
    assert reason in decide(around).refusal


@pytest.mark.parametrize("stdin", [True, False])
def test_without_a_terminal_to_draw_on_there_is_a_listing(stdin: bool) -> None:  # noqa: FBT001
    nowhere = Surroundings({}, stdin=stdin, stdout=False, stderr=False, encoding="ascii")
    assert decide(nowhere) == Guard(listing=True)


def test_a_timeline_from_standard_input_needs_no_terminal_there() -> None:
    assert not decide(GOOD._replace(stdin=False), piped=True).refusal


@pytest.mark.parametrize(("encoding", "is_ascii"), [("utf-8", False), ("iso8859-1", True)])
def test_without_utf8_there_is_a_screen_in_ascii(
    encoding: str,
    is_ascii: bool,  # noqa: FBT001
) -> None:
    decision = decide(GOOD._replace(encoding=encoding))

    assert (decision.refusal, decision.ascii) == ("", is_ascii)


@pytest.mark.parametrize("name", ["utf-8", "UTF8", "utf_8"])
def test_utf8_has_many_names(name: str) -> None:
    assert is_utf8(name)


@pytest.mark.parametrize("name", ["ascii", "iso8859-1", "no-such-encoding", ""])
def test_other_encodings_are_not_utf8(name: str) -> None:
    assert not is_utf8(name)


def test_settling_keeps_what_the_user_has_set_and_drops_the_size() -> None:
    environment = {"COLUMNS": "40", "LINES": "10", "TEXTUAL_ANIMATIONS": "full"}
    settle(decide(GOOD), environment)
    assert environment == {"TEXTUAL_ANIMATIONS": "full", "TEXTUAL_COLOR_SYSTEM": "truecolor"}


@pytest.mark.parametrize(
    ("names", "others"),
    [
        pytest.param("TERM COLORTERM NO_COLOR LANG LC_ALL TMUX", "", id="of the terminal"),
        pytest.param("SSH_TTY LC_DATELINE_COLOR", "", id="of its line"),
        pytest.param("", "DATELINE_DRIVER TEXTUAL_LOG EDITOR HOME PATH", id="settings"),
        pytest.param("TERM", "SSH_ORIGINAL_COMMAND SSH_AUTH_SOCK", id="of ssh"),
    ],
)
def test_what_tells_nothing_of_the_terminal_is_foreign(names: str, others: str) -> None:
    environment = dict.fromkeys((names + " " + others).split(), "")
    assert foreign(environment) == tuple(others.split())


def test_closed_and_redirected_streams_are_no_terminals() -> None:
    file = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    around = look({"TERM": "xterm"}, None, file, None)
    assert (around.stdin, around.stdout, around.stderr, around.encoding) == (
        False,
        False,
        False,
        "",
    )
