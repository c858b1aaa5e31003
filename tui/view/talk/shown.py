"""What is shown of a talk, in ids: all that another terminal needs to show the same.

It names what it shows by ids, so that an edit of the file shifts nothing, and it holds no text
of the file.
"""

from typing import Literal, NamedTuple

Driver = Literal["presenter", "speaker"]
"""Whose keys move the talk: those of the screen that shows it, or of the speaker's notes."""


class Shown(NamedTuple):
    """The whole state of a talk.

    Attributes:
        slide: The key of the slide, "" at the cover of the talk.
        part: The id of the last part of it that is revealed.
        page: Which of the pages of that part is shown, from 0.
        pages: How many pages that part has there; a screen of another size has others.
        blank: Whether the screens are blank.
        elapsed: Seconds that the talk has taken, pauses left out.
        running: Whether the time goes on.
        goal: Seconds that the talk should take, 0 where nobody said.
        driver: Who drives.
    """

    slide: str = ""
    part: str = "title"
    page: int = 0
    pages: int = 1
    blank: bool = False
    elapsed: float = 0.0
    running: bool = False
    goal: float = 0.0
    driver: Driver = "presenter"
