"""Files of the format as plain data, and mistakes in them."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from strategies import edtf_texts

Tree = dict[str, Any]
"""A timeline file as plain data: mappings, lists and texts."""

_tricky = st.sampled_from(
    ["A: b", "# no comment", "- dash", "it's", 'a "quote"', "no", "2014", "null", "[a]", "*a", "~"]
)
_plain = st.text("aeW -éжب日\u0301\u200d😀", min_size=1, max_size=20).map(str.strip).filter(bool)
_written = _plain | _tricky


def _some(
    fields: dict[str, SearchStrategy[Any]], **needed: SearchStrategy[Any]
) -> SearchStrategy[Tree]:
    return st.fixed_dictionaries(needed, optional={**fields, "x-own": st.just({"any": ["thing"]})})


def _many(each: SearchStrategy[Any]) -> SearchStrategy[list[Any]]:
    return st.lists(each, max_size=3)


def _entries(kind: str, each: SearchStrategy[Tree]) -> SearchStrategy[Tree]:
    return st.fixed_dictionaries({f"{kind}-0": each}, optional={f"{kind}-1": each})


@st.composite
def files(draw: DrawFn) -> Tree:
    """Files without a mistake, sections in any order."""
    actors, sources = st.just("actor-0"), st.just("source-0")
    quote = _some(
        {
            "speaker": actors | _plain.map("Mr {}".format),
            "checked": st.sampled_from(["source", "essay", "unchecked"]),
            "date": edtf_texts(),
            "source": sources,
            "note": _written,
        },
        text=_written,
    )
    claim = _some(
        {
            "by": sources,
            "verdict": st.sampled_from(["partly", "opinion"]),
            "sources": _many(sources),
        },
        text=_written,
    )
    event = _some(
        {
            "thread": st.just("thread-0"),
            "place": _written,
            "actors": _many(actors),
            "tags": _many(_written),
            "confidence": st.sampled_from(["high", "medium", "low"]),
            "summary": _written,
            "sources": _many(sources),
            "quotes": _many(quote),
            "claims": _many(claim),
        },
        date=edtf_texts(),
        title=_written,
    )
    tour = _some({}, title=_written, steps=st.just([{"event": "event-0", "say": "x"}]))
    source = _some({"kind": st.just("article"), "date": edtf_texts(), "url": _written})
    actor = _some(
        {"kind": st.just("armed group"), "affiliations": _many(actors), "aliases": _many(_written)},
        name=_written,
    )
    events = st.lists(event, min_size=1, max_size=3).map(
        lambda found: [{"id": f"event-{at}", **each} for at, each in enumerate(found)]
    )
    whole = _some(
        {"subtitle": _written, "span": edtf_texts(), "tours": _entries("tour", tour)},
        title=_written,
        events=events,
        threads=_entries("thread", _some({}, name=_written)),
        actors=_entries("actor", actor),
        sources=_entries("source", source),
    )
    return dict(draw(st.permutations(list(draw(whole).items()))))
