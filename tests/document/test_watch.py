"""Noticing that a file was changed: on a real disk, and on one that plays tricks."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.document.disk import Stamp
from tui.document.watch import Disk, Seen, Watch, look

SECOND = 1_000_000_000
NEWS = b"title: News\n"


class Poller:
    """Asks a watch as a timer does, on a real disk with a clock of its own."""

    def __init__(self, path: Path) -> None:
        self.now = path.stat().st_ctime_ns + 60 * SECOND
        on = Disk(now=lambda: self.now)
        self.watch = Watch(path, look(path, on)[1], on)

    def after(self, polls: int) -> list[bytes | None]:
        """The answers to so many questions, one a second."""
        answers = []
        for _ in range(polls):
            self.now += SECOND
            answers.append(self.watch.changed())
        return answers


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "timeline.yaml"
    path.write_bytes(b"title: Old\n")
    return path


@pytest.fixture
def poller(path: Path) -> Poller:
    return Poller(path)


def write(path: Path) -> None:
    path.write_bytes(NEWS)


def append(path: Path) -> None:
    path.write_bytes(b"title: Ne")
    with path.open("ab") as file:
        file.write(b"ws\n")


def put_another_in_its_place(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(NEWS)
    other.replace(path)


def delete_and_make_anew(path: Path) -> None:
    path.unlink()
    path.write_bytes(NEWS)


def set_the_time_back(path: Path) -> None:
    about = path.stat()
    path.write_bytes(NEWS)
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))


CHANGES = [write, append, put_another_in_its_place, delete_and_make_anew, set_the_time_back]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_is_told_once_when_it_has_been_the_same_twice(
    path: Path, poller: Poller, change: Callable[[Path], None]
) -> None:
    before = poller.after(2)
    change(path)

    assert before == [None, None]
    assert poller.after(5) == [None, NEWS, None, None, None]


def touch(path: Path) -> None:
    os.utime(path)


def change_rights(path: Path) -> None:
    path.chmod(0o600)


def save_the_same(path: Path) -> None:
    other = path.with_name("other")
    shutil.copyfile(path, other)
    other.replace(path)


@pytest.mark.parametrize(
    "change", [touch, change_rights, save_the_same], ids=lambda change: change.__name__
)
def test_the_same_bytes_are_no_change(
    path: Path, poller: Poller, change: Callable[[Path], None]
) -> None:
    change(path)

    assert poller.after(4) == [None] * 4
    write(path)
    assert poller.after(2) == [None, NEWS]


def test_a_link_that_leads_elsewhere_is_a_change(tmp_path: Path, path: Path) -> None:
    (tmp_path / "other").write_bytes(NEWS)
    link = tmp_path / "link"
    link.symlink_to(path)
    poller = Poller(link)
    link.unlink()
    link.symlink_to(tmp_path / "other")

    assert poller.after(3) == [None, NEWS, None]


def test_a_change_behind_a_link_is_a_change(tmp_path: Path, path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(path)
    poller = Poller(link)
    write(path)

    assert poller.after(2) == [None, NEWS]


def test_what_is_written_in_pieces_is_told_when_it_is_whole(path: Path, poller: Poller) -> None:
    answers = []
    path.write_bytes(b"")
    for piece in (b"title:", b" Ne", b"ws\n"):
        answers += poller.after(1)
        with path.open("ab") as file:
            file.write(piece)

    assert [*answers, *poller.after(3)] == [None, None, None, None, NEWS, None]


def test_an_emptied_file_is_a_change(path: Path, poller: Poller) -> None:
    path.write_bytes(b"")

    assert poller.after(3) == [None, b"", None]


def test_a_file_may_be_away_for_a_moment(path: Path, poller: Poller) -> None:
    path.rename(path.with_name("backup"))
    away = poller.after(1)
    trouble = poller.watch.trouble
    write(path)

    assert (away, trouble) == ([None], "")
    assert poller.after(2) == [None, NEWS]


def test_a_file_that_stays_away_is_trouble_until_it_is_back(path: Path, poller: Poller) -> None:
    path.rename(path.with_name("backup"))
    away = poller.after(2)
    trouble = poller.watch.trouble
    path.with_name("backup").rename(path)

    assert (away, trouble) == ([None, None], "no such file or directory")
    assert poller.after(3) == [None, None, None]
    assert poller.watch.trouble == ""


def test_a_pipe_in_its_place_is_not_read(path: Path, poller: Poller) -> None:
    path.unlink()
    os.mkfifo(path)

    assert poller.after(3) == [None] * 3
    assert poller.watch.trouble == "not a file but a pipe or device"


def test_looking_gives_the_bytes_and_raises_what_is_in_the_way(path: Path) -> None:
    assert look(path)[0] == b"title: Old\n"
    with pytest.raises(FileNotFoundError):
        look(path.with_name("nothing"))


# A disk that plays tricks


class Trick:
    """A disk with one file, whose time is set by hand and whose reading can be disturbed."""

    def __init__(self) -> None:
        self.now = 1000 * SECOND
        self.stamp = Stamp(1, 1, 3, 999 * SECOND, 999 * SECOND)
        self.data = b"old"
        self.reads = 0
        self.on_read: Callable[[], None] = lambda: None
        self.failure: OSError | None = None

    @property
    def disk(self) -> Disk:
        """The disk as a watch looks at it."""
        return Disk(lambda _: self.stamp, self.load, lambda: self.now)

    def load(self, _path: Path) -> bytes:
        """Read the file, and be disturbed."""
        if self.failure:
            raise self.failure
        self.reads += 1
        data = self.data
        self.on_read()
        return data

    def poll(self, watch: Watch, polls: int) -> list[bytes | None]:
        """The answers to so many questions, one a second."""
        answers = []
        for _ in range(polls):
            self.now += SECOND
            answers.append(watch.changed())
        return answers


@pytest.fixture
def trick() -> Trick:
    return Trick()


def begin(trick: Trick) -> Watch:
    return Watch(Path("file"), look(Path("file"), trick.disk)[1], trick.disk)


def test_a_change_in_the_same_tick_and_of_the_same_size_shows_two_seconds_later(
    trick: Trick,
) -> None:
    watch = begin(trick)
    trick.data = b"new"

    assert trick.poll(watch, 4) == [None, b"new", None, None]


def test_an_append_in_the_same_tick_shows_by_the_size(trick: Trick) -> None:
    watch = begin(trick)
    trick.data, trick.stamp = b"older", trick.stamp._replace(size=5)

    assert trick.poll(watch, 3) == [None, b"older", None]


def test_a_file_that_lies_still_is_read_once_more_at_most(trick: Trick) -> None:
    watch = begin(trick)

    assert trick.poll(watch, 50) == [None] * 50
    assert trick.reads == 2


def test_a_file_that_has_lain_still_is_not_read_again(trick: Trick) -> None:
    trick.now += 60 * SECOND
    watch = begin(trick)

    assert trick.poll(watch, 50) == [None] * 50
    assert trick.reads == 1


def test_a_time_to_come_makes_no_difference(trick: Trick) -> None:
    trick.stamp = trick.stamp._replace(modified=2000 * SECOND)
    watch = begin(trick)
    still = trick.poll(watch, 10)
    trick.data, trick.stamp = b"newer", trick.stamp._replace(size=5)

    assert (still, trick.reads) == ([None] * 10, 1)
    assert trick.poll(watch, 2) == [None, b"newer"]


def test_what_is_written_while_it_is_read_is_read_again(trick: Trick) -> None:
    watch = begin(trick)

    def meanwhile() -> None:
        trick.data, trick.stamp = b"whole", trick.stamp._replace(size=5)
        trick.on_read = lambda: None

    trick.data, trick.stamp = b"ha", trick.stamp._replace(size=2)
    trick.on_read = meanwhile

    assert trick.poll(watch, 5) == [None, None, None, b"whole", None]


def test_what_was_written_during_the_first_reading_is_noticed(trick: Trick) -> None:
    def meanwhile() -> None:
        trick.data, trick.stamp = b"whole", trick.stamp._replace(size=5)
        trick.on_read = lambda: None

    trick.on_read = meanwhile
    watch = begin(trick)

    assert trick.poll(watch, 3) == [None, b"whole", None]


def test_a_file_that_is_written_all_the_time_is_waited_for(trick: Trick) -> None:
    watch = begin(trick)
    answers = []
    for size in range(4, 20):
        trick.stamp = trick.stamp._replace(size=size)
        answers += trick.poll(watch, 1)

    assert (answers, trick.reads) == ([None] * 16, 1)


def test_a_file_that_may_no_longer_be_read_is_trouble(trick: Trick) -> None:
    watch = begin(trick)
    trick.failure = PermissionError(13, "Permission denied")
    trick.data, trick.stamp = b"newer", trick.stamp._replace(size=5)
    refused = trick.poll(watch, 5)
    troubles = [watch.trouble]
    trick.failure = None

    assert refused == [None] * 5
    assert b"newer" in trick.poll(watch, 2)
    assert [*troubles, watch.trouble] == ["permission denied", ""]


def test_a_stamp_is_settled_when_it_is_two_seconds_old(trick: Trick) -> None:
    young = look(Path("file"), trick.disk)[1]
    trick.now += 2 * SECOND
    old = look(Path("file"), trick.disk)[1]

    assert young == Seen(trick.stamp, old.digest, is_settled=False)
    assert old.is_settled
