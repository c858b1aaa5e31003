"""Somebody who types at the prompt, and what it shows."""

from screens.acting import Acting
from tui.panes.prompt import Prompt
from view.histories import cursor


async def typing(reader: Acting, keys: str) -> None:
    """Press keys, given with blanks between them; `"words"` are typed letter by letter."""
    for part in keys.split("|"):
        if part.startswith('"'):
            await reader.pilot.press(*("space" if each == " " else each for each in part[1:-1]))
        else:
            await reader.pilot.press(*part.split())


def prompt(reader: Acting) -> str:
    """The line of the prompt, its blanks made one; "" while it is closed."""
    there = reader.app.screen.query(Prompt)
    return " ".join(reader.foot.split()) if there and there.first().is_open else ""


def hint(reader: Acting) -> str:
    """The line above the prompt."""
    return reader.rows[-2].strip()


def state(reader: Acting) -> str:
    """The events cursor, the search, the chips and the place on the trail."""
    view = reader.view
    searched = f"/{view.search.text}" if view.search else "-"
    chips = ", ".join(chip.label for chip in view.chips) or "-"
    return f"{cursor(view, 'events')} {searched} [{chips}] {view.trail.place[0]}"


def is_wrong(reader: Acting) -> bool:
    """Whether the hint tells a mistake."""
    return reader.app.screen.query_one("#hint").has_class("-wrong")
