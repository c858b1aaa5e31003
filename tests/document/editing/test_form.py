"""Forms: what can be typed of a record, and the edits that typing means."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import edtf_texts
from tui.document.document import Document, opened
from tui.document.editing.edit import Add, Edit, Insert, Set, Unset
from tui.document.editing.form import (
    Form,
    added,
    addition,
    edits,
    form_of,
    form_of_new,
    label,
    said_of,
    value,
)
from tui.document.editing.piece import Data, EditError
from tui.timeline.records import Kind, Ref

SHIPPED = Path(__file__).parents[3] / "timeline.yaml"
FILE = """\
title: T
actors:
  # the one
  putin: {name: Vladimir Putin, aliases: ["Putin, V. V."]}
  assad:
    name: Bashar al-Assad
sources:
  essay: {title: An essay, date: 2024-12~}
events:
  - id: sochi
    date: 2018-05-17   # a Thursday
    title: "Assad meets Putin"
    actors: [putin, assad]
    tags: summit
    summary: >-
      One sentence.
      Another one.
    place:
    quotes:
      - speaker: putin
        text: Stable.
      - id: odd
        text: "a\\x1b[31m"
        note: b
"""
SOCHI, PUTIN = Ref("event", "sochi"), Ref("actor", "putin")


@pytest.fixture(scope="module")
def document() -> Document:
    return opened(FILE.encode())


def typed(form: Form, **texts: str) -> dict[str, str]:
    return {**form.texts, **texts}


def given_texts(form: Form) -> dict[str, str]:
    return {name: text for name, text in form.texts.items() if text and name != "id"}


@pytest.mark.parametrize(
    ("ref", "texts"),
    [
        pytest.param(
            SOCHI,
            {
                "date": "2018-05-17",
                "title": "Assad meets Putin",
                "actors": "putin, assad",
                "tags": "summit",
                "summary": "One sentence. Another one.",
            },
            id="an event",
        ),
        pytest.param(
            PUTIN, {"name": "Vladimir Putin", "aliases": "Putin, V. V.;"}, id="an item with a comma"
        ),
        pytest.param(
            Ref("source", "essay"), {"title": "An essay", "date": "2024-12~"}, id="braces"
        ),
        pytest.param(
            Ref("quote", "sochi.q1"), {"speaker": "putin", "text": "Stable."}, id="a quote"
        ),
        pytest.param(Ref("quote", "odd"), {"note": "b"}, id="what must not be shown is left out"),
    ],
)
def test_it_has_what_the_file_says(document: Document, ref: Ref, texts: dict[str, str]) -> None:
    assert given_texts(form_of(document, ref)) == texts


def test_what_has_no_place_in_a_line_is_no_field(document: Document) -> None:
    names = [field.name for field in form_of(document, SOCHI).fields]
    assert "quotes" not in names
    assert "text" not in [field.name for field in form_of(document, Ref("quote", "odd")).fields]


def test_the_id_is_a_field_that_gives_no_edit_of_its_own(document: Document) -> None:
    form = form_of(document, SOCHI)
    assert form.texts["id"] == "sochi"
    assert edits(form, typed(form, id="other")) == ()
    assert "id" not in form_of(document, Ref("quote", "odd")).texts


def test_a_record_that_is_not_there_has_no_form(document: Document) -> None:
    with pytest.raises(EditError):
        form_of(document, Ref("event", "gone"))


@pytest.mark.parametrize("kind", ["event", "actor", "source", "quote", "claim"])
def test_untouched_it_means_nothing(kind: Kind) -> None:
    shipped = opened(SHIPPED.read_bytes())
    for own in shipped.reading.places.ids(kind):
        form = form_of(shipped, Ref(kind, own))
        assert edits(form, form.texts) == ()


@pytest.mark.parametrize(
    ("ref", "field", "text", "edit"),
    [
        (SOCHI, "title", "Other", Set(SOCHI, ("title",), "Other", "Assad meets Putin")),
        (SOCHI, "date", "Sep 2022", Set(SOCHI, ("date",), "2022-09", "2018-05-17")),
        (SOCHI, "date", "soon", Set(SOCHI, ("date",), "soon", "2018-05-17")),
        (SOCHI, "actors", "assad", Set(SOCHI, ("actors",), ["assad"], ["putin", "assad"])),
        (
            SOCHI,
            "actors",
            "putin assad;russia,",
            Set(SOCHI, ("actors",), ["putin", "assad", "russia"], ["putin", "assad"]),
        ),
        (SOCHI, "actors", " ", Unset(SOCHI, ("actors",), ["putin", "assad"])),
        (SOCHI, "tags", "summit, a visit", Set(SOCHI, ("tags",), ["summit", "a visit"], "summit")),
        (SOCHI, "place", "Sochi", Set(SOCHI, ("place",), "Sochi", "")),
        (SOCHI, "thread", "syria", Set(SOCHI, ("thread",), "syria", "")),
        (
            SOCHI,
            "summary",
            "One.\n\nTwo. \n",
            Set(SOCHI, ("summary",), "One.\n\nTwo.", "One sentence. Another one."),
        ),
        (
            PUTIN,
            "aliases",
            "Putin, V. V.; Vova",
            Set(PUTIN, ("aliases",), ["Putin, V. V.", "Vova"], ["Putin, V. V."]),
        ),
    ],
    ids=str,
)
def test_what_is_typed_is_an_edit(
    document: Document, ref: Ref, field: str, text: str, edit: Edit
) -> None:
    form = form_of(document, ref)
    assert edits(form, typed(form, **{field: text})) == (edit,)


@pytest.mark.parametrize("text", [" Assad  meets Putin ", "Assad meets Putin"])
def test_blanks_alone_are_no_edit(document: Document, text: str) -> None:
    form = form_of(document, SOCHI)
    assert edits(form, typed(form, title=text)) == ()
    assert edits(form, typed(form, thread=" ")) == ()


_line = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
_texts = st.fixed_dictionaries(
    {},
    optional={
        "date": edtf_texts(),
        "title": _line,
        "place": _line,
        "thread": _line,
        "actors": st.lists(st.sampled_from(["putin", "assad", "essay"]), unique=True).map(
            ", ".join
        ),
        "tags": st.lists(_line.filter(lambda word: not {",", ";"} & set(word))).map(", ".join),
        "summary": st.lists(_line).map("\n".join),
        "confidence": st.sampled_from(["high", "low", ""]),
    },
)


@given(_texts)
def test_what_was_typed_is_what_is_read_then(texts: dict[str, str]) -> None:
    before = opened(FILE.encode())
    form = form_of(before, SOCHI)
    made = edits(form, typed(form, **texts))
    after = before.edited("it", made)
    said = said_of(after, SOCHI)
    for field in form.fields:
        if field.name in texts:
            assert said.get(field.name, "") == (value(field, texts[field.name]) or "")
    untouched = [field.name for field in form.fields if field.name not in texts]
    assert [said.get(name) for name in untouched] == [form.said.get(name) for name in untouched]
    assert said["quotes"] == form.said["quotes"]
    assert edits(form_of(after, SOCHI), form_of(after, SOCHI).texts) == ()


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("event", ["date", "title", "id", "thread"]),
        ("actor", ["name", "id", "native", "kind"]),
        ("source", ["title", "kind", "publisher", "id"]),
    ],
)
def test_the_id_of_a_new_record_follows_what_it_is_made_of(kind: Kind, names: list[str]) -> None:
    assert [field.name for field in form_of_new(kind, {}).fields][:4] == names


def test_a_new_record_has_its_fields_in_the_order_of_the_format() -> None:
    form = form_of_new("event", {"date": "2018-05-17"})
    texts = typed(form, id="new", title="New", actors="assad")
    said: dict[str, Data] = {
        "id": "new",
        "date": "2018-05-17",
        "title": "New",
        "actors": ["assad"],
    }
    edit = addition(form, texts, SOCHI, after=False)
    assert edit == Add(Ref("event", "new"), said, SOCHI, after=False)
    assert isinstance(edit, Add)
    assert list(edit.value) == list(said)
    assert added(form, texts) == Ref("event", "new")


def test_a_new_actor_has_its_id_as_key() -> None:
    form = form_of_new("actor", {})
    edit = addition(form, typed(form, id="lavrov", name="Sergey Lavrov"))
    assert edit == Add(Ref("actor", "lavrov"), {"name": "Sergey Lavrov"})


@pytest.mark.parametrize(("own", "expected"), [("", "sochi.q3"), ("q07", "q07")])
def test_a_new_quote_is_put_into_its_event(own: str, expected: str) -> None:
    form = form_of_new("quote", {}, SOCHI, 2)
    texts = typed(form, id=own, text="Words.")
    said: dict[str, Data] = {"id": own, "text": "Words."} if own else {"text": "Words."}
    assert addition(form, texts) == Insert(SOCHI, ("quotes",), 2, said)
    assert added(form, texts) == Ref("quote", expected)


@pytest.mark.parametrize(
    ("texts", "called"),
    [
        ({"title": "x"}, "the title of sochi"),
        ({"title": "x", "date": "2014"}, "the date and title of sochi"),
        ({"title": "x", "date": "2014", "url": "x"}, "sochi"),
    ],
    ids=str,
)
def test_a_change_is_called_by_its_fields(
    document: Document, texts: dict[str, str], called: str
) -> None:
    form = form_of(document, SOCHI)
    assert label(form, form.changed(typed(form, **texts))) == called
