"""The timeline to start from: it teaches all of the format, and takes any title."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import tui
from tui.document.editing import template
from tui.document.fields import FORMATS
from tui.document.reader import audit, read

TEXT = (Path(tui.__file__).parent / "timeline.template.yaml").read_text("utf-8")
TIMELINE = read(TEXT.encode()).timeline

CHOICES = [
    pytest.param(field.name, field.choices, id=f"{form.kind}.{field.name}")
    for form in FORMATS
    for field in form.fields
    if field.choices
]


def test_nothing_deserves_a_second_look() -> None:
    reading = read(TEXT.encode())
    assert (*reading.problems, *audit(reading)) == ()


def test_editors_find_the_schema_beside_it() -> None:
    assert TEXT.startswith("# yaml-language-server: $schema=timeline.schema.json\n")
    assert "`dateline schema > timeline.schema.json`" in TEXT


def test_it_has_some_of_everything() -> None:
    assert [each.id for each in TIMELINE.threads] == ["bridge"]
    assert len(TIMELINE.actors) == 2
    assert len(TIMELINE.sources) == 2
    assert len(TIMELINE.events) == 2
    assert [(each.speaker, each.source) for each in TIMELINE.quotes] == [
        ("anna-holm", "gazette-1931")
    ]
    assert [(each.by, each.sources) for each in TIMELINE.claims] == [
        ("holm-1950", ("gazette-1931",))
    ]
    assert [[step.event for step in tour.steps] for tour in TIMELINE.tours] == [
        ["bridge-opens", "flood"]
    ]


@pytest.mark.parametrize(("name", "choices"), CHOICES)
def test_it_names_every_choice(name: str, choices: tuple[str, ...]) -> None:
    lines = TEXT.splitlines()
    starts = [at for at, line in enumerate(lines) if line.lstrip(" -").startswith(f"{name}: ")]
    told = [" ".join(lines[at : at + 2]) for at in starts]
    assert any(all(choice in each for choice in choices) for each in told)


def test_it_fits_an_editor_and_a_pager() -> None:
    assert max(map(len, TEXT.splitlines())) <= 100
    assert TEXT.isascii()
    assert TEXT.endswith("\n")


@pytest.mark.parametrize(
    ("title", "line"),
    [
        pytest.param("The war in the east", "title: The war in the east", id="plain"),
        pytest.param("Обещание, 2008–2024", "title: Обещание, 2008–2024", id="another alphabet"),
        pytest.param(" Rome ", "title: Rome", id="spaces around it"),
        pytest.param("Rome: a history", "title: 'Rome: a history'", id="colon"),
        pytest.param("It's over", "title: 'It''s over'", id="apostrophe"),
        pytest.param("1984", "title: '1984'", id="number"),
        pytest.param("No", "title: 'No'", id="word of YAML"),
        pytest.param(r"a \1 \g<0>", r"title: 'a \1 \g<0>'", id="backslashes"),
        pytest.param("title: x", "title: 'title: x'", id="field"),
        pytest.param("*", "title: '*'", id="sign of YAML"),
    ],
)
def test_a_title_is_quoted_where_it_must_be(title: str, line: str) -> None:
    titled = template.titled(TEXT, title)
    assert line in titled.splitlines()
    assert titled.count("\n") == TEXT.count("\n")


@pytest.mark.parametrize(
    "title",
    ["", " ", "a\nb", "a\tb", "\x1b]0;x\x07", "a\u2028b", "a\u0085b", "\ud800", "\u202eabc"],
    ids=ascii,
)
def test_what_is_no_line_is_no_title(title: str) -> None:
    assert not template.is_one_line(title)


@given(st.text("ab:#'\"\\-?*&!|>%@`{}[], \u00a0\u200d\u3000éж😀0~=<.", max_size=20) | st.text())
@example("\ufeff")
@example("---")
@example("a" * 5000)
def test_every_title_of_one_line_is_read_as_it_is(title: str) -> None:
    if template.is_one_line(title):
        reading = read(template.titled(TEXT, title).encode())
        assert reading.problems == ()
        assert reading.timeline.title == title.strip()
