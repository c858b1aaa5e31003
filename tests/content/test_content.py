"""The shipped timeline says what the research found: every claim, every quotation, every date.

`expected.yaml` holds dates, verbatim words and verdicts apart from the file under test.
Both are read with every scalar as text, so that no date, number or boolean is made of it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

Fields = dict[str, Any]

HERE = Path(__file__).parent
FILE = HERE.parents[1] / "timeline.yaml"
TEXT = FILE.read_bytes().decode("utf-8")
LINES = TEXT.split("\n")

PROSE = ("summary", "caveat", "note", "notes", "say")
VERDICTS = {"confirmed", "partly", "disputed", "opinion", "unchecked"}
WEIGHED = {"confirmed", "partly", "disputed"}
WORDS_A_MINUTE = 130
NEIGHBOURS = {"georgia", "armenia", "azerbaijan"}
BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
END_OF_SENTENCE = re.compile(r"[.?!][”»)]?$")
TWO_SENTENCES = re.compile(r"[.?!][”»)]? +[“«(]?\w")


def read(text: str) -> Fields:
    fields: Fields = yaml.BaseLoader(text).get_single_data()
    return fields


TIMELINE = read(TEXT)
EXPECTED = read((HERE / "expected.yaml").read_text(encoding="utf-8"))
EVENTS: dict[str, Fields] = {event["id"]: event for event in TIMELINE["events"]}


def listed(kind: str) -> list[Fields]:
    """The quotes or claims of every event, each with the event it stands under."""
    return [
        {**item, "event": event["id"]}
        for event in TIMELINE["events"]
        for item in event.get(kind, [])
    ]


QUOTES = {quote["id"]: quote for quote in listed("quotes")}
CLAIMS = {claim["id"]: claim for claim in listed("claims")}
ALL_CLAIMS = [pytest.param(claim, id=claim_id) for claim_id, claim in CLAIMS.items()]
ALL_EVENTS = [pytest.param(event, id=event_id) for event_id, event in EVENTS.items()]
STEPS = [step for tour in TIMELINE["tours"].values() for step in tour["steps"]]


def pairs(node: yaml.Node | None) -> Iterator[tuple[yaml.MappingNode, str, yaml.Node]]:
    """Every mapping, key and value in the file, however deep."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield node, key.value, value
            yield from pairs(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from pairs(item)


def written_lines(value: yaml.Node) -> list[str]:
    """The lines that a scalar takes in the file, without indent, key and block mark."""
    if value.start_mark.line == value.end_mark.line:
        return [str(value.value)]
    written = LINES[value.start_mark.line + 1 : value.end_mark.line]
    return [line.strip() for line in written if line.strip()]


ROOT = yaml.compose(TEXT, Loader=yaml.BaseLoader)
PAIRS = list(pairs(ROOT))
PROSE_LINES = [line for _, key, value in PAIRS if key in PROSE for line in written_lines(value)]


def first_day(date: str) -> str:
    """The first day of an EDTF date, or of the range it begins."""
    start, _, _ = date.partition("/")
    return (start.rstrip("~?%") + "-01-01")[: len("2014-03-18")]


# The file


def test_the_file_names_its_schema_first() -> None:
    assert LINES[0] == "# yaml-language-server: $schema=tui/timeline.schema.json"


def test_the_file_is_plain_text_with_unix_lines() -> None:
    assert not TEXT.startswith("\ufeff")
    assert "\r" not in TEXT
    assert "\t" not in TEXT
    assert TEXT.endswith("\n")
    assert not TEXT.endswith("\n\n")
    assert [line for line in LINES if line != line.rstrip()] == []


def test_no_direction_mark_hides_in_the_file() -> None:
    assert [line for line in LINES if BIDI_CONTROLS.search(line)] == []


def test_no_anchor_alias_or_tag_is_used() -> None:
    hidden = (yaml.AnchorToken, yaml.AliasToken, yaml.TagToken, yaml.DocumentStartToken)

    assert [token for token in yaml.scan(TEXT) if isinstance(token, hidden)] == []


def test_no_key_is_given_twice() -> None:
    counts = Counter((id(mapping), key) for mapping, key, _ in PAIRS)

    assert [key for (_, key), times in counts.items() if times > 1] == []


def test_nothing_is_left_empty() -> None:
    assert [key for _, key, value in PAIRS if not value.value] == []


# Events


def test_every_event_is_there_once_with_its_date() -> None:
    ids = [event["id"] for event in TIMELINE["events"]]

    assert Counter(ids) == Counter(list(EXPECTED["events"]))
    assert {event_id: EVENTS[event_id]["date"] for event_id in ids} == EXPECTED["events"]


def test_events_stand_in_order_of_time() -> None:
    starts = [first_day(event["date"]) for event in TIMELINE["events"]]

    assert starts == sorted(starts)


def test_a_rule_names_each_year_above_its_first_event() -> None:
    years = list(dict.fromkeys(event["date"][:4] for event in TIMELINE["events"]))
    marked = re.findall(r"\n  # ---- (\d{4}) ----\n\n  - id: .*\n    date: (\d{4})", TEXT)

    assert marked == [(year, year) for year in years]


@pytest.mark.parametrize("event", ALL_EVENTS)
def test_a_title_fits_a_row(event: Fields) -> None:
    assert 0 < len(event["title"]) <= 60


@pytest.mark.parametrize("event", ALL_EVENTS)
def test_an_event_says_what_it_rests_on(event: Fields) -> None:
    assert event["basis"] in {"article", "background"}
    assert event["confidence"] in {"high", "medium", "low"}
    assert event["confidence"] == "high" or event["caveat"]
    assert event["sources"]
    assert (event["basis"] == "article") == ("cepa-2024" in event["sources"])


def test_prose_ends_each_line_with_a_sentence() -> None:
    assert [line for line in PROSE_LINES if not END_OF_SENTENCE.search(line)] == []


def test_prose_has_one_sentence_a_line() -> None:
    assert [line for line in PROSE_LINES if TWO_SENTENCES.search(line)] == []


# Claims


def test_the_claims_are_c01_to_c57_each_once() -> None:
    assert sorted(claim["id"] for claim in listed("claims")) == [f"c{n:02}" for n in range(1, 58)]


@pytest.mark.parametrize("claim", ALL_CLAIMS)
def test_a_claim_stands_under_its_event_with_its_verdict(claim: Fields) -> None:
    found = {key: claim[key] for key in ("event", "verdict")}

    assert found == EXPECTED["claims"][claim["id"]]
    assert claim["verdict"] in VERDICTS


@pytest.mark.parametrize("claim", ALL_CLAIMS)
def test_a_claim_is_the_essays_in_a_sentence_with_a_note_beside_it(claim: Fields) -> None:
    assert claim["by"] == "cepa-2024"
    assert claim["text"].endswith(".")
    assert claim["note"]


def test_a_weighed_claim_cites_another_source_than_the_essay() -> None:
    weighed = [claim for claim in CLAIMS.values() if claim["verdict"] in WEIGHED]

    assert [claim["id"] for claim in weighed if not claim.get("sources")] == []


def test_the_essay_is_no_witness_for_itself() -> None:
    cited = {claim_id: claim.get("sources", []) for claim_id, claim in CLAIMS.items()}

    assert [claim_id for claim_id, sources in cited.items() if "cepa-2024" in sources] == []


def test_an_opinion_is_given_as_its_authors() -> None:
    opinions = [claim for claim in CLAIMS.values() if claim["verdict"] == "opinion"]

    assert [claim["id"] for claim in opinions if "author" not in claim["note"]] == []


def test_an_unchecked_claim_says_so_in_words() -> None:
    unchecked = [claim for claim in CLAIMS.values() if claim["verdict"] == "unchecked"]

    assert [claim["id"] for claim in unchecked if "not checked" not in claim["note"]] == []


# Quotations


def test_every_quotation_is_there_once() -> None:
    assert Counter(quote["id"] for quote in listed("quotes")) == Counter(list(EXPECTED["quotes"]))


@pytest.mark.parametrize("quote_id", EXPECTED["quotes"])
def test_a_quotation_is_verbatim(quote_id: str) -> None:
    found = {key: value for key, value in QUOTES[quote_id].items() if key not in {"id", "note"}}

    assert found == EXPECTED["quotes"][quote_id]


# Sources


def test_no_source_is_said_to_be_better_checked_than_it_was() -> None:
    checked = {source_id: source["checked"] for source_id, source in TIMELINE["sources"].items()}

    assert checked == EXPECTED["sources"]


def test_every_source_can_be_found() -> None:
    places = {
        name: source.keys() & {"url", "locator"} for name, source in TIMELINE["sources"].items()
    }

    assert [name for name, found in places.items() if not found] == []


def test_an_unknown_headline_stays_unknown() -> None:
    titles = [source["title"] for source in TIMELINE["sources"].values() if "title" in source]

    assert [title for title in titles if title.startswith("[")] == []


def test_the_essay_has_no_invented_headline_day_or_address() -> None:
    essay = TIMELINE["sources"]["cepa-2024"]

    assert not essay.keys() & {"title", "url"}
    assert essay["date"] == "2024-12~"


# References


def named(kind: str, *records: Fields) -> set[str]:
    return {name for record in records for name in record.get(kind, [])}


def test_every_actor_is_defined_and_used() -> None:
    actors = TIMELINE["actors"]
    affiliations = named("affiliations", *actors.values())
    speakers = {quote["speaker"] for quote in QUOTES.values()}
    ids = {speaker for speaker in speakers if re.fullmatch(r"[a-z0-9-]+", speaker)}

    assert named("actors", *EVENTS.values()) | ids | affiliations == set(actors)


def test_every_source_is_defined_and_cited() -> None:
    quoted = {quote["source"] for quote in QUOTES.values()}

    assert named("sources", *EVENTS.values(), *CLAIMS.values()) | quoted == set(TIMELINE["sources"])


def test_every_thread_is_defined_and_used() -> None:
    assert {event["thread"] for event in EVENTS.values()} == set(TIMELINE["threads"])


def test_a_tour_step_shows_an_event_and_a_claim_of_that_event() -> None:
    claims = [(step["event"], step["claim"]) for step in STEPS if "claim" in step]

    assert {step["event"] for step in STEPS} <= EVENTS.keys()
    assert claims == [(CLAIMS[claim_id]["event"], claim_id) for _, claim_id in claims]


# Tours


def steps(tour: str) -> list[Fields]:
    found: list[Fields] = TIMELINE["tours"][tour]["steps"]
    return found


def words(step: Fields) -> int:
    return len(step["say"].split())


def test_the_tours_stand_in_their_order() -> None:
    titles = [(tour_id, tour["title"]) for tour_id, tour in TIMELINE["tours"].items()]

    assert titles == [
        ("first-look", "A first look"),
        ("essay", "The essay, claim by claim"),
        ("ten-minutes", "Ten minutes"),
        ("south-caucasus", "The South Caucasus"),
    ]


def test_every_step_has_something_to_say() -> None:
    assert [step["event"] for step in STEPS if not step.get("say", "").strip()] == []


def test_the_essay_is_told_claim_by_claim_in_its_order() -> None:
    assert [step["claim"] for step in steps("essay")] == sorted(CLAIMS)


def test_a_claim_of_the_essay_is_said_in_a_breath_or_two() -> None:
    lengths = {step["claim"]: words(step) for step in steps("essay")}

    assert {claim: length for claim, length in lengths.items() if not 10 <= length <= 50} == {}


def test_the_essay_is_named_or_its_author_at_each_disputed_claim() -> None:
    disputed = [step for step in steps("essay") if CLAIMS[step["claim"]]["verdict"] == "disputed"]

    assert [s["claim"] for s in disputed if not re.search("essay|author", s["say"])] == []


def test_an_opinion_is_told_as_its_authors() -> None:
    opinions = [
        step for step in STEPS if CLAIMS.get(step.get("claim", ""), {}).get("verdict") == "opinion"
    ]

    assert [s["claim"] for s in opinions if not re.search("author|essay", s["say"])] == []


def test_ten_minutes_are_twelve_steps_of_three_quarters_of_a_minute() -> None:
    lengths = [words(step) for step in steps("ten-minutes")]

    assert len(lengths) == 12
    assert [length for length in lengths if not 90 <= length <= 120] == []
    assert 8 <= sum(lengths) / WORDS_A_MINUTE <= 12


def test_ten_minutes_show_quotations_and_claims() -> None:
    events = [EVENTS[step["event"]] for step in steps("ten-minutes")]

    assert [event["id"] for event in events if not event.keys() & {"quotes", "claims"}] == []


def test_the_south_caucasus_is_told_in_order_of_time_and_of_nothing_else() -> None:
    events = [EVENTS[step["event"]] for step in steps("south-caucasus")]
    starts = [first_day(event["date"]) for event in events]

    assert 10 <= len(events) <= 14
    assert starts == sorted(starts)
    assert [event["id"] for event in events if not NEIGHBOURS & set(event["actors"])] == []
    assert [
        thread
        for event in events
        if (thread := event["thread"]) not in {"south-caucasus", "alliance"}
    ] == []
