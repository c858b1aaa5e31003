"""What sshd refuses a guest, by a key or by a setting: ports, sockets, an agent, a screen, files.

This is inherent in the `restrict` of sshd(8): no port, agent or X11 is forwarded, no `~/.ssh/rc` is
run, and there is no terminal but for the `pty` after it. With `command=` that command alone is run,
whatever is asked for, be it a shell, a program or a subsystem as sftp. The server of these tests
forwards and serves all it can to a key without restrictions.
"""

import os
import pwd
import socket
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from terminal.hosting import FIRST, House, command, hosted, leave, welcoming
from terminal.pty import Terminal, surroundings
from terminal.sshd import Server, free_port, located, obstacle, serve

OBSTACLE = obstacle("ssh", "sshd", "ssh-keygen", "ssh-agent")
pytestmark = pytest.mark.skipif(bool(OBSTACLE), reason=OBSTACLE)
needs_proc = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="there is no /proc")
PATIENCE = 10.0
NO_COPIES = obstacle("scp", "sftp")
NO_CONNECTION = 255
"""What ssh ends with where it got none, or not as it was asked."""
BANNER = b"SSH-2.0"
"""What the server itself says first, to whoever reaches it."""
FORCED = """\
Match User {user}
    ForceCommand {command}
    DisableForwarding yes
    AllowTcpForwarding no
    AllowStreamLocalForwarding no
    AllowAgentForwarding no
    X11Forwarding no
    PermitTunnel no
    PermitUserRC no
    PermitTTY yes
    MaxSessions 1
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serve(tmp_path_factory.mktemp("sshd")) as server:
        yield server


@pytest.fixture
def house(server: Server, tmp_path: Path) -> Iterator[House]:
    with welcoming(server, tmp_path) as house:
        yield house


def came_through(server: Server, key: str, forward: str, request: bytes = b"") -> bytes:
    """What comes of a connection to a port of this end that is to be forwarded to the server's."""
    port = free_port()
    up = ("-o", "PermitLocalCommand=yes", "-o", "LocalCommand=echo up")
    words = server.program("ssh", *up, "-N", *forward.format(port=port).split(), key=key)
    with subprocess.Popen([*words, server.address], stdout=subprocess.PIPE) as ssh:
        assert ssh.stdout is not None
        assert ssh.stdout.readline() == b"up\n"
        came = b""
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as line:
            line.sendall(request)
            while BANNER not in came and (piece := line.recv(256)):
                came += piece
        # Told to end, it may not hear of it while it closes the connection.
        ssh.kill()
    return came


@pytest.mark.parametrize("way", ["-L", "-D"])
def test_no_port_over_there_is_reached(house: House, way: str) -> None:
    server = house.server
    if way == "-L":
        forward, request = f"-L 127.0.0.1:{{port}}:127.0.0.1:{server.port}", b""
    else:
        # SOCKS 4: connect to a port of an address, as nobody.
        to = server.port.to_bytes(2, "big") + socket.inet_aton("127.0.0.1")
        forward, request = "-D 127.0.0.1:{port}", b"\x04\x01" + to + b"\x00"
    assert BANNER in came_through(server, "user", forward, request)
    assert BANNER not in came_through(server, "guest", forward, request)


def test_no_socket_over_there_is_reached(house: House) -> None:
    to = house.folder / "open" / "talk.sock"
    assert came_through(house.server, "guest", f"-L 127.0.0.1:{{port}}:{to}") == b""


STRICT = ("-o", "ExitOnForwardFailure=yes", "-R")
BACK = (*STRICT, "127.0.0.1:0:127.0.0.1:{port}")
THROUGH = ("-W", "127.0.0.1:{port}")


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(THROUGH, id="-W"),
        pytest.param(BACK, id="-R"),
        pytest.param((*STRICT, "{folder}/made:127.0.0.1:{port}"), id="-R with a socket"),
    ],
)
def test_a_guest_may_not_forward(house: House, options: tuple[str, ...]) -> None:
    asked = [each.format(port=house.server.port, folder=house.folder) for each in options]
    assert status_of(house.server, "user", asked) == 0
    (house.folder / "made").unlink(missing_ok=True)
    assert status_of(house.server, "guest", asked) == NO_CONNECTION
    assert not (house.folder / "made").exists()


def status_of(server: Server, key: str, options: Sequence[str]) -> int:
    """What becomes of an ssh with some options that may run something short as well."""
    remote = () if "-W" in options else ("true",)
    words = [*server.program("ssh", *options, key=key), server.address, *remote]
    done = subprocess.run(words, check=False, capture_output=True, stdin=subprocess.DEVNULL)
    return done.returncode


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[Path]:
    """The socket of an agent at this end."""
    path = tmp_path / "agent"
    command = [located("ssh-agent"), "-D", "-a", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as agent:
        try:
            assert agent.stdout is not None
            assert str(path).encode() in agent.stdout.readline()
            yield path
        finally:
            agent.terminate()


@needs_proc
def test_neither_agent_nor_screen_of_a_guest_is_taken_along(house: House, agent: Path) -> None:
    server = house.server
    taken = ("-o", f"IdentityAgent={agent}", "-A")
    say = [*server.program("ssh", *taken), server.address, "echo $SSH_AUTH_SOCK"]
    assert subprocess.run(say, check=True, capture_output=True).stdout.strip() != b""
    here = house.folder / "guest"
    ask = [*server.program("ssh", *taken, "-X", "-Y", "-tt", key="guest"), server.address]
    around = surroundings(here, DISPLAY="127.0.0.1:9")
    with Terminal(ask, cwd=here, environment=around) as guest:
        guest.wait_for(FIRST)
        environment = Path(f"/proc/{house.process}/environ").read_bytes()
        assert b"SSH_CONNECTION=" in environment
        assert b"SSH_AUTH_SOCK=" not in environment
        assert b"DISPLAY=" not in environment
        leave(guest)


@pytest.mark.skipif(bool(NO_COPIES), reason=NO_COPIES)
@pytest.mark.parametrize("way", ["sftp", "scp", "scp -O"])
def test_no_file_is_fetched(house: House, way: str) -> None:
    fetched = house.folder / "guest" / "fetched"
    for key, is_let in (("user", True), ("guest", False)):
        name, *more = way.split()
        words = house.server.program(name, *more, key=key)
        words += [f"{house.server.address}:{house.folder}/desk/talk.yaml", str(fetched)]
        done = subprocess.run(words, check=False, capture_output=True)
        assert (done.returncode == 0, fetched.exists()) == (is_let, is_let)
        fetched.unlink(missing_ok=True)


@pytest.mark.skipif(bool(NO_COPIES), reason=NO_COPIES)
@pytest.mark.parametrize("way", ["scp", "scp -O"])
def test_no_file_is_left(house: House, way: str) -> None:
    left = house.folder / "left"
    for key, is_let in (("user", True), ("guest", False)):
        name, *more = way.split()
        words = house.server.program(name, *more, key=key)
        words += [str(house.server.folder / "host.pub"), f"{house.server.address}:{left}"]
        done = subprocess.run(words, check=False, capture_output=True)
        assert (done.returncode == 0, left.exists()) == (is_let, is_let)
        left.unlink(missing_ok=True)


def test_a_setting_of_the_server_does_the_same(tmp_path: Path) -> None:
    (tmp_path / "sshd").mkdir()
    user = pwd.getpwuid(os.getuid()).pw_name
    forced = FORCED.format(user=user, command=command(tmp_path))
    with serve(tmp_path / "sshd", more=forced) as server, hosted(server, tmp_path) as house:
        before = house.files | {"pid"}
        words = server.command(f"touch {tmp_path}/made")
        with Terminal(words, cwd=tmp_path / "guest") as guest:
            guest.wait_for(FIRST)
            leave(guest)
        port = f"127.0.0.1:{server.port}"
        assert came_through(server, "user", f"-L 127.0.0.1:{{port}}:{port}") == b""
        for options in (THROUGH, BACK):
            asked = [each.format(port=server.port) for each in options]
            assert status_of(server, "user", asked) == NO_CONNECTION
        assert house.files == before
