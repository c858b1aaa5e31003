"""What Detail says of one record of each kind, and what it is about in one line."""

import pytest

from tui.timeline.problems import Problem
from tui.timeline.records import Kind, Ref
from tui.view.detail import detail_of, headline
from tui.view.line import plain
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
Владимир Путин
person
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
Владимир Путин
person
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
spoken in Russian, given in English ·
words seen in the source

Source
§ Kremlin, “Address by the President”,
    18 March 2014

Event
  18 Mar 2014  Russia annexes Crimea""",
    ("quote always", 72): """\
“In people's hearts and minds, Crimea has always been an inseparable
part of Russia.”

— Vladimir Putin, 18 March 2014
spoken in Russian, given in English · words seen in the source

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
