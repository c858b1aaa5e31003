"""A place belongs to one presenter at a time, and after a dead one to the next."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from share.talks import place_in
from tui.share.claim import TakenError, claim
from tui.share.place import Place, PlaceError

DIES = """
import os, sys
from pathlib import Path
from tui.share.claim import claim
from tui.share.place import Place
claim(Place(Path(sys.argv[1]))).socket.listen()
os._exit(0)
"""


def rights(path: Path) -> str:
    """The permissions of a file, as chmod takes them."""
    return oct(path.lstat().st_mode & 0o7777)


def test_a_socket_is_open_to_us_alone_from_the_start(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    before = os.umask(0)
    try:
        held = claim(place)
    finally:
        os.umask(before)
    assert rights(place.path) == "0o600"
    assert rights(place.path.with_name(f"{place.path.name}.lock")) == "0o600"
    with socket.socket(socket.AF_UNIX) as early, pytest.raises(ConnectionRefusedError):
        early.connect(str(place.path))
    held.release()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files to any group")
def test_a_socket_for_a_group_is_open_to_it(tmp_path: Path) -> None:
    held = claim(Place(tmp_path / "socket", 65534))
    assert rights(tmp_path / "socket") == "0o660"
    assert (tmp_path / "socket").stat().st_gid == 65534
    held.release()


def test_nothing_is_left_of_a_claim_that_is_released(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    claim(place).release()
    assert list(place.path.parent.iterdir()) == []


def test_a_place_is_taken_while_it_is_claimed_and_free_afterwards(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    first = claim(place)
    with pytest.raises(TakenError, match="Somebody is presenting at "):
        claim(place)
    first.release()
    claim(place).release()


def test_a_socket_that_answers_is_taken_even_without_a_lock(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(str(place.path))
        other.listen()
        with pytest.raises(TakenError):
            claim(place)
        assert place.path.is_socket()


def test_the_socket_of_a_dead_presenter_is_replaced(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    subprocess.run([sys.executable, "-c", DIES, str(place.path)], check=True)
    assert place.path.is_socket()
    held = claim(place)
    held.socket.listen()
    with socket.socket(socket.AF_UNIX) as follower:
        follower.connect(str(place.path))
    held.release()


def test_what_is_no_socket_is_left_alone(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    place.path.write_text("mine")
    with pytest.raises(PlaceError, match="is there already, and is no socket"):
        claim(place)
    assert place.path.read_text() == "mine"


@pytest.mark.parametrize("suffix", ["", ".lock"], ids=["socket", "lock"])
def test_a_link_in_the_place_of_either_file_is_refused(tmp_path: Path, suffix: str) -> None:
    place = place_in(tmp_path)
    target = tmp_path / "precious"
    target.write_text("mine")
    place.path.with_name(place.path.name + suffix).symlink_to(target)
    with pytest.raises(PlaceError, match=r"no socket|cannot be listened at"):
        claim(place)
    assert (target.read_text(), rights(target)) == ("mine", rights(target))


def test_only_our_own_socket_is_taken_away(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    held = claim(place)
    place.path.unlink()
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(str(place.path))
        held.release()
        assert place.path.is_socket()


def test_a_lock_that_was_removed_is_no_lock(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    first = claim(place)
    lock = place.path.with_name(f"{place.path.name}.lock")
    lock.unlink()
    place.path.unlink()
    second = claim(place)
    first.release()
    assert lock.exists()
    assert place.path.is_socket()
    with pytest.raises(TakenError):
        claim(place)
    second.release()
