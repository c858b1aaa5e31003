"""What a query doubts about a timeline."""

import pytest

from tui.timeline.dates import parse as parse_date
from tui.timeline.haystack import gathered
from tui.timeline.names import doubts
from tui.timeline.query import parse
from tui.timeline.records import Actor, Event, Quote, Source, Thread
from tui.timeline.timeline import Timeline

QUOTE = Quote("q", "e", "Yes", speaker="Jane Roe")
EVENT = Event(
    "e", parse_date("2014"), "A", tags=("ceasefire",), place="Yerevan, Armenia", quotes=(QUOTE,)
)
HAYSTACK = gathered(
    Timeline(
        threads=(Thread("south", "South Caucasus"),),
        actors=(Actor("putin", "Vladimir Putin", aliases=("the Kremlin",)),),
        sources=(Source("wire-2014", "A fall", publisher="Massis Post"),),
        events=(EVENT,),
    )
)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("actor:Putn", 'no actor is called "Putn"; did you mean Vladimir Putin?'),
        ("-actor:kremlni", 'no actor is called "kremlni"; did you mean Vladimir Putin?'),
        ('actor:"Jane Rowe"', 'no actor is called "Jane Rowe"; did you mean Jane Roe?'),
        ("actor:zzz", 'no actor is called "zzz"'),
        ("source:masis", 'no source is called "masis"; did you mean Massis Post?'),
        ("source:wire-2041", 'no source is called "wire-2041"; did you mean wire-2014?'),
        ("thread:caucassus", 'no thread is called "caucassus"; did you mean South Caucasus?'),
        ("tag:ceasfire", 'no tag is called "ceasfire"; did you mean ceasefire?'),
        ("place:Yerevna", 'no place is called "Yerevna"; did you mean Yerevan, Armenia?'),
    ],
)
def test_a_name_that_nothing_has_is_doubted(query: str, message: str) -> None:
    (doubt,) = doubts(HAYSTACK, parse(f"a {query}"))
    assert doubt == (3, len(query), message)


@pytest.mark.parametrize(
    "query",
    [
        "actor:put",
        "actor:roe",
        "source:massis",
        "thread:south",
        "tag:cease",
        "place:armenia",
        "zzz",
    ],
)
def test_a_name_that_something_has_is_not_doubted(query: str) -> None:
    assert doubts(HAYSTACK, parse(query)) == ()
