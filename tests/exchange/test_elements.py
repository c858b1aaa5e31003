"""HTML elements: markup is markup, text is text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.page import Page, flat
from tui.exchange.elements import Html, element, joined

TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("<>&\"'\n/=-!"))


@pytest.mark.parametrize(
    ("made", "markup"),
    [
        pytest.param(element("p"), "<p></p>", id="empty"),
        pytest.param(element("p", "a < b"), "<p>a &lt; b</p>", id="text"),
        pytest.param(element("p", element("b", "&")), "<p><b>&amp;</b></p>", id="within another"),
        pytest.param(element("p", class_="a", dir=""), '<p class="a"></p>', id="attributes"),
        pytest.param(element("p", aria_label='"'), '<p aria-label="&quot;"></p>', id="hyphen"),
        pytest.param(joined(["a", "", Html("<br>")], " & "), "a &amp; <br>", id="in a row"),
    ],
)
def test_markup(made: str, markup: str) -> None:
    assert made == markup


@given(TEXTS, TEXTS)
def test_any_text_survives(text: str, value: str) -> None:
    page = Page(element("p", text, title=value))
    assert page.text == flat(text)
    assert page.elements == [("p", {"title": value} if value else {})]
