"""Work that is done ahead brings its result, or is done again where it can fail properly."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from tui.ahead import ahead

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


def test_the_result_comes_from_another_process() -> None:
    process, value = ahead(lambda: (os.getpid(), {"a": [1, 2]}))()

    assert value == {"a": [1, 2]}
    assert process != os.getpid()


def test_a_large_result_comes_whole() -> None:
    lines = ahead(lambda: [str(number) for number in range(500_000)])()

    assert lines == [str(number) for number in range(500_000)]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a pipe is as large as it is")
def test_a_child_has_ended_before_its_result_is_asked_for() -> None:
    result = ahead(lambda: (os.getpid(), "x" * 500_000))

    ended, patience = None, monotonic() + 10
    while ended is None and monotonic() < patience:
        ended = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT | os.WNOHANG)

    assert ended is not None
    assert ended.si_pid == result()[0]


def test_what_the_work_raises_is_raised_where_the_result_is_asked_for(tmp_path: Path) -> None:
    result = ahead((tmp_path / "missing").read_bytes)

    with pytest.raises(FileNotFoundError):
        result()


def test_a_child_that_dies_is_done_without() -> None:
    parent = os.getpid()

    def work() -> str:
        if os.getpid() != parent:
            os._exit(7)
        return "done here"

    assert ahead(work)() == "done here"


def test_a_result_that_does_not_pickle_is_made_here() -> None:
    def make() -> Callable[[], int]:
        def made() -> int:
            return 42

        return made

    assert ahead(make)()() == 42
