"""What the menu offers to copy of a record."""

import shlex

import pytest

from exchange.history import GORI, SOCHI, TIMELINE
from tui.exchange.citation import of_claim, of_quote, of_source
from tui.exchange.copies import copies
from tui.timeline.records import Claim, Quote, Ref
from tui.timeline.timeline import Timeline

OFFERED = {
    Ref("event", "sochi"): "title quote citation link markdown yaml command",
    Ref("event", "gori"): "title markdown yaml command",
    Ref("actor", "putin"): "title link markdown yaml",
    Ref("actor", "assad"): "title markdown yaml",
    Ref("source", "kremlin"): "title citation link markdown yaml",
    Ref("source", "essay"): "citation markdown yaml",
    Ref("quote", "q01"): "quote citation link markdown yaml command",
    Ref("quote", "sochi.q2"): "quote citation markdown yaml command",
    Ref("claim", "c01"): "title citation markdown yaml command",
    Ref("claim", "lost"): "",
    Ref("thread", "syria"): "",
}


def texts(ref: Ref, file_name: str = "a.yaml") -> dict[str, str]:
    """What can be copied of a record, by what it is."""
    return {each.id: each.text for each in copies(TIMELINE, ref, file_name, "- id: x\n")}


@pytest.mark.parametrize("ref", OFFERED, ids="-".join)
def test_only_what_a_record_has_is_offered(ref: Ref) -> None:
    assert list(texts(ref)) == OFFERED[ref].split()


def test_without_a_file_there_is_no_block_and_no_command() -> None:
    found = copies(TIMELINE, Ref("event", "sochi"))
    assert {"yaml", "command"}.isdisjoint(each.id for each in found)


def test_the_texts_of_an_event() -> None:
    found = texts(Ref("event", "sochi"))
    assert found["title"] == "Assad meets Putin, 17 May 2018"
    assert found["quote"] == "The war is [nearly] over\n\nNothing is over"
    assert found["citation"] == "\n\n".join(of_quote(TIMELINE, each) for each in SOCHI.quotes)
    assert found["link"] == "https://example.org/sochi"
    assert found["markdown"].startswith("## 17 May 2018: Assad meets Putin\n")
    assert found["yaml"] == "- id: x\n"
    assert found["command"] == "dateline a.yaml --at sochi"


def test_the_labels_say_how_many_quotes_there_are() -> None:
    labels = [each.label for each in copies(TIMELINE, Ref("event", "sochi"), "a.yaml", "x")]
    assert labels == [
        *("Title and date", "2 quotes", "2 quotes with citations", "Link", "Markdown"),
        *("YAML block", "Command that opens it here"),
    ]


def test_an_event_without_an_address_has_that_of_its_first_source() -> None:
    event = GORI._replace(sources=("essay", "kremlin"))
    timeline = Timeline(sources=TIMELINE.sources, events=(event,))
    found = {each.id: each.text for each in copies(timeline, Ref("event", "gori"))}
    assert found["link"] == "https://k.ru/a(1)"


def test_the_texts_of_the_other_kinds() -> None:
    quote, claim = TIMELINE.quotes[0], TIMELINE.claims[0]
    assert texts(Ref("actor", "putin"))["title"] == "Vladimir Putin, President"
    assert texts(Ref("source", "kremlin"))["title"] == "Meeting with Assad, 17 May 2018"
    assert texts(Ref("source", "kremlin"))["citation"] == of_source(TIMELINE.sources[0])
    assert texts(Ref("quote", "q01"))["quote"] == "The war is [nearly] over"
    assert texts(Ref("quote", "q01"))["citation"] == of_quote(TIMELINE, quote)
    assert texts(Ref("quote", "q01"))["link"] == "https://k.ru/a(1)"
    assert texts(Ref("claim", "c01"))["title"] == "The two met in Moscow."
    assert texts(Ref("claim", "c01"))["citation"] == of_claim(TIMELINE, claim)


@pytest.mark.parametrize("part", [Ref("quote", "q01"), Ref("claim", "c01")], ids="-".join)
def test_the_command_for_a_part_opens_its_event(part: Ref) -> None:
    assert texts(part)["command"] == "dateline a.yaml --at sochi"


@pytest.mark.parametrize(
    ("event_id", "file_name", "words"),
    [
        pytest.param("e", "my war.yaml", ["my war.yaml", "--at", "e"], id="a blank"),
        pytest.param("e", "$(rm -r *).yaml", ["$(rm -r *).yaml", "--at", "e"], id="a shell's own"),
        pytest.param("e; ls", "/a/b.yml", ["/a/b.yml", "--at", "e; ls"], id="an odd id"),
        pytest.param("-e", "a.yaml", ["a.yaml", "--at=-e"], id="an id like an option"),
        pytest.param("e", "-a.yaml", ["./-a.yaml", "--at", "e"], id="a file like an option"),
        pytest.param("e", "check", ["./check", "--at", "e"], id="a file like a command"),
    ],
)
def test_the_command_is_safe_in_a_shell(event_id: str, file_name: str, words: list[str]) -> None:
    timeline = Timeline(events=(GORI._replace(id=event_id),))
    (command,) = (
        each.text
        for each in copies(timeline, Ref("event", event_id), file_name)
        if each.id == "command"
    )
    assert shlex.split(command) == ["dateline", *words]


def test_a_part_of_no_event_has_no_command() -> None:
    event = GORI._replace(
        quotes=(Quote("q", "lost", "Words"),), claims=(Claim("c", "lost", "Words"),)
    )
    timeline = Timeline(events=(event,))
    for ref in (Ref("quote", "q"), Ref("claim", "c")):
        assert "command" not in {each.id for each in copies(timeline, ref, "a.yaml")}
