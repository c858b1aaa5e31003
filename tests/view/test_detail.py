"""What Detail says of one record of each kind, where its links are, and that it fits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import views
from tui.timeline.problems import Problem
from tui.timeline.records import Kind, Ref
from tui.view.detail import Detail, detail_of, headline
from tui.view.line import Span, plain, width_of
from tui.view.page import MEASURE, DetailLine, Target
from tui.view.pins import Facet
from tui.view.view import Snag, View
from view.histories import FOUR_DAYS, SNAG, view_of

KINDS: tuple[Kind, ...] = ("event", "actor", "source", "quote", "claim")


def showing(name: str) -> View:
    """The view with the cursor on a record, `kind id`."""
    kind, own = name.split()
    return view_of(FOUR_DAYS).go(Ref(next(each for each in KINDS if each == kind), own))


def read(view: View, width: int) -> str:
    """The lines of Detail, without the blanks at their ends."""
    return "\n".join(plain(each.line).rstrip() for each in detail_of(view, width).lines)


# As they read

DETAILS = {
    ("event annexed", 40): """\
Russia annexes Crimea
Tuesday 18 March 2014 · Moscow · Crimea

A treaty was signed in the Kremlin.

Claims
✗ disputed  The referendum was lawful.
  [1][2]
  The General Assembly called it
  invalid.

Quotes
❝ “In people's hearts and minds, Crimea
  has always been an inseparable part of
  Russia.”
  Vladimir Putin, 18 March 2014 [1]

Actors
  Vladimir Putin  President of Russia
  Russia

Sources
[1] Kremlin, “Address by the President”,
    18 March 2014
[2] Ben Dubow, CEPA, “The receding
    guarantor”, December 2024

Filed under
  thread Crimea
  place  Moscow
  tag    law""",
    ("event annexed", 72): """\
Russia annexes Crimea
Tuesday 18 March 2014 · Moscow · Crimea

A treaty was signed in the Kremlin.

Claims
✗ disputed  The referendum was lawful. [1][2]
  The General Assembly called it invalid.

Quotes
❝ “In people's hearts and minds, Crimea has always been an inseparable
  part of Russia.”
  Vladimir Putin, 18 March 2014 [1]

Actors
  Vladimir Putin  President of Russia
  Russia

Sources
[1] Kremlin, “Address by the President”, 18 March 2014
[2] Ben Dubow, CEPA, “The receding guarantor”, December 2024

Filed under
  thread Crimea
  place  Moscow
  tag    law""",
    ("actor putin", 40): """\
Vladimir Putin
person · Владимир Путин
President of Russia
Also VVP

Affiliations
  Russia

Events (2)
  18 Mar 2014  Russia annexes Crimea
  17 May 2018  Assad meets Putin in
    Sochi

Quotes (2)
❝ “In people's hearts and minds, Crimea
  has always been an inseparable part of
  Russia.”
  Vladimir Putin, 18 March 2014
❝ “Terrorists have laid down arms in key
  areas.”
  Vladimir Putin""",
    ("actor putin", 72): """\
Vladimir Putin
person · Владимир Путин
President of Russia
Also VVP

Affiliations
  Russia

Events (2)
  18 Mar 2014  Russia annexes Crimea
  17 May 2018  Assad meets Putin in Sochi

Quotes (2)
❝ “In people's hearts and minds, Crimea has always been an inseparable
  part of Russia.”
  Vladimir Putin, 18 March 2014
❝ “Terrorists have laid down arms in key areas.”
  Vladimir Putin""",
    ("source essay", 40): """\
The receding guarantor
Ben Dubow · CEPA · December 2024 ·
article
https://cepa.org/article
Read in full.

Events (3)
  18 Mar 2014  Russia annexes Crimea
  30 Sep 2015  Russia starts air strikes
    in Syria
  17 May 2018  Assad meets Putin in
    Sochi

Claims (3)
✗ disputed  The referendum was lawful.
✗ disputed  The two met in Moscow.
✓ confirmed  The two met.""",
    ("source essay", 72): """\
The receding guarantor
Ben Dubow · CEPA · December 2024 · article
https://cepa.org/article
Read in full.

Events (3)
  18 Mar 2014  Russia annexes Crimea
  30 Sep 2015  Russia starts air strikes in Syria
  17 May 2018  Assad meets Putin in Sochi

Claims (3)
✗ disputed  The referendum was lawful.
✗ disputed  The two met in Moscow.
✓ confirmed  The two met.""",
    ("quote always", 40): """\
“In people's hearts and minds, Crimea
has always been an inseparable part of
Russia.”

— Vladimir Putin, 18 March 2014
spoken in ru, given in en · words seen
in the source

Source
§ Kremlin, “Address by the President”,
    18 March 2014

Event
  18 Mar 2014  Russia annexes Crimea""",
    ("quote always", 72): """\
“In people's hearts and minds, Crimea has always been an inseparable
part of Russia.”

— Vladimir Putin, 18 March 2014
spoken in ru, given in en · words seen in the source

Source
§ Kremlin, “Address by the President”, 18 March 2014

Event
  18 Mar 2014  Russia annexes Crimea""",
    ("claim lawful", 40): """\
✗ disputed

The referendum was lawful.
— claimed by Kremlin

The General Assembly called it invalid.

Held against
§ Ben Dubow, CEPA, “The receding
    guarantor”, December 2024

Event
  18 Mar 2014  Russia annexes Crimea""",
    ("claim lawful", 72): """\
✗ disputed

The referendum was lawful.
— claimed by Kremlin

The General Assembly called it invalid.

Held against
§ Ben Dubow, CEPA, “The receding guarantor”, December 2024

Event
  18 Mar 2014  Russia annexes Crimea""",
}


@pytest.mark.parametrize(("asked", "expected"), DETAILS.items(), ids="{0[0]} in {0[1]}".format)
def test_a_detail_reads(asked: tuple[str, int], expected: str) -> None:
    name, width = asked
    assert read(showing(name), width) == expected


def test_a_problem_is_shown_where_it_is() -> None:
    assert (
        read(view_of(FOUR_DAYS, SNAG).focus_on("problems"), 40)
        == """\
error at 7:11
the month must be 01 to 12

6 │   - id: bad
7 │     date: 2014-13-18
  │           ▲
8 │     title: Thirteen"""
    )


def test_a_problem_far_to_the_right_is_scrolled_to() -> None:
    far = Snag(Problem("warning", "here", 9, 101), ((9, "-" * 100 + "X" + "-" * 100),))
    _, _, _, line, caret = read(view_of(FOUR_DAYS, far).focus_on("problems"), 40).split("\n")
    assert line.index("X") == caret.index("▲")
    assert len(line) == 40


def test_a_caret_under_wide_characters_stays_within_the_width() -> None:
    wide = Snag(Problem("error", "here", 1, 31), ((1, "習" * 60),))
    lines = detail_of(view_of("", wide).focus_on("problems"), 34).lines
    assert max(width_of(each.line) for each in lines) <= 34


def test_prose_is_set_no_wider_than_its_measure() -> None:
    view = view_of(f"events: [{{id: e, date: 2014, title: T, summary: {'word ' * 60}}}]\n")
    assert max(width_of(each.line) for each in detail_of(view, 200).lines) <= MEASURE


def test_an_empty_timeline_has_nothing_to_show() -> None:
    assert read(view_of(""), 40) == "Nothing to show."


def test_no_two_blank_lines_follow_each_other() -> None:
    assert "\n\n\n" not in read(showing("event sochi"), 72)


def test_what_a_file_does_not_give_leaves_no_trace() -> None:
    assert read(showing("actor russia"), 72).startswith("Russia\nstate\n\nEvents (2)\n")
    assert read(showing("source tass"), 72).startswith("TASS\n17 May 2018\nWire of the evening\n\n")


def test_references_to_unknown_ids_are_shown_and_lead_nowhere() -> None:
    view = view_of(
        "actors: {a: {name: A, affiliations: [nobody]}}\n"
        "events:\n- id: e\n  date: 2014\n  title: E\n  actors: [a]\n"
        "  quotes: [{id: q, speaker: Somebody, source: nowhere, text: Words}]\n"
        "  claims: [{id: c, by: nowhere, text: So it is}]\n"
    )
    for kind, own, lines in (
        ("actor", "a", ["  nobody"]),
        ("quote", "q", ["— Somebody", "§ nowhere, which is not defined"]),
        ("claim", "c", ["— claimed by nowhere"]),
    ):
        ref = Ref(next(each for each in KINDS if each == kind), own)
        shown = {plain(each.line): each.target for each in detail_of(view.go(ref), 40).lines}
        assert [shown[line] for line in lines] == [None] * len(lines)


def test_a_long_list_ends_with_how_many_more_there_are() -> None:
    events = "".join(
        f"- {{id: e{at}, date: 2014, title: T{at}, actors: [a]}}\n" for at in range(203)
    )
    view = view_of(f"actors: {{a: {{name: A}}}}\nevents:\n{events}").go(Ref("actor", "a"))
    *_, last, more = read(view, 72).split("\n")
    assert (last.split(), more) == (["2014", "T199"], "  … and 3 more in their pane")


# Links


def test_the_stops_are_the_links_in_order() -> None:
    detail = detail_of(showing("event sochi"), 40)
    targets = [detail.target(stop) for stop in range(len(detail.stops))]
    assert [" ".join(target) for target in targets if target] == [
        *("claim moscow", "claim met", "quote stable", "quote arms", "actor assad"),
        *("actor putin", "source tass", "source essay", "thread syria"),
    ]


def test_an_event_ends_with_what_it_is_filed_under_and_each_is_a_link_to_filter_by() -> None:
    detail = detail_of(showing("event annexed"), 40)
    facets = [detail.target(stop) for stop in range(len(detail.stops))][-3:]
    assert facets == [Facet("thread", "crimea"), Facet("place", "Moscow"), Facet("tag", "law")]
    assert "Filed under" not in read(showing("event talks"), 40)


def test_a_link_of_several_lines_is_one_stop() -> None:
    one, other = Ref("event", "one"), Ref("event", "other")
    targets = (None, one, one, None, one, other, other)
    detail = Detail(tuple(DetailLine((Span("x"),), target) for target in targets))
    assert detail.stops == (1, 4, 5)
    assert [detail.lines_of(stop) for stop in range(4)] == [
        *(range(1, 3), range(4, 5), range(5, 7), range(0)),
    ]
    assert [detail.target(stop) for stop in (-1, 0, 2, 3)] == [None, one, other, None]
    assert [detail.line_of(stop) for stop in (-1, 1, 3)] == [0, 4, 0]


# What holds at every width


@settings(max_examples=40)
@given(views(), st.integers(34, 100))
def test_no_line_is_wider_than_the_pane(view: View, width: int) -> None:
    lines = [each.line for each in detail_of(view, width).lines]
    assert [plain(line) for line in lines if width_of(line) > width] == []


@pytest.mark.parametrize("name", ["event e", "quote q", "actor a"])
def test_a_long_word_is_broken_to_the_width_of_each_line(name: str) -> None:
    word = "A" * 90
    view = view_of(
        f"actors: {{a: {{name: A}}}}\nsources: {{s: {{title: {word}, author: {word}}}}}\n"
        f"events:\n- id: e\n  date: 2014\n  title: {word}\n  actors: [a]\n"
        f"  quotes: [{{id: q, speaker: a, source: s, text: {word}}}]\n"
    )
    kind, own = name.split()
    ref = Ref(next(each for each in KINDS if each == kind), own)
    lines = [each.line for each in detail_of(view.go(ref), 34).lines]
    assert [plain(line) for line in lines if width_of(line) > 34] == []


@pytest.mark.parametrize(
    ("source", "cited", "itself"),
    [
        pytest.param(
            "author: Ann, title: Me", "[1] Ann, “Me”, 1950", "Me\nAnn · 1950", id="no publisher"
        ),
        pytest.param("author: Ann", "[1] Ann, 1950", "Ann\n1950", id="an author alone"),
        pytest.param(
            "author: Ann, publisher: Ann", "[1] Ann, 1950", "Ann\n1950", id="who publishes herself"
        ),
        pytest.param(
            "author: Ann, publisher: P", "[1] Ann, P, 1950", "P\nAnn · 1950", id="two of them"
        ),
    ],
)
def test_an_author_is_named_once(source: str, cited: str, itself: str) -> None:
    view = view_of(
        f"sources: {{s: {{{source}, date: 1950}}}}\n"
        "events: [{id: e, date: 2014, title: E, sources: [s]}]\n"
    )
    assert cited in read(view.go(Ref("event", "e")), 60).splitlines()
    assert read(view.go(Ref("source", "s")), 60).startswith(f"{itself}\n\n")


def test_where_an_event_was_fits_the_pane() -> None:
    view = view_of(
        "threads: {t: {name: The whole of the Caucasus}}\n"
        "events: [{id: e, date: 2018-05-17, title: E, place: Rostov-on-Don, thread: t}]\n"
    )
    assert max(width_of(each.line) for each in detail_of(view, 40).lines) <= 40


@settings(max_examples=40)
@given(views())
def test_the_links_are_the_same_at_every_width(view: View) -> None:
    def targets(width: int) -> list[Target | None]:
        detail = detail_of(view, width)
        return [detail.target(stop) for stop in range(len(detail.stops))]

    assert targets(34) == targets(72)


# In one line


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("event annexed", "18 March 2014 · Russia annexes Crimea"),
        ("actor putin", "Vladimir Putin · President of Russia"),
        ("actor russia", "Russia"),
        ("source essay", "CEPA, Dec 2024 · The receding guarantor"),
        ("source tass", "TASS, 17 May 2018"),
        ("quote stable", "Bashar al-Assad: “Stability is improving.”"),
        ("claim met", "confirmed: The two met."),
    ],
)
def test_headlines(name: str, expected: str) -> None:
    assert headline(showing(name)) == expected


def test_headlines_of_a_problem_and_of_nothing() -> None:
    problem = view_of(FOUR_DAYS, SNAG).focus_on("problems")
    assert (headline(problem), headline(view_of(""))) == ("7:11 the month must be 01 to 12", "")


def test_the_headline_of_a_claim_without_a_verdict() -> None:
    view = view_of("events: [{id: e, date: 2014, title: E, claims: [{id: c, text: It is so}]}]\n")
    assert headline(view.go(Ref("claim", "c"))) == "unchecked: It is so"
