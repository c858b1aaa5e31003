"""The speaker's terminal: notes, steps and time, and the wheel."""

import asyncio
from asyncio import timeout
from pathlib import Path

import pytest

from screens.following import Follower, following, noted
from tui.share.wire import Command, Hello, print_command, print_hello
from tui.view.talk.talk import COVER

SIZES = [(160, 45), (100, 30), (80, 24), (60, 20)]


async def drive(speaker: Follower) -> None:
    """Take the wheel."""
    await speaker.until("SAY IT")
    await speaker.press("D")
    await speaker.until("You drive")


async def asked(speaker: Follower, *commands: Command) -> None:
    """Wait until the presenter was asked for these things, which are all."""
    async with timeout(30):
        while len(speaker.presenter.commands) < len(commands):
            await speaker.reader.pilot.pause()
    assert speaker.presenter.commands == [*commands]


@pytest.mark.parametrize("size", SIZES)
async def test_it_shows_note_steps_time_and_place(tmp_path: Path, size: tuple[int, int]) -> None:
    async with following(tmp_path, size, notes=True) as speaker:
        await speaker.until("SAY IT")
        speaker.presenter.step()
        await speaker.until("❝ al-Assad: “Stability is improving.”")
        for shown in ("NOTE IT", "Now", "Next", "0:00", "1/2", "The presenter drives"):
            assert shown in speaker.text


async def test_it_waits_for_a_presenter(tmp_path: Path) -> None:
    async with following(tmp_path, notes=True, is_begun=False) as speaker:
        await speaker.until("Waiting for a presenter.")
        assert "shown last" not in speaker.text
        for keys in ("space", "b", "2 enter"):
            await speaker.press(keys)
            assert speaker.foot == "There is no presenter to ask."
        await speaker.presenter.begin()
        await speaker.until("SAY IT")


async def test_without_the_wheel_no_key_moves_the_talk(tmp_path: Path) -> None:
    async with following(tmp_path, notes=True) as speaker:
        await speaker.until("SAY IT")
        await speaker.press("space")
        assert speaker.foot == "The presenter drives; D takes the wheel."
        await drive(speaker)
        await speaker.press("b")
        await asked(speaker, Command("blank"))


async def test_with_the_wheel_keys_ask_the_presenter(tmp_path: Path) -> None:
    async with following(tmp_path, notes=True) as speaker:
        await drive(speaker)
        await speaker.press("space backspace j 2 enter g G b t")
        expected = [
            Command("next"),
            Command("back"),
            Command("go", "annexed"),
            Command("go", "annexed"),
            Command("first"),
            Command("last"),
            Command("blank"),
            Command("timer"),
        ]
        await asked(speaker, *expected)
        assert speaker.presenter.drivers == ["speaker"]


async def test_at_the_title_the_first_slide_comes_next(tmp_path: Path) -> None:
    async with following(tmp_path, notes=True) as speaker:
        await drive(speaker)
        await speaker.press("k")
        await asked(speaker, Command("go"))
        speaker.presenter.show(speaker.presenter.talk.go(COVER, 0))
        await speaker.until("title")
        assert "SAY IT" not in speaker.text
        assert "Assad meets Putin in Sochi" in speaker.text.partition("Next")[2]
        await speaker.press("j")
        await asked(speaker, Command("go"), Command("go", "sochi"))


async def test_another_speaker_who_drives_is_named_so(tmp_path: Path) -> None:
    async with following(tmp_path, notes=True) as speaker:
        await speaker.until("SAY IT")
        _, writer = await asyncio.open_unix_connection(speaker.presenter.path)
        writer.write(print_hello(Hello("speaker")) + print_command(Command("take")))
        await speaker.until("Another speaker drives")
        await speaker.press("space")
        assert speaker.foot == "Another speaker drives; D takes the wheel."
        writer.close()
        await speaker.until("The presenter drives")


async def test_a_screen_that_is_too_small_says_so(tmp_path: Path) -> None:
    async with following(tmp_path, notes=True) as speaker:
        await speaker.until("SAY IT")
        await speaker.reader.resize(30, 8)
        assert "Terminal too small: 30x8," in speaker.text
        assert "SAY IT" not in speaker.text
        await speaker.reader.resize(40, 10)
        assert "SAY IT" in speaker.text


async def test_the_wheel_is_given_back(tmp_path: Path) -> None:
    async with following(tmp_path, notes=True) as speaker:
        await drive(speaker)
        await speaker.press("D")
        await speaker.until("The presenter drives")
        assert speaker.presenter.drivers == ["speaker", "presenter"]


async def test_the_presenter_takes_the_wheel_back(tmp_path: Path) -> None:
    async with following(tmp_path, notes=True) as speaker:
        await drive(speaker)
        speaker.presenter.sharing.take_back()
        await speaker.until("The presenter drives")
        await speaker.press("space")
        await drive(speaker)
        await speaker.press("b")
        await asked(speaker, Command("blank"))


async def test_there_is_no_slide_of_that_number(tmp_path: Path) -> None:
    async with following(tmp_path, notes=True) as speaker:
        await drive(speaker)
        await speaker.press("7 enter")
        assert speaker.foot == "There is no slide 7; the last is 2."


async def test_a_digit_is_taken_back_and_the_talk_stays(tmp_path: Path) -> None:
    async with following(tmp_path, notes=True) as speaker:
        await drive(speaker)
        await speaker.press("2 7 backspace")
        assert speaker.foot == "Slide 2: Enter goes there."
        await speaker.press("escape")
        assert "gives the wheel" in speaker.foot
        await speaker.press("2 enter")
        async with timeout(30):
            while not speaker.presenter.commands:
                await speaker.reader.pilot.pause()
        assert speaker.presenter.commands == [Command("go", "annexed")]


async def test_a_long_note_is_turned(tmp_path: Path) -> None:
    async with following(tmp_path, (60, 20), notes=True) as speaker:
        await speaker.until("SAY IT")
        speaker.presenter.rewrite(noted(f"{'word ' * 150}END"))
        await speaker.until("word word")
        seen = [speaker.text]
        for _ in range(9):
            await speaker.press("J")
            seen.append(speaker.text)
        assert ("SAY IT" in seen[0], "END" in seen[0]) == (True, False)
        assert ("SAY IT" in seen[-1], "END" in seen[-1]) == (False, True)
        assert speaker.foot == "This is all of the note."
        await speaker.press(" ".join("K" * 9))
        assert "SAY IT" in speaker.text


async def test_it_says_that_the_file_has_changed_but_not_that_it_is_the_same(
    tmp_path: Path,
) -> None:
    async with following(tmp_path, notes=True) as speaker:
        await speaker.until("SAY IT")
        assert "changed" not in speaker.foot
        speaker.presenter.rewrite(noted("ANOTHER NOTE"))
        await speaker.until("ANOTHER NOTE")
        assert speaker.foot == "The file has changed."
        await speaker.presenter.end()
        await speaker.until("The presenter is away; this was shown last.")
        await speaker.presenter.begin()
        await speaker.until("takes the wheel")
        assert "changed" not in speaker.foot


async def test_what_is_wrong_with_the_file_stands_until_it_is_mended(tmp_path: Path) -> None:
    async with following(tmp_path, notes=True) as speaker:
        await speaker.until("SAY IT")
        speaker.presenter.sharing.warn("a.yaml has an error now, at line 3, column 5: WRONG")
        await speaker.until("at line 3, column 5: WRONG")
        await speaker.press("space")
        assert speaker.foot == "The presenter drives; D takes the wheel."
        await speaker.press("z")
        assert speaker.foot == "a.yaml has an error now, at line 3, column 5: WRONG"
        speaker.presenter.sharing.warn("")
        await speaker.until("D takes the wheel   J K the note")


async def test_who_follows_is_counted(tmp_path: Path) -> None:
    async with following(tmp_path, notes=True) as speaker:
        await speaker.until("SAY IT")
        assert "following" not in speaker.text
        _, writer = await asyncio.open_unix_connection(speaker.presenter.path)
        writer.write(print_hello(Hello("audience")))
        await speaker.until("1 following")
        writer.close()
        async with timeout(30):
            while "following" in speaker.text:
                await speaker.reader.pilot.pause()


async def test_the_notes_stay_while_the_presenter_is_away(tmp_path: Path) -> None:
    async with following(tmp_path, notes=True) as speaker:
        await speaker.until("SAY IT")
        await speaker.presenter.end()
        await speaker.until("The presenter is away; this was shown last.")
        assert "SAY IT" in speaker.text
        await speaker.press("D")
        assert speaker.foot == "There is no presenter to take the wheel from."
        await speaker.press("space")
        assert speaker.foot == "There is no presenter to ask."
