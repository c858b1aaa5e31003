"""What a query and a search find, in a small history and in any."""

from itertools import chain

import pytest
from hypothesis import given, settings

from strategies import queries, terms, timelines, typed_texts
from tui.document.reader import read
from tui.timeline.dates import Date, overlaps, reach
from tui.timeline.dates_asked import asked
from tui.timeline.haystack import gathered
from tui.timeline.query import Query, Term, parse, print_term
from tui.timeline.search import find, hits
from tui.timeline.timeline import Listed, Timeline

HISTORY = gathered(
    read(
        """\
threads:
  south: {name: South Caucasus}
  syria: {name: Syria}
actors:
  ann: {name: Ann Müller, native: Анна, kind: person, role: Minister, aliases: [Die Eiserne]}
  annex: {name: The Annex, kind: organisation}
sources:
  post-2014:
    {title: The fall, publisher: Massis Post, author: Ø. Łukasz, kind: article, url: https://x.org}
  court: {title: In re border, kind: ruling, locator: p. 1}
events:
  - {id: talks, date: 2013~/2015, title: Talks begin, thread: south, place: "Sochi, Russia",
     actors: [ann]}
  - {id: fall, date: 2014-03, title: The city falls, thread: syria, tags: [war, war-crimes],
     basis: article, summary: "It “fell”\\nin a day.", sources: [post-2014]}
  - id: ruling
    date: 2016-05-01
    title: A ruling
    tags: [war-crimes]
    actors: [annex]
    basis: background
    caveat: Contested
    notes: secret
    quotes:
      - {id: q1, speaker: ann, text: Never again, source: court, note: hoarse}
      - {id: q2, speaker: Jane Roe, text: 'Мы не будем ждать', source: court}
    claims:
      - {id: c1, by: post-2014, text: It was fair, verdict: disputed, note: It was not,
         sources: [court]}
  - id: open
    date: 2020/..
    title: After all
    url: https://e.org
    claims:
      - {id: c2, by: court, text: Nobody knows}
""".encode()
    ).timeline
)


def found(text: str) -> str:
    query = parse(text)
    assert query.mistakes == ()
    return " ".join(HISTORY.timeline.events[at].id for at in find(HISTORY, query))


@pytest.mark.parametrize(
    ("query", "events"),
    [
        pytest.param("", "talks fall ruling open", id="nothing is asked"),
        pytest.param("actor:", "talks fall ruling open", id="nothing is asked yet"),
        pytest.param("city", "fall", id="title"),
        pytest.param('"FELL"" in"', "fall", id="a phrase over a line's end"),
        pytest.param("contested", "ruling", id="caveat"),
        pytest.param("secret", "", id="not the notes for the speaker"),
        pytest.param("sochi", "talks", id="place"),
        pytest.param("crimes", "fall ruling", id="tags"),
        pytest.param("caucasus", "talks", id="the name of a thread"),
        pytest.param('"again"', "ruling", id="quote"),
        pytest.param("hoarse", "ruling", id="the note of a quote"),
        pytest.param("будем", "ruling", id="another alphabet"),
        pytest.param("roe", "ruling", id="a speaker who is no actor"),
        pytest.param("fair", "ruling", id="claim"),
        pytest.param('"was not"', "ruling", id="finding"),
        pytest.param("muller", "talks ruling", id="actors and speakers, without accents"),
        pytest.param("анна", "talks ruling", id="native name"),
        pytest.param("eiserne", "talks ruling", id="alias"),
        pytest.param("minister", "", id="not the role"),
        pytest.param("massis", "fall ruling", id="publisher of a source, of a claim too"),
        pytest.param("lukasz", "fall ruling", id="author"),
        pytest.param("begin fall", "", id="both words"),
        pytest.param("talksbegin", "", id="not over the edge of a field"),
        pytest.param("-city", "talks ruling open", id="not a word"),
        pytest.param("actor:ann", "talks ruling", id="an id alone"),
        pytest.param("actor:anne", "ruling", id="a part of a name"),
        pytest.param("actor:jane", "ruling", id="a speaker"),
        pytest.param("actor:ann,annex -talks", "ruling", id="values are alternatives"),
        pytest.param("source:court", "ruling open", id="a source by id"),
        pytest.param("source:massis", "fall ruling", id="a source by publisher"),
        pytest.param("thread:syria", "fall", id="a thread by id"),
        pytest.param("thread:cauc", "talks", id="a thread by name"),
        pytest.param("tag:war", "fall", id="the tag alone"),
        pytest.param("tag:war-", "fall ruling", id="the beginning of a tag"),
        pytest.param("tag:crimes", "", id="not the end of a tag"),
        pytest.param('place:"Sochi, Russia"', "talks", id="a quoted place"),
        pytest.param("kind:ruling", "ruling open", id="a kind of source"),
        pytest.param("kind:org", "ruling", id="a kind of actor"),
        pytest.param("verdict:disputed", "ruling", id="verdict"),
        pytest.param("verdict:unchecked", "open", id="no verdict is unchecked"),
        pytest.param("basis:art", "fall", id="basis"),
        pytest.param("has:quote", "ruling", id="has a quote"),
        pytest.param("has:claim", "ruling open", id="has a claim"),
        pytest.param("has:notes", "ruling", id="has notes"),
        pytest.param("has:url", "fall ruling open", id="has an address of its own or a source's"),
        pytest.param("-has:actor,source", "", id="has neither"),
        pytest.param("on:2014", "talks fall", id="on by overlap"),
        pytest.param('on:"May 2016"', "ruling", id="on a month in words"),
        pytest.param("on:2099", "open", id="on in an open range"),
        pytest.param("before:2014-03", "talks", id="starts before"),
        pytest.param("after:2016", "open", id="ends after"),
        pytest.param("after:2013 before:2016", "talks fall", id="between"),
    ],
)
def test_a_query_finds_events(query: str, events: str) -> None:
    assert found(query) == events


@pytest.mark.parametrize(
    ("kind", "text", "ids"),
    [
        pytest.param("event", "again", "ruling", id="an event by its quote"),
        pytest.param("event", "muller", "ruling", id="not by its actors, but by who is quoted"),
        pytest.param("event", "massis", "", id="not by its sources"),
        pytest.param("actor", "minister", "ann", id="an actor by its role"),
        pytest.param("actor", "анна", "ann", id="an actor by its native name"),
        pytest.param("source", "2014", "post-2014", id="a source by its id"),
        pytest.param("source", "re border", "court", id="a source by its title"),
        pytest.param("quote", "ann", "q1", id="a quote by its speaker"),
        pytest.param("quote", "ждать", "q2", id="a quote by its words"),
        pytest.param("claim", "was", "c1", id="a claim"),
        pytest.param("claim", "zzz", "", id="nothing"),
    ],
)
def test_a_search_finds_records(kind: Listed, text: str, ids: str) -> None:
    records = HISTORY.timeline.records(kind)
    assert " ".join(records[at].id for at in hits(HISTORY, kind, text)) == ids


@settings(max_examples=60)
@given(timelines(), queries(), queries())
def test_a_query_of_two_is_the_intersection(timeline: Timeline, one: Query, other: Query) -> None:
    haystack = gathered(timeline)
    both = parse(" ".join(map(print_term, one.terms + other.terms)))
    expected = set(find(haystack, one)) & set(find(haystack, other))
    assert list(find(haystack, both)) == sorted(expected)


@settings(max_examples=60)
@given(timelines(), terms())
def test_a_negated_term_finds_all_others(timeline: Timeline, term: Term) -> None:
    haystack = gathered(timeline)
    opposite = term._replace(is_negated=not term.is_negated)
    sides = (find(haystack, Query((each,))) for each in (term, opposite))
    assert sorted(chain.from_iterable(sides)) == list(range(len(timeline.events)))


@settings(max_examples=60)
@given(timelines(), terms())
def test_values_are_alternatives(timeline: Timeline, term: Term) -> None:
    haystack = gathered(timeline)
    term = term._replace(is_negated=False)
    each = (find(haystack, Query((term._replace(values=(value,)),))) for value in term.values)
    assert list(find(haystack, Query((term,)))) == sorted(set(chain.from_iterable(each)))


@pytest.mark.parametrize(
    ("one", "other", "on", "before", "after"),
    [
        ("2013~/2015", "2014", True, True, True),
        ("2014", "2014", True, False, False),
        ("2014-03", "2014", True, False, False),
        ("2013", "2014", False, True, False),
        ("2015", "2014", False, False, True),
        ("2014-24", "2014", True, False, True),
        ("2012/..", "2014", True, True, True),
        ("2014/..", "2014", True, False, True),
        ("../2013", "2014", False, True, False),
        ("../2014", "2014", True, True, False),
        ("2012/", "2014", False, True, False),
        ("2014-03/", "2014", True, False, False),
        ("/2016", "2014", False, False, True),
        ("/2014-03", "2014", True, False, False),
        ("2014", "2012/..", True, False, False),
    ],
)
def test_on_before_and_after(one: str, other: str, *, on: bool, before: bool, after: bool) -> None:
    text = f'title: T\nevents: [{{id: a, date: "{one}", title: A}}]\n'
    haystack = gathered(read(text.encode()).timeline)
    found = [list(find(haystack, parse(f"{key}:{other}"))) for key in ("on", "before", "after")]
    assert found == [[0] * each for each in (on, before, after)]


def begins_before(one: Date, other: Date) -> bool:
    return reach(one)[0] < reach(other)[0]


def ends_after(one: Date, other: Date) -> bool:
    return reach(one)[1] > reach(other)[1]


@settings(max_examples=40)
@given(timelines())
def test_dates_are_compared_as_dates(timeline: Timeline) -> None:
    haystack = gathered(timeline)
    for key, holds in (("on", overlaps), ("before", begins_before), ("after", ends_after)):
        for text in ("2014", "../2008", "2014-03/..", "0001", "201X"):
            expected = [holds(event.date, asked(text)) for event in timeline.events]
            found = set(find(haystack, parse(f"{key}:{text}")))
            assert [at in found for at in range(len(timeline.events))] == expected


@settings(max_examples=60)
@given(timelines(), typed_texts())
def test_no_text_fails(timeline: Timeline, text: str) -> None:
    haystack = gathered(timeline)
    found = list(find(haystack, parse(text)))
    assert found == sorted(set(found))
    assert set(hits(haystack, "event", text)) <= set(range(len(timeline.events)))
