"""How long a talk takes to speak."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.view.talk.deck import Deck, Slide
from tui.view.talk.pace import WORDS_A_MINUTE, about, spoken

MINUTE = " ".join(["word"] * WORDS_A_MINUTE)


def deck(*said: str) -> Deck:
    return Deck(tuple(Slide(str(at), "event", say=say) for at, say in enumerate(said)))


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        pytest.param((), 0, id="no slide"),
        pytest.param(("", ""), 0, id="nothing to say"),
        pytest.param((MINUTE,), 60, id="one slide"),
        pytest.param((MINUTE, "", f"  {MINUTE}\n"), 120, id="all slides, blanks aside"),
        pytest.param(("語" * 2 * WORDS_A_MINUTE,), 60, id="a script without blanks"),
    ],
)
def test_the_words_give_the_seconds(said: tuple[str, ...], seconds: float) -> None:
    assert spoken(deck(*said)) == pytest.approx(seconds)


@given(st.lists(st.text(), max_size=4))
def test_a_talk_takes_what_its_slides_take(said: list[str]) -> None:
    assert spoken(deck(*said)) == pytest.approx(sum(spoken(deck(each)) for each in said))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "nothing to say"),
        (0.5, "under 1 min"),
        (29, "under 1 min"),
        (30, "about 1 min"),
        (89, "about 1 min"),
        (150, "about 3 min"),
        (551, "about 9 min"),
        (5400, "about 90 min"),
    ],
)
def test_a_time_is_told_in_whole_minutes(seconds: float, words: str) -> None:
    assert about(seconds) == words
