"""Hypothesis strategies: well-formed values of every kind."""

from collections.abc import Callable
from functools import partial
from operator import methodcaller
from typing import TypeVar, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tui.timeline.dates import Date, parse
from tui.timeline.problems import Problem, Severity
from tui.timeline.query import CHOICES, DATE_KEYS, KEYS, Query, Term
from tui.timeline.records import Actor, Claim, Event, Quote, Ref, Source, Thread
from tui.timeline.timeline import Timeline, in_order
from tui.view.leaps import to_date
from tui.view.lists import LISTS, PANES
from tui.view.pins import Facet, filter_chip, pin, with_chips
from tui.view.search import search
from tui.view.trail import leapt
from tui.view.transitions import TRANSITIONS, after
from tui.view.view import Snag, View, start

T = TypeVar("T")
Parts = tuple[partial[T], ...]

_signs = st.sampled_from(["", "-"])
_marks = st.sampled_from(["", "~", "?", "%"])
_months = st.integers(1, 12).map("{:02}".format)
_years = st.one_of(
    st.integers(1900, 2100).map("{:04}".format),
    st.integers(0, 9999).map("{:04}".format),
    st.integers(1, 9999).map("-{:04}".format),
)
_days = st.one_of(
    st.dates().map(str),
    st.builds("{}-{}-{:02}".format, _years, _months, st.integers(1, 28)),
)
_clocks = st.builds(
    "{:02}:{:02}{}{}".format,
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(["", ":00", ":59"]),
    st.sampled_from(["", "Z", "+04", "-03:30", "+00:00"]),
)
_unmarked = st.one_of(
    _years,
    st.builds("Y{}{}".format, _signs, st.integers(10_000, 999_999_999_999)),
    st.builds("{}{:03}X".format, _signs, st.integers(0, 999)),
    st.builds("{}{:02}XX".format, _signs, st.integers(0, 99)),
    st.builds("{}-{}".format, _years, _months),
    st.builds("{}-{}".format, _years, st.sampled_from(["XX", "XX-XX", "21", "22", "23", "24"])),
    st.builds("{}-{}-XX".format, _years, _months),
    _days,
)
_sides = st.builds("{}{}".format, _unmarked, _marks)


@st.composite
def _ranges(draw: DrawFn) -> str:
    """A range with both sides, the one that starts first in front."""
    first, last = sorted(draw(st.tuples(_sides, _sides)), key=lambda side: parse(side).anchor)
    return f"{first}/{last}"


def edtf_texts() -> SearchStrategy[str]:
    """Every form of EDTF levels 0 and 1."""
    missing = st.sampled_from(["", ".."])
    return st.one_of(
        _sides,
        st.builds("{}T{}".format, _days, _clocks),
        _ranges(),
        st.builds("{}/{}".format, _sides, missing),
        st.builds("{}/{}".format, missing, _sides),
    )


def edtf_dates() -> SearchStrategy[Date]:
    """The dates that `edtf_texts` mean."""
    return edtf_texts().map(parse)


# Timelines


_CHARACTERS = (
    *("a", "e", "W", "-", "·", "é", "e\u0301", "न\u0947", "ب", "ل\u064e", "ж"),  # one cell each
    *("日", "語", "한", "👍🏽", "👩\u200d💻", "🇺🇦", "１"),  # two
)


def texts() -> SearchStrategy[str]:
    """Words of one-cell and two-cell characters, marks that take no cell, and joined emoji."""
    word = st.lists(st.sampled_from(_CHARACTERS), min_size=1, max_size=12).map("".join)
    return st.lists(word, min_size=1, max_size=8).map(" ".join)


# Drawn from lists, since a timeline made letter by letter takes a fifth of a second.
_texts = st.sampled_from(
    [
        "Putin",
        "Russia recognises both regions, and sends its army in",
        "A" * 90,
        "ein Wort " + "日本語" * 20,
        "習近平與普京在北京會晤",
        "العلاقات الروسية السورية بعد عام ٢٠١٥ لَمْ تَنْتَهِ",
        "e\u0301" * 50,
        "👩\u200d💻 👍🏽 🇺🇦 ❤\ufe0f" * 12,
        "https://example.org/" + "long/" * 30,
        "first line\nsecond line\n\nfourth",
    ]
)
_missing = st.just("")
_optional_texts = _missing | _texts
_dates = st.sampled_from(
    [
        *("2014", "2014-03", "2014-03-18", "2014-03-18T09:30", "2014-12~", "2014-24?", "201X"),
        *("2014-02-27/2014-03-18", "2016-12-27/2017-02-03", "2022-02-24/..", "../2008", "19XX~"),
        *("0044", "-0043-03-15", "0000", "-0048/0012", "2014-21/2016-23", "9999-12-31", "Y-10000"),
        *("2014-01-05%/2015-11-25%", "-0332-10-01?/-0331-10-01~"),
    ]
).map(parse)
_actor_ids = st.sampled_from(["actor0", "actor1", "actor2", "unknown"])
_source_ids = st.sampled_from(["source0", "source1", "source2", "unknown"])
_verdicts = st.sampled_from(["", "confirmed", "partly", "disputed", "opinion", "unchecked"])


def _several(each: SearchStrategy[T], most: int) -> SearchStrategy[tuple[T, ...]]:
    return st.lists(each, max_size=most).map(tuple)


# A record without its id, which is given when it is known where it stands.
_quotes = st.builds(
    partial,
    st.just(Quote),
    text=_texts,
    speaker=_optional_texts | _actor_ids,
    date=st.none() | _dates,
    source=_missing | _source_ids,
    note=_optional_texts,
)
_claims = st.builds(
    partial,
    st.just(Claim),
    text=_texts,
    by=_missing | _source_ids,
    verdict=_verdicts,
    note=_optional_texts,
    sources=_several(_source_ids, 3),
)
_events = st.builds(
    partial,
    st.just(Event),
    date=_dates,
    title=_texts,
    thread=st.sampled_from(["", "thread0", "thread1", "unknown"]),
    place=_optional_texts,
    actors=_several(_actor_ids, 3),
    tags=_several(_texts, 2),
    confidence=st.sampled_from(["", "high", "low"]),
    caveat=_optional_texts,
    summary=_optional_texts,
    sources=_several(_source_ids, 3),
)
_actors = st.builds(
    partial,
    st.just(Actor),
    name=_texts,
    native=_optional_texts,
    kind=st.sampled_from(["", "person", "state", "other"]),
    role=_optional_texts,
    affiliations=_several(_actor_ids, 2),
    aliases=_several(_texts, 2),
)
_sources = st.builds(
    partial,
    st.just(Source),
    title=_optional_texts,
    kind=st.sampled_from(["", "article"]),
    publisher=_optional_texts,
    author=_optional_texts,
    date=st.none() | _dates,
    url=_optional_texts,
    locator=_optional_texts,
)
_parts = st.tuples(_events, _several(_quotes, 2), _several(_claims, 2))


def _event(at: int, parts: tuple[partial[Event], Parts[Quote], Parts[Claim]]) -> Event:
    event, quotes, claims = parts
    own = f"event{at}"
    return event(
        id=own,
        place_in_file=at,
        quotes=tuple(each(id=f"{own}-quote{n}", event=own) for n, each in enumerate(quotes)),
        claims=tuple(each(id=f"{own}-claim{n}", event=own) for n, each in enumerate(claims)),
    )


def _timeline(  # noqa: PLR0913, a timeline has so many parts
    *,
    title: str,
    span: Date | None,
    threads: tuple[str, ...],
    actors: Parts[Actor],
    sources: Parts[Source],
    events: tuple[tuple[partial[Event], Parts[Quote], Parts[Claim]], ...],
) -> Timeline:
    return Timeline(
        title=title,
        span=span,
        threads=tuple(Thread(f"thread{at}", name) for at, name in enumerate(threads)),
        actors=tuple(each(id=f"actor{at}") for at, each in enumerate(actors)),
        sources=tuple(each(id=f"source{at}") for at, each in enumerate(sources)),
        events=in_order(_event(at, parts) for at, parts in enumerate(events)),
    )


_timelines = st.builds(
    _timeline,
    title=_optional_texts,
    span=st.none() | _dates,
    threads=_several(_texts, 2),
    actors=_several(_actors, 3),
    sources=_several(_sources, 3),
    events=_several(_parts, 4),
)


def timelines() -> SearchStrategy[Timeline]:
    """Small timelines, empty ones among them; a few references lead nowhere."""
    return _timelines


# Queries


_words = st.sampled_from(
    [
        *(
            "putin",
            "Putin",
            "e",
            "é",
            "日本",
            "long",
            "aaa",
            "event1",
            "thread0",
            "actor1",
            "\u0301",
        ),
        *(
            "zzz",
            "both regions",
            "-x",
            "a:b",
            "on:2014",
            'a"b',
            '"',
            "a,b",
            ",",
            "http://x",
            "İ",
            "ß",
        ),
    ]
)
_asked_dates = st.sampled_from(
    ["2014", "2014-03", "Sep 2022", "2014..2016", "201X", "44 BC", "../2008", "2022-02-24/.."]
)


def _values_of(key: str) -> SearchStrategy[tuple[str, ...]]:
    each = _words
    if key in CHOICES:
        each = st.sampled_from([*CHOICES[key], *(word[:3] for word in CHOICES[key])])
    elif key in DATE_KEYS:
        each = _asked_dates
    return st.lists(each, min_size=1, max_size=3 if key else 1).map(tuple)


_terms = st.sampled_from(["", *KEYS]).flatmap(
    lambda key: st.builds(Term, st.just(key), _values_of(key), st.booleans())
)


def terms() -> SearchStrategy[Term]:
    """One term of a query, of any key or none."""
    return _terms


def queries() -> SearchStrategy[Query]:
    """Queries without a mistake, as values; where they are written is not known."""
    return st.builds(Query, _several(_terms, 4))


def typed_texts() -> SearchStrategy[str]:
    """What somebody may type into a prompt, whether or not it makes sense."""
    signs = st.sampled_from(['"', '""', "-", ":", ",", " ", "  ", "..", "/", "~"])
    keys = st.sampled_from([f"{key}:" for key in (*KEYS, "actr", "date", "http")])
    parts = st.one_of(signs, keys, _words, _asked_dates, st.sampled_from(_CHARACTERS), st.text())
    return st.lists(parts, max_size=8).map("".join)


# Views


def _snag(severity: Severity, line: int, column: int, texts: tuple[str, str, str]) -> Snag:
    lines = [text.replace("\n", " ") for text in texts]
    column = min(column, len(lines[1]) + 1)
    excerpt = tuple(enumerate(lines, line))
    return Snag(Problem(severity, texts[0], line + 1, column), excerpt)


_snags = st.builds(
    _snag,
    st.sampled_from(get_args(Severity)),
    st.integers(1, 2000),
    st.integers(1, 200),
    st.tuples(_texts, _texts, _texts),
)
_first_views = st.builds(start, _timelines, _several(_snags, 2))
_refs = st.sampled_from(
    [
        *(Ref("event", "event1"), Ref("actor", "actor0"), Ref("source", "source1")),
        *(Ref("quote", "event0-quote0"), Ref("claim", "event1-claim0"), Ref("tour", "event0")),
    ]
)
_lists = st.sampled_from(LISTS)
_facets = st.one_of(
    st.builds(Facet, st.just("thread"), st.sampled_from(["thread0", "thread1", "unknown"])),
    st.builds(Facet, st.just("actor"), st.sampled_from(["actor0", "actor1", "Putin"])),
    st.builds(Facet, st.just("source"), st.sampled_from(["source0", "source1"])),
    st.builds(Facet, st.just("verdict"), st.sampled_from(["disputed", "unchecked"])),
    st.builds(Facet, st.sampled_from(["tag", "place"]), _texts),
)


def _pinned(facet: Facet, *, is_excluded: bool) -> Callable[[View], View]:
    return lambda view: leapt(view, pin(view, facet, is_excluded=is_excluded))


def _filtered(text: str) -> Callable[[View], View]:
    return lambda view: leapt(view, with_chips(view, (*view.chips, filter_chip(text))))


def _searched(text: str) -> Callable[[View], View]:
    return lambda view: search(view, text)


def _dated(date: Date) -> Callable[[View], View]:
    return lambda view: leapt(view, to_date(view, date))


def _acted(action_id: str) -> Callable[[View], View]:
    return partial(after, action_id)


_transitions: SearchStrategy[Callable[[View], View]] = st.one_of(
    st.sampled_from(sorted(TRANSITIONS)).map(_acted),
    st.builds(_pinned, _facets, is_excluded=st.booleans()),
    st.sampled_from(["putin", "zzz", "-long", "on:2014 has:quote"]).map(_filtered),
    st.sampled_from(["", "putin", "e", "zzz", "日本", "ein wort"]).map(_searched),
    _dates.map(_dated),
    st.just(lambda view: leapt(view, view.follow())),
    st.sampled_from([methodcaller("peeled"), lambda view: view.reload(view.timeline, view.snags)]),
    st.builds(methodcaller, st.just("focus_on"), st.sampled_from(PANES)),
    st.builds(methodcaller, st.just("move"), _lists, st.integers(-1, 9)),
    st.builds(methodcaller, st.just("step"), _lists, st.integers(-9, 9)),
    st.builds(methodcaller, st.just("go"), _refs),
    st.builds(methodcaller, st.just("year"), st.sampled_from([-1, 1])),
    st.builds(methodcaller, st.just("select_stop"), st.integers(0, 9)),
    st.sampled_from([methodcaller("follow"), methodcaller("zoom")]),
)


def _later(view: View, transitions: list[Callable[[View], View]]) -> View:
    for transition in transitions:
        view = transition(view)
    return view


_views = st.builds(_later, _first_views, st.lists(_transitions, max_size=6))


def first_views() -> SearchStrategy[View]:
    """The first view of a timeline, perhaps of a file with problems."""
    return _first_views


def transitions() -> SearchStrategy[Callable[[View], View]]:
    """One thing that a reader may do, whether or not it makes sense where the view is."""
    return _transitions


def views() -> SearchStrategy[View]:
    """A view that a reader may have come to."""
    return _views
