"""Editing: what is shown after each change, what is written, and what is kept."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from screens.acting import acting, opening
from tui.document.editing.edit import Delete, Set
from tui.screens.editing import Conflict, Editing
from tui.screens.first_view import first_view
from tui.screens.opening import Opening
from tui.screens.reloading import news_of
from tui.timeline.records import Ref
from tui.view.view import View

FILE = """\
title: T
events:
  - id: a
    date: 2014
    title: First
  - id: b
    date: 2015
    title: Second
"""
A, B = Ref("event", "a"), Ref("event", "b")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


def opened(path: Path) -> Opening:
    asked = opening(path.read_text(encoding="utf-8"))
    return asked._replace(path=path, state_folder=path.parent / "state")


def shown(path: Path) -> View:
    return first_view(path.read_bytes(), "b")


def retitled(editing: Editing, view: View, title: str, ref: Ref = A) -> View:
    before = next(each.title for each in view.timeline.events if each.id == ref.id)
    view, said = editing.commit(
        view, f"the title of {ref.id}", [Set(ref, ("title",), title, before)]
    )
    assert said == f"Changed the title of {ref.id}. u undoes it, w saves."
    return view


def titles(view: View) -> list[str]:
    return [event.title for event in view.timeline.events]


def here(view: View) -> str:
    return view.timeline.events[view.cursors["events"]].id


def kept(path: Path) -> list[str]:
    folder = path.parent / "state"
    return sorted(each.suffix for each in folder.iterdir()) if folder.exists() else []


def test_a_change_is_shown_at_once_where_the_reader_is(path: Path) -> None:
    view = retitled(Editing(opened(path)), shown(path), "Other")
    assert titles(view) == ["Other", "Second"]
    assert (view.unsaved, here(view)) == (1, "b")
    assert path.read_text(encoding="utf-8") == FILE


def test_it_is_undone_and_done_again_by_name(path: Path) -> None:
    editing = Editing(opened(path))
    view = retitled(editing, shown(path), "Other")
    view, said = editing.undo(view)
    assert (titles(view), said, view.unsaved) == (
        ["First", "Second"],
        "Undid the title of a.",
        0,
    )
    view, said = editing.redo(view)
    assert (titles(view), said) == (["Other", "Second"], "Did again the title of a.")
    assert editing.redo(view)[1] == "There is nothing to do again."


def test_saving_writes_just_this_and_keeps_nothing_more(path: Path) -> None:
    path.chmod(0o640)
    editing = Editing(opened(path))
    view = retitled(editing, shown(path), "Other")
    assert kept(path) == [".json", ".lock", ".yaml"]
    told = editing.save(view)
    assert not isinstance(told, Conflict)
    assert told[1] == "Saved a.yaml: 1 change."
    assert path.read_text(encoding="utf-8") == FILE.replace("First", "Other")
    assert path.stat().st_mode & 0o777 == 0o640
    assert (told[0].unsaved, kept(path)) == (0, [])


def test_a_refused_edit_says_why_and_changes_nothing(path: Path) -> None:
    editing = Editing(opened(path))
    view, said = editing.commit(shown(path), "it", [Set(A, ("title",), "\x1b")])
    assert said == "Not changed: the invisible control character U+001B is not allowed; delete it."
    assert (titles(view), view.unsaved) == (["First", "Second"], 0)


def test_an_edit_that_makes_errors_says_so(path: Path) -> None:
    editing = Editing(opened(path))
    view, said = editing.commit(shown(path), "the date of a", [Set(A, ("date",), "soon")])
    assert said.endswith("The file has 1 error now; 6 shows why.")
    assert len(view.snags) == 1


def test_what_is_locked_stays(path: Path) -> None:
    view = replace(shown(path), locked="No.")
    assert Editing(opened(path)).commit(view, "it", [Delete(A)]) == (view, "No.")


def test_what_another_program_wrote_is_not_written_over(path: Path) -> None:
    editing = Editing(opened(path))
    view = retitled(editing, shown(path), "Mine")
    theirs = FILE.replace("Second", "Theirs")
    path.write_text(theirs, encoding="utf-8")
    assert editing.save(view) == Conflict(theirs.encode())
    assert path.read_text(encoding="utf-8") == theirs
    merged = editing.merged(theirs.encode())
    view, _ = editing.take(view, merged.document, "")
    assert titles(view) == ["Mine", "Theirs"]
    told = editing.save(view)
    assert not isinstance(told, Conflict)
    assert path.read_text(encoding="utf-8") == theirs.replace("First", "Mine")


def test_mine_can_be_written_over_what_was_seen_of_the_other(path: Path) -> None:
    editing = Editing(opened(path))
    view = retitled(editing, shown(path), "Mine")
    for mine, theirs in (("Mine again", "2nd"), ("Mine at last", "3rd")):
        path.write_text(FILE.replace("Second", theirs), encoding="utf-8")
        seen = FILE.replace("Second", "2nd").encode()
        told = editing.save(view, over=seen)
        assert isinstance(told, Conflict) == (theirs == "3rd")
        view = retitled(editing, view, mine)


def test_a_change_from_outside_is_shown_unless_something_is_unsaved(path: Path) -> None:
    editing = Editing(opened(path))
    view = shown(path)
    theirs = FILE.replace("Second", "Theirs").encode()
    view, said = editing.news(view, news_of(theirs, view.timeline, "a.yaml"))
    assert (titles(view), said) == (["First", "Theirs"], "a.yaml changed: 1 event edited.")
    path.write_bytes(theirs)
    view = retitled(editing, view, "Mine")
    path.write_text(FILE, encoding="utf-8")
    view, said = editing.news(view, news_of(FILE.encode(), view.timeline, "a.yaml"))
    assert titles(view) == ["Mine", "Theirs"]
    assert said == "a.yaml was changed by another program; w says what can be done."


def test_news_of_what_has_been_written_over_since_is_old(path: Path) -> None:
    editing = Editing(opened(path))
    view = retitled(editing, shown(path), "Mine")
    editing.save(view)
    late = news_of(path.read_bytes(), first_view(FILE.encode()).timeline, "a.yaml")
    view = retitled(editing, view, "Mine at last")
    editing.save(view)
    view, said = editing.news(view, late)
    assert (titles(view), said) == (["Mine at last", "Second"], "")


def test_a_file_that_was_broken_and_is_as_it_was_has_no_problems_left(path: Path) -> None:
    editing = Editing(opened(path))
    view = retitled(editing, shown(path), "Mine")
    editing.save(view)
    mine = path.read_bytes()
    path.write_bytes(mine + b"  - {id: c, date: [}\n")
    view, _ = editing.news(view, news_of(path.read_bytes(), view.timeline, "a.yaml"))
    assert view.snags
    path.write_bytes(mine)
    view, _ = editing.news(view, news_of(mine, view.timeline, "a.yaml"))
    assert (view.snags, titles(view)) == ((), ["Mine", "Second"])


def test_one_error_for_another_is_told(path: Path) -> None:
    editing = Editing(opened(path))
    view, _ = editing.commit(shown(path), "the date of a", [Set(A, ("date",), "soon")])
    edits = [Set(A, ("date",), "2014"), Set(B, ("date",), "later")]
    assert editing.commit(view, "both dates", edits)[1].endswith(
        "The file has 1 error now; 6 shows why."
    )


def test_what_dateline_wrote_itself_is_no_news(path: Path) -> None:
    editing = Editing(opened(path))
    view = retitled(editing, shown(path), "Mine")
    editing.save(view)
    news = news_of(path.read_bytes(), first_view(FILE.encode()).timeline, "a.yaml")
    assert editing.news(view, news) == (view, "")


def test_a_file_that_cannot_be_written_leaves_the_edits_where_they_are(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editing = Editing(opened(path))
    view = retitled(editing, shown(path), "Mine")

    def full(*_args: object, **_named: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("tui.document.disk.save", full)
    told = editing.save(view)
    assert told == (view, "Not saved: a.yaml: no space left on device. Your edits are kept.")
    assert (view.unsaved, path.read_text(encoding="utf-8")) == (1, FILE)
    assert kept(path) == [".json", ".lock", ".yaml"]


def test_a_folder_that_is_gone_is_told(path: Path) -> None:
    editing = Editing(opened(path)._replace(state_folder=path.parent.parent / "elsewhere"))
    view = retitled(editing, shown(path), "Mine")
    path.unlink()
    path.parent.rename(path.parent.with_name("gone"))
    told = editing.save(view)
    assert told == (
        view,
        "Not saved: a.yaml: no such file or directory. Your edits are kept.",
    )


async def test_the_keys_say_what_they_cannot_do(path: Path) -> None:
    async with acting(opened(path)) as reader:
        said = []
        for key in "uUwD":
            await reader.pilot.press(key)
            await reader.pilot.pause()
            said.append(reader.foot)
    assert said == [
        "There is nothing to undo.",
        "There is nothing to do again.",
        "There is nothing to save.",
        "Nothing is unsaved.",
    ]


async def test_the_file_is_read_again(path: Path) -> None:
    async with acting(opened(path)) as reader:
        path.write_text(FILE.replace("First", "Other"), encoding="utf-8")  # noqa: ASYNC240, a few bytes
        await reader.pilot.press("r")
        await reader.pilot.pause()
        assert titles(reader.view) == ["Other", "Second"]
        assert reader.foot == "Read a.yaml again."
