"""Themes: YAML files of colours, by the tones that text has and the grounds it stands on.

A theme is painted, or it is of the kind `terminal`. A painted one names its own background, so
that everyone who looks at a shared screen sees the same; the other has no colours but those of
the terminal, and says the rest with weight, underline and reverse. A theme is called like its
file. What is wrong with a theme of the user is said with its place, and keeps no other away.
"""

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, TypeVar

from tui import shipped
from tui.document import disk
from tui.document.reading.characters import shown
from tui.document.reading.nodes import Node, compose, entries
from tui.document.reading.report import Report
from tui.document.reading.spelling import Spelling
from tui.document.reading.text import prepare
from tui.timeline.problems import Problem
from tui.view.palette import PAINTED, Palette, contrast

FOLDER: Final = "themes"
"""What the folder of themes is called in that of the configuration."""
TONES: Final = (
    *("text", "strong", "dim", "faint", "accent", "rule", "frame", "cursor", "cursor-quiet"),
    *("found", "quote", "good", "mixed", "bad"),
)
THREADS: Final = 8
READ: Final = tuple(
    tone for tone in TONES if tone not in {"rule", "frame", "cursor", "cursor-quiet"}
)
"""The tones of text that is to be read."""
GROUNDS: Final = ("cursor", "cursor-quiet")
"""What text may stand on besides the background."""
LEAST: Final = 4.5
"""The contrast from which text is easily read (WCAG 2.2, level AA)."""

_Choice = TypeVar("_Choice")

_SAID: Final = ("name", "kind", "base", "dark")
_NATIVE: Final = {"painted": False, "terminal": True}
_YES_NO: Final = {"yes": True, "no": False, "true": True, "false": False}
_LARGEST: Final = 64 * 1024
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}").fullmatch
_COLOUR: Final = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})").fullmatch
_ATTRIBUTES: Final = ("bold", "dim", "italic", "underline", "reverse")
_BASIC: Final = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_ANSI: Final = ("default", *_BASIC, *(f"bright-{colour}" for colour in _BASIC))
_OWN: Final = "ansi_default"
_NOTHING: Final = Node(0)
_NONE: Final = Palette("", is_dark=True, background=_OWN, tones={})


class ThemeError(ValueError):
    """A file is no theme; the message says why, a line for each reason with its place.

    Attributes:
        path: The file.
        problems: What is wrong with it.
    """

    def __init__(self, path: Path, problems: Iterable[Problem]) -> None:
        self.path = path
        self.problems = tuple(problems)
        super().__init__("\n".join(_told(path, problem) for problem in self.problems))


def load(path: Path, known: Iterable[Palette] = ()) -> Palette:
    """The palette that a file describes.

    Args:
        path: The file, called like the theme.
        known: The palettes that it may build on, and whose names it may not take.

    Raises:
        ThemeError: It cannot be read, or is no theme.
    """
    palette, problems = _load(path, {each.name: each for each in known})
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise ThemeError(path, errors)
    return palette


def shipped_palettes() -> tuple[Palette, ...]:
    """The palettes that travel with dateline, by name."""
    return tuple(map(load, _files(shipped("themes"))))


def palettes(folder: Path | None) -> tuple[tuple[Palette, ...], tuple[Problem, ...]]:
    """The palettes that travel with dateline and those of the user, and what is wrong with these.

    Args:
        folder: Where the user keeps themes; it need not exist. None for none of the user's.

    Returns:
        The palettes, the user's last, and problems whose messages name the file.
    """
    found = list(shipped_palettes())
    problems: list[Problem] = []
    known = {palette.name: palette for palette in found}
    for path in _files(folder) if folder else ():
        palette, wrong = _load(path, known)
        problems += [each._replace(message=f"{path.name}: {each.message}") for each in wrong]
        if all(each.severity == "warning" for each in wrong):
            found.append(palette)
    return tuple(found), tuple(problems)


def names(folder: Path) -> tuple[str, ...]:
    """What themes are called, those of the user last; the files themselves are not looked at."""
    own = [path.stem for path in _files(shipped("themes"))]
    return (*own, *(path.stem for path in _files(folder) if path.stem not in own))


def _files(folder: Path) -> list[Path]:
    # A folder that may not be looked at has nothing for us; `Path.is_dir` would raise.
    return sorted(folder.glob("*.yaml")) if os.path.isdir(folder) else []  # noqa: PTH112, see above


def _told(path: Path, problem: Problem) -> str:
    return f"{path}:{problem.line}:{problem.column}: {problem.message}"


def _load(path: Path, known: Mapping[str, Palette]) -> tuple[Palette, tuple[Problem, ...]]:
    """The palette of a file, of which there is none if there is an error among its problems."""
    try:
        if disk.stamp(path).size <= _LARGEST:
            text = prepare(disk.load(path))
            report = text.report()
            root = compose(text, report, "the theme", "a colour needs quotes")
            if root is not None or not report.problems():
                return _Reader(path.stem, known, report).palette(root), report.problems()
            return _NONE, report.problems()
        why = f"larger than {_LARGEST // 1024} KB, which no theme is"
    except OSError as error:
        why = f"cannot be read: {(error.strerror or str(error)).lower()}"
    return _NONE, (Problem("error", why, 1, 1),)


class _Reader:
    """Reads the nodes of one file as a theme; the report says what does not fit."""

    def __init__(self, name: str, known: Mapping[str, Palette], report: Report) -> None:
        self._name = name
        self._known = known
        self._report = report
        self._spelling = Spelling()

    def palette(self, root: Node | None) -> Palette:
        """The palette, as far as there is one."""
        said = self._said(root)
        self._check_name(said)
        base = self._chosen(said, "base", self._known, None)
        is_native = self._chosen(said, "kind", _NATIVE, base.is_native if base else False)
        if base and base.is_native != is_native:
            self._report.error(said["base"].at, f"the theme {base.name} is of the other kind")
        nodes = self._toned(said, is_native=is_native)
        is_mapping = root is None or root.pairs is not None or not root.text
        if is_mapping and "base" not in said:
            self._check_complete(said, is_native=is_native)
        tones = dict(base.tones) if base else {}
        styles = dict(base.styles) if base else {} if is_native else dict(PAINTED)
        for tone, node in nodes.items():
            if is_native:
                tones[tone], styles[tone] = self._words(tone, node)
            else:
                tones[tone] = self._colour(tone, node)
        background = tones.pop("background", "") or (base.background if base else _OWN)
        is_dark = base.is_dark if base else True
        if background != _OWN:
            is_dark = contrast(background, "#ffffff") > contrast(background, "#000000")
            # Those that come with dateline are tested, and read at every start.
            if self._known and not self._report.problems():
                self._check_contrasts(background, tones, nodes)
        is_dark = self._chosen(said, "dark", _YES_NO, is_dark)
        return Palette(self._name, is_dark, background, tones, styles, is_native)

    def _said(self, root: Node | None) -> dict[str, Node]:
        """What the file says, by the names that a theme has."""
        known = (*_SAID, "background", *TONES, "threads")
        said: dict[str, Node] = {}
        for name, key, value in entries(root, "a theme", self._report):
            if name in known:
                said[name] = value
            else:
                advice = self._spelling.advice(name, known, "name")
                self._report.error(key.at, f'there is no tone "{shown(name)}"{advice}')
        return said

    def _check_name(self, said: Mapping[str, Node]) -> None:
        node = said.get("name", _NOTHING)
        name = shown(self._name)
        if node.text not in {None, self._name}:
            self._report.error(node.at, f'a theme is called like its file, "{name}"')
        elif not _NAME(self._name):
            rule = "small letters, digits, - and _"
            self._report.error(node.at, f'the name of a theme is a word of {rule}, not "{name}"')
        elif self._name in self._known:
            rule = f'call yours otherwise, with "base: {name}"'
            self._report.error(node.at, f'the theme "{name}" comes with dateline; {rule}')

    def _chosen(
        self,
        said: Mapping[str, Node],
        key: str,
        choices: Mapping[str, _Choice],
        otherwise: _Choice,
    ) -> _Choice:
        """What a word means, or something else where the word is not given or means nothing."""
        if key not in said:
            return otherwise
        word = said[key].text or ""
        if word in choices:
            return choices[word]
        advice = self._spelling.advice(word, choices, key)
        rule = f"is not one of {', '.join(choices)}"
        self._report.error(said[key].at, f'{key} "{shown(word)}" {rule}{advice}')
        return otherwise

    def _toned(self, said: Mapping[str, Node], *, is_native: bool) -> dict[str, Node]:
        """The nodes of the tones, each thread by itself."""
        nodes = {tone: said[tone] for tone in ("background", *TONES) if tone in said}
        if is_native and "background" in nodes:
            rule = "a theme of the terminal's colours has the terminal's background"
            self._report.error(nodes.pop("background").at, rule)
        if "threads" in said:
            threads = said["threads"]
            given = threads.items or ()
            if len(given) < THREADS:
                rule = f"threads is a list of {THREADS} colours; here are {len(given)}"
                self._report.error(threads.at, rule)
            nodes |= {f"thread{at}": node for at, node in enumerate(given[:THREADS])}
        return nodes

    def _check_complete(self, said: Mapping[str, Node], *, is_native: bool) -> None:
        wanted = (*(() if is_native else ("background",)), *TONES, "threads")
        missing = [tone for tone in wanted if tone not in said]
        if missing:
            rule = 'give them, or say whose to take, as in "base: ink"'
            self._report.error(0, f"missing: {', '.join(missing)}; {rule}")

    def _colour(self, tone: str, node: Node) -> str:
        """A colour as `#rrggbb`; black where it is none."""
        text = node.text or ""
        if _COLOUR(text):
            digits = text[1:].lower()
            return "#" + (digits if len(digits) > 3 else "".join(each * 2 for each in digits))  # noqa: PLR2004, of #rgb
        if text:
            rule = 'is no colour; write one as "#rrggbb"'
            self._report.error(node.at, f'{tone}: "{shown(text)}" {rule}')
        else:
            rule = 'has no colour; write one as "#rrggbb", in quotes, since # begins a comment'
            self._report.error(node.at, f"{tone} {rule}")
        return "#000000"

    def _words(self, tone: str, node: Node) -> tuple[str, str]:
        """A colour of the terminal, and attributes."""
        colour, attributes = "default", []
        for word in (node.text or "").split():
            if word in _ANSI:
                colour = word
            elif word in _ATTRIBUTES:
                attributes.append(word)
            else:
                advice = self._spelling.advice(word, (*_ANSI, *_ATTRIBUTES), "word")
                rule = (
                    f"is neither a colour of terminals, as {_BASIC[1]}, nor an attribute, as bold"
                )
                self._report.error(node.at, f'{tone}: "{shown(word)}" {rule}{advice}')
        return f"ansi_{colour.replace('-', '_')}", " ".join(attributes)

    def _check_contrasts(
        self, background: str, tones: Mapping[str, str], nodes: Mapping[str, Node]
    ) -> None:
        """Warn of text that is hard to read, each tone once, on the worst of its grounds."""
        grounds = {"background": background}
        grounds |= {ground: tones[ground] for ground in GROUNDS if ground in tones}
        for tone in READ:
            ratios = {
                ground: contrast(tones[tone], colour)
                for ground, colour in grounds.items()
                if tone in tones
            }
            worst = min(ratios, key=lambda ground: ratios[ground], default="")
            if worst and ratios[worst] < LEAST:
                at = nodes.get(tone, nodes.get(worst, _NOTHING)).at
                rule = f"{ratios[worst]:.1f}:1, and {LEAST}:1 is easily read"
                self._report.add("warning", at, f"the contrast of {tone} on {worst} is {rule}")
