"""One record in plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from exchange.history import TIMELINE
from strategies import timelines
from tui.exchange.prose import find_any, record, table
from tui.timeline.records import Ref, Source
from tui.timeline.timeline import Timeline


@pytest.mark.parametrize(
    ("record_id", "refs"),
    [
        pytest.param("sochi", (Ref("event", "sochi"), Ref("source", "sochi")), id="two kinds"),
        pytest.param("putin", (Ref("actor", "putin"),), id="an actor"),
        pytest.param("q01", (Ref("quote", "q01"),), id="a quote"),
        pytest.param("sochi.c2", (Ref("claim", "sochi.c2"),), id="a claim"),
        pytest.param("syria", (), id="a thread"),
        pytest.param("lost", (), id="nothing"),
    ],
)
def test_an_id_may_be_that_of_several_records(record_id: str, refs: tuple[Ref, ...]) -> None:
    assert find_any(TIMELINE, record_id) == refs


def test_an_event_is_what_detail_says_and_the_addresses() -> None:
    text = record(TIMELINE, Ref("event", "sochi"), 40)
    lines = text.splitlines()
    assert lines[:4] == [
        "event sochi",
        "",
        "Assad meets Putin",
        "Thursday 17 May 2018 · Sochi · Syria",
    ]
    assert "✗ disputed  The two met in Moscow." in text
    assert lines[-2:] == ["Addresses", "[1] https://k.ru/a(1)"]


@pytest.mark.parametrize("ref", [Ref("quote", "q01"), Ref("claim", "c01")], ids="-".join)
def test_a_part_has_the_address_of_its_source(ref: Ref) -> None:
    assert record(TIMELINE, ref).endswith("\nAddresses\n§ https://k.ru/a(1)\n")


def test_a_record_without_an_address_has_none() -> None:
    assert "Addresses" not in record(TIMELINE, Ref("event", "gori"))
    assert record(TIMELINE, Ref("event", "lost")) == ""


def test_two_sources_of_one_address_keep_their_numbers() -> None:
    url = "https://example.org"
    event = TIMELINE.events[0]._replace(sources=("a", "b"))
    sources = (Source("a", url=url), Source("b", url=url))
    text = record(Timeline(sources=sources, events=(event,)), event.ref)
    assert text.endswith(f"Addresses\n[1] {url}\n[2] {url}\n")


def test_a_table_has_the_same_words_beside_what_they_are_about() -> None:
    text = table(TIMELINE, Ref("quote", "q01"), 44)
    lines = text.splitlines()
    assert lines[0] == "quote         q01"
    assert "Source        § Kremlin" in text
    assert lines[-1] == "Addresses     § https://k.ru/a(1)"
    assert table(TIMELINE, Ref("event", "lost")) == ""


@given(timelines(), st.integers(30, 100))
def test_a_table_says_all_and_fits(timeline: Timeline, width: int) -> None:
    for event in timeline.events:
        text, _, _ = table(timeline, event.ref, width).partition("\nAddresses")
        assert all(cell_len(line) <= width for line in text.splitlines()[1:])
        said = record(timeline, event.ref, width - 14).partition("\nAddresses\n")[0]
        assert sorted(text.split()) == sorted(said.split())


@given(timelines(), st.integers(20, 100))
def test_no_line_but_that_of_an_address_or_an_id_is_wider(timeline: Timeline, width: int) -> None:
    for event in timeline.events:
        text, _, _ = record(timeline, event.ref, width).partition("\nAddresses\n")
        assert all(cell_len(line) <= width for line in text.splitlines()[1:])
