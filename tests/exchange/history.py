"""A small history, which every format is tried on."""

from tui.timeline.dates import parse
from tui.timeline.records import Actor, Claim, Event, Quote, Source, Thread
from tui.timeline.timeline import Timeline

WORDS = Quote(
    "q01",
    "sochi",
    "The war is [nearly] over",
    speaker="putin",
    date=parse("2018-05-17"),
    source="kremlin",
)
UNKNOWN = Quote("sochi.q2", "sochi", "Nothing is over", speaker="A diplomat")
DISPUTED = Claim(
    "c01",
    "sochi",
    "The two met in Moscow.",
    by="essay",
    verdict="disputed",
    note="They met in Sochi.",
    sources=("kremlin",),
)
BARE = Claim("sochi.c2", "sochi", "It was warm.")
SOCHI = Event(
    "sochi",
    parse("2018-05-17"),
    "Assad meets Putin",
    1,
    thread="syria",
    place="Sochi",
    actors=("assad",),
    tags=("visit", "black sea"),
    confidence="medium",
    caveat="The hour is not known.",
    summary="They talk.\nThey part.",
    sources=("kremlin",),
    quotes=(WORDS, UNKNOWN),
    claims=(DISPUTED, BARE),
    notes="Slowly.",
    url="https://example.org/sochi",
)
GORI = Event("gori", parse("2008-08~"), "Tanks, in Gori", 0)

TIMELINE = Timeline(
    title="A history",
    threads=(Thread("syria", "Syria"),),
    actors=(
        Actor(
            "putin", "Vladimir Putin", "Владимир Путин", "person", "President", url="https://k.ru"
        ),
        Actor("assad", "Bashar al-Assad"),
    ),
    sources=(
        Source(
            "kremlin",
            "Meeting with Assad",
            publisher="Kremlin",
            date=parse("2018-05-17"),
            url="https://k.ru/a(1)",
            locator="p. 3",
        ),
        Source("essay", author="Ben Dubow", publisher="CEPA", date=parse("2024-12~")),
        Source("sochi"),
    ),
    events=(GORI, SOCHI),
)
EVERY = range(2)
