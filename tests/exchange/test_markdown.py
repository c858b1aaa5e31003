"""Records as Markdown, and text that is never taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from exchange.history import EVERY, SOCHI, TIMELINE
from strategies import timelines
from tui.exchange.markdown import escape, link, listing, quoted, record
from tui.timeline.dates import parse
from tui.timeline.records import Actor, Event, Quote, Ref
from tui.timeline.timeline import Timeline

EVENT = r"""## 17 May 2018: Assad meets Putin

Sochi · Syria

They talk.
They part.

Confidence medium. The hour is not known.

### Actors

- Bashar al-Assad
- Vladimir Putin

### Quotes

> “The war is \[nearly\] over”
>
> — Vladimir Putin, 17 May 2018, in [“Meeting with Assad”, Kremlin, 17 May 2018, p. 3](https://k.ru/a%281%29)

<!-- -->

> “Nothing is over”
>
> — A diplomat

### Claims

- **disputed:** The two met in Moscow. — CEPA, c. Dec 2024
  They met in Sochi.
  Held against: [Kremlin, 17 May 2018](https://k.ru/a%281%29)
- **unchecked:** It was warm.

### Sources

- [“Meeting with Assad”, Kremlin, 17 May 2018, p. 3](https://k.ru/a%281%29)
- Ben Dubow, CEPA, c. December 2024

[https://example.org/sochi](https://example.org/sochi)
"""

LISTING = """\
## 2008

- **c. Aug** Tanks, in Gori

## 2018

- **17 May** Assad meets Putin (2 quoted, 1 disputed)
"""


def rendered(text: str) -> tuple[set[str], str]:
    """The kinds of markup in a text that is not plain, and its words as they are shown."""
    kinds, words = set(), ""
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text):
        for each in token.children or [token]:
            kinds.add(each.type.removesuffix("_open").removesuffix("_close"))
            words += "\n" if each.type in ("softbreak", "paragraph_close") else each.content
    return kinds - {"paragraph", "inline", "text", "softbreak", "text_special"}, words


def test_an_event_has_its_quotes_claims_and_sources() -> None:
    assert record(TIMELINE, Ref("event", "sochi")) == EVENT


def test_what_is_for_the_speaker_is_left_out() -> None:
    assert SOCHI.notes
    assert SOCHI.notes not in record(TIMELINE, Ref("event", "sochi"))


def test_the_events_stand_under_their_years() -> None:
    assert listing(TIMELINE, EVERY) == LISTING
    assert listing(TIMELINE, []) == ""


def test_the_other_kinds() -> None:
    assert record(TIMELINE, Ref("actor", "assad")) == (
        "## Bashar al-Assad\n\n### Events\n\n- 17 May 2018: Assad meets Putin\n"
    )
    assert record(TIMELINE, Ref("source", "essay")) == (
        "## Ben Dubow, CEPA, c. December 2024\n\nBen Dubow, CEPA, c. December 2024\n\n"
        "### Events\n\n- 17 May 2018: Assad meets Putin\n"
    )
    assert record(TIMELINE, Ref("quote", "sochi.q2")) == "> “Nothing is over”\n>\n> — A diplomat\n"
    assert record(TIMELINE, Ref("claim", "sochi.c2")) == "**unchecked:** It was warm.\n"
    assert record(TIMELINE, Ref("event", "lost")) == ""


def test_words_that_were_spoken_in_another_language_say_so() -> None:
    words = Quote("q", "e", "Hello", lang="en", original="ru")
    assert quoted(TIMELINE, words) == (
        "> “Hello”\n>\n> — unknown speaker (spoken in Russian, given in English)"
    )


def test_a_claim_of_its_own_has_its_sources_in_full() -> None:
    assert record(TIMELINE, Ref("claim", "c01")) == (
        "**disputed:** The two met in Moscow. — Ben Dubow, CEPA, c. December 2024\n"
        "  They met in Sochi.\n"
        "  Held against: [“Meeting with Assad”, Kremlin, 17 May 2018, p. 3](https://k.ru/a%281%29)\n"
    )


def test_of_many_events_and_quotes_the_first_are_given() -> None:
    events = tuple(
        Event(
            f"e{at}",
            parse("2014"),
            "E",
            actors=("a",),
            quotes=(Quote(f"q{at}", f"e{at}", "Q", "a"),),
        )
        for at in range(3)
    )
    timeline = Timeline(actors=(Actor("a", "A"),), events=events)
    text = record(timeline, Ref("actor", "a"), 2)
    assert text.count("- 2014: E\n") == text.count("> “Q”\n") == 2
    assert text.count("\n\n… and 1 more\n") == 2
    assert record(timeline, Ref("actor", "a"), 3) == record(timeline, Ref("actor", "a"))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "*a* _b_ **c** ~~d~~ `e`",
            "[a](b) ![c](d) <e@f.g> [^1]",
            "<b>a</b> <!-- b",
            "&amp; &#65;",
        ),
        *(
            "# a",
            "#",
            "- a",
            "+ a",
            "1. a",
            "12) a",
            "> a",
            "---",
            "===",
            "***",
            "~~~",
            "```",
            "* a",
        ),
        *(
            "a | b\n--|--",
            "a\n===",
            "a\n- b\n2. c",
            "\\",
            "a\\\nb",
            "$a$",
            "1986.",
            "a - b + c = 1. 2",
        ),
        *("[a]: b", "|", "--- a", "- [ ] a"),
    ],
)
def test_no_text_is_markup(text: str) -> None:
    assert rendered(escape(text)) == (set(), f"{text}\n")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, without the blanks that do not count."""
    lines = "\n".join(" ".join(line.split()) for line in text.split("\n"))
    return [each.strip("\n") for each in lines.split("\n\n") if each.strip("\n")]


@given(st.text(st.sampled_from("a1 .)#*_-+=>|`~[]()!<&;:\\$\"'\n\t"), max_size=30))
def test_a_text_is_shown_as_it_is(text: str) -> None:
    assert rendered(escape(text)) == (set(), "".join(f"{each}\n" for each in paragraphs(text)))


@pytest.mark.parametrize(
    ("url", "words"),
    [
        pytest.param("https://a.org/b_c?d=e&f=g", "[T](https://a.org/b_c?d=e&f=g)", id="plain"),
        pytest.param("https://a.org/(b) c", "[T](https://a.org/%28b%29%20c)", id="brackets"),
        pytest.param("https://a.org/&copy;", "[T](https://a.org/%26copy;)", id="an entity"),
        pytest.param("javascript:alert(1)", "T, javascript:alert(1)", id="a script"),
        pytest.param("", "T", id="none"),
    ],
)
def test_a_link_leads_to_the_web_or_is_none(url: str, words: str) -> None:
    assert link("T", url) == words


@given(timelines())
def test_every_event_is_one_item_of_a_listing(timeline: Timeline) -> None:
    text = listing(timeline, range(len(timeline.events)))
    tokens = MarkdownIt().parse(text)
    assert sum(token.type == "list_item_open" for token in tokens) == len(timeline.events)
