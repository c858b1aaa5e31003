"""What the reader says of a file that does not fit the format, and what it keeps of it.

A ^ in a text stands before the character at which a problem is to be reported.
"""

import gc
import threading

import pytest

from tui.document.reader import audit, read
from tui.timeline.problems import Problem
from tui.timeline.records import Ref, Step

ACTORS = "actors:\n  assad: {name: Assad}\nsources:\n  sana: {title: SANA}\n"
EVENT = "  - id: ghouta\n    date: 2013-08-21\n    title: Ghouta\n"


def in_event(fields: str) -> str:
    """A file with an event that has these fields besides those that it needs."""
    return f"title: T\n{ACTORS}events:\n{EVENT}    {fields}\n"


def in_tour(steps: str) -> str:
    """A file with an event and a tour with these steps."""
    return f"title: T\n{ACTORS}events:\n{EVENT}tours: {{t: {{title: T, steps: {steps}}}}}\n"


def marked(text: str) -> tuple[bytes, list[tuple[int, int]]]:
    """The bytes of a text without its marks, and the places that they mark."""
    places = []
    while "^" in text:
        before, _, after = text.partition("^")
        places.append((before.count("\n") + 1, len(before) - before.rfind("\n")))
        text = before + after
    return text.encode(), places


def said(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.message for problem in problems]


STRUCTURE = {
    "unknown field": (
        in_event("^titel: x"),
        'an event has no field "titel"; did you mean "title"?',
    ),
    "unknown field, nothing near": (in_event("^zzz: x"), 'an event has no field "zzz"'),
    "unknown field of the file": (
        "title: T\n^evnets: []\nevents: []\n",
        'a timeline has no field "evnets"; did you mean "events"?',
    ),
    "duplicate key": (in_event("^title: y"), '"title" is given twice; the first is on line 9'),
    "duplicate section": (
        "title: T\nevents: []\n^events: [{id: a}]\n",
        '"events" is given twice; the first is on line 2',
    ),
    "missing title": (
        "title: T\nevents:\n  - ^id: a\n    date: 2014\n",
        'an event has no "title"',
    ),
    "empty title": (
        "title: T\nevents:\n  - id: a\n    date: 2014\n    title:^\n",
        'an event has no "title"',
    ),
    "blank title": (
        "title: T\nevents:\n  - {id: a, date: 2014, title: ^' '}\n",
        'an event has no "title"',
    ),
    "blank date": (
        "title: T\nevents: [{id: a, date: ^' ', title: x}]\n",
        'date " ": the date is empty',
    ),
    "missing id": ("title: T\nevents: [^{date: 2014, title: x}]\n", 'an event has no "id"'),
    "missing date": ("title: T\nevents: [^{id: a, title: x}]\n", 'an event has no "date"'),
    "missing name": ("title: T\nthreads:\n  ^a: {}\nevents: []\n", 'a thread has no "name"'),
    "missing text of a claim": (in_event("claims: [^{id: c1}]"), 'a claim has no "text"'),
    "missing text of a quote": (in_event("quotes: [^{note: x}]"), 'a quote has no "text"'),
    "missing steps": ("title: T\nevents: []\ntours: {^t: {title: T}}\n", 'a tour has no "steps"'),
    "missing event of a step": (in_tour("[^{say: x}]"), 'a step has no "event"'),
    "missing title of the file": ("# x\n^events: []\n", 'a timeline has no "title"'),
    "missing events": ("^title: T\n", 'a timeline has no "events"'),
    "text for a list": (in_event("actors: ^assad"), "actors must be a list: [assad]"),
    "a mapping for a list": (
        in_event("actors: ^{assad: x}"),
        "actors must be a list, not a mapping (key: value)",
    ),
    "text for records": (
        in_event("quotes: ^hello"),
        'quotes must be a list; start each quote with "- "',
    ),
    "a list for text": (in_event("place: ^[Damascus]"), "place must be text, not a list"),
    "a mapping for a date": (
        in_event("quotes: [{text: x, date: ^{year: 2014}}]"),
        "date must be text, not a mapping (key: value)",
    ),
    "a list in a list": (in_event("tags: [a, ^[b]]"), "an item of tags must be text, not a list"),
    "an empty item": (in_event('tags: [a, ^""]'), "an item of tags is empty"),
    "a list for a key": (in_event("? ^[a]\n    : b"), "a key must be text, not a list"),
    "an empty key": (in_event("^: b"), "a key is missing before the colon"),
    "text for an actor": (
        "title: T\nactors: {a: ^Assad}\nevents: []\n",
        "an actor must be a mapping: {name: Assad}",
    ),
    "text for an event": (
        "title: T\nevents:\n  - ^text\n",
        "an event must be a mapping (key: value)",
    ),
    "a list for actors": (
        "title: T\nactors: ^[a]\nevents: []\n",
        "actors must be a mapping of ids: {id: …}",
    ),
    "a mapping for events": (
        "title: T\nevents: ^{a: b}\n",
        'events must be a list; start each event with "- "',
    ),
    "a choice that there is not": (
        in_event("confidence: ^hihg"),
        'confidence "hihg" is not one of high, medium, low; did you mean "high"?',
    ),
    "an id that is none": (
        "title: T\nevents: [{id: ^Ghouta Attack, date: 2014, title: x}]\n",
        'id "Ghouta Attack" must be small letters, digits and single hyphens: ghouta-attack',
    ),
    "a day that there is not": (
        "title: T\nevents: [{id: a, date: ^2014-02-30, title: x}]\n",
        'date "2014-02-30": February 2014 has 28 days, not 30',
    ),
    "one digit": (
        "title: T\nevents: [{id: a, date: ^2014-3-8, title: x}]\n",
        'date "2014-3-8": month and day need two digits: 2014-03-08',
    ),
    "a range backwards": (
        "title: T\nspan: ^2012/2011\nevents: []\n",
        'span "2012/2011": the range ends before it starts',
    ),
}

REFERENCE = {
    "duplicate event": (
        f"title: T\nevents:\n{EVENT}{EVENT.replace('id: ', 'id: ^')}",
        'event "ghouta" is given twice; the first is on line 3',
    ),
    "duplicate actor": (
        "title: T\nactors:\n  a: {name: A}\n  ^a: {name: B}\nevents: []\n",
        'actor "a" is given twice; the first is on line 3',
    ),
    "duplicate claim": (
        in_event("claims: [{id: c1, text: x}, {id: ^c1, text: y}]"),
        'claim "c1" is given twice; the first is on line 10',
    ),
    "actor": (
        in_event("actors: [assad, ^assda]"),
        'actor "assda" is not defined; did you mean "assad"?',
    ),
    "source": (
        in_event("sources:\n      - ^sano"),
        'source "sano" is not defined; did you mean "sana"?',
    ),
    "source of a quote": (
        in_event("quotes: [{text: x, source: ^y}]"),
        'source "y" is not defined',
    ),
    "source of a claim": (
        in_event("claims: [{text: x, sources: [sana, ^y]}]"),
        'source "y" is not defined',
    ),
    "maker of a claim": (
        in_event("claims: [{text: x, by: ^assad}]"),
        'source "assad" is not defined; there is an actor of that id',
    ),
    "thread": (in_event("thread: ^levant"), 'thread "levant" is not defined'),
    "affiliation": (
        "title: T\nactors: {a: {name: A, affiliations: [^b]}}\nevents: []\n",
        'actor "b" is not defined',
    ),
    "a speaker that is nearly an actor": (
        in_event("quotes: [{text: x, speaker: ^asad}]"),
        'speaker "asad" is not defined; did you mean "assad"?',
    ),
    "event of a step": (
        in_tour("[{event: ^gouta}]"),
        'event "gouta" is not defined; did you mean "ghouta"?',
    ),
    "claim of a step": (in_tour("[{event: ghouta, claim: ^c1}]"), 'claim "c1" is not defined'),
    "claim of another event": (
        in_tour("[{event: other, claim: ^c1}]").replace(
            "    title: Ghouta\n",
            "    title: Ghouta\n    claims: [{id: c1, text: x}]\n"
            "  - {id: other, date: 2014, title: x}\n",
        ),
        'claim "c1" belongs to event "ghouta"',
    ),
}


@pytest.mark.parametrize(
    ("text", "message"),
    [*STRUCTURE.values(), *REFERENCE.values()],
    ids=[*STRUCTURE, *(f"reference: {each}" for each in REFERENCE)],
)
def test_a_mistake_is_said_at_its_place(text: str, message: str) -> None:
    data, places = marked(text)
    problems = read(data).problems
    assert said(problems) == [message]
    assert [problem.place for problem in problems] == places
    assert problems[0].severity == "error"


def test_all_mistakes_are_said_at_once_in_the_order_of_the_file() -> None:
    data, places = marked(
        "title: T\nactors: {a: {name: A, kind: ^preson}}\nevents:\n"
        "  - {id: x, date: ^2014-02-30, title: X, actors: [^b]}\n"
        "  - ^{id: y, date: 2014, actors: ^a, ^titel: Y}\n"
    )
    assert [problem.place for problem in read(data).problems] == places


def test_a_problem_names_the_record_and_the_field() -> None:
    reading = read(in_event("actors: [assad, x]\n    claims: [{text: y, by: z}]").encode())
    assert [(each.ref, each.field) for each in reading.problems] == [
        (Ref("event", "ghouta"), "actors1"),
        (Ref("claim", "ghouta.c1"), "by"),
    ]


def test_a_problem_of_a_step_names_its_tour() -> None:
    (problem,) = read(in_tour("[{event: ghouta}, {event: x}]").encode()).problems
    assert (problem.ref, problem.field) == (Ref("tour", "t"), "steps1.event")


@pytest.mark.parametrize(
    "fields",
    [
        "x-colour: {any: [thing]}",
        "quotes: [{text: x, speaker: The foreign ministry}]",
        "quotes: [{text: x, speaker: reuters}]",
        "caveat:",
        "actors:",
        "tags: [2014, no, 12:30, 0x1F, ~]",
    ],
)
def test_what_is_no_mistake(fields: str) -> None:
    assert read(in_event(fields).encode()).problems == ()


def test_nothing_is_typed_by_yaml() -> None:
    text = "title: 1984\nevents: [{id: 1, date: 2014, title: no, tags: [12:30, 1e3, null]}]\n"
    timeline = read(text.encode()).timeline
    (event,) = timeline.events
    assert (timeline.title, event.id, event.title) == ("1984", "1", "no")
    assert event.tags == ("12:30", "1e3", "null")


def test_records_hold_what_the_file_says() -> None:
    reading = read(
        in_event(
            "summary: >-\n      One.\n      Two.\n    actors: [assad]\n"
            "    quotes:\n      - speaker: assad\n        text: Words\n"
            "      - {id: named, text: More}\n"
            "    claims: [{text: A claim, verdict: partly}]"
        ).encode()
    )
    (event,) = reading.timeline.events
    assert reading.problems == ()
    assert event.summary == "One. Two."
    assert [quote.id for quote in event.quotes] == ["ghouta.q1", "named"]
    assert [quote.event for quote in event.quotes] == ["ghouta", "ghouta"]
    assert event.claims[0].id == "ghouta.c1"
    assert event.claims[0].verdict == "partly"


def test_a_claim_without_an_id_is_known_by_its_place() -> None:
    text = in_tour("[{event: ghouta, claim: ghouta.c1}]").replace(
        "    title: Ghouta\n", "    title: Ghouta\n    claims: [{text: x}]\n"
    )
    assert read(text.encode()).problems == ()


def test_events_stand_in_order_of_time_and_know_their_place_in_the_file() -> None:
    text = (
        "title: T\nevents:\n  - {id: b, date: 2015, title: x}\n  - oops\n"
        "  - {id: a, date: 2014, title: x}\n"
    )
    events = read(text.encode()).timeline.events
    assert [(event.id, event.place_in_file) for event in events] == [("a", 2), ("b", 0)]


@pytest.mark.parametrize(
    "broken",
    [
        "- {id: x, date: 2014-02-30, title: X}",
        "- {date: 2014, title: X}",
        "- {id: x, date: 2014}",
        "- oops",
        "- {id: ghouta, date: 2014, title: again}",
    ],
)
def test_an_event_that_cannot_be_shown_is_left_out(broken: str) -> None:
    reading = read(f"title: T\nevents:\n{EVENT}  {broken}\n".encode())
    assert [(event.id, event.title) for event in reading.timeline.events] == [("ghouta", "Ghouta")]
    assert len(reading.problems) == 1


def test_what_is_left_out_still_counts_as_defined() -> None:
    text = in_tour("[{event: ghouta}]").replace("2013-08-21", "2013-08-32")
    assert said(read(text.encode()).problems) == [
        'date "2013-08-32": August 2013 has 31 days, not 32'
    ]


def test_what_can_be_read_is_kept() -> None:
    reading = read(
        in_event("place: [x]\n    tags: [a, [b], c]\n    kind: x\n    actors: [nobody]").encode()
    )
    (event,) = reading.timeline.events
    assert (event.place, event.tags, event.actors) == ("", ("a", "c"), ("nobody",))


def test_a_bad_date_that_is_not_needed_is_dropped_alone() -> None:
    reading = read(in_event("quotes: [{text: x, date: 2014-13}]").encode())
    assert reading.timeline.quotes[0].date is None
    assert reading.timeline.quotes[0].text == "x"


def test_an_actor_without_a_name_goes_by_its_id() -> None:
    reading = read(b"title: T\nactors: {assad: {role: x}}\nevents: []\n")
    assert reading.timeline.actors[0].name == "assad"
    assert said(reading.problems) == ['an actor has no "name"']


def test_a_reference_to_nothing_is_left_as_it_is() -> None:
    reading = read(in_tour("[{event: nothing}]").encode())
    assert reading.timeline.tours[0].steps == (Step("nothing"),)


def test_one_line_fields_have_one_line() -> None:
    reading = read(
        in_event("place: |\n      Near\n      Damascus\n    tags: ['a\n\n      b']").encode()
    )
    assert reading.timeline.events[0].place == "Near Damascus"
    assert reading.timeline.events[0].tags == ("a b",)


def test_paragraphs_keep_their_line_breaks() -> None:
    reading = read(in_event("summary: |\n      One.\n\n      Two.").encode())
    assert reading.timeline.events[0].summary == "One.\n\nTwo."


def test_the_timeline_comes_with_its_indexes() -> None:
    timeline = read(in_event("actors: [assad]").encode()).timeline
    assert "links" in vars(timeline)


@pytest.mark.parametrize("was_on", [True, False])
def test_the_garbage_collector_is_left_as_it_was(was_on: bool) -> None:  # noqa: FBT001
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        read(b"title: T\nevents: []\n")
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()


def test_two_threads_can_read_at_once() -> None:
    data = in_event("actors: [x]").encode()
    found: list[tuple[Problem, ...]] = []
    threads = [threading.Thread(target=lambda: found.append(read(data).problems)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [read(data).problems] * 4
    assert gc.isenabled()


def test_an_audit_names_places() -> None:
    data, places = marked(in_event("url: ^nowhere").replace("- id", "- ^id"))
    warnings = audit(read(data))
    assert {"an event has no source", 'source "sana" is never used'} <= set(said(warnings))
    assert [each.place for each in warnings if each.ref == Ref("event", "ghouta")] == places
    assert {each.severity for each in warnings} == {"warning"}


def test_many_problems_end_in_a_count() -> None:
    data = b"title: T\nevents: [" + b"a, " * 10_005 + b"]\n"
    problems = read(data).problems
    assert len(problems) == 10_001
    assert problems[-1].message == "5 more problems are not listed; mend the first ones"


def test_an_unknown_word_costs_one_search() -> None:
    actors = "".join(f"  person-number-{at}: {{name: A}}\n" for at in range(700))
    words = ", ".join(f"preson-{at}" for at in range(700))
    events = f"events:\n  - {{id: a, date: 2014, title: A, actors: [{words}]}}\n"
    problems = read(f"title: T\nactors:\n{actors}{events}".encode()).problems
    assert len(problems) == 700
    assert ["did you mean" in problems[at].message for at in (0, -1)] == [True, False]
