"""Who is at the other end of a link, as each system tells it."""

import os
import socket
import struct
from typing import cast

import pytest

from tui.share.link import peer_uid


class Answering:
    """A socket of a system that answers one question."""

    def __init__(self, question: tuple[int, int], answer: bytes) -> None:
        self._question = question
        self._answer = answer

    def getsockopt(self, level: int, option: int, size: int) -> bytes:
        """The answer to it; none to any other."""
        if (level, option) != self._question:
            raise OSError
        return self._answer[:size]


def test_it_is_our_own_user_in_our_own_program() -> None:
    one, other = socket.socketpair(socket.AF_UNIX)
    with one, other:
        assert peer_uid(one) == peer_uid(other) == os.geteuid()


XUCRED = struct.pack("=IIhxx16I", 0, 501, 1, 20, *[0] * 15)
"""Version, user, how many groups, and the groups: struct xucred of macOS."""


@pytest.mark.parametrize(
    ("answer", "uid"),
    [
        pytest.param(XUCRED, 501, id="told"),
        pytest.param(b"", None, id="nothing"),
        pytest.param(XUCRED[:7], None, id="too little"),
    ],
)
def test_macos_tells_it_in_its_own_way(
    monkeypatch: pytest.MonkeyPatch, answer: bytes, uid: int | None
) -> None:
    monkeypatch.delattr(socket, "SO_PEERCRED", raising=False)
    assert peer_uid(cast("socket.socket", Answering((0, 1), answer))) == uid


def test_where_the_system_does_not_tell_it_is_nobody() -> None:
    assert peer_uid(cast("socket.socket", Answering((-1, -1), b""))) is None
