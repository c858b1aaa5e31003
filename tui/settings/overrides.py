"""Overrides: the keys that a user gives to actions instead of their own.

A key that is given to one action is taken from the other that had it. An action keeps its own
keys where anything is wrong with those it is given. Actions are called in every pane, whichever
they are for, so a key calls one of them everywhere; and one in a talk, where it may call another.
Every action has a key in the end, unless an empty list takes all of them; help and quit always
have one.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from tui.actions import Action, key_label
from tui.document.reading.characters import shown
from tui.document.reading.nodes import Node, entries
from tui.document.reading.report import Report
from tui.document.reading.spelling import Spelling
from tui.settings.key_names import KEY_NAMES, KeyNameError, UnknownKeyError, parse_key

_KEPT: Final = ("help", "quit", "talk.help", "talk.quit")
"""The actions that must have a key."""


class _Override(NamedTuple):
    """The keys that the file gives to an action, each with the index where it does."""

    action: Action
    keys: Mapping[str, int]


class Overrides:
    """Finds the keys of actions in one file; what does not fit is reported."""

    def __init__(self, report: Report, spelling: Spelling, actions: tuple[Action, ...]) -> None:
        self._report = report
        self._spelling = spelling
        self._actions = {action.id: action for action in actions}

    def keys(self, node: Node) -> dict[str, tuple[str, ...]]:
        """The keys of every action that has others than its own, by its id."""
        overrides = self._read(node)
        keys: dict[str, tuple[str, ...]] = {}
        for is_of_talk in (False, True):
            actions = [each for each in self._actions.values() if each.is_of_talk is is_of_talk]
            given = {each.id: overrides[each.id] for each in actions if each.id in overrides}
            keys |= self._settled(actions, given)
        return {own: keys[own] for own, action in self._actions.items() if keys[own] != action.keys}

    def _settled(
        self, actions: Sequence[Action], overrides: dict[str, _Override]
    ) -> dict[str, tuple[str, ...]]:
        """The keys of the actions of one screen, by their ids."""
        self._drop_clashes(overrides)
        while taker := self._find_taker(actions, overrides):
            del overrides[taker]
        taken = _taken(overrides)
        keys: dict[str, tuple[str, ...]] = {}
        for action in actions:
            left = (key for key in action.keys if key not in taken)
            keys[action.id] = tuple(overrides[action.id].keys if action.id in overrides else left)
        return keys

    def _read(self, node: Node) -> dict[str, _Override]:
        """What the file gives to actions, by their ids."""
        overrides: dict[str, _Override] = {}
        for name, key, value in entries(node, "keys", self._report):
            if name not in self._actions:
                advice = self._spelling.advice(name, self._actions, "action")
                self._report.error(key.at, f'there is no action "{shown(name)}"{advice}')
            elif override := self._override(self._actions[name], value):
                overrides[name] = override
        return overrides

    def _override(self, action: Action, value: Node) -> _Override | None:
        """What the file gives to an action, None where anything is wrong with it."""
        nodes = (value,) if value.text else value.items
        if nodes is None:
            example = ", ".join(f"'{key_label(key)}'" for key in action.keys)
            self._report.error(value.at, f"{action.id} must be a list of keys: [{example}]")
            return None
        if not nodes and action.id in _KEPT:
            self._report.error(value.at, f"{action.id} must have a key")
            return None
        keys: dict[str, int] = {}
        for node in nodes:
            key = self._key(node)
            if key is None:
                return None
            keys.setdefault(key, node.at)
        return _Override(action, keys)

    def _key(self, node: Node) -> str | None:
        """The key that a node names, if it names one."""
        if not node.text:
            self._report.error(node.at, "a key must be text; put a sign in quotes")
            return None
        try:
            return parse_key(node.text)
        except KeyNameError as error:
            is_unknown = isinstance(error, UnknownKeyError)
            advice = self._spelling.advice(node.text.lower(), KEY_NAMES, "key")
            message = f'key "{shown(node.text)}": {error}{advice if is_unknown else ""}'
            self._report.error(node.at, message)
            return None

    def _drop_clashes(self, overrides: dict[str, _Override]) -> None:
        """Have actions that are given the same key keep their own."""
        first: dict[str, _Override] = {}
        clashing: set[str] = set()
        for own, override in overrides.items():
            for key, index in override.keys.items():
                other = first.setdefault(key, override)
                if other is not override:
                    line, _ = self._report.lines.place(other.keys[key])
                    message = f"{key_label(key)} is given to {other.action.id} on line {line}"
                    self._report.error(index, f"{message}; both keep their own keys")
                    clashing |= {own, other.action.id}
        for own in clashing:
            del overrides[own]

    def _find_taker(
        self, actions: Sequence[Action], overrides: Mapping[str, _Override]
    ) -> str | None:
        """Who takes the last key of an action that is given no other; it is reported."""
        taken = _taken(overrides)
        for action in actions:
            takers = [taken.get(key) for key in action.keys]
            if action.id in overrides or not takers or None in takers:
                continue
            index, key, taker = max(
                (override.keys[key], key, override.action.id)
                for key, override in zip(action.keys, takers, strict=True)
                if override
            )
            message = (
                f"without {key_label(key)} there is no key for {action.id}; give it another first"
            )
            self._report.error(index, message)
            return taker
        return None


def _taken(overrides: Mapping[str, _Override]) -> dict[str, _Override]:
    """Which override has a key."""
    return {key: override for override in overrides.values() for key in override.keys}
