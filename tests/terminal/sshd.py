"""A private sshd on loopback.

Everything lies in a folder of the test: keys, settings, what the server says. The server runs
as whoever runs the tests, and lets in nobody else. It forbids nothing that a key does not forbid
itself.
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
_LINES: Final = "authorized_keys"

_SETTINGS: Final = """\
ListenAddress 127.0.0.1:{port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/authorized_keys
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PrintMotd no
PrintLastLog no
AcceptEnv {accepted}
MaxStartups 100
AllowTcpForwarding yes
AllowStreamLocalForwarding yes
AllowAgentForwarding yes
X11Forwarding yes
X11UseLocalhost yes
Subsystem sftp internal-sftp
{more}
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

    @property
    def address(self) -> str:
        """Who is let in, and where."""
        return f"{pwd.getpwuid(os.getuid()).pw_name}@127.0.0.1"

    def program(self, name: str, *more: str, key: str = "user") -> list[str]:
        """A program of OpenSSH with what it needs to come in, before the address.

        Args:
            name: "ssh", "scp" or "sftp".
            more: Options.
            key: Whose key it shows: "user" may do all, "guest" what its line in `admit` lets it.
        """
        options = {
            "BatchMode": "yes",
            "EscapeChar": "none",
            "IdentitiesOnly": "yes",
            "IdentityFile": str(self.folder / key),
            "IdentityAgent": "none",
            "LogLevel": "ERROR",
            "Port": str(self.port),
            "SendEnv": "LANG LC_*",
            "UserKnownHostsFile": str(self.folder / "known_hosts"),
        }
        usual = [word for name, value in options.items() for word in ("-o", f"{name}={value}")]
        # What is said first holds.
        return [located(name), "-F", "/dev/null", *more, *usual]

    def command(self, remote: str, *, tty: bool = True) -> list[str]:
        """The command line that runs something over there."""
        return [*self.program("ssh", "-tt" if tty else "-T"), self.address, remote]

    def visit(self, *remote: str, tty: bool = True) -> list[str]:
        """The command line of a guest, who may ask for something to be run."""
        way = self.program("ssh", "-tt" if tty else "-T", key="guest")
        return [*way, self.address, *remote]

    def admit(self, options: str) -> None:
        """Let a guest in from now on, with the options that stand before a key, see sshd(8)."""
        guest = (self.folder / "guest.pub").read_text()
        user = (self.folder / "user.pub").read_text()
        (self.folder / _LINES).write_text(f"{user}{options} {guest}")


@contextmanager
def serve(folder: Path, *, accepted: str = "LANG LC_*", more: str = "") -> Iterator[Server]:
    """An sshd that accepts connections for as long as the `with` lasts.

    Args:
        folder: Where all of it lies.
        accepted: The environment variables that it takes from whoever comes in.
        more: Settings at the end of its own.
    """
    for key in ("host", "user", "guest"):
        make = [located("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", str(folder / key)]
        subprocess.run(make, check=True)
    server = Server(folder, free_port())
    (folder / _LINES).write_text((folder / "user.pub").read_text())
    settings = _SETTINGS.format(folder=folder, port=server.port, accepted=accepted, more=more)
    (folder / "settings").write_text(settings)
    kind, key = (folder / "host.pub").read_text().split()[:2]
    (folder / "known_hosts").write_text(f"[127.0.0.1]:{server.port} {kind} {key}\n")
    if os.getuid() == 0:
        # Where a server of root drops its rights; a machine without a service of it has none.
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    with (folder / "log").open("wb") as log:
        daemon = subprocess.Popen(
            [located("sshd"), "-D", "-e", "-f", str(folder / "settings")], stderr=log
        )
    try:
        _wait_for_port(server, daemon)
        yield server
    finally:
        daemon.terminate()
        daemon.wait()


def _find(program: str) -> str | None:
    return shutil.which(program, path=_PLACES)


def located(name: str) -> str:
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


def free_port() -> int:
    """A port of loopback that nothing listens on."""
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
