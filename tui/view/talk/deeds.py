"""Deeds: what a speaker may do with a talk from another terminal, and what comes of it."""

from typing import Literal

from tui.view.talk.pages import Room
from tui.view.talk.talk import COVER, Talk

Deed = Literal["take", "give", "next", "back", "first", "last", "blank", "timer", "go"]
"""What a speaker may do: take or give the wheel, and drive."""


def done(talk: Talk, do: Deed, slide: str, room: Room, now: float) -> Talk:
    """The talk after what was asked for; the same where that is no step of it.

    Args:
        talk: Where it is.
        do: What is asked for.
        slide: The key of the slide to go to, "" for the cover.
        room: What a slide may take where the talk is told.
        now: The moment.
    """
    match do:
        case "next":
            return talk.next(room, now)
        case "back":
            return talk.back(room, now)
        case "first":
            return talk.go(0, now)
        case "last":
            return talk.go(len(talk.deck.slides) - 1, now)
        case "go":
            at = talk.deck.find(slide) if slide else COVER
            return talk if at is None else talk.go(at, now)
        case "blank":
            return talk.lit(now) if talk.blank else talk.darkened(now)
        case _:
            return talk
