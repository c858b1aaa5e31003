"""The pace of a talk: how long it takes to speak what a deck has to say.

An estimate, made of the words alone; what the audience reads on a slide takes no time of its own.
"""

from typing import Final
from unicodedata import east_asian_width

from tui.view.talk.deck import Deck

WORDS_A_MINUTE: Final = 130
"""How fast a person speaks in front of others, unhurried."""

_MINUTE: Final = 60.0
_CHARACTERS_A_WORD: Final = 2
"""Of a script that is written without blanks, as Chinese is."""


def spoken(deck: Deck) -> float:
    """The seconds that all there is to say takes, 0 where nothing is said."""
    said = sum(_words(slide.say) for slide in deck.slides) * _MINUTE / WORDS_A_MINUTE
    return deck.unsaid + said


def extent(deck: Deck, goal: float = 0.0) -> str:
    """How many slides there are, and about how long they take: `3 slides, about 9 min`.

    Args:
        deck: The slides.
        goal: Seconds that it should take; 0 for as long as there is something to say.
    """
    count = len(deck.slides)
    slides = f"{count:,} slide{'s' * (count != 1)}"
    seconds = goal or spoken(deck)
    return f"{slides}, {about(seconds)}" if seconds else slides


def about(seconds: float) -> str:
    """A time in whole minutes, as one says it: `about 9 min`."""
    if not seconds:
        return "nothing to say"
    minutes = int(seconds / _MINUTE + 0.5)
    return f"about {minutes} min" if minutes else "under 1 min"


def _words(text: str) -> float:
    return sum(max(1.0, _wide(word) / _CHARACTERS_A_WORD) for word in text.split())


def _wide(word: str) -> int:
    """How many of the characters take two cells."""
    return 0 if word.isascii() else sum(east_asian_width(each) in "WF" for each in word)
