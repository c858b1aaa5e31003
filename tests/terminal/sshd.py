"""A private sshd on loopback.

Everything lies in a folder of the test: keys, settings, what the server says. The server runs
as whoever runs the tests, and lets in nobody else.
"""

import grp
import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Final

_PLACES: Final = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/usr/local/sbin"
"""Where programs are; a user's PATH seldom names the folder of sshd."""
_PATIENCE: Final = 30.0

_SETTINGS: Final = """\
ListenAddress 127.0.0.1:{port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PrintMotd no
PrintLastLog no
AcceptEnv LANG LC_*
MaxStartups 100
"""


def obstacle(*programs: str) -> str:
    """Why the programs that a test needs cannot be run by this user, "" where they can."""
    for program in programs:
        if _find(program) is None:
            return f"{program} is not installed"
    try:
        shell = pwd.getpwuid(os.getuid()).pw_shell or "/bin/sh"
    except KeyError:
        return "this user has no name to log in by"
    if subprocess.run([shell, "-c", "exit 0"], check=False, capture_output=True).returncode:
        return f"this user cannot log in: the shell is {shell}"
    if not _may_own_terminals():
        return "sshd would have to be root to give out terminals: they do not belong to group tty"
    return ""


@dataclass(frozen=True, slots=True)
class Server:
    """An sshd that listens, and how to reach it."""

    folder: Path
    port: int

    def command(self, remote: str, *, tty: bool = True) -> list[str]:
        """The command line that runs something over there."""
        options = {
            "BatchMode": "yes",
            "EscapeChar": "none",
            "IdentitiesOnly": "yes",
            "LogLevel": "ERROR",
            "SendEnv": "LANG LC_*",
            "UserKnownHostsFile": str(self.folder / "known_hosts"),
        }
        words = [_program("ssh"), "-F", "/dev/null", "-i", str(self.folder / "user")]
        words += [word for name, value in options.items() for word in ("-o", f"{name}={value}")]
        words += ["-p", str(self.port), "-tt" if tty else "-T"]
        return [*words, f"{pwd.getpwuid(os.getuid()).pw_name}@127.0.0.1", remote]


@contextmanager
def serve(folder: Path) -> Iterator[Server]:
    """An sshd that accepts connections for as long as the `with` lasts."""
    for key in ("host", "user"):
        make = [_program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", str(folder / key)]
        subprocess.run(make, check=True)
    server = Server(folder, _free_port())
    (folder / "settings").write_text(_SETTINGS.format(folder=folder, port=server.port))
    kind, key = (folder / "host.pub").read_text().split()[:2]
    (folder / "known_hosts").write_text(f"[127.0.0.1]:{server.port} {kind} {key}\n")
    if os.getuid() == 0:
        # Where a server of root drops its rights; a machine without a service of it has none.
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    with (folder / "log").open("wb") as log:
        daemon = subprocess.Popen(
            [_program("sshd"), "-D", "-e", "-f", str(folder / "settings")], stderr=log
        )
    try:
        _wait_for_port(server, daemon)
        yield server
    finally:
        daemon.terminate()
        daemon.wait()


def _find(program: str) -> str | None:
    return shutil.which(program, path=_PLACES)


def _program(name: str) -> str:
    """The path of a program that is there: sshd has to be called by its whole path."""
    path = _find(name)
    assert path is not None
    return path


def _may_own_terminals() -> bool:
    """Whether this user's terminals are as sshd wants them, or can be made so."""
    near, far = os.openpty()
    group = os.fstat(far).st_gid
    os.close(near)
    os.close(far)
    try:
        wanted = grp.getgrnam("tty").gr_gid
    except KeyError:
        return True
    return os.getuid() == 0 or wanted in {group, os.getegid(), *os.getgroups()}


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def _wait_for_port(server: Server, daemon: "subprocess.Popen[bytes]") -> None:
    """Wait until the server accepts connections, or complain of what it says instead."""
    end = monotonic() + _PATIENCE
    while monotonic() < end:
        with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", server.port)):
            return
        with suppress(subprocess.TimeoutExpired):
            daemon.wait(0.02)
            break
    raise AssertionError(f"sshd does not listen; it says\n{(server.folder / 'log').read_text()}")
