"""Web addresses: which lead anywhere, and how they are written."""

import pytest

from tui.exchange.web import address


@pytest.mark.parametrize(
    ("url", "written"),
    [
        pytest.param("https://a.org/b_c?d=e&f=g", "https://a.org/b_c?d=e&f=g", id="plain"),
        pytest.param("HTTP://a.org", "HTTP://a.org", id="capitals"),
        pytest.param("https://a.org/(b) c\n", "https://a.org/%28b%29%20c", id="what ends it"),
        pytest.param("https://a.org/&copy;", "https://a.org/%26copy;", id="an entity"),
        pytest.param("https://", "", id="no host"),
        pytest.param("javascript:alert(1)//https://a.org", "", id="a script"),
        pytest.param("data:text/html,a", "", id="data"),
        pytest.param("mailto:a@b.org", "", id="mail"),
        pytest.param("/etc/passwd", "", id="a path"),
        pytest.param("", "", id="none"),
    ],
)
def test_only_the_web_is_an_address(url: str, written: str) -> None:
    assert address(url) == written
