"""Every action has its method, its keys and its words, in one place only."""

import inspect
import re
from collections import Counter
from pathlib import Path

import pytest

from tui.actions import ACTIONS, Action, besides_text, key_label, keys_table
from tui.screens.browse import BrowseScreen, bindings

README = Path(__file__).parent.parent / "README.md"
NEVER = {"ctrl+h", "ctrl+i", "ctrl+m", "ctrl+@", "ctrl+underscore"}


def test_ids_are_unique() -> None:
    ids = Counter(action.id for action in ACTIONS)

    assert [each for each, count in ids.items() if count > 1] == []


def test_a_key_calls_one_action() -> None:
    keys = Counter(key for action in ACTIONS for key in action.keys)

    assert [key for key, count in keys.items() if count > 1] == []


def test_no_key_arrives_as_another_key() -> None:
    assert {key for action in ACTIONS for key in action.keys} & NEVER == set()


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_an_action_calls_a_method_that_takes_its_arguments(action: Action) -> None:
    name, _, arguments = action.call.partition("(")
    method = getattr(BrowseScreen, f"action_{name}")
    given = [] if not arguments else arguments.rstrip(")").split(",")

    assert len(inspect.signature(method).parameters) - 1 == len(given)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_an_action_is_explained_in_a_sentence(action: Action) -> None:
    assert re.fullmatch(r"[A-Z].*\.", action.help)


def test_bindings_are_made_of_the_actions() -> None:
    assert [binding.id for binding in bindings()] == [action.id for action in ACTIONS]


def test_the_readme_has_the_table_of_keys() -> None:
    text = README.read_text(encoding="utf-8")
    table = text.partition("<!-- keys -->\n")[2].partition("\n<!-- /keys -->")[0]

    assert table == keys_table()


@pytest.mark.parametrize(
    ("key", "label"),
    [("question_mark", "?"), ("full_stop", "."), ("ctrl+d", "Ctrl+d"), ("J", "J"), ("up", "↑")],
)
def test_keys_are_named_as_people_call_them(key: str, label: str) -> None:
    assert key_label(key) == label


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_an_action_has_keys_and_a_label(action: Action) -> None:
    assert action.keys
    assert action.label


def test_every_action_method_of_the_screen_is_called_by_an_action() -> None:
    methods = {name for name in vars(BrowseScreen) if name.startswith("action_")}

    assert methods == {f"action_{action.call.partition('(')[0]}" for action in ACTIONS}


def test_every_key_with_a_long_name_has_a_label() -> None:
    labels = [key_label(key).removeprefix("Ctrl+") for each in ACTIONS for key in each.keys]

    assert [label for label in labels if "_" in label or (len(label) > 1 and label.islower())] == []


def test_the_table_has_a_row_for_each_action() -> None:
    head, line, *rows = keys_table().split("\n")

    assert (head, line) == ("| keys | what they do |", "|---|---|")
    assert len(rows) == len(ACTIONS)
    assert {row.count("|") for row in rows} == {3}


def test_what_a_field_has_a_use_for_is_left_to_it() -> None:
    keys = ("ctrl+l", "r", "R", "slash", "alt+r", "f5", "escape", "tab", "shift+tab", "backspace")
    assert besides_text(keys) == ("ctrl+l", "alt+r", "f5")
