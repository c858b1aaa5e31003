"""Working ahead: a child process does some work while this one does its own.

Reading a timeline and loading Textual take about as long as each other, and neither lets the
other run in a thread of the same interpreter. So the first is done by a child on a processor
of its own. Whatever goes wrong there, the work is done here instead.
"""

import fcntl
import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

Result = TypeVar("Result")

ROOM = 1 << 20
"""Bytes that a result may have for the child to be done with it before it is asked for."""


def ahead(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begin some work in a child process; call what is returned, once, for its result.

    Args:
        work: What to do. It may depend on nothing that changes meanwhile, and its result
            must be of values that pickle.

    Returns:
        Waits for the result. Where the child brought none, it does the work itself, and
        raises what that raises.
    """
    reader, writer = os.pipe()
    if sys.platform == "linux":
        # Where a pipe may not be so large, the child waits with the rest until it is asked for.
        with suppress(OSError):
            fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, ROOM)
    try:
        child = os.fork()
    except OSError:
        os.close(reader)
        os.close(writer)
        return work
    if child == 0:
        _do(work, writer)
    os.close(writer)

    def result() -> Result:
        with os.fdopen(reader, "rb") as pipe:
            brought = pipe.read()
        # Where children are not to be waited for (SIGCHLD is ignored) there is none any more.
        with suppress(ChildProcessError):
            os.waitpid(child, 0)
        try:
            # Only ever the words of a child of this very process, whole or cut off.
            done: Result = pickle.loads(brought)  # noqa: S301
        except (EOFError, pickle.UnpicklingError):
            return work()
        return done

    return result


def _do(work: Callable[[], object], writer: int) -> None:
    """Do the work in the child, and end it, whatever happens."""
    status = 1
    try:
        with os.fdopen(writer, "wb") as pipe:
            pickle.dump(work(), pipe, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        # No exit of the parent's kind: its buffers and hooks are not the child's to run.
        os._exit(status)
