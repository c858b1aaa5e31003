"""Where the commands are run: in a folder of their own, by a user who has set nothing."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every command runs where there is no timeline but what a test writes; gives that folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    return tmp_path


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The folder of the user's settings and themes, which is there."""
    folder = tmp_path / "xdg_config_home" / "dateline"
    folder.mkdir(parents=True)
    return folder
