"""Takes the pictures of the README from the program itself, and the screen that it shows as text.

`python tests/looks/pictures.py` takes them again; a test says when that is due. The pictures
are SVG in a type that every machine has: nothing in them is loaded from elsewhere.
"""

import asyncio
import html
import os
import re
import sys
from asyncio import timeout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path[:1] = [str(ROOT), str(ROOT / "tests")]

from screens.acting import Acting, acting, opening  # noqa: E402, found only from here on
from screens.following import NOW, Presenter  # noqa: E402
from tui.screens.opening import Opening, TalkAsked  # noqa: E402
from tui.screens.presenting import talk_of  # noqa: E402
from tui.screens.speaker import SpeakerScreen  # noqa: E402

FOLDER: Final = Path(__file__).resolve().parent / "pictures"
README: Final = ROOT / "README.md"
SCREEN: Final = re.compile(
    r"(?<=<!-- screen -->\n```text\n).*?(?=```\n<!-- /screen -->)", re.DOTALL
)
START: Final = "sochi-2018"

_TEXT: Final = re.compile(r'<text class="[^"]*" x="[^"]*" y="([\d.]+)"[^>]*>(.*?)</text>')


class Picture(NamedTuple):
    """A picture to take.

    Attributes:
        theme: In which colours.
        keys: What is pressed, as Textual names keys, with blanks between them.
        shows: What is on the screen once they have acted.
        size: Columns and rows.
        tour: Which tour is told, "" for the panes.
        notes: Whether the notes to it are shown, on a terminal of their own.
    """

    theme: str
    keys: str
    shows: str
    size: tuple[int, int] = (120, 32)
    tour: str = ""
    notes: bool = False


def _to(time: str) -> str:
    """The keys that go to a time."""
    named = {".": "full_stop", "-": "minus"}
    return " ".join(["t", *(named.get(each, each) for each in time), "enter"])


PICTURES: Final = {
    "browse": Picture("ink", "", "Assad meets Putin in Sochi"),
    "filter": Picture(
        "ink", f"f {' '.join('verdict')} colon {' '.join('disputed')} enter 5", "60 hidden"
    ),
    "actor": Picture("paper", "2 k k", "President of Russia"),
    "palette": Picture("ink", f"colon {' '.join('karabakh')}", "Nagorno-Karabakh"),
    "chart": Picture("ink", "v", "Events by thread", (160, 45)),
    "chart-actor": Picture("paper", "v V", "Events by actor", (100, 30)),
    "chart-years": Picture("paper", f"v {_to('2022..2024')} z", "Events by thread", (160, 45)),
    "chart-years-actor": Picture("ink", f"v V {_to('2022..2024')} z", "Events by actor", (100, 30)),
    "chart-days": Picture("contrast", f"v {_to('2024-11..2024-12')} z", "December 2024"),
    "chart-days-actor": Picture(
        "paper", f"v V {_to('2024-11..2024-12')} z", "December 2024", (160, 45)
    ),
    "chart-days-small": Picture("ink", f"v {_to('2024-11..2024-12')} z", "Dec", (80, 24)),
    "chart-smallest": Picture("contrast", "v", "Events by thread", (60, 20)),
    "chart-small": Picture("ink", "v", "Events by thread", (80, 24)),
    **{
        f"talk-{theme}-{name}": Picture(theme, keys, shows, size, "ten-minutes")
        for theme in ("ink", "paper", "contrast")
        for name, keys, shows, size in (
            ("large", "7 enter s", "threat", (160, 45)),
            ("small", "2 enter space space space", "spoken in Russian", (80, 24)),
        )
    },
    "notes": Picture("ink", "D", "You drive", (120, 30), "ten-minutes", notes=True),
}
AS_TEXT: Final = Picture("ink", "", "Assad meets Putin in Sochi", (100, 30))


async def taken(picture: Picture) -> tuple[str, str]:
    """A picture, and the text on the screen that it is of."""
    timeline = (ROOT / "timeline.yaml").read_text(encoding="utf-8")
    asked = opening(timeline, name="timeline.yaml", at=START, theme=picture.theme)
    if picture.tour:
        asked = asked._replace(talk=TalkAsked(picture.tour))
    if picture.notes:
        return await _taken_of_notes(picture, asked)
    async with acting(asked, picture.size) as reader:
        return await _taken(picture, reader)


async def _taken_of_notes(picture: Picture, asked: Opening) -> tuple[str, str]:
    """A picture of the notes to a talk that a presenter tells."""
    view = asked.beginning.view
    assert view is not None
    assert asked.talk is not None
    with TemporaryDirectory() as folder:
        presenter = Presenter(Path(folder), talk=talk_of(view, asked.talk))
        await presenter.begin()
        presenter.step(5)
        try:
            async with acting(
                asked, picture.size, lambda own: SpeakerScreen(own, presenter.path, lambda: NOW)
            ) as reader:
                await _wait(reader, "Now")
                return await _taken(picture, reader)
        finally:
            await presenter.end()


async def _taken(picture: Picture, reader: Acting) -> tuple[str, str]:
    await reader.pilot.press(*picture.keys.split())
    await _wait(reader, picture.shows)
    return _alone(reader.app.export_screenshot(title="dateline")), reader.text


def text_of(picture: str) -> str:
    """The text that an SVG shows, a line a row, without blanks."""
    rows: dict[float, list[str]] = {}
    for y, text in _TEXT.findall(picture):
        rows.setdefault(float(y), []).extend(html.unescape(text).split())
    return "\n".join("".join(rows[y]) for y in sorted(rows))


async def _wait(reader: Acting, text: str) -> None:
    async with timeout(30):
        while text not in reader.text:
            await reader.pilot.pause()


def _alone(picture: str) -> str:
    """A picture without what it would load, and the same each time."""
    picture = re.sub(r"\s*@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    picture = re.sub(r"\s*<!--.*?-->", "", picture, flags=re.DOTALL)
    picture = picture.replace("Fira Code, monospace", "monospace").replace("arial", "sans-serif")
    # So wide that a cell has the width of a letter in nearly every such type.
    picture = picture.replace("font-size: 20px", "font-size: 20.3px")
    picture = picture.replace("<svg ", '<svg xml:space="preserve" ', 1)
    picture = re.sub(r"terminal-\d+-", "terminal-", picture)
    return "".join(f"{line.rstrip()}\n" for line in picture.splitlines() if line.strip())


async def main() -> None:
    """Take all of them."""
    for name, picture in PICTURES.items():
        drawn, _ = await taken(picture)
        (FOLDER / f"{name}.svg").write_text(drawn, encoding="utf-8")
    _, text = await taken(AS_TEXT)
    readme = README.read_text(encoding="utf-8")
    README.write_text(SCREEN.sub(lambda _: f"{text}\n", readme), encoding="utf-8")


if __name__ == "__main__":
    for name in ("NO_COLOR", "FORCE_COLOR", "TEXTUAL_THEME"):
        os.environ.pop(name, None)
    asyncio.run(main())
