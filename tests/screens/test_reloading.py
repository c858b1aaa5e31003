"""What a changed file makes of the view, and how it is noticed."""

from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

import pytest

from screens.acting import acting
from tui.document.watch import Watch, look
from tui.screens.file_at_hand import FileAtHand
from tui.screens.first_view import first_view
from tui.screens.reloading import News, news_of, watch
from tui.view.search import search
from tui.view.view import View

FILE = """\
title: T
events:
- {id: a, date: 2014, title: First}
- {id: b, date: 2015, title: Second}
"""


def view(text: str = FILE) -> View:
    return first_view(text.encode())


def news(text: str, before: View | None = None) -> News:
    return news_of(text.encode(), (before or view()).timeline, "t.yaml")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (FILE.replace("Second", "Other"), "t.yaml changed: 1 event edited."),
        (FILE + "- {id: c, date: 2016, title: C}\n", "t.yaml changed: 1 event added."),
        (FILE.replace("title: T", "title: U"), "t.yaml changed: "),
    ],
)
def test_it_says_what_changed(text: str, sentence: str) -> None:
    assert news(text).sentence.startswith(sentence)


def test_the_place_is_kept_by_id() -> None:
    before = view().move("events", 1)
    after = news("events:\n- {id: z, date: 2000, title: Z}\n" + FILE[17:], before).of(before)
    at = after.cursors["events"]
    assert after.timeline.events[at].id == "b"


def test_a_change_that_breaks_the_file_keeps_what_was_shown_and_shows_the_problems() -> None:
    before = view().move("events", 1)
    broken = news(FILE + "- {id: c, date: [}\n", before)
    after = broken.of(before)
    assert after.timeline is before.timeline
    assert after.cursors["events"] == 1
    assert after.snags
    assert "as it was before. {pane.problems} shows why" in broken.sentence
    mended = news(FILE, after).of(after)
    assert mended.snags == ()


def test_a_change_is_noticed_and_told(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text(FILE, encoding="utf-8")
    _, seen = look(path)
    told: SimpleQueue[News] = SimpleQueue()
    before = view()
    end = Event()
    given = (Watch(path, seen), lambda: before, path.name, told.put, end)
    Thread(target=watch, args=given, daemon=True).start()
    path.write_text(FILE.replace("First", "The first of all"), encoding="utf-8")
    noticed = told.get(timeout=30)
    end.set()
    assert noticed.sentence == "t.yaml changed: 1 event edited."


async def test_a_search_goes_on_in_what_the_file_says_now() -> None:
    changed = FILE.replace("First", "Second to none").replace("Second}", "Third and second}")
    async with acting(FILE) as reader:
        await reader.pilot.press("slash", *"second", "enter")
        assert "/second 1/1" in reader.text
        reader.app.screen.post_message(FileAtHand.Changed(news(changed)))
        await reader.pilot.pause()
        assert "/second 2/2" in reader.text
        await reader.pilot.press("n")
        assert (reader.here, "/second 1/2" in reader.text) == ("events a", True)


def test_what_is_looked_through_is_ready_when_the_change_is_told(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text(FILE, encoding="utf-8")
    _, seen = look(path)
    told: SimpleQueue[News] = SimpleQueue()
    before, end = search(view(), "second"), Event()
    given = (Watch(path, seen), lambda: before, path.name, told.put, end)
    Thread(target=watch, args=given, daemon=True).start()
    path.write_text(FILE.replace("First", "Second to none"), encoding="utf-8")
    noticed = told.get(timeout=30)
    end.set()
    after = noticed.of(before)
    assert after.search is not None
    assert list(after.search.hits) == [0, 1]


def test_a_file_that_is_gone_is_told_and_leaves_what_was_shown(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text(FILE, encoding="utf-8")
    _, seen = look(path)
    told: SimpleQueue[News] = SimpleQueue()
    before, end = view(), Event()
    given = (Watch(path, seen), lambda: before, path.name, told.put, end)
    Thread(target=watch, args=given, daemon=True).start()
    path.unlink()
    gone = told.get(timeout=30)
    path.write_text(FILE, encoding="utf-8")
    back = told.get(timeout=30)
    end.set()
    assert gone.sentence.startswith("t.yaml: ")
    assert back.sentence == "t.yaml is there again."
    assert gone.of(before) is before
