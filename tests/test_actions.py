"""Every action has its method, its keys and its words, in one place only."""

import inspect
import re
from collections import Counter
from pathlib import Path

import pytest
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode

from tui.actions import (
    ACTIONS,
    MENU_KEYS,
    PROMPT_KEYS,
    TALK_ACTIONS,
    Action,
    Held,
    besides_text,
    held_table,
    hint_of,
    key_label,
    keys_table,
    of_talk,
    prompt_hint,
    told,
)
from tui.panes.prompt import Prompt
from tui.screens.bindings import bindings
from tui.screens.browse import BrowseScreen
from tui.screens.follow import FollowScreen
from tui.screens.menu import MenuScreen
from tui.screens.present import PresentScreen
from tui.screens.speaker import SpeakerScreen
from tui.settings.key_names import KEY_NAMES, parse_key

README = Path(__file__).parent.parent / "README.md"
ALL = (*ACTIONS, *TALK_ACTIONS)
TABLES = pytest.mark.parametrize(
    ("actions", "screen"),
    [
        (ACTIONS, BrowseScreen),
        (of_talk("present"), PresentScreen),
        (of_talk("audience"), FollowScreen),
        (of_talk("speaker"), SpeakerScreen),
    ],
    ids=["panes", "talk", "audience", "speaker"],
)
NEVER = {"ctrl+h", "ctrl+i", "ctrl+m", "ctrl+@", "ctrl+underscore"}


def test_ids_are_unique() -> None:
    ids = Counter(action.id for action in ALL)

    assert [each for each, count in ids.items() if count > 1] == []


@TABLES
def test_a_key_calls_one_action(actions: tuple[Action, ...], screen: type[DOMNode]) -> None:
    keys = Counter(key for action in actions for key in action.keys)

    assert [key for key, count in keys.items() if count > 1] == []
    assert {action.is_of_talk for action in actions} == {screen is not BrowseScreen}


def test_no_key_arrives_as_another_key() -> None:
    assert {key for action in ALL for key in action.keys} & NEVER == set()


@TABLES
def test_an_action_calls_a_method_that_takes_its_arguments(
    actions: tuple[Action, ...], screen: type[DOMNode]
) -> None:
    for action in actions:
        name, _, arguments = action.call.partition("(")
        method = getattr(screen, f"action_{name}")
        given = [] if not arguments else arguments.rstrip(")").split(",")

        assert len(inspect.signature(method).parameters) - 1 == len(given), action.id


@pytest.mark.parametrize("action", ALL, ids=lambda action: action.id)
def test_an_action_is_explained_in_a_sentence(action: Action) -> None:
    assert re.fullmatch(r"[A-Z].*\.", action.help)


@TABLES
def test_bindings_are_made_of_the_actions(
    actions: tuple[Action, ...], screen: type[DOMNode]
) -> None:
    assert [binding.id for binding in bindings(actions)] == [action.id for action in actions]
    assert [*bindings(actions)] == screen.BINDINGS


def test_the_readme_has_the_table_of_keys() -> None:
    text = README.read_text(encoding="utf-8")
    table = text.partition("<!-- keys -->\n")[2].partition("\n<!-- /keys -->")[0]

    assert table == keys_table()


def test_the_readme_has_the_table_of_the_keys_of_a_talk() -> None:
    text = README.read_text(encoding="utf-8")
    table = text.partition("<!-- talk -->\n")[2].partition("\n<!-- /talk -->")[0]

    assert table == keys_table(TALK_ACTIONS)


def test_the_readme_has_the_keys_of_the_prompt_and_of_menus() -> None:
    text = README.read_text(encoding="utf-8")
    table = text.partition("<!-- held -->\n")[2].partition("\n<!-- /held -->")[0]

    assert table == held_table()


@pytest.mark.parametrize(
    ("widget", "held"), [(Prompt, PROMPT_KEYS), (MenuScreen, MENU_KEYS)], ids=["prompt", "menu"]
)
def test_what_is_open_over_the_screen_has_those_keys(
    widget: type[DOMNode], held: tuple[Held, ...]
) -> None:
    bound = [each for each in widget.BINDINGS if isinstance(each, Binding)]

    assert [(each.key, each.action) for each in bound] == [
        (",".join(each.keys), each.call) for each in held if each.call
    ]
    for each in bound:
        name = each.action.partition("(")[0]
        owner = App if name.startswith("app.") else widget
        assert hasattr(owner, f"action_{name.removeprefix('app.')}")


@pytest.mark.parametrize(
    ("mode", "hint"),
    [
        ("search", "Ctrl+t filters · ↑ earlier · Esc leaves"),
        ("filter", "Tab completes · Ctrl+t searches · ↑ earlier · Esc leaves"),
    ],
)
def test_an_empty_prompt_says_its_keys(mode: str, hint: str) -> None:
    assert prompt_hint(mode) == hint


@pytest.mark.parametrize(
    ("key", "label"),
    [
        *(("question_mark", "?"), ("full_stop", "."), ("J", "J"), ("up", "↑"), ("é", "é")),
        *(("f2", "F2"), ("f6", "F6"), ("f12", "F12"), ("delete", "Del"), ("plus", "+")),
        *(("ctrl+d", "Ctrl+d"), ("shift+f5", "Shift+F5"), ("ctrl+shift+left", "Ctrl+Shift+←")),
        *(("alt+x", "Alt+x"), ("ctrl+backslash", "Ctrl+\\")),
    ],
)
def test_keys_are_named_as_people_call_them(key: str, label: str) -> None:
    assert key_label(key) == label


@pytest.mark.parametrize("action", ALL, ids=lambda action: action.id)
def test_an_action_has_keys_and_a_label(action: Action) -> None:
    assert action.keys
    assert action.label


@TABLES
def test_every_action_method_of_the_screen_is_called_by_an_action(
    actions: tuple[Action, ...], screen: type[DOMNode]
) -> None:
    ours = [each for each in screen.__mro__ if each.__module__.startswith("tui.")]
    methods = {name for each in ours for name in vars(each) if name.startswith("action_")}

    assert methods == {f"action_{action.call.partition('(')[0]}" for action in actions}


@pytest.mark.parametrize("name", sorted({*KEY_NAMES} - {"control", "option", "cmd"}))
def test_every_key_that_can_be_given_is_called_as_on_a_keyboard(name: str) -> None:
    label = key_label(parse_key(name)).rpartition("+")[2]

    assert len(label) <= 1 or (label[0].isupper() and "_" not in label)


KEYS = {"zoom": ("f6", "z"), "quit": (), "chip.drop": ("ctrl+x",)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("{chip.drop} drops it, {chip.clear} all.", "Ctrl+x drops it, X all."),
        ("({zoom})", "(F6)"),
        ("{quit} leaves.", "“Quit” leaves."),
        ("{view} {} {zoom {x}} {Zoom} {no.such}", "{view} {} {zoom {x}} {Zoom} {no.such}"),
        ("", ""),
    ],
)
def test_a_sentence_names_keys_as_they_are(sentence: str, expected: str) -> None:
    assert told(sentence, KEYS) == expected


@pytest.mark.parametrize(
    ("hint", "expected"),
    [
        *(("{back}/{forward}", "H/L"), ("{search}", "/"), ("{quit}", "")),
        *(("{quit}/{zoom}", "F6"), ("{zoom}/{quit}", "F6"), ("{pane.next} 1–5", "Tab 1–5")),
    ],
)
def test_a_hint_leaves_out_what_has_no_key(hint: str, expected: str) -> None:
    assert hint_of(hint, KEYS) == expected


@pytest.mark.parametrize(
    "action", [each for each in ACTIONS if each.hint], ids=lambda each: each.id
)
def test_a_hint_is_made_of_keys_that_there_are(action: Action) -> None:
    named = re.findall(r"{([^}]*)}", action.hint.replace(" {panes}", ""))

    assert action.id in named
    assert {each.id for each in ACTIONS}.issuperset(named)
    assert re.sub(r"{[^}]*}", "", action.hint).strip("/ ") == ""


def test_the_table_has_a_row_for_each_action() -> None:
    head, line, *rows = keys_table().split("\n")

    assert (head, line) == ("| keys | what they do |", "|---|---|")
    assert len(rows) == len(ACTIONS)
    assert {row.count("|") for row in rows} == {3}


def test_what_a_field_has_a_use_for_is_left_to_it() -> None:
    keys = ("ctrl+l", "r", "R", "slash", "alt+r", "f5", "escape", "tab", "shift+tab", "backspace")
    assert besides_text(keys) == ("ctrl+l", "alt+r", "f5")
