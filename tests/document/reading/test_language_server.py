"""What an editor makes of the schema: what it offers, explains and underlines, by its server."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import tui
from document.language_server import (
    HERE,
    MODELINE,
    Diagnostic,
    Offer,
    Server,
    Unavailable,
    install,
    serve,
)
from document.reading.test_schema import SCHEMA, choices_of, schema_of
from tui.document.fields import FORMATS, Format
from tui.document.reader import read
from tui.timeline import dates

# One worker installs the server for all of them.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("language server")]

EVENT = """\
events:
  - id: accord
    date: 2008-08-12
    title: The accord is signed
"""
ACTOR = "actors:\n  russia:\n    name: Russia\n"
SOURCE = "sources:\n  essay:\n    title: An essay\n"
TOUR = "tours:\n  first:\n    title: A first look\n"
STEPS = f"{TOUR}    steps:\n"

# A line in a record of each kind, and what must stand above it.
RECORDS = {
    "timeline": f"title: T\n{EVENT}",
    "thread": f"title: T\n{EVENT}threads:\n  war:\n    ",
    "actor": f"title: T\n{EVENT}actors:\n  russia:\n    ",
    "source": f"title: T\n{EVENT}sources:\n  essay:\n    ",
    "event": f"title: T\n{EVENT}    ",
    "quote": f"title: T\n{EVENT}    quotes:\n      - x-mine: 1\n        ",
    "claim": f"title: T\n{EVENT}    claims:\n      - x-mine: 1\n        ",
    "tour": f"title: T\n{EVENT}tours:\n  first:\n    ",
    "step": f"title: T\n{EVENT}{STEPS}      - x-mine: 1\n        ",
}
GIVEN = {"timeline": {"title", "events"}, "event": {"id", "date", "title"}}
"""The fields that are there already."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that has the schema beside every document."""
    try:
        command = install(tmp_path_factory.mktemp("npm"))
    except Unavailable as reason:
        pytest.skip(str(reason))
    schema = (Path(tui.__file__).parent / "timeline.schema.json").read_text("utf-8")
    with serve(command, tmp_path_factory.mktemp("editor"), schema) as found:
        yield found


def labelled(offers: list[Offer], label: str) -> Offer:
    """The one offer of a label."""
    (found,) = [offer for offer in offers if offer.label == label]
    return found


def explained(schema: dict[str, Any]) -> str:
    """What the schema says of a field, in Markdown."""
    return str(schema.get("markdownDescription", schema["description"]))


# ---- fields ----


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.kind)
def test_every_field_is_offered_with_what_it_is_for(server: Server, form: Format) -> None:
    offers = server.offers(MODELINE + RECORDS[form.kind] + HERE)
    for field in form.fields:
        if field.name not in GIVEN.get(form.kind, ()):
            offer = labelled(offers, field.name)
            assert offer.body.startswith(f"{field.name}:")
            assert explained(schema_of(form, field.name)) in offer.about


def test_fields_that_are_there_are_not_offered_again(server: Server) -> None:
    offers = server.offers(f"{MODELINE}{RECORDS['event']}{HERE}\n")
    assert not {"id", "date", "title"} & {offer.label for offer in offers}


def test_the_beginning_of_a_name_is_replaced_by_it(server: Server) -> None:
    offers = server.offers(f"{MODELINE}{RECORDS['event']}conf{HERE}\n")
    assert labelled(offers, "confidence").text.endswith("    confidence: \n")


def test_an_event_without_a_field_gets_all_that_it_needs(server: Server) -> None:
    offers = server.offers(f"{MODELINE}title: T\nevents:\n  - {HERE}\n")
    written = labelled(offers, "Event").text
    assert written.endswith("  - id: sochi-2018\n    date: \n    title: \n")


# ---- values ----


CHOICES = [
    pytest.param(form, field.name, field.choices, id=f"{form.kind}.{field.name}")
    for form in FORMATS
    for field in form.fields
    if field.choices
]


@pytest.mark.parametrize(("form", "name", "choices"), CHOICES)
def test_just_the_choices_are_offered_with_their_meanings(
    server: Server, form: Format, name: str, choices: tuple[str, ...]
) -> None:
    offers = server.offers(f"{MODELINE}{RECORDS[form.kind]}{name}: {HERE}\n")
    assert {offer.label: offer.about for offer in offers} == choices_of(form, name)
    assert [offer.label for offer in offers] == list(choices)
    for offer in offers:
        assert offer.text.endswith(f"{name}: {offer.label}\n")


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.kind)
def test_no_field_is_offered_a_word_of_yaml(server: Server, form: Format) -> None:
    for field in form.fields:
        if field.name not in GIVEN.get(form.kind, ()):
            offers = server.offers(f"{MODELINE}{RECORDS[form.kind]}{field.name}: {HERE}\n")
            assert not {"true", "false", "null"} & {offer.label for offer in offers}, field


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(f"title: T\nspan: {HERE}\n", id="the span"),
        pytest.param(f"title: T\nevents:\n  - id: a\n    date: {HERE}\n", id="of an event"),
        pytest.param(f"title: T\nsources:\n  a:\n    date: {HERE}\n", id="of a source"),
    ],
)
def test_dates_of_each_form_are_offered_with_what_they_mean(server: Server, place: str) -> None:
    offers = server.offers(MODELINE + place)
    assert labelled(offers, "2014-03~").about == "About March 2014."
    for offer in offers:
        assert dates.parse(offer.label).text == offer.label
        assert f"{offer.label}\n" in offer.text


# ---- snippets ----


def snippets(kind: str, *places: tuple[str, str]) -> list[Any]:
    """A parameter for each place that a snippet is offered at."""
    return [pytest.param(kind, text, id=f"{kind}, {name}") for name, text in places]


SNIPPETS = [
    *snippets(
        "event",
        ("behind a dash", f"title: T\nevents:\n  - {HERE}\n"),
        ("on the first line", f"title: T\nevents:\n  {HERE}\n"),
        ("behind the colon", f"title: T\nevents: {HERE}\n"),
        ("behind another", f"title: T\n{EVENT}  - {HERE}\n"),
        ("below another", f"title: T\n{EVENT}  {HERE}\n"),
    ),
    *snippets(
        "quote",
        ("behind a dash", f"title: T\n{EVENT}    quotes:\n      - {HERE}\n"),
        ("on the first line", f"title: T\n{EVENT}    quotes:\n      {HERE}\n"),
        ("behind the colon", f"title: T\n{EVENT}    quotes: {HERE}\n"),
        ("below another", f"title: T\n{EVENT}    quotes:\n      - text: x\n      {HERE}\n"),
    ),
    *snippets(
        "claim",
        ("behind a dash", f"title: T\n{EVENT}    claims:\n      - {HERE}\n"),
        ("on the first line", f"title: T\n{EVENT}    claims:\n      {HERE}\n"),
        ("behind the colon", f"title: T\n{EVENT}    claims: {HERE}\n"),
        ("below another", f"title: T\n{EVENT}    claims:\n      - text: x\n      {HERE}\n"),
    ),
    *snippets(
        "actor",
        ("on the first line", f"title: T\n{EVENT}actors:\n  {HERE}\n"),
        ("behind the colon", f"title: T\n{EVENT}actors: {HERE}\n"),
        ("below another", f"title: T\n{EVENT}{ACTOR}  {HERE}\n"),
        ("below its id", f"title: T\n{EVENT}actors:\n  russia:\n    {HERE}\n"),
    ),
    *snippets(
        "source",
        ("on the first line", f"title: T\n{EVENT}sources:\n  {HERE}\n"),
        ("behind the colon", f"title: T\n{EVENT}sources: {HERE}\n"),
        ("below another", f"title: T\n{EVENT}{SOURCE}  {HERE}\n"),
        ("below its id", f"title: T\n{EVENT}sources:\n  essay:\n    {HERE}\n"),
    ),
    *snippets(
        "thread",
        ("on the first line", f"title: T\n{EVENT}threads:\n  {HERE}\n"),
        ("below its id", f"title: T\n{EVENT}threads:\n  war:\n    {HERE}\n"),
    ),
    *snippets(
        "tour",
        ("on the first line", f"title: T\n{EVENT}tours:\n  {HERE}\n"),
        ("behind the colon", f"title: T\n{EVENT}tours: {HERE}\n"),
        ("below its id", f"title: T\n{EVENT}tours:\n  first:\n    {HERE}\n"),
    ),
    *snippets(
        "step",
        ("behind a dash", f"title: T\n{EVENT}{STEPS}      - {HERE}\n"),
        ("on the first line", f"title: T\n{EVENT}{STEPS}      {HERE}\n"),
        ("behind the colon", f"title: T\n{EVENT}{TOUR}    steps: {HERE}\n"),
        ("below another", f"title: T\n{EVENT}{STEPS}      - event: accord\n      {HERE}\n"),
    ),
]
TYPED = {"id-of-an-event": "accord", "id": "new-one"}
"""What a person must write over, since only they can know it."""


@pytest.mark.parametrize(("kind", "place"), SNIPPETS)
def test_a_snippet_gives_a_record_that_is_read_without_an_error(
    server: Server, kind: str, place: str
) -> None:
    written = labelled(server.offers(MODELINE + place, TYPED), kind).text
    reading = read(written.encode())
    assert reading.problems == (), written
    assert server.diagnose(written) == []
    assert written.count("\n") > place.count("\n")


@pytest.mark.parametrize("kind", ["threads", "actors", "sources", "tours"])
def test_a_section_comes_with_its_first_record(server: Server, kind: str) -> None:
    offers = server.offers(f"{MODELINE}title: T\n{EVENT}{HERE}\n", TYPED)
    written = labelled(offers, kind).text
    assert f"\n{kind}:\n  new-one:\n    " in written
    assert read(written.encode()).problems == ()


# ---- hover ----


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.kind)
def test_hovering_over_a_field_shows_its_text(server: Server, form: Format) -> None:
    above = {**RECORDS, "timeline": "", "event": "title: T\nevents:\n  - "}[form.kind]
    for field in form.fields:
        schema = schema_of(form, field.name)
        for value in ("", " 2014", " [2014]"):
            shown = server.hover(f"{MODELINE}{above}{HERE}{field.name}:{value}\n")
            assert shown.startswith(f"#### {schema['title']}\n\n"), (field, value)
            assert explained(schema) in shown.replace("\\", ""), (field, value)


@pytest.mark.parametrize(("form", "name", "choices"), CHOICES)
def test_hovering_over_a_choice_shows_what_each_means(
    server: Server, form: Format, name: str, choices: tuple[str, ...]
) -> None:
    for value in (*choices, "nonsense"):
        shown = server.hover(f"{MODELINE}{RECORDS[form.kind]}{HERE}{name}: {value}\n")
        for choice, meaning in choices_of(form, name).items():
            assert f"* `{choice}`: {meaning}\n" in shown.replace("\\", ""), value


def test_hovering_over_an_id_shows_what_it_names(server: Server) -> None:
    shown = server.hover(f"{MODELINE}title: T\nactors:\n  ru{HERE}ssia:\n    name: Russia\n")
    assert SCHEMA["definitions"]["actor"]["description"] in shown


# ---- what is wrong ----


CHOOSE = 'Value is not accepted. Valid values: "high", "medium", "low".'
DATE = SCHEMA["definitions"]["date"]["patternErrorMessage"]
ID = SCHEMA["definitions"]["id"]["patternErrorMessage"]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        pytest.param(f"title:\n{EVENT}", 2, "This must be text, and not empty.", id="empty"),
        pytest.param(f"title: [T]\n{EVENT}", 2, "This must be text, and not empty.", id="list"),
        pytest.param(f"title: T\nspan: 2014-3\n{EVENT}", 3, DATE, id="date"),
        pytest.param(f"title: T\n{EVENT.replace('2008-08-12', '[2008]')}", 5, DATE, id="dates"),
        pytest.param(f"title: T\n{EVENT.replace('accord', 'Acc_ord', 1)}", 4, ID, id="id"),
        pytest.param(f"title: T\n{EVENT}    confidence: hihg\n", 7, CHOOSE, id="choice"),
        pytest.param(f"title: T\n{EVENT}    confidence: [low]\n", 7, CHOOSE, id="choices"),
        pytest.param(
            f"title: T\n{EVENT}    titel: x\n", 7, "Property titel is not allowed.", id="field"
        ),
        pytest.param(
            f"title: T\n{EVENT}    tags: war\n", 7, "This must be a list, as [one, two].", id="tags"
        ),
        pytest.param(
            f"title: T\n{EVENT}    summary: {{a: b}}\n",
            7,
            "This must be text, not a list or a mapping.",
            id="mapping",
        ),
        pytest.param(
            f"title: T\n{EVENT}    thread: [war]\n",
            7,
            "Write the id of a record of this file.",
            id="reference",
        ),
        pytest.param(
            "title: T\nevents:\n  - id: a\n    date: 2014\n",
            4,
            'Missing property "title".',
            id="missing",
        ),
        pytest.param(
            f"title: T\n{EVENT}    quotes: {{text: x}}\n",
            7,
            "This must be a list, each entry with a dash before it.",
            id="no dash",
        ),
        pytest.param(
            f"title: T\n{EVENT}actors: [russia]\n",
            7,
            "This must be a mapping: an id and a colon, and its fields below.",
            id="no mapping",
        ),
    ],
)
def test_a_wrong_value_is_named_at_its_line(
    server: Server, text: str, line: int, message: str
) -> None:
    assert server.diagnose(MODELINE + text) == [Diagnostic(line, message)]
    assert {problem.line for problem in read((MODELINE + text).encode()).problems} == {line}


def test_what_is_left_empty_or_typed_by_yaml_is_not_wrong(server: Server) -> None:
    text = (
        f"title: 1984\nsubtitle:\nspan:\nthreads:\ntours:\n{EVENT}    place: true\n    tags: [1]\n"
    )
    assert server.diagnose(MODELINE + text) == []
    assert read(text.encode()).problems == ()


def test_nothing_is_wrong_with_the_timeline_to_start_from(server: Server) -> None:
    text = (Path(tui.__file__).parent / "timeline.template.yaml").read_text("utf-8")
    assert text.startswith(MODELINE)
    assert server.diagnose(text) == []
    assert server.diagnose(text.replace("verdict: partly", "verdict: half")) != []


def test_nothing_is_wrong_with_the_shipped_timeline(server: Server) -> None:
    text = tui.shipped("timeline.yaml").read_text("utf-8")
    first, _, rest = text.partition("\n")
    assert first == "# yaml-language-server: $schema=tui/timeline.schema.json"
    assert server.diagnose(MODELINE + rest) == []
    assert server.diagnose(MODELINE + rest.replace("verdict: partly", "verdict: half")) != []
