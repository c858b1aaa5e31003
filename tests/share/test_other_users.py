"""Users besides the presenter: whom a socket lets in, and as what."""

import asyncio
import json
import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from share.talks import (
    NOTE,
    SAY,
    Told,
    presenting,
    soon,
)
from tui.share.place import Place, PlaceError, followed_place, open_place

NOBODY = 65534
is_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may be somebody else")


@contextmanager
def as_nobody() -> Iterator[None]:
    """Be another user, in another group, as far as the system asks."""
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@contextmanager
def in_the_open() -> Iterator[Path]:
    """A folder that everybody can reach and read."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        Path(name).chmod(0o755)
        yield Path(name)


NEXT = b'{"v":1,"do":"next"}\n'
TAKE = b'{"v":1,"do":"take"}\n'


@is_root
async def test_another_user_is_refused_even_where_the_folder_lets_them_in() -> None:
    told = Told()
    with in_the_open() as folder:
        place = Place(folder / "socket")
        async with presenting(place, told):
            place.path.chmod(0o666)
            with socket.socket(socket.AF_UNIX) as other:
                other.settimeout(0)
                with as_nobody():
                    other.connect(str(place.path))
                assert "another user" in (await soon(told.ignored)).why
                loop = asyncio.get_running_loop()
                data = await loop.sock_recv(other, 1000)
                assert json.loads(data)["refused"].startswith("This talk is only for")
                assert await loop.sock_recv(other, 1000) == b""


@is_root
async def test_another_user_of_the_group_is_always_audience() -> None:
    told = Told()
    with in_the_open() as folder:
        place = open_place(folder / "talk/socket", "nogroup", folder / "run/dateline")
        async with presenting(place, told) as sharing:
            other = socket.socket(socket.AF_UNIX)
            with as_nobody():
                other.connect(str(place.path))
            other.settimeout(0)
            reader, writer = await asyncio.open_unix_connection(sock=other)
            writer.write(b'{"v":1,"role":"speaker"}\n' + TAKE)
            assert "no speaker" in (await soon(told.ignored)).why
            assert (await reader.readline()).startswith(b'{"v":1,"digest"')
            state = json.loads(await reader.readline())
            assert (state["driver"], sharing.followers) == ("presenter", 1)
            writer.close()


@is_root
async def test_another_user_of_the_group_gets_neither_notes_nor_what_is_said() -> None:
    with in_the_open() as folder:
        place = open_place(folder / "talk/socket", "nogroup", folder / "run/dateline")
        async with presenting(place):
            other = socket.socket(socket.AF_UNIX)
            with as_nobody():
                other.connect(str(place.path))
            other.settimeout(0)
            reader, writer = await asyncio.open_unix_connection(sock=other)
            writer.write(b'{"v":1,"role":"speaker"}\n')
            sent = await reader.readline() + await reader.readline()
            assert b"accord" in sent
            assert NOTE.encode() not in sent
            assert SAY.encode() not in sent
            writer.close()


@is_root
async def test_another_user_outside_the_group_cannot_connect() -> None:
    with in_the_open() as folder:
        place = open_place(folder / "talk/socket", "daemon", folder / "run/dateline")
        async with presenting(place):
            groups = os.getgroups()
            os.setgroups([])
            try:
                with (
                    socket.socket(socket.AF_UNIX) as other,
                    as_nobody(),
                    pytest.raises(PermissionError),
                ):
                    other.connect(str(place.path))
            finally:
                os.setgroups(groups)


@is_root
def test_what_is_in_a_folder_that_one_may_not_enter_is_not_followed() -> None:
    with in_the_open() as folder:
        closed = folder / "closed"
        closed.mkdir(0o700)
        with as_nobody(), pytest.raises(PlaceError, match=f"You may not enter {closed}"):
            followed_place(closed / "talk.sock")
