"""The chart as a picture: well-formed, alone, and with its text as text."""

from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.history import TIMELINE
from strategies import timelines
from tui.exchange.chart_svg import document
from tui.exchange.chart_text import Asked, sheet
from tui.themes import shipped_palettes
from tui.timeline.dates import parse
from tui.timeline.records import Event
from tui.timeline.timeline import Timeline
from tui.view.chart.groups import GROUPINGS, By

PAPER = next(palette for palette in shipped_palettes() if palette.name == "paper")
SVG = "{http://www.w3.org/2000/svg}"
KNOWN = {"svg", "title", "rect", "g", "text", "path"}
TITLE = "War & <script>alert('x')</script> \"peace\" ]]>"


def picture(timeline: Timeline, by: By = "thread", width: int = 80) -> ET.Element:
    """The picture of a timeline, parsed."""
    made = sheet(timeline, None, Asked(by, None, None, "", width))
    return ET.fromstring(document(made, PAPER))  # noqa: S314, our own document


def said(root: ET.Element) -> list[str]:
    """The texts of a picture, from top to bottom."""
    return [each.text or "" for each in root.iter(f"{SVG}text")]


def test_text_is_text() -> None:
    texts = said(picture(TIMELINE))
    assert "A history" in texts
    assert "by thread" in texts
    assert "Assad meets Putin" in texts


def test_without_events_it_says_so() -> None:
    root = picture(Timeline(title="Nothing yet"))
    assert said(root) == ["No event to draw."]
    assert root.findtext(f"{SVG}title") == "Nothing yet"


def test_each_event_says_what_it_is() -> None:
    told = [group.findtext(f"{SVG}title") for group in picture(TIMELINE).iter(f"{SVG}g")]
    assert set(told) == {"c. August 2008: Tanks, in Gori", "17 May 2018: Assad meets Putin"}


def test_nothing_of_the_file_is_markup() -> None:
    event = Event("e", parse("2014"), TITLE, thread="<b>")
    root = picture(Timeline(title=TITLE, events=(event,)), width=140)
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= KNOWN
    assert root.findtext(f"{SVG}title") == TITLE
    assert TITLE in said(root)


def test_colours_are_explained_where_lanes_are_no_threads() -> None:
    assert "Syria" in said(picture(TIMELINE, "actor"))
    assert said(picture(TIMELINE)).count("Syria") == 1


def test_a_bar_is_as_long_as_its_days() -> None:
    event = Event("e", parse("2014-02-01/2014-05-31"), "T")
    other = Event("f", parse("2014-12-31"), "U")
    root = picture(Timeline(events=(event, other)))
    made = sheet(Timeline(events=(event, other)), None, Asked("thread", None, None, "", 80))
    days = made.chart.scale.stop - made.chart.scale.start
    widths = [float(each.attrib["width"]) for each in root.iter(f"{SVG}rect") if "x" in each.attrib]
    assert abs(widths[0] / (made.chart.scale.width * 8.43) - 120 / days) < 0.02


def test_a_title_stands_on_its_bar_in_the_colour_of_the_background() -> None:
    event = Event("e", parse("2014-01-01/2016-12-31"), "A war of three years")
    root = picture(Timeline(events=(event,)), width=60)
    drawn = [*root.iter()]
    (title,) = [each for each in root.iter(f"{SVG}text") if (each.text or "").startswith("A war")]
    left = float(title.attrib["x"])
    (bar,) = [
        each
        for each in root.iter(f"{SVG}rect")
        if "x" in each.attrib
        and float(each.attrib["x"]) <= left < float(each.attrib["x"]) + float(each.attrib["width"])
    ]
    assert drawn.index(bar) < drawn.index(title)
    assert title.attrib["fill"] == PAPER.background


@settings(max_examples=60)
@given(timelines(), st.sampled_from(GROUPINGS), st.integers(40, 120))
def test_it_is_well_formed_and_loads_nothing(timeline: Timeline, by: By, width: int) -> None:
    root = picture(timeline, by, width)
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= KNOWN
    names = {name for each in root.iter() for name in each.attrib}
    assert not any("href" in name or name.startswith("on") for name in names)
    right = float(root.attrib["width"])
    for each in root.iter():
        x = float(each.attrib.get("x", 0))
        length = each.attrib.get("textLength", each.attrib.get("width", "0"))
        assert length == "100%" or 0 <= x + float(length) <= right
