"""What `dateline check` says of problems, or of a file without any."""

import json

import pytest

from tui.exchange.report import as_json, as_text, summary
from tui.timeline.problems import Problem
from tui.timeline.records import Actor, Ref
from tui.timeline.timeline import Timeline

ERROR = Problem("error", 'actor "assda" is not defined', 41, 7, Ref("event", "sochi"), "actors")
WARNING = Problem("warning", "actor assad is never used", 8, 3)


def test_a_line_is_what_editors_understand() -> None:
    assert as_text("a.yaml", [WARNING, ERROR]) == (
        "a.yaml:8:3: warning: actor assad is never used\n"
        'a.yaml:41:7: error: actor "assda" is not defined\n'
    )


def test_json_says_what_is_concerned() -> None:
    assert json.loads(as_json([("a.yaml", ERROR), ("b.yaml", WARNING)])) == [
        {
            "file": "a.yaml",
            "line": 41,
            "column": 7,
            "severity": "error",
            "message": 'actor "assda" is not defined',
            "kind": "event",
            "id": "sochi",
            "field": "actors",
        },
        {
            "file": "b.yaml",
            "line": 8,
            "column": 3,
            "severity": "warning",
            "message": "actor assad is never used",
            "kind": None,
            "id": None,
            "field": "",
        },
    ]


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        pytest.param(
            [], "0 events, 1 actor, 0 sources, 0 quotes, 0 claims: no problems", id="none"
        ),
        pytest.param([ERROR], "1 error", id="an error"),
        pytest.param([WARNING, WARNING], "2 warnings", id="warnings"),
        pytest.param([ERROR, ERROR, WARNING], "2 errors, 1 warning", id="both"),
    ],
)
def test_the_summary_counts(problems: list[Problem], words: str) -> None:
    assert summary(Timeline(actors=(Actor("assad", "Assad"),)), problems) == words
