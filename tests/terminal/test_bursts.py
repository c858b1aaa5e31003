"""What is typed faster than a field opens is the field's, and nothing of it is a key before."""

from pathlib import Path

import pytest

from terminal.pty import DATELINE, Terminal

TITLE = "The accord is"


@pytest.mark.parametrize(
    ("burst", "shown"),
    [
        pytest.param("/strikes", "/strikes", id="search"),
        pytest.param(b"/str\xe9\xffikes", "/strikes", id="search with stray bytes"),
        pytest.param("fstrikes\r", "strikes ×", id="filter and Enter"),
        pytest.param("t2015\r", "▸ ▌ c. Sep", id="date and Enter"),
        pytest.param("t2015\r/strikes", "/strikes", id="date, Enter and a search"),
        pytest.param("?zoom", "› zoom", id="help"),
        pytest.param(":accord", "› accord", id="palette"),
        pytest.param("/accord\rG", "▸ ▌ c. Sep", id="search, Enter and a key"),
    ],
)
def test_a_burst_of_keys_arrives_where_it_is_meant(
    tmp_path: Path, tiny: str, burst: str | bytes, shown: str
) -> None:
    (tmp_path / "timeline.yaml").write_text(tiny, encoding="utf-8")
    with Terminal(DATELINE, cwd=tmp_path) as terminal:
        terminal.wait_for(TITLE)
        terminal.type(burst)
        terminal.wait_for(shown)
        assert shown in terminal.text
