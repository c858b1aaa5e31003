"""The settings of a user: a YAML file to a frozen value, and everything in it that does not fit.

Whatever the file is, there are settings: what does not fit is reported with its line and column,
and counts as not given.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from tui.actions import ACTIONS, TALK_ACTIONS, Action
from tui.document import disk
from tui.document.reading.characters import shown
from tui.document.reading.nodes import Node, compose, entries
from tui.document.reading.report import Report
from tui.document.reading.spelling import Spelling
from tui.document.reading.text import prepare
from tui.settings.overrides import Overrides
from tui.settings.preferences import Rtl, Settings
from tui.timeline.problems import Problem

__all__ = ["FILE", "Rtl", "Settings", "config_folder", "load", "read"]

_ACTIONS: Final = (*ACTIONS, *TALK_ACTIONS)
FILE: Final = "config.yaml"
"""What the file is called in the folder of the configuration."""

_LARGEST: Final = 256 * 1024
_YES_NO: Final[Mapping[str, bool]] = MappingProxyType(
    {"yes": True, "no": False, "true": True, "false": False, "on": True, "off": False}
)
_CHOICES: Final[Mapping[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "mouse": _YES_NO,
        "ascii": MappingProxyType({"auto": None, **_YES_NO}),
        "rtl": MappingProxyType({"off": "off", "app": "app", "terminal": "terminal"}),
    }
)
_KNOWN: Final = ("theme", "keys", *_CHOICES)


def config_folder(environment: Mapping[str, str]) -> Path:
    """Where the settings and the themes of the user are: `$XDG_CONFIG_HOME/dateline`."""
    return disk.own_folder(environment, "XDG_CONFIG_HOME", ".config")


def load(path: Path, actions: Iterable[Action] = _ACTIONS) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings in a file, and what is wrong with it; a file that is not there is no problem."""
    try:
        if disk.stamp(path).size <= _LARGEST:
            return read(disk.load(path), actions)
        why = f"larger than {_LARGEST // 1024} KB, which no settings are"
    except (FileNotFoundError, NotADirectoryError):
        return Settings(), ()
    except OSError as error:
        why = f"cannot be read: {(error.strerror or str(error)).lower()}"
    return Settings(), (Problem("error", why, 1, 1),)


def read(data: bytes, actions: Iterable[Action] = _ACTIONS) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings in the bytes of a file, and what is wrong with them in the order of the file."""
    text = prepare(data)
    report = text.report()
    root = compose(text, report)
    return _settings(root, report, tuple(actions)), report.problems()


def _settings(root: Node | None, report: Report, actions: tuple[Action, ...]) -> Settings:
    """What the nodes of a file mean."""
    spelling = Spelling()
    found: dict[str, Any] = {}
    for name, key, value in entries(root, "the file", report):
        if name == "keys":
            found[name] = Overrides(report, spelling, actions).keys(value)
        elif name not in _KNOWN:
            advice = spelling.advice(name, _KNOWN, "setting")
            report.error(key.at, f'there is no setting "{shown(name)}"{advice}')
        elif value.text is None:
            report.error(value.at, f"{name} must be text")
        elif not value.text:
            continue  # given without a value, it is as good as not given
        elif name == "theme":
            found[name] = value.text
        elif value.text.lower() in _CHOICES[name]:
            found[name] = _CHOICES[name][value.text.lower()]
        else:
            advice = spelling.advice(value.text, _CHOICES[name], name)
            known = ", ".join(_CHOICES[name])
            report.error(value.at, f'{name} "{shown(value.text)}" is not one of {known}{advice}')
    return Settings(**found)
