"""What a language is called."""

import pytest

from tui.view.languages import named


@pytest.mark.parametrize(
    ("written", "name"),
    [
        pytest.param("hy", "Armenian", id="a code"),
        pytest.param("RU", "Russian", id="a code in capitals"),
        pytest.param("pt-BR", "pt-BR", id="a code of more"),
        pytest.param("Church Slavonic", "Church Slavonic", id="a name"),
        pytest.param("xx", "xx", id="no code"),
        pytest.param("", "", id="none"),
    ],
)
def test_a_language_is_called_by_its_name(written: str, name: str) -> None:
    assert named(written) == name
