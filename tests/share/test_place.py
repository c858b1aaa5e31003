"""Where sockets are: paths that are short enough, in folders that are safe, or a sentence."""

import grp
import os
import re
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.share.place import (
    LONGEST,
    Place,
    PlaceError,
    find,
    find_for,
    followed_place,
    open_place,
    private_folder,
    private_place,
    socket_path,
)

OWN_GROUP = grp.getgrgid(os.getegid()).gr_name
is_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")


def rights(path: Path) -> str:
    """The permissions of a file, as chmod takes them."""
    return oct(path.stat().st_mode & 0o7777)


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        pytest.param({"XDG_RUNTIME_DIR": "/run/user/7"}, "/run/user/7/dateline", id="runtime"),
        pytest.param({}, f"/tmp/dateline-{os.getuid()}", id="none"),  # noqa: S108, nothing is there
        pytest.param(
            {"XDG_RUNTIME_DIR": "run"},
            f"/tmp/dateline-{os.getuid()}",  # noqa: S108, likewise
            id="relative",
        ),
    ],
)
def test_the_private_folder(environment: dict[str, str], folder: str) -> None:
    assert private_folder(environment, Path("/tmp")) == Path(folder)  # noqa: S108, likewise


def test_a_socket_is_named_after_its_file_and_told_from_its_namesakes(tmp_path: Path) -> None:
    one, other = (socket_path(Path("/run"), tmp_path / at / "talk.yaml") for at in "ab")
    assert re.fullmatch(r"/run/talk-[0-9a-f]{8}\.sock", str(one))
    assert one != other


def test_a_link_to_a_file_has_the_socket_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").touch()
    (tmp_path / "b").mkdir()
    link = tmp_path / "b/talk.yaml"
    link.symlink_to(tmp_path / "talk.yaml")
    assert socket_path(Path("/run"), link) == socket_path(Path("/run"), tmp_path / "talk.yaml")


def test_a_long_name_is_left_out() -> None:
    path = socket_path(Path("/run"), Path("/x") / ("ж" * 100 + ".yaml"))
    assert re.fullmatch(r"/run/[0-9a-f]{8}\.sock", str(path))


def test_too_deep_a_folder_is_refused_with_its_length() -> None:
    with pytest.raises(PlaceError, match=f"takes 13. bytes, and a socket has {LONGEST}"):
        socket_path(Path("/" + "x" * 119), Path("/talk.yaml"))


def test_a_private_folder_is_made_for_us_alone(tmp_path: Path) -> None:
    place = private_place(tmp_path / "dateline", Path("/talk.yaml"))
    assert rights(tmp_path / "dateline") == "0o700"
    assert (place.path.parent, oct(place.mode)) == (tmp_path / "dateline", "0o600")


def _linked(folder: Path) -> None:
    (folder.parent / "elsewhere").mkdir(0o700)
    folder.symlink_to(folder.parent / "elsewhere")


def _dangling(folder: Path) -> None:
    folder.symlink_to(folder.parent / "nowhere")


def _open(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o755)


def _written(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o770)


def _file(folder: Path) -> None:
    folder.touch()


def _of_another(folder: Path) -> None:
    folder.mkdir(0o700)
    os.chown(folder, 65534, -1)


def _in_an_open_one(folder: Path) -> None:
    folder.mkdir(0o700)
    folder.parent.chmod(0o777)


UNSAFE = [
    pytest.param(_linked, "is a link", id="a link"),
    pytest.param(_dangling, "is a link", id="a link to nowhere"),
    pytest.param(_file, "is no folder", id="a file"),
    pytest.param(_written, "by others (its mode is 0770)", id="written to by others"),
    pytest.param(_of_another, "belongs to somebody else", id="of another", marks=is_root),
    pytest.param(_in_an_open_one, "may be changed by others", id="in an open folder"),
]


@pytest.mark.parametrize(
    ("make", "why"),
    [*UNSAFE, pytest.param(_open, "may be entered by others (its mode is 0755)", id="open")],
)
def test_an_unsafe_private_folder_is_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], None], why: str
) -> None:
    folder = tmp_path / "dateline"
    make(folder)
    before = folder.lstat()
    with pytest.raises(PlaceError, match=re.escape(why)):
        private_place(folder, Path("/talk.yaml"))
    assert folder.lstat() == before
    assert find(folder) == ()
    assert find_for(folder, Path("/talk.yaml")) is None


@pytest.mark.parametrize(("make", "why"), UNSAFE)
def test_an_unsafe_folder_for_a_group_is_refused(
    tmp_path: Path, make: Callable[[Path], None], why: str
) -> None:
    make(tmp_path / "talk")
    with pytest.raises(PlaceError, match=re.escape(why)):
        open_place(tmp_path / "talk/socket", OWN_GROUP, tmp_path / "run/dateline")


def test_a_folder_for_a_group_is_made_for_it(tmp_path: Path) -> None:
    place = open_place(tmp_path / "talk/socket", OWN_GROUP, tmp_path / "run/dateline")
    assert rights(tmp_path / "talk") == "0o750"
    assert place == Place(tmp_path / "talk/socket", os.getegid())
    assert oct(place.mode) == "0o660"


def test_a_safe_folder_for_a_group_is_taken_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "talk").mkdir()
    (tmp_path / "talk").chmod(0o711)
    open_place(tmp_path / "talk/socket", OWN_GROUP, tmp_path / "run/dateline")
    assert rights(tmp_path / "talk") == "0o711"


@pytest.mark.parametrize(
    ("mode", "group"),
    [
        pytest.param(0o700, os.getegid(), id="open to us alone"),
        pytest.param(0o740, os.getegid(), id="read by the group"),
        pytest.param(0o750, 65534, id="open to another group", marks=is_root),
    ],
)
def test_a_folder_that_the_group_cannot_enter_is_refused(
    tmp_path: Path, mode: int, group: int
) -> None:
    (tmp_path / "talk").mkdir()
    (tmp_path / "talk").chmod(mode)
    os.chown(tmp_path / "talk", -1, group)
    with pytest.raises(PlaceError, match=f"talk cannot be entered by the group {OWN_GROUP}"):
        open_place(tmp_path / "talk/socket", OWN_GROUP, tmp_path / "run/dateline")


def test_a_socket_by_name_needs_no_group(tmp_path: Path) -> None:
    place = open_place(tmp_path / "talk/socket", "", tmp_path)
    assert place == Place(tmp_path / "talk/socket")
    assert rights(tmp_path / "talk") == "0o700"


def test_a_socket_for_a_group_is_not_where_the_group_cannot_go(tmp_path: Path) -> None:
    private = tmp_path / "run/dateline"
    private.mkdir(parents=True)
    for path in (private / "socket", private.parent / "socket", private / "../talk/socket"):
        with pytest.raises(PlaceError, match="which nobody but you may enter"):
            open_place(path, OWN_GROUP, private)


def test_a_group_that_there_is_not_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlaceError, match=re.escape('There is no group "no⟨U+001B⟩body"')):
        open_place(tmp_path / "talk/socket", "no\x1bbody", tmp_path / "run/dateline")
    assert not (tmp_path / "talk").exists()


def test_a_group_that_we_are_not_in_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("os.getegid", lambda: 1000)
    monkeypatch.setattr("os.getgroups", lambda: [1000])
    with pytest.raises(PlaceError, match="You are not in the group"):
        open_place(tmp_path / "talk/socket", grp.getgrgid(0).gr_name, tmp_path / "run/dateline")


def test_live_sockets_are_found_the_newest_first(tmp_path: Path) -> None:
    folder = tmp_path / "dateline"
    folder.mkdir(0o700)
    bound = {name: socket.socket(socket.AF_UNIX) for name in ("old", "dead", "new")}
    for at, (name, each) in enumerate(bound.items()):
        path = folder / f"{name}.sock"
        each.bind(str(path))
        each.listen()
        os.utime(path, (at, at))
    bound["dead"].close()
    (folder / "text.sock").touch()
    (folder / "old.sock.lock").touch()
    assert [path.name for path in find(folder)] == ["new.sock", "old.sock"]
    for each in bound.values():
        each.close()


def test_the_socket_of_a_file_is_found_whether_or_not_it_is_there(tmp_path: Path) -> None:
    file = tmp_path / "talk.yaml"
    place = private_place(tmp_path / "dateline", file)
    assert find_for(tmp_path / "dateline", file) == place.path


def test_nothing_is_found_where_there_is_no_folder(tmp_path: Path) -> None:
    assert find(tmp_path / "dateline") == ()
    assert find_for(tmp_path / "dateline", Path("/talk.yaml")) is None


def test_who_follows_may_come_before_the_talk_once_there_is_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "talk.sock"
    assert followed_place(path) == path
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(path))
        assert followed_place(path) == path
    path.unlink()
    path.symlink_to(tmp_path / "later")
    assert followed_place(path) == path


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("no/talk.sock", "There is no folder {}/no."),
        ("file", "{}/file is there, and is no socket."),
        ("file/talk.sock", "{}/file is no folder."),
        ("", "{} is there, and is no socket."),
        ("loop/talk.sock", "{}/loop/talk.sock: too many levels of symbolic links."),
    ],
    ids=["no folder", "a file", "in a file", "a folder", "links without an end"],
)
def test_where_nobody_can_ever_present_nobody_follows(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(PlaceError) as caught:
        followed_place(tmp_path / name)
    assert str(caught.value) == why.format(tmp_path)


def test_a_path_that_no_socket_can_have_is_not_followed(tmp_path: Path) -> None:
    with pytest.raises(PlaceError, match=f"and a socket has {LONGEST}"):
        followed_place(tmp_path / ("x" * 119))
