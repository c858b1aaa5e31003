"""The chart of the timeline that comes with dateline at widths from narrow to wide.

No line is wider than was asked for, nothing stands over anything else, and what is cut says so.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tui.document.reader import read
from tui.exchange import chart_ansi, chart_svg
from tui.exchange.chart_text import Asked, Sheet, sheet, text
from tui.themes import shipped_palettes
from tui.timeline.dates import MONTHS
from tui.view.chart.cells import apart
from tui.view.chart.groups import GROUPINGS, By
from tui.view.chart.lanes import lanes_of
from tui.view.chart.scene import Hit
from tui.view.line import one_line, plain, width_of

SHIPPED = read((Path(__file__).parents[2] / "timeline.yaml").read_bytes()).timeline
PALETTES = {palette.name: palette for palette in shipped_palettes()}
WIDTHS = (20, 40, 60, 80, 120, 200, 400)
SVG = "{http://www.w3.org/2000/svg}"
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
OF_AXIS = re.compile(rf"\d{{4}}|Q[1-4]|[123]?\d|[│·]|({'|'.join(MONTHS)})|[A-Z][a-z]{{2}}")
MEANINGS = (
    ("●", "a day"),
    ("○", "about then, or some day in it"),
    ("█▐▕▏▎▍▌▋▊▉", "from, to"),
    ("░▒▓", "perhaps"),
    ("→", "goes on"),
    ("←", "went on before"),
    ("23456789", "so many events"),
    ("+", "ten or more"),
)
AT_EVERY_WIDTH = pytest.mark.parametrize("width", WIDTHS)
BY_ALL = pytest.mark.parametrize("by", GROUPINGS)
_NEARLY = 0.02


def made(by: By, width: int) -> Sheet:
    return sheet(SHIPPED, None, Asked(by, None, None, "", width))


def is_said(shown: str, whole: str) -> bool:
    """Whether a text is shown as it is, or as much of its beginning as a sign says."""
    return shown == whole or (shown.endswith("…") and whole.startswith(shown[:-1].rstrip()))


@AT_EVERY_WIDTH
@BY_ALL
def test_no_line_is_wider_than_asked_for(by: By, width: int) -> None:
    sheet_ = made(by, width)
    lines, key = text(sheet_).splitlines(), [plain(line) for line in sheet_.key]
    assert max(width_of(line) for line in (*sheet_.lines, *sheet_.key)) <= width
    assert len(lines) == len(sheet_.lines)
    for name in ("terminal", "ink"):
        coloured = chart_ansi.text(sheet_, PALETTES[name])
        assert COLOURS.sub("", coloured).splitlines() == [*lines, *key]


def labels_of(hits: Sequence[Hit]) -> list[Hit]:
    """The labels on a line."""
    return [hit for hit in hits if hit.part == "label"]


@AT_EVERY_WIDTH
@BY_ALL
def test_nothing_is_covered_and_what_is_cut_says_so(by: By, width: int) -> None:
    drawn = made(by, width)
    lanes = lanes_of(SHIPPED, None, by)
    for line, hits in zip(drawn.chart.lines, drawn.chart.hits, strict=True):
        cells = apart(plain(line))
        labels = labels_of(hits)
        bars = [hit for hit in hits if hit not in labels]
        for one, other in pairwise(sorted(bars)):
            assert one.stop <= other.start
        for label in labels:
            (at,) = label.positions
            shown = "".join(cells[label.start : label.stop])
            assert is_said(shown, one_line(SHIPPED.events[at].title))
            # Inside its own bar, or beside all.
            own = [each for each in bars if each.start < label.stop and label.start < each.stop]
            assert [each.positions for each in own] in ([], [label.positions])
        for hit in hits:
            if hit.part == "head":
                name = re.sub(r" *\d* *$", "", "".join(cells[hit.start : hit.stop]))
                assert is_said(name, lanes.lanes[lanes.at[hit.lane]].name)


@AT_EVERY_WIDTH
@BY_ALL
def test_every_label_of_the_axis_is_whole(by: By, width: int) -> None:
    for line in made(by, width).chart.lines[:2]:
        for word in plain(line).split():
            assert OF_AXIS.fullmatch(word), word


@AT_EVERY_WIDTH
@BY_ALL
def test_what_stands_round_it_is_not_cut(by: By, width: int) -> None:
    drawn = made(by, width)
    chart = drawn.chart
    said = " ".join(text(drawn).split())
    assert is_said(text(drawn).splitlines()[0].removesuffix(f"  by {by}"), SHIPPED.title)
    assert f"by {by}" in said
    tally = chart.tally
    counts = (f"{tally.behind} behind others", f"{tally.spilt} in +N", f"{tally.folded} folded")
    for part in ("70 events", *counts):
        assert part in said or part.startswith("0 ")
    for line, hits in zip(chart.lines, chart.hits, strict=True):
        cells, labels = apart(plain(line)), labels_of(hits)
        free = [hit for hit in hits if hit.part == "mark" and hit not in labels]
        covered = {at for label in labels for at in range(label.start - 1, label.stop + 1)}
        drawn_on = {cells[at] for hit in free for at in {*range(hit.start, hit.stop)} - covered}
        for sign in drawn_on:
            assert next(meaning for signs, meaning in MEANINGS if sign in signs) in said


def _boxes(root: ET.Element) -> Iterator[tuple[float, float, float]]:
    """The top, the left and the right of each text and each bar; of a text the line's top.

    Texts on bars are left out: they are in the bars.
    """
    for each in root.iter():
        if each.tag == f"{SVG}text" and each.attrib["fill"] != PALETTES["paper"].background:
            left = float(each.attrib["x"])
            yield float(each.attrib["y"]) - 14, left, left + float(each.attrib["textLength"])
        elif each.tag == f"{SVG}rect" and "x" in each.attrib:
            left = float(each.attrib["x"])
            yield float(each.attrib["y"]) - 3, left, left + float(each.attrib["width"])


@AT_EVERY_WIDTH
@BY_ALL
def test_in_the_picture_nothing_overlaps_either(by: By, width: int) -> None:
    root = ET.fromstring(chart_svg.document(made(by, width), PALETTES["paper"]))  # noqa: S314, ours
    boxes = sorted(_boxes(root))
    assert max(right for _, _, right in boxes) <= float(root.attrib["width"]) - 12 + 0.5
    assert float(root.attrib["width"]) <= width * 8.43 + 24 + 1
    for (top, _, right), (below, left, _) in pairwise(boxes):
        assert below > top or right <= left + _NEARLY
