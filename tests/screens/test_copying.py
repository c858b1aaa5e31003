"""Copying: what is offered, what arrives at the clipboard, and what is said about it."""

import base64
from asyncio import timeout
from pathlib import Path

import pytest

from screens.acting import Acting, acting, opening
from tui.document.editing.block import block
from tui.document.reader import read
from tui.screens.opening import Opening
from tui.timeline.records import Ref
from view.histories import FOUR_DAYS

CITED = "“Stability is improving.”"


@pytest.fixture
def desk(tmp_path: Path) -> Opening:
    """A desktop with one program that sets the clipboard, to a file."""
    program = tmp_path / "bin" / "xclip"
    program.parent.mkdir()
    program.write_text(
        f"#!/bin/sh\n/bin/cat > {tmp_path}/clipboard.new\n"
        f"/bin/mv {tmp_path}/clipboard.new {tmp_path}/clipboard\n"
    )
    program.chmod(0o700)
    data = FOUR_DAYS.encode()
    return opening(FOUR_DAYS)._replace(
        path=Path("/srv/four.yaml"),
        state_folder=tmp_path / "state",
        environment={"PATH": str(program.parent), "DISPLAY": ":0", "TERM": "xterm"},
        block=lambda ref: block(data, read(data), ref),
    )


async def said(reader: Acting, start: str) -> str:
    """What the foot says, once it begins so."""
    async with timeout(30):
        while not reader.foot.startswith(start):
            await reader.pilot.pause()
    return reader.foot


@pytest.mark.parametrize(
    ("keys", "copied"),
    [
        ("y enter", "Russia annexes Crimea, 18 March 2014"),
        ("y c o m m a n d enter", "dateline /srv/four.yaml --at annexed"),
        ("j y y a m l enter", "- id: strikes\n  date: 2015-09-30\n"),
        ("G k 3 Y", "“Stability is improving.”"),
        ("5 Y", "The referendum was lawful."),
        ("2 y enter", "Vladimir Putin, President of Russia"),
    ],
)
async def test_what_is_chosen_arrives(desk: Opening, keys: str, copied: str) -> None:
    folder = desk.state_folder
    assert folder is not None
    async with acting(desk) as reader:
        await reader.pilot.press(*keys.split())
        assert await said(reader, "Copied") == "Copied to the clipboard (with xclip)."
        assert (folder.parent / "clipboard").read_text(encoding="utf-8").startswith(copied)
        assert "Esc closes" not in reader.text


async def test_what_is_turned_round_on_the_screen_is_copied_as_it_is_read(desk: Opening) -> None:
    hebrew = FOUR_DAYS.replace("Russia annexes Crimea", "בוקר טוב")
    folder = desk.state_folder
    assert folder is not None
    turning = desk._replace(beginning=opening(hebrew).beginning, rtl="app")
    async with acting(turning) as reader:
        assert "בוט רקוב" in reader.text
        await reader.pilot.press("y", "enter")
        await said(reader, "Copied")
    assert (folder.parent / "clipboard").read_text(encoding="utf-8").startswith("בוקר טוב, 18")


async def test_over_ssh_it_goes_to_the_terminal(
    desk: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    far = desk._replace(environment={"SSH_TTY": "/dev/pts/1", "TERM": "xterm", "PATH": ""})
    async with acting(far) as reader:
        sent: list[str] = []
        monkeypatch.setattr(reader.app._driver, "write", sent.append)  # noqa: SLF001
        await reader.pilot.press("Y")
        foot = await said(reader, "Sent")
        monkeypatch.undo()
    assert foot.startswith("Sent to the terminal's clipboard (OSC 52)")
    sequence = next(each for each in sent if each.startswith("\x1b]52;c;"))
    words = base64.b64decode(sequence.removeprefix("\x1b]52;c;").rstrip("\x07")).decode()
    assert "Crimea has always been an inseparable part of Russia." in words


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ("j Y", "There is nothing here to cite; y shows what can be copied."),
        ("2 Y", "There is nothing here to cite; y shows what can be copied."),
    ],
)
async def test_what_cannot_be_copied_is_said(desk: Opening, keys: str, sentence: str) -> None:
    async with acting(desk) as reader:
        await reader.pilot.press(*keys.split())
        assert reader.foot == sentence


async def test_where_there_is_no_record_there_is_nothing_to_copy() -> None:
    async with acting("title: None\nevents: []\n") as reader:
        for key in ("y", "Y", "o"):
            await reader.pilot.press(key)
            assert reader.foot.startswith("There is n")


@pytest.mark.parametrize(
    ("keys", "copied"),
    [
        (["j", "i", "tab", *"!", "ctrl+s"], "strikes in Syria!"),
        (["a", "enter", *"2016", "tab", *"New", "ctrl+s"], "title: New\n"),
    ],
    ids=["an event that was changed", "a new event"],
)
async def test_what_is_not_saved_yet_is_copied_as_well(
    desk: Opening, tmp_path: Path, keys: list[str], copied: str
) -> None:
    path = tmp_path / "four.yaml"
    written(path)
    async with acting(desk._replace(path=path)) as reader:
        for key in keys:
            await reader.pilot.press(key)
            await reader.pilot.pause()
        await reader.pilot.pause()
        assert reader.view.unsaved == 1
        await reader.pilot.press("y", *"yaml", "enter")
        await said(reader, "Copied")
    assert copied in (tmp_path / "clipboard").read_text(encoding="utf-8")


def written(path: Path) -> None:
    path.write_text(FOUR_DAYS, encoding="utf-8")


async def test_a_file_that_cannot_be_read_again_is_named(desk: Opening) -> None:
    def gone(_: Ref) -> str:
        raise FileNotFoundError(2, "No such file or directory")

    async with acting(desk._replace(block=gone)) as reader:
        await reader.pilot.press("y", *"yaml", "enter")
        assert await said(reader, "a.yaml") == "a.yaml: No such file or directory"


async def test_a_record_that_the_file_has_lost_is_not_copied(desk: Opening) -> None:
    async with acting(desk._replace(block=lambda _: "")) as reader:
        await reader.pilot.press("y", *"yaml", "enter")
        assert await said(reader, "The file") == "The file does not have this any more."


async def test_where_the_file_cannot_be_read_again_no_yaml_is_offered(desk: Opening) -> None:
    async with acting(desk._replace(block=None)) as reader:
        await reader.pilot.press("y")
        assert "Markdown" in reader.text
        assert "YAML" not in reader.text
