"""A part in a line: what it is and how it begins."""

from dataclasses import replace

import pytest

from tui.timeline.records import Confidence
from tui.timeline.timeline import Timeline
from tui.view.line import plain
from tui.view.talk.brief import brief
from tui.view.talk.deck import Slide
from tui.view.talk.parts import ids_of
from view.talk.telling import HISTORY

SOCHI = Slide("sochi", "sochi")


def test_each_part_in_a_line() -> None:
    assert [plain(brief(HISTORY, SOCHI, part)) for part in ids_of(HISTORY, SOCHI)] == [
        "17 May 2018 · Assad meets Putin in Sochi",
        "❝ al-Assad: “Stability is improving.”",
        "❝ Putin: “Terrorists have laid down arms in key areas.”",
        "✗ Disputed: The two met in Moscow.",
        "✓ Confirmed: The two met.",
    ]


@pytest.mark.parametrize(
    ("summary", "caveat", "confidence", "told"),
    [
        ("They met.", "Perhaps.", "low", "They met."),
        ("", "Perhaps.", "", "Perhaps."),
        ("", "Perhaps\nnot.", "low", "Confidence low. Perhaps not."),
        ("", "", "medium", "Confidence medium."),
    ],
)
def test_a_summary_is_never_empty(
    summary: str, caveat: str, confidence: Confidence, told: str
) -> None:
    events = tuple(
        each._replace(summary=summary, caveat=caveat, confidence=confidence)
        for each in HISTORY.events
    )
    timeline: Timeline = replace(HISTORY, events=events)
    assert "summary" in ids_of(timeline, SOCHI)
    assert plain(brief(timeline, SOCHI, "summary")) == told
