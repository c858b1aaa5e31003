"""A document: edits, the way back, and what somebody else makes of the file meanwhile."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.document import recovery
from tui.document.document import (
    BACK,
    OUTSIDE,
    Document,
    diff,
    difference,
    opened,
    reapplied,
)
from tui.document.editing.edit import Set, Shift
from tui.document.editing.piece import EditError
from tui.document.editing.splice import Splice
from tui.document.recovery import Recovery, orphans
from tui.timeline.records import Ref

FILE = b"""\
title: T
events:
  # The first.
  - id: a
    date: 2014
    title: First
    tags: [x, y]
  - id: b
    date: 2015
    title: Second
"""
A, B = Ref("event", "a"), Ref("event", "b")


def retitled(document: Document, title: str, ref: Ref = A) -> Document:
    return document.edited(f"the title of {ref.id}", [Set(ref, ("title",), title)])


def titles(document: Document) -> list[str]:
    return [event.title for event in document.reading.timeline.events]


def test_an_edit_is_read_at_once_and_undone_by_name() -> None:
    first = opened(FILE)
    second = retitled(first, "Other")
    assert (first.is_changed, second.is_changed) == (False, True)
    assert titles(second) == ["Other", "Second"]
    assert second.done[-1].label == "the title of a"
    assert second.undo().data == FILE
    assert second.undo().redo() == second.undo().redo()
    assert second.undo().redo().data == second.data
    assert second.undo().undone[-1].label == "the title of a"


def test_what_changes_nothing_is_no_change() -> None:
    assert retitled(opened(FILE), "First").done == ()


def test_there_is_nothing_before_the_first_change_and_behind_the_last() -> None:
    document = opened(FILE)
    assert document.undo().data == FILE
    assert document.redo().data == FILE


def test_what_is_saved_is_not_to_be_saved() -> None:
    document = retitled(opened(FILE), "Other")
    assert (document.unsaved, document.saved().unsaved) == (1, 0)
    assert document.saved().undo().unsaved == 1
    assert document.saved().undo().data == FILE


def test_a_byte_order_mark_stays() -> None:
    document = retitled(opened(b"\xef\xbb\xbf" + FILE), "Other")
    assert document.data.startswith(b"\xef\xbb\xbftitle: T\n")


def test_bytes_that_are_no_text_are_not_edited() -> None:
    with pytest.raises(EditError, match="not UTF-8"):
        opened(b"title: caf\xe9\n")


def test_a_change_from_outside_is_taken_and_undone() -> None:
    document = retitled(opened(FILE), "Other").saved()
    after = document.outside(FILE.replace(b"Second", b"2nd"))
    assert titles(after) == ["First", "2nd"]
    assert not after.is_changed
    assert after.done[-1].label == OUTSIDE
    assert titles(after.undo()) == ["Other", "Second"]
    assert titles(after.undo().undo()) == ["First", "Second"]


def test_edits_are_made_again_in_what_the_file_is_by_now() -> None:
    document = retitled(opened(FILE), "Other")
    outside = FILE.replace(b"Second", b"2nd").replace(b"title: T", b"subtitle: S\ntitle: T")
    again = reapplied(document, outside)
    assert again.lost == ()
    assert titles(again.document) == ["Other", "2nd"]
    assert again.document.base.encode() == outside
    assert again.document.diff("a.yaml").count("\n+") == 2
    assert titles(again.document.undo()) == ["First", "2nd"]


def test_only_a_true_conflict_is_told() -> None:
    document = opened(FILE)
    for ref, title, before in ((A, "Mine", "First"), (B, "Also mine", "Second")):
        document = document.edited(f"the title of {ref.id}", [Set(ref, ("title",), title, before)])
    again = reapplied(document, FILE.replace(b"First", b"Theirs"))
    assert titles(again.document) == ["Theirs", "Also mine"]
    assert [(change.label, why) for change, why in again.lost] == [
        ("the title of a", "it says something else there by now")
    ]


def test_all_is_undone_after_a_merge_behind_what_was_saved() -> None:
    document = retitled(retitled(opened(FILE), "2nd", B), "Other").saved().undo()
    again = reapplied(document, FILE.replace(b"title: T", b"title: U"))
    document = again.document
    while document.done:
        document = document.undo()
    assert document.data == FILE


def test_a_splice_of_another_text_is_none() -> None:
    with pytest.raises(ValueError, match="another text"):
        Splice(0, "a", "b").done("c")


def test_lines_of_a_difference_end_where_those_of_an_editor_do() -> None:
    assert diff("a\u2028b\n", "a\u2028c", "x").splitlines(keepends=True)[-3:] == [
        "+a\u2028",
        "c\n",
        "\\ No newline at end of file\n",
    ]


def test_an_undo_behind_what_was_saved_is_a_change_of_its_own() -> None:
    document = retitled(opened(FILE), "Other").saved().undo()
    assert titles(document) == ["First", "Second"]
    after = retitled(document, "2nd", B)
    assert [change.label for change in after.done] == [
        "the title of a",
        BACK,
        "the title of b",
    ]
    assert titles(after.undo().undo()) == ["Other", "Second"]


@given(st.text("ab\n"), st.text("ab\n"))
def test_a_difference_makes_one_text_of_another(old: str, new: str) -> None:
    splice = difference(old, new)
    assert splice.done(old) == new
    assert splice.undone(new) == old


STEPS: dict[str, Callable[[Document], Document]] = {
    "title": lambda document: retitled(document, f"T{len(document.done)}"),
    "shift": lambda document: document.edited("tags", [Shift(A, ("tags",), 0, 1)]),
    "undo": Document.undo,
    "redo": Document.redo,
    "save": Document.saved,
    "again": lambda document: reapplied(document, FILE.replace(b"Second", b"3rd")).document,
    "outside": lambda document: document.outside(FILE.replace(b"Second", b"2nd")),
}


@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=12))
def test_all_that_was_done_can_be_undone_and_kept(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("state")
    file = folder / "a.yaml"
    keeping = Recovery(folder, file)
    document = opened(FILE)
    for step in steps:
        document = STEPS[step](document)
        keeping.keep(document)
        text = document.base
        for change in document.onward[document.kept :]:
            text = change.done(text)
        assert text == document.text
    kept = [recovery.load(place, file) for place in folder.glob("unsaved-*.json")]
    assert [(each.document.text, each.document.base) for each in kept if each] == (
        [(document.text, document.base)] if document.is_changed else []
    )
    assert orphans(folder, file) == ()  # whoever keeps them is alive
    keeping.clear()
    assert list(folder.iterdir()) == []
    while document.done:
        document = document.undo()
    assert document.data == FILE


def test_what_a_dead_process_kept_is_offered(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    document = retitled(opened(FILE), "Other")
    keeping = Recovery(tmp_path, file)
    keeping.keep(document)
    keeping.release()
    (kept,) = orphans(tmp_path, file)
    assert kept.document == document
    assert titles(kept.document.undo()) == ["First", "Second"]
    assert orphans(tmp_path, tmp_path / "b.yaml") == ()
    recovery.forget(kept.place)
    assert list(tmp_path.iterdir()) == []


def test_what_the_file_says_already_is_not_offered(tmp_path: Path) -> None:
    folder, file = tmp_path / "state", tmp_path / "a.yaml"
    document = retitled(opened(FILE), "Other")
    keeping = Recovery(folder, file)
    keeping.keep(document)
    keeping.release()
    file.write_bytes(document.data)
    assert orphans(folder, file) == ()
    assert list(folder.iterdir()) == []


def test_what_was_kept_outlasts_a_kill_while_more_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.yaml"
    before = retitled(opened(FILE), "Other")
    after = retitled(before.saved(), "Another")
    keeping = Recovery(tmp_path, file)
    keeping.keep(before)

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(json, "dumps", full)
    with pytest.raises(OSError, match="space"):
        keeping.keep(after)
    monkeypatch.undo()
    keeping.release()
    assert [kept.document for kept in orphans(tmp_path, file)] == [before]

    keeping.keep(after)
    assert len(list(tmp_path.glob("*.yaml"))) == 1
    keeping.release()
    assert [kept.document for kept in orphans(tmp_path, file)] == [after]


def test_what_was_left_before_anything_was_kept_is_swept(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    keeping = Recovery(tmp_path, file)
    keeping.keep(retitled(opened(FILE), "Other"))
    (place,) = tmp_path.glob("*.json")
    place.unlink()
    assert orphans(tmp_path, file) == ()
    assert len(list(tmp_path.iterdir())) == 2  # whoever begins to keep something is alive
    keeping.release()
    assert orphans(tmp_path, file) == ()
    assert list(tmp_path.iterdir()) == []


def test_two_that_are_numbered_alike_keep_their_own(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    for title in ("One", "Another"):
        keeping = Recovery(tmp_path, file)
        keeping.keep(retitled(opened(FILE), title))
        keeping.release()
    found = orphans(tmp_path, file)
    assert sorted(titles(kept.document)[0] for kept in found) == ["Another", "One"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 1}', '{"version": 2}'])
def test_what_cannot_be_read_is_not_offered(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.yaml"
    keeping = Recovery(tmp_path, file)
    keeping.keep(retitled(opened(FILE), "Other"))
    keeping.release()
    for place in tmp_path.glob("*.json"):
        place.write_text(text, encoding="utf-8")
    assert orphans(tmp_path, file) == ()
