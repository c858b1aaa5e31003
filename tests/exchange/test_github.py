"""Problems as GitHub shows them beside the lines of a file."""

import pytest

from tui.exchange.github import annotations
from tui.timeline.problems import Problem
from tui.timeline.records import Ref

ERROR = Problem("error", 'actor "assda" is not defined', 41, 7, Ref("event", "sochi"), "actors")
WARNING = Problem("warning", "100% of it, at 8:3", 8, 3)


def test_a_problem_is_one_command() -> None:
    assert annotations("a.yaml", [WARNING, ERROR]) == (
        "::warning file=a.yaml,line=8,col=3,title=dateline::100%25 of it, at 8:3\n"
        '::error file=a.yaml,line=41,col=7,title=event sochi::actor "assda" is not defined\n'
    )
    assert annotations("a.yaml", []) == ""


@pytest.mark.parametrize(
    ("file", "message", "command"),
    [
        pytest.param("a,b:c.yaml", "m", "file=a%2Cb%3Ac.yaml,line=1,col=1,title=dateline::m"),
        pytest.param("50%.yaml", "m", "file=50%25.yaml,line=1,col=1,title=dateline::m"),
        pytest.param(
            "a", "1\r\n::error::2", "file=a,line=1,col=1,title=dateline::1%0D%0A::error::2"
        ),
        pytest.param("a\nb", "m", "file=a%0Ab,line=1,col=1,title=dateline::m"),
    ],
    ids=["separators", "percent", "lines", "a name of two lines"],
)
def test_nothing_in_it_ends_the_command(file: str, message: str, command: str) -> None:
    assert annotations(file, [Problem("error", message, 1, 1)]) == f"::error {command}\n"
