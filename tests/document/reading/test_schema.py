"""The schema for editors and the reader say the same of a file."""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

import tui
from document.files import Tree, files
from tui.document.fields import FORMATS, TIMELINE, Format
from tui.document.reader import read
from tui.timeline.dates import parse

SCHEMA = json.loads((Path(tui.__file__).parent / "timeline.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)


# Editors that show no Markdown would show its signs.
MARKDOWN = re.compile(r"[`*_#]|\]\(")


def schema_of(form: Format, name: str = "") -> dict[str, Any]:
    """What the schema says of a kind of record, or of a field of it."""
    whole = SCHEMA if form is TIMELINE else SCHEMA["definitions"][form.kind]
    found: dict[str, Any] = whole["properties"][name] if name else whole
    reference = found.get("$ref", "").removeprefix("#/definitions/")
    return dict(SCHEMA["definitions"].get(reference, found))


def choices_of(form: Format, name: str) -> dict[str, str]:
    """The values that a field may have, each with what it means."""
    alternatives = schema_of(form, name).get("anyOf", [{}])
    first = alternatives[0].get("allOf", [{}])[0]
    return dict(zip(first.get("enum", []), first.get("enumDescriptions", []), strict=True))


class Core(yaml.SafeLoader):
    """Types what YAML 1.2 types, as editors do."""


Core.yaml_implicit_resolvers = {}
Core.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile("^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""]
)
Core.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)
Core.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789")
)
Core.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


class Plain(yaml.SafeDumper):
    """Writes without anchors and aliases."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        """Write everything out."""
        return True


Plain.add_representer(
    str,
    # What is empty is written as people write it: nothing behind the colon.
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str" if text else "tag:yaml.org,2002:null", text
    ),
)


def print_tree(tree: Tree, style: str | None = None) -> str:
    return str(
        yaml.dump(tree, None, Plain, allow_unicode=True, sort_keys=False, default_style=style)
    )


def fits_schema(text: str) -> bool:
    return bool(VALIDATOR.is_valid(yaml.load(text, Core)))  # noqa: S506, a safe loader


def fits_reader(text: str) -> bool:
    """Whether the structure of a file is right, whatever its references lead to."""
    return all("is not defined" in problem.message for problem in read(text.encode()).problems)


def test_the_schema_is_one() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == jsonschema.Draft7Validator.META_SCHEMA["$schema"]


def test_the_shipped_timeline_fits() -> None:
    text = tui.shipped("timeline.yaml").read_text("utf-8")
    assert fits_schema(text)
    assert fits_reader(text)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.kind)
def test_schema_and_table_have_the_same_fields(form: Format) -> None:
    schema = schema_of(form)
    assert list(schema["properties"]) == [field.name for field in form.fields]
    assert schema.get("required", []) == [field.name for field in form.fields if field.required]
    assert schema["additionalProperties"] is False
    assert list(schema["patternProperties"]) == ["^x-"]


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.kind)
def test_schema_and_table_have_the_same_choices(form: Format) -> None:
    for field in form.fields:
        assert tuple(choices_of(form, field.name)) == field.choices


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.kind)
def test_every_field_and_choice_is_explained(form: Format) -> None:
    for schema in (schema_of(form), *(schema_of(form, field.name) for field in form.fields)):
        assert schema["title"]
        assert not MARKDOWN.search(schema["description"])
        assert schema.get("markdownDescription") != schema["description"]
    for field in form.fields:
        for meaning in choices_of(form, field.name).values():
            assert meaning.endswith(".")
            assert not MARKDOWN.search(meaning)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.kind)
def test_every_date_is_explained_by_dates(form: Format) -> None:
    for field in form.fields:
        if field.form == "date":
            shown = re.findall("`(.*?)`", schema_of(form, field.name)["markdownDescription"])
            assert "2014-02-27/2014-03-18" in shown
            assert [parse(text).text for text in shown] == shown


TYPED_BY_YAML = "title: 1984\nevents:\n  - {id: 7, date: 2014, title: 12, tags: [2014, true]}\n"


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        (TYPED_BY_YAML, True),
        (TYPED_BY_YAML + "x-own: [{}]\n", True),
        (TYPED_BY_YAML + "threads:\ntours: {}\nspan:\nsubtitle:\n", True),
        (TYPED_BY_YAML + "subtitle: true\nspan: ''\n", True),
        (TYPED_BY_YAML.replace("1984", "false"), True),
        (TYPED_BY_YAML.replace("12", "12, confidence: high, place: "), True),
        (TYPED_BY_YAML.replace("12", "12, confidence: , actors: ''"), True),
        (TYPED_BY_YAML.replace("12", "12, confidence: highest"), False),
        (TYPED_BY_YAML.replace("12", "12, confidence: true"), False),
        (TYPED_BY_YAML.replace("12", "12, actors: anna"), False),
        (TYPED_BY_YAML.replace("12", "12, place: [Kyiv]"), False),
        (TYPED_BY_YAML.replace("12", ""), False),
        (TYPED_BY_YAML.replace("2014,", "2014-3-8,"), False),
        (TYPED_BY_YAML.replace("2014,", "..,"), False),
        (TYPED_BY_YAML.replace("2014,", "2014/..,"), True),
        (TYPED_BY_YAML.replace("7", "a_b"), False),
        (TYPED_BY_YAML + "actors: {A: {name: x}}\n", False),
        (TYPED_BY_YAML + "tours: {a: {title: x, steps: []}}\n", False),
        ("title: T\nevents: []\n", True),
        ("title: T\n", False),
    ],
)
def test_by_hand(text: str, *, fits: bool) -> None:
    assert fits_schema(text) is fits
    assert fits_reader(text) is fits


@given(files(), st.sampled_from([None, '"', "'", "|", ">"]))
@settings(max_examples=20)
def test_a_file_without_a_mistake_fits(tree: Tree, style: str | None) -> None:
    text = print_tree(tree, style)
    assert fits_schema(text)
    assert fits_reader(text)


def mappings(form: Format, tree: Tree) -> Iterator[tuple[Format, Tree]]:
    """Every mapping of a file with its format."""
    yield form, tree
    for field in form.fields:
        held = tree.get(field.name, ())
        for each in held.values() if field.form == "entries" and held else held:
            if field.holds:
                yield from mappings(field.holds, each)


@st.composite
def one_change(draw: DrawFn) -> Tree:
    """A file in which one thing is changed that most often makes it wrong."""
    tree = copy.deepcopy(draw(files()))  # Hypothesis shares what it draws
    form, mapping = draw(st.sampled_from(list(mappings(TIMELINE, tree))))
    field = draw(st.sampled_from(form.fields))
    if draw(st.booleans()):
        mapping.pop(field.name, None)
    else:
        other: list[Any] = ["", "text", " ", "2014", [], ["text"], [""], [[]], [{}], {}, {"a": {}}]
        mapping[field.name] = draw(st.sampled_from(other))
    extra = draw(st.sampled_from(["", "", "", "titel", "x-", "X-own"]))
    if extra:
        mapping[extra] = "text"
    return tree


@given(one_change())
@settings(max_examples=60)
def test_schema_and_reader_find_the_same_files_wrong(tree: Tree) -> None:
    text = print_tree(tree)
    assert fits_schema(text) is fits_reader(text), read(text.encode()).problems
