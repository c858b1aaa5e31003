"""Links: which addresses a record has, and what becomes of the one that is chosen."""

from asyncio import timeout
from pathlib import Path

import pytest

from screens.acting import Acting, acting, opening
from tui.document.reader import read
from tui.screens.linking import addresses
from tui.timeline.records import Kind, Ref

LINKED = """\
title: Linked
actors:
  one: {name: One, url: "https://one.example/"}
  two: {name: Two}
sources:
  a: {title: The first, publisher: Wire, date: 2014, url: "https://a.example/"}
  b: {publisher: Radio, url: "https://b.example/"}
  c: {title: On paper}
  d: {title: The first again, url: "https://a.example/"}
events:
  - {id: own, date: 2014, title: Its own, url: "https://own.example/", sources: [a, b]}
  - {id: only, date: 2015, title: One source, sources: [a, c, d]}
  - id: several
    date: 2016
    title: Several
    sources: [b, a, c]
    quotes: [{id: said, speaker: one, source: b, text: Said.}]
    claims: [{id: claimed, by: a, text: Claimed.}, {id: unsaid, by: c, text: Unsaid.}]
  - {id: none, date: 2017, title: None, sources: [c]}
"""


@pytest.mark.parametrize(
    ("kind", "record", "found"),
    [
        ("event", "own", ["https://own.example/"]),
        ("event", "only", ["https://a.example/"]),
        ("event", "several", ["https://b.example/", "https://a.example/"]),
        ("event", "none", []),
        ("event", "missing", []),
        ("actor", "one", ["https://one.example/"]),
        ("actor", "two", []),
        ("source", "b", ["https://b.example/"]),
        ("source", "c", []),
        ("quote", "said", ["https://b.example/"]),
        ("claim", "claimed", ["https://a.example/"]),
        ("claim", "unsaid", []),
    ],
)
def test_a_record_has_its_own_address_or_those_of_its_sources(
    kind: Kind, record: str, found: list[str]
) -> None:
    timeline = read(LINKED.encode()).timeline
    assert [each.value for each in addresses(timeline, Ref(kind, record))] == found


async def said(reader: Acting, start: str) -> str:
    """What the foot says, once it begins so."""
    async with timeout(30):
        while not reader.foot.startswith(start):
            await reader.pilot.pause()
    return reader.foot


async def test_it_is_opened_in_a_browser(tmp_path: Path) -> None:
    browser = tmp_path / "xdg-open"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {tmp_path}/opened\n')
    browser.chmod(0o700)
    near = opening(LINKED)._replace(environment={"PATH": str(tmp_path), "DISPLAY": ":0"})
    async with acting(near) as reader:
        await reader.pilot.press("o")
        assert await said(reader, "Opened") == "Opened with xdg-open: https://own.example/"
    assert (tmp_path / "opened").read_text(encoding="utf-8") == "https://own.example/"


async def test_of_several_one_is_chosen_and_over_ssh_it_is_copied(tmp_path: Path) -> None:
    environment = {"SSH_TTY": "/dev/pts/1", "TERM": "dumb"}
    far = opening(LINKED)._replace(environment=environment, state_folder=tmp_path)
    async with acting(far, (160, 30)) as reader:
        await reader.pilot.press("j", "j", "o")
        assert "Radio" in reader.text
        assert "The first  Wire, 2014" in reader.text
        await reader.pilot.press("down", "enter")
        foot = await said(reader, "Copied")
        assert foot.startswith(f"Copied to {tmp_path}/copied.txt: ")
    assert (tmp_path / "copied.txt").read_text(encoding="utf-8") == "https://a.example/"


async def test_without_an_address_it_says_so() -> None:
    async with acting(LINKED) as reader:
        await reader.pilot.press("G", "o")
        assert reader.foot == "There is no web address here."


async def test_what_is_no_web_address_is_refused() -> None:
    text = "title: A\nevents: [{id: a, date: 2014, title: A, url: 'file:///etc/passwd'}]"
    async with acting(opening(text)) as reader:
        await reader.pilot.press("o")
        assert (await said(reader, "Not opened")).startswith("Not opened: only addresses that")
