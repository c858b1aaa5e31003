"""Problems as workflow commands of GitHub Actions, which shows them beside the lines of the file.

`::error file=…,line=…,col=…,title=…::message`, one a line. In a message `%`, CR and LF are
escaped, in a property `:` and `,` as well.
"""

from collections.abc import Iterable

from tui.timeline.problems import Problem


def annotations(file: str, problems: Iterable[Problem]) -> str:
    """One command a problem; `file` is the path from where the workflow checks out."""
    return "".join(_command(file, problem) for problem in problems)


def _command(file: str, problem: Problem) -> str:
    concerns = f"{problem.ref.kind} {problem.ref.id}" if problem.ref else "dateline"
    properties = {
        "file": file,
        "line": str(problem.line),
        "col": str(problem.column),
        "title": concerns,
    }
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{problem.severity} {given}::{_data(problem.message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
