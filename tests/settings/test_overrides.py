"""Overrides: who has which key in the end, and what is said of keys that do not fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.actions import ACTIONS, Action
from tui.settings.settings import read

SMALL = tuple(
    Action(own, keys, own, own, own)
    for own, keys in (
        *(("help", ("question_mark", "f1")), ("quit", ("q",)), ("zoom", ("z", "f10"))),
        *(("follow", ("enter",)), ("redraw", ("ctrl+l",)), ("hidden", ())),
    )
)


def outcome(text: str) -> tuple[dict[str, str], list[str]]:
    """The keys that a file of keys makes others, and what is said of it with its place."""
    lines = "".join(f"  {line}\n" for line in text.split("\n"))
    settings, problems = read(f"keys:\n{lines}".encode(), SMALL)
    said = [f"{each.line}:{each.column}: {each.message}" for each in problems]
    return {own: " ".join(keys) for own, keys in settings.keys.items()}, said


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param("zoom: [Z, F5]", {"zoom": "Z f5"}, id="a list"),
        pytest.param("zoom: Z", {"zoom": "Z"}, id="a key alone"),
        pytest.param("zoom: [Z, shift+z]", {"zoom": "Z"}, id="the same key twice"),
        pytest.param("zoom: [z, F10]", {}, id="its own keys"),
        pytest.param("zoom: [F10, z]", {"zoom": "f10 z"}, id="another one to show"),
        pytest.param("zoom: []", {"zoom": ""}, id="none on purpose"),
        pytest.param("hidden: [x]", {"hidden": "x"}, id="for an action without keys"),
        pytest.param(
            "redraw: [z]", {"redraw": "z", "zoom": "f10"}, id="taken from one that has others"
        ),
        pytest.param(
            "redraw: [enter]\nfollow: [o]",
            {"redraw": "enter", "follow": "o"},
            id="taken from one that is given others",
        ),
        pytest.param(
            "redraw: [enter]\nfollow: []",
            {"redraw": "enter", "follow": ""},
            id="taken from one that is to have none",
        ),
        pytest.param(
            "quit: [z]\nzoom: [q]", {"quit": "z", "zoom": "q"}, id="two that change places"
        ),
    ],
)
def test_keys_that_fit(text: str, keys: dict[str, str]) -> None:
    assert outcome(text) == (keys, [])


@pytest.mark.parametrize(
    ("text", "keys", "said"),
    [
        pytest.param(
            "zom: [Z]\nquit: [x]",
            {"quit": "x"},
            ['2:3: there is no action "zom"; did you mean "zoom"?'],
            id="an unknown action",
        ),
        pytest.param(
            "zoom: [Z, entre]\nquit: [x]",
            {"quit": "x"},
            ['2:13: key "entre": there is no such key; did you mean "enter"?'],
            id="an unknown key",
        ),
        pytest.param(
            "zoom: [ctrl+m]",
            {},
            ['2:10: key "ctrl+m": most terminals send Enter for it'],
            id="a key that arrives as another",
        ),
        pytest.param(
            "zoom: [{}]",
            {},
            ["2:10: a key must be text; put a sign in quotes"],
            id="YAML, not a key",
        ),
        pytest.param(
            "zoom: ['']", {}, ["2:10: a key must be text; put a sign in quotes"], id="no text"
        ),
        pytest.param("zoom:", {}, ["2:8: zoom must be a list of keys: ['z', 'F10']"], id="nothing"),
        pytest.param(
            "zoom: {a: b}", {}, ["2:9: zoom must be a list of keys: ['z', 'F10']"], id="a mapping"
        ),
        pytest.param("quit: []", {}, ["2:9: quit must have a key"], id="no key to quit"),
        pytest.param("help: []", {}, ["2:9: help must have a key"], id="no key for help"),
        pytest.param(
            "zoom: [x]\nredraw: [r, x]\nfollow: [o]",
            {"follow": "o"},
            ["3:15: x is given to zoom on line 2; both keep their own keys"],
            id="a clash",
        ),
        pytest.param(
            "zoom: [x]\nredraw: [x]\nfollow: [x]",
            {},
            [
                "3:12: x is given to zoom on line 2; both keep their own keys",
                "4:12: x is given to zoom on line 2; both keep their own keys",
            ],
            id="a clash of three",
        ),
        pytest.param(
            "zoom: [q]",
            {},
            ["2:10: without q there is no key for quit; give it another first"],
            id="the only key of another",
        ),
        pytest.param(
            "redraw: [z]\nfollow: [F10]",
            {"redraw": "z", "zoom": "f10"},
            ["3:12: without F10 there is no key for zoom; give it another first"],
            id="its last key",
        ),
        pytest.param(
            "zoom: [enter]\nredraw: [z, F10]",
            {},
            [
                "2:10: without Enter there is no key for follow; give it another first",
                "3:15: without F10 there is no key for zoom; give it another first",
            ],
            id="one that keeps its own keys needs them",
        ),
        pytest.param(
            "zoom: [x]\nzoom: [y]",
            {"zoom": "x"},
            ['3:3: "zoom" is given twice; the first is on line 2'],
            id="an action twice",
        ),
    ],
)
def test_keys_that_do_not_fit(text: str, keys: dict[str, str], said: list[str]) -> None:
    assert outcome(text) == (keys, said)


def test_a_key_is_given_to_one_action_of_whatever_panes_they_are() -> None:
    actions = (
        Action("year", ("y",), "year", "Year", "A year.", panes=("events",)),
        Action("copy", ("c",), "copy", "Copy", "A copy.", panes=("claims", "sources")),
        Action("zoom", ("z",), "zoom", "Zoom", "A zoom."),
    )
    settings, problems = read(b"keys: {year: [k], copy: [k], zoom: [Z]}", actions)
    assert settings.keys == {"zoom": ("Z",)}
    assert [each.message for each in problems] == [
        "k is given to year on line 1; both keep their own keys"
    ]
    settings, problems = read(b"keys: {year: [c], copy: [C]}", actions)
    assert (settings.keys, problems) == ({"year": ("c",), "copy": ("C",)}, ())


_keys = st.sampled_from(["q", "z", "x", "enter", "F10", "F1", "'?'", "ctrl+l", "ctrl+m", "foo"])
_files = st.dictionaries(
    st.sampled_from([action.id for action in SMALL] + ["zom"]), st.lists(_keys, max_size=3)
)


@given(_files)
def test_every_action_has_keys_of_its_own_unless_it_is_to_have_none(
    given_keys: dict[str, list[str]],
) -> None:
    text = "\n".join(f"{own}: [{', '.join(keys)}]" for own, keys in given_keys.items())
    changed, _ = outcome(text or "{}")

    keys = {action.id: changed.get(action.id, " ".join(action.keys)) for action in SMALL}
    pressed = [key for each in keys.values() for key in each.split()]
    without = {own for own, each in keys.items() if not each} - {"hidden"}
    assert len(pressed) == len(set(pressed))
    assert without <= {own for own, each in given_keys.items() if not each} - {"help", "quit"}


def test_the_actions_of_dateline_can_be_given_the_keys_that_they_have() -> None:
    lines = (f"  {each.id}: [{', '.join(each.keys)}]\n" for each in ACTIONS)

    settings, problems = read(f"keys:\n{''.join(lines)}".encode())

    assert (settings.keys, problems) == ({}, ())
