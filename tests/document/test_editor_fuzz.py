"""The editor is right, or refuses, whatever the file looks like.

`pytest -m soak -s tests/document/test_editor_fuzz.py` tries many more files than the suite does
and prints how many edits of each kind were tried, and how many of them were refused.
"""

import json
import re
import sys
from collections import Counter
from contextlib import suppress
from itertools import pairwise
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from document.files import Tree, files
from document.meant import NEW, Meant, edits
from document.nasty import Loader, load, write
from document.trees import SECTIONS, enriched, ids, places, where
from tui.document.editing.block import block
from tui.document.editing.edit import Add, Edit, Rename, Rewrite
from tui.document.editing.piece import EditError, Path
from tui.document.editor import edit, written
from tui.document.reader import Reading, read
from tui.timeline.records import Ref

_COMMENT = re.compile(r"#c\d+")
_CASES = st.tuples(files(), st.randoms(use_true_random=True))
_FEW = settings(
    max_examples=50,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
_MOST_REFUSED = 0.005
"""Of all edits."""

Tally = Counter[tuple[str, str]]


class Case:
    """A file, what it says, and what was read of it."""

    def __init__(self, tree: Tree, random: Random) -> None:
        self.tree = enriched(tree, random)
        self.random = random
        self.text = write(self.tree, random)
        self.data = self.text.encode()
        self.reading = read(self.data)

    def edits(self) -> list[Meant]:
        """An edit of every kind."""
        return list(
            edits(self.tree, lambda ref: written(self.text, self.reading, ref), self.random)
        )


def tried(case: Case) -> Tally:
    """What became of an edit of every kind, each of which is right or refused."""
    tally: Tally = Counter()
    for meant in case.edits():
        try:
            made = edit(case.text, case.reading, [meant.edit])
        except EditError:
            tally[meant.kind, "refused"] += 1
            continue
        tally[meant.kind, "made"] += 1
        text = made.text
        for splice in reversed(made.splices):
            text = splice.undone(text)
        assert text == case.text
        check_data(meant, made.text)
        check_others(case, meant, made.text)
        check_looks(case, meant, made.text)
    return tally


def check_data(meant: Meant, text: str) -> None:
    """The text says what the tree does, to YAML and to the reader."""
    found = load(text)
    assert found == meant.tree
    assert [ids(found, section) for section in SECTIONS] == [
        ids(meant.tree, section) for section in SECTIONS
    ]
    expected = read(json.dumps(meant.tree, ensure_ascii=False).encode()).timeline
    timeline = read(text.encode()).timeline
    for field in ("title", "subtitle", "span", "events", *(set(SECTIONS) - {"events"})):
        assert getattr(timeline, field) == getattr(expected, field)


def check_others(case: Case, meant: Meant, text: str) -> None:
    """What the edit is not about is written as it was."""
    data = text.encode()
    reading = read(data)
    ref = meant.edit.ref
    own = where(case.tree, ref)[:2] if ref and not isinstance(meant.edit, Add) else ()
    for section, kind in SECTIONS.items():
        for other in (Ref(kind, each) for each in ids(case.tree, section)):
            if where(case.tree, other) != own:
                assert _lines(data, reading, other) == _lines(case.data, case.reading, other)


def _lines(data: bytes, reading: Reading, ref: Ref) -> list[str]:
    """How a record is written, but for how far in, and for what stands behind its last word."""
    lines = [line.strip() for line in block(data, reading, ref).split("\n")]
    while not lines[-1] or lines[-1].startswith("#"):
        lines.pop()
    return [*lines[:-1], re.sub(r"\s#c\d.*", "", lines[-1]).strip()]


def check_looks(case: Case, meant: Meant, text: str) -> None:
    """Lines end as they did, and no comment is gone that does not belong to what is."""
    eols = {line[-2:] == "\r\n" for line in text.splitlines(keepends=True)[:-1]}
    assert eols <= {"\r\n" in case.text}
    assert text.endswith("\n") == case.text.endswith("\n")
    lost = set(_COMMENT.findall(case.text)) - set(_COMMENT.findall(text))
    assert lost <= set(_COMMENT.findall(own_lines(case.text, meant.gone)))


def own_lines(text: str, path: Path | None) -> str:
    """The lines of what is at a path, with the comments right above and further in right below."""
    if path is None:
        return ""
    lines = text.split("\n")
    node: Any = yaml.compose(text, Loader)
    start = node.start_mark.line
    for step in path:
        holder, key = node, None
        if isinstance(step, int):
            node = holder.value[step]
        else:
            key, node = next(pair for pair in holder.value if pair[0].value == step)
        start = (key or node).start_mark.line
        # The dash may be on a line of its own.
        while key is None and not holder.flow_style and not re.match(r" *-", lines[start]):
            start -= 1
    column = len(lines[start]) - len(lines[start].lstrip(" "))
    while start and re.match(" " * column + "#", lines[start - 1]):
        start -= 1
    end = last_line(node) + 1
    while end < len(lines) and re.match(" " * column + r" +#|\s*\Z", lines[end]):
        end += 1
    return "\n".join(lines[start:end])


def last_line(node: Any) -> int:  # noqa: ANN401, of a parser in C
    """The last line of what a node says."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        is_block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
        line: int = node.end_mark.line
        return line - is_block
    last = node.value[-1]
    return last_line(last[1] if isinstance(last, tuple) else last)


@given(_CASES)
@_FEW
def test_an_edit_is_right_or_refused(drawn: tuple[Tree, Random]) -> None:
    tried(Case(*drawn))


@given(_CASES)
@settings(_FEW, max_examples=25)
def test_edits_at_once_are_edits_one_by_one(drawn: tuple[Tree, Random]) -> None:
    case = Case(*drawn)
    found = case.edits()
    for first, second in pairwise(case.random.sample(found, len(found))):
        if touched(case.tree, first.edit).isdisjoint(touched(case.tree, second.edit)):
            text = edit(case.text, case.reading, [first.edit]).text
            one_by_one = edit(text, read(text.encode()), [second.edit]).text
            assert edit(case.text, case.reading, [first.edit, second.edit]).text == one_by_one


def touched(tree: Tree, meant: Edit) -> set[Path]:
    """The records and fields that an edit is about, or stands beside, or is to be named as."""
    refs = [meant.ref, getattr(meant, "beside", None)]
    known = [ref for ref in refs if ref is None or ref.id != NEW]
    paths = {where(tree, ref)[:2] for ref in known}
    is_new = isinstance(meant, Add | Rename)
    return paths | ({(NEW,)} if is_new else set())


_ODD = ("", "\n", "# c", "word", "- a\n- b", "a: {}\nb: {}", "{}, {}", "a: {}, b: {}", "[]", "- []")
"""Lines that no record is, or more than one."""


@given(_CASES, st.sampled_from(_ODD))
@_FEW
def test_whatever_a_record_is_written_as_is_one_or_refused(
    drawn: tuple[Tree, Random], text: str
) -> None:
    case = Case(*drawn)
    for ref in {place.ref for place in places(case.tree) if place.ref}:
        with suppress(EditError):
            made = edit(case.text, case.reading, [Rewrite(ref, text)])
            assert _count(load(made.text)) == _count(case.tree)


def _count(tree: Tree) -> list[int]:
    """How many records there are of each kind that stands by itself."""
    return [len(tree.get(section, ())) for section in SECTIONS]


@pytest.mark.soak
def test_many_edits_are_right_and_few_are_refused() -> None:
    tally: Tally = Counter()

    @given(_CASES)
    @settings(_FEW, max_examples=2000, derandomize=False)
    def run(drawn: tuple[Tree, Random]) -> None:
        tally.update(tried(Case(*drawn)))

    run()
    kinds = dict.fromkeys(kind for kind, _ in tally)
    for kind in kinds:
        made, refused = tally[kind, "made"], tally[kind, "refused"]
        sys.stdout.write(f"{kind:24} {made + refused:6} tried  {refused:4} refused     0 wrong\n")
    assert sum(tally[kind, "refused"] for kind in kinds) <= _MOST_REFUSED * tally.total()
