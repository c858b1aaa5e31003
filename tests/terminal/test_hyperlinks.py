"""Web addresses in Detail are links (OSC 8) in terminals that know some, and nowhere else."""

import re
from pathlib import Path

import pytest

from terminal.pty import DATELINE, Terminal, surroundings

ADDRESS = "https://example.org/essay"
TEXT = f"""
title: Links
sources:
  essay: {{title: An essay, kind: article, url: "{ADDRESS}"}}
  trap: {{title: A trap, kind: article, url: "file:///etc/passwd"}}
events:
- {{id: a, date: 2001, title: The accord is signed, sources: [essay, trap]}}
"""
_LINK = re.compile(rb"\x1b\]8;([^;\x1b]*);([^\x1b\x07]*)(?:\x07|\x1b\\)")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a timeline that cites two sources."""
    (tmp_path / "timeline.yaml").write_text(TEXT, encoding="utf-8")
    return tmp_path


def sent(folder: Path, **around: str) -> bytes:
    """All that is sent while an event, and then its source, are in Detail."""
    surrounded = surroundings(folder, **around)
    with Terminal(DATELINE, cwd=folder, environment=surrounded, columns=160, rows=45) as terminal:
        terminal.wait_for("[1] essay, “An essay”")
        terminal.type("3")
        terminal.wait_for(ADDRESS)
        terminal.type("q")
        assert terminal.wait_for_exit() == 0
    return bytes(terminal.sent)


@pytest.mark.parametrize("driver", ["own", "stock"])
def test_a_citation_and_an_address_lead_where_the_source_is(folder: Path, driver: str) -> None:
    found = _LINK.findall(sent(folder, DATELINE_DRIVER=driver))
    assert {address.decode() for _, address in found} == {ADDRESS, ""}
    assert len({number for number, address in found if address}) == 1


@pytest.mark.parametrize("term", ["linux", "vt100", "vt220"])
def test_a_terminal_that_knows_no_links_is_sent_none(folder: Path, term: str) -> None:
    assert b"\x1b]8;" not in sent(folder, TERM=term)
