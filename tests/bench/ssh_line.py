"""A private sshd that can be reached only over a slow line: a proxy on loopback delays everything.

The sockets of the proxy have small buffers, as the routers of a slow line have, so that what
does not get through waits where ssh can see it.
"""

import select
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from bench.line import Line, Speed
from terminal.sshd import Server, serve

_BUFFER: Final = 4096
_TICK: Final = 0.002


@contextmanager
def slow_server(folder: Path, speed: Speed) -> Iterator[Server]:
    """An sshd whose port leads through a line of that speed."""
    with serve(folder) as server, socket.create_server(("127.0.0.1", 0)) as listener:
        # What is accepted inherits the sizes of the buffers.
        _shrink(listener)
        port: int = listener.getsockname()[1]
        known = (folder / "known_hosts").read_text(encoding="ascii")
        more = known.replace(str(server.port), str(port))
        (folder / "known_hosts").write_text(known + more, encoding="ascii")
        over = threading.Event()
        proxy = threading.Thread(target=_accept, args=(listener, server.port, speed, over))
        proxy.start()
        try:
            yield replace(server, port=port)
        finally:
            over.set()
            proxy.join()


def _accept(listener: socket.socket, port: int, speed: Speed, over: threading.Event) -> None:
    """Serve one connection after the other."""
    while not over.is_set():
        if select.select([listener], [], [], 0.05)[0]:
            client, _ = listener.accept()
            with client, socket.socket() as server, suppress(OSError):
                _shrink(server)
                server.connect(("127.0.0.1", port))
                _carry(client, server, speed, over)


def _carry(
    client: socket.socket, server: socket.socket, speed: Speed, over: threading.Event
) -> None:
    for each in (client, server):
        each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    line = Line(server.fileno(), speed, answers=False)
    while not over.is_set() and not line.ended:
        line.run(_TICK)
        for piece in line.arrived:
            client.sendall(piece.data)
        line.arrived.clear()
        if select.select([client], [], [], 0)[0]:
            data = client.recv(1 << 16)
            if not data:
                return
            line.type(data)


def _shrink(connection: socket.socket) -> None:
    for which in (socket.SO_RCVBUF, socket.SO_SNDBUF):
        connection.setsockopt(socket.SOL_SOCKET, which, _BUFFER)
