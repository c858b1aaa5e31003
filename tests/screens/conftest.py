"""What the tests of screens may ask for."""

from pathlib import Path

import pytest

from screens.typing_in import FILE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that may be changed."""
    path = tmp_path / "a.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the state is kept."""
    return tmp_path / "state"
