"""What a file says is shown as data, whatever it says, and no frame breaks."""

import re

import pytest
from rich.cells import cell_len

from screens.acting import acting, opening
from tui.panes.pane import LinePane

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def history(text: str) -> str:
    """A history that says a text, written as a quoted YAML scalar, wherever it can."""
    return f"""\
title: {text}
subtitle: {text}
threads: {{t: {{name: {text}}}}}
actors: {{a: {{name: {text}, native: {text}, kind: person, role: {text}, aliases: [{text}]}}}}
sources: {{s: {{title: {text}, publisher: {text}, author: {text}, locator: {text}}}}}
events:
  - id: e
    date: 2014
    title: {text}
    thread: t
    place: {text}
    tags: [{text}]
    actors: [a]
    summary: {text}
    caveat: {text}
    quotes: [{{id: q, speaker: a, source: s, text: {text}}}]
    claims: [{{id: c, by: s, text: {text}, note: {text}}}]
"""


MARKUP = [
    "[red]x[/]",
    "[@click=app.quit]x[/]",
    "[/]",
    "[b",
    r"\[b]",
    "$accent",
    ":smile:",
    "{view}",
]


async def test_markup_is_text() -> None:
    for markup in MARKUP:
        async with acting(history(f"'{markup}'"), (100, 30)) as reader:
            await reader.pilot.click("#title", offset=(12, 0))
            assert reader.app.return_code is None
            assert reader.rows[0].startswith(f" dateline  {markup} ")
            assert sum(markup in row for row in reader.rows) > 5


ESCAPES = {
    "a bell": r"a\x07b",
    "a colour": r"a\x1b[31mb",
    "a title": r"a\x1b]0;owned\x07b",
    "eight bits": r"a\x9b31mb",
    "a carriage return": r"a\rb",
    "a tab": r"a\tb",
    "a line": r"a\nb",
    "a line separator": r"a\u2028b",
    "an override": r"a\u202eb",
    "an isolate": r"a\u2067b",
    "a null": r"a\0b",
    "half a pair": r"a\ud800b",
}


@pytest.mark.parametrize("escape", ESCAPES.values(), ids=ESCAPES)
async def test_no_control_character_reaches_the_screen(escape: str) -> None:
    async with acting(history(f'"{escape}"'), (100, 30)) as reader:
        for key in ("2", "3", "5", "6", "4", "1"):
            await reader.pilot.press(key)
            assert CONTROL.search("".join(reader.rows)) is None
            strips = [
                pane.render_line(y).text
                for pane in reader.app.screen.query(LinePane)
                for y in range(pane.size.height)
            ]
            assert CONTROL.search("".join(strips)) is None


async def test_the_name_of_a_file_is_shown_without_its_controls() -> None:
    for text in ("events: []\n", ""):
        async with acting(opening(text, name="\x1b[31mred\u202e.yaml"), (100, 30)) as reader:
            assert "\ufffd[31mred\ufffd.yaml" in reader.rows[0]


@pytest.mark.parametrize("keys", ["a", "a c t o r colon", "p l a c e colon tab", "z z z"])
async def test_nor_does_one_at_the_prompt(keys: str) -> None:
    text = history(r'"a\x1b[31mb\n\u202ec"')
    async with acting(text, (160, 30)) as reader:
        await reader.pilot.press("f", *keys.split())
        assert CONTROL.search("".join(reader.rows)) is None
        await reader.pilot.press("enter")
        assert CONTROL.search("".join(reader.rows)) is None


WIDE = {
    "chinese": "習近平與普京在北京會晤" * 6,
    "arabic": "العلاقات الروسية السورية بعد عام " * 3,
    "combining": "e\u0301" * 80,
    "joined emoji": "👩\u200d💻👍🏽🇺🇦 " * 9,
    "emoji by selector": "❤\ufe0f " * 40,
    "a long word": "A" * 200,
}


@pytest.mark.parametrize("text", WIDE.values(), ids=WIDE)
async def test_no_frame_breaks(text: str) -> None:
    async with acting(history(f"'{text}'"), (160, 45)) as reader:
        for width, height, keys in ((160, 45, "1"), (100, 30, "3"), (80, 24, "5")):
            await reader.resize(width, height)
            await reader.pilot.press(*keys)
            assert {cell_len(row) for row in reader.rows} == {width}
            framed = reader.rows[3:-1]
            assert [row for row in framed if row[-1] not in "┃│┓┐┛┘"] == []
