"""The handout in Markdown, whole."""

from hypothesis import given
from markdown_it import MarkdownIt

from exchange.history import SOCHI, TIMELINE
from strategies import timelines
from tui.exchange.handout import of_deck
from tui.exchange.handout_markdown import document
from tui.timeline.records import Step, Tour
from tui.timeline.timeline import Timeline
from tui.view.talk.deck import of_events, of_tour

STEPS = (Step("sochi", "sochi.c2", "Look."), Step("gori"), Step("sochi", "c01"))
TOUR = Tour("t", "There *and* back", STEPS)

HANDOUT = r"""# A history

**There \*and\* back**

## 1. Assad meets Putin

Thursday 17 May 2018 · Sochi · Syria

They talk.
They part.

Confidence medium. The hour is not known.

### Quotes

> “The war is \[nearly\] over”
>
> — Vladimir Putin, 17 May 2018, in Kremlin \[1\]

<!-- -->

> “Nothing is over”
>
> — A diplomat

### Claims

- ? **unchecked:** It was warm.
- ✗ **disputed:** The two met in Moscow. — Ben Dubow, CEPA \[2\]
  They met in Sochi.
  Held against: Kremlin \[1\]

[https://example.org/sochi](https://example.org/sochi)

Sources: \[1\] Kremlin, 17 May 2018; \[2\] CEPA, c. Dec 2024

## 2. Tanks, in Gori

c. August 2008

## 3. Assad meets Putin

Thursday 17 May 2018 · Sochi · Syria

Told in full on slide 1.

### Claims

- ✗ **disputed:** The two met in Moscow. — Ben Dubow, CEPA \[2\]
  They met in Sochi.
  Held against: Kremlin \[1\]

Sources: \[1\] Kremlin, 17 May 2018; \[2\] CEPA, c. Dec 2024

## Sources

1. [“Meeting with Assad”, Kremlin, 17 May 2018, p. 3](https://k.ru/a%281%29)
2. Ben Dubow, CEPA, c. December 2024
"""


def test_a_tour_with_its_sources() -> None:
    assert document(of_deck(TIMELINE, of_tour(TIMELINE, TOUR))) == HANDOUT


def test_what_is_for_the_speaker_is_left_out() -> None:
    assert SOCHI.notes == "Slowly."
    assert "Slowly." not in HANDOUT
    assert "Look." not in HANDOUT


@given(timelines())
def test_every_event_is_one_heading(timeline: Timeline) -> None:
    made = of_deck(timeline, of_events(timeline, range(len(timeline.events))))
    tokens = MarkdownIt().parse(document(made))
    headings = [each.tag for each in tokens if each.type == "heading_open"]
    assert headings.count("h1") == 1
    assert headings.count("h2") == len(timeline.events) + bool(made.sources)
