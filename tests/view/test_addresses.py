"""What may stand in a link that a terminal is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import texts
from tui.view.addresses import LONGEST, link_to


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://example.org/a?b=c;d#e", "https://example.org/a?b=c;d#e"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:press@example.org", "mailto:press@example.org"),
        ("https://ru.example/Путин", "https://ru.example/%D0%9F%D1%83%D1%82%D0%B8%D0%BD"),
        ("", ""),
        ("https://", ""),
        ("example.org", ""),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("ssh://host", ""),
        ("https://example.org/a b", ""),
        ("https://example.org/\x1b\\\x1b[2J", ""),
        ("https://example.org/\x07", ""),
        ("https://example.org/\x9c", ""),
        ("https://example.org/\u202e", ""),
        ("https://example.org/" + "a" * LONGEST, ""),
    ],
    ids=repr,
)
def test_what_is_a_link(address: str, link: str) -> None:
    assert link_to(address) == link


@given(st.sampled_from(["https://", "mailto:", ""]), texts())
def test_nothing_that_a_terminal_obeys_gets_into_one(scheme: str, rest: str) -> None:
    link = link_to(scheme + rest)
    assert all("!" <= character <= "~" for character in link)
