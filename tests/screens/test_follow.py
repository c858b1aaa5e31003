"""Follow: what a follower sees of a talk, and where it may go on its own."""

from asyncio import timeout
from pathlib import Path

import pytest

from screens.following import begun, following, requoted, retitled
from tui.share.presenter import Limits
from tui.view.line import plain
from tui.view.talk.stage import stage_of
from tui.view.talk.talk import COVER

SIZES = [(160, 45), (100, 30), (80, 24), (60, 20)]


async def test_it_waits_for_a_presenter_and_then_shows_the_talk(tmp_path: Path) -> None:
    async with following(tmp_path, is_begun=False) as follower:
        await follower.until("Waiting for a presenter.")
        assert "q leaves." in follower.text
        await follower.presenter.begin()
        await follower.until("Assad meets Putin in Sochi")
        assert "Waiting" not in follower.text


async def test_it_goes_where_the_presenter_goes(tmp_path: Path) -> None:
    async with following(tmp_path) as follower:
        await follower.until("Assad meets Putin in Sochi")
        assert "Stability" not in follower.text
        follower.presenter.step()
        await follower.until("“Stability is improving.”")
        follower.presenter.step(4)
        await follower.until("Russia annexes Crimea")
        assert "2/2" in follower.text


async def test_off_the_path_the_title_can_be_gone_back_to(tmp_path: Path) -> None:
    async with following(tmp_path) as follower:
        follower.presenter.show(follower.presenter.talk.go(COVER, 0))
        await follower.until("2 slides, under 1 min")
        assert "Sochi" not in follower.text
        await follower.press("F j")
        await follower.until("Assad meets Putin in Sochi")
        assert follower.foot == "On your own; F goes back to the presenter, at the title."
        await follower.press("k")
        await follower.until("2 slides, under 1 min")


@pytest.mark.parametrize("size", SIZES)
async def test_it_shows_the_same_at_its_own_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with following(tmp_path, size) as follower:
        follower.presenter.step(2)
        await follower.until("“Terrorists have laid down arms in key areas.”")
        expected = begun()
        room = stage_of(*size).room
        for _ in range(2):
            expected = expected.next(room, 0)
        while expected.part != "quote arms":
            expected = expected.next(room, 0)
        for line in expected.lines(room):
            assert plain(line).strip() in follower.text


async def test_the_notes_and_what_is_said_are_never_there(tmp_path: Path) -> None:
    async with following(tmp_path, (160, 45)) as follower:
        await follower.until("Assad meets Putin in Sochi")
        await follower.press("n n s F s j k g G question_mark escape F")
        for hidden in ("SAY IT", "NOTE IT"):
            assert hidden not in follower.text


async def test_a_blank_screen_is_blank(tmp_path: Path) -> None:
    async with following(tmp_path) as follower:
        await follower.until("Assad meets Putin in Sochi")
        follower.presenter.show(follower.presenter.talk.darkened(0))
        async with timeout(30):
            while follower.text.strip():
                await follower.reader.pilot.pause()
        follower.presenter.show(follower.presenter.talk.lit(0))
        await follower.until("Assad meets Putin in Sochi")
        assert "1/2" in follower.text


async def test_it_leaves_the_path_and_comes_back(tmp_path: Path) -> None:
    async with following(tmp_path) as follower:
        await follower.until("Assad meets Putin in Sochi")
        await follower.press("j")
        assert follower.foot == "F leaves the presenter's path."
        await follower.press("F j")
        await follower.until("Russia annexes Crimea")
        assert follower.foot == "On your own; F goes back to the presenter, at 1/2."
        follower.presenter.step()
        await follower.press("F")
        await follower.until("“Stability is improving.”")


async def test_off_the_path_every_key_leads_somewhere(tmp_path: Path) -> None:
    async with following(tmp_path) as follower:
        await follower.until("Assad meets Putin in Sochi")
        await follower.press("F space")
        await follower.until("“Stability is improving.”")
        await follower.press("s")
        await follower.until("✓ Confirmed")
        await follower.press("2 enter")
        await follower.until("Russia annexes Crimea")
        await follower.press("backspace")
        await follower.until("✓ Confirmed")
        await follower.press("G")
        await follower.until("Russia annexes Crimea")
        await follower.press("g")
        await follower.until("Assad meets Putin in Sochi")
        assert follower.foot == "On your own; F goes back to the presenter, at 1/2."


async def test_a_number_is_typed_as_in_the_talk_itself(tmp_path: Path) -> None:
    async with following(tmp_path) as follower:
        await follower.until("Assad meets Putin in Sochi")
        await follower.press("F 7 3 backspace")
        assert follower.foot == "Slide 7: Enter goes there."
        await follower.press("enter")
        assert follower.foot == "There is no slide 7; the last is 2."
        assert "Assad meets Putin in Sochi" in follower.text
        await follower.press("z")
        assert follower.foot == "On your own; F goes back to the presenter, at 1/2."


async def test_on_the_path_the_pages_of_a_part_are_turned(tmp_path: Path) -> None:
    async with following(tmp_path, (40, 10)) as follower:
        await follower.until("Assad meets Putin in Sochi")
        follower.presenter.rewrite(retitled(f"{'word ' * 60}END"))
        await follower.until("word word")
        for _ in range(9):
            assert "END" not in follower.text
            await follower.press("space")
            if "END" in follower.text:
                break
        assert "END" in follower.text
        await follower.press("space")
        assert follower.foot == "F leaves the presenter's path."
        await follower.press("backspace")
        assert "END" not in follower.text


LONG = " ".join(f"w{number}" for number in range(600))


@pytest.mark.parametrize("keys", ["", "space", "F space"], ids=["on the path", "turned", "alone"])
async def test_another_size_has_the_page_of_what_is_told(tmp_path: Path, keys: str) -> None:
    async with following(tmp_path, (100, 30)) as follower:
        await follower.until("Assad meets Putin in Sochi")
        presenter = follower.presenter
        presenter.rewrite(requoted(LONG))
        presenter.step(3)
        assert (presenter.talk.part, presenter.talk.page) == ("quote stable", 2)
        await follower.until("page 2 of 3")
        await follower.press(keys or "z")
        turned = presenter.talk.turned(1, stage_of(100, 30).room) if keys else presenter.talk
        for size in ((60, 20), (160, 45), (80, 24)):
            await follower.reader.resize(*size)
            room = stage_of(*size).room
            for line in turned.lines(room):
                assert plain(line).strip() in follower.text
            page, pages = turned.place(room)
            assert keys.startswith("F") or f"page {page} of {pages}" in follower.foot
        await follower.reader.resize(100, 30)
        page, pages = turned.place(stage_of(100, 30).room)
        assert keys.startswith("F") or follower.foot.endswith(f"page {page} of {pages}")


async def test_the_talk_stays_while_the_presenter_is_away(tmp_path: Path) -> None:
    async with following(tmp_path) as follower:
        follower.presenter.step()
        await follower.until("“Stability is improving.”")
        await follower.presenter.end()
        await follower.until("The presenter is away; this was shown last.")
        assert "“Stability is improving.”" in follower.text
        await follower.presenter.begin()
        follower.presenter.step()
        await follower.until("“Terrorists have laid down arms in key areas.”")
        assert "away" not in follower.text


async def test_a_changed_file_is_shown_and_the_place_is_kept(tmp_path: Path) -> None:
    async with following(tmp_path) as follower:
        follower.presenter.step()
        await follower.until("“Stability is improving.”")
        follower.presenter.rewrite(retitled("They meet"))
        await follower.until("They meet")
        assert "“Stability is improving.”" in follower.text


async def test_what_a_refusal_says_is_shown(tmp_path: Path) -> None:
    async with following(tmp_path, limits=Limits(links=0)) as follower:
        await follower.until("There are 0 followers already.")
        assert "Sochi" not in follower.text


@pytest.mark.parametrize("key", ["q", "ctrl+q", "ctrl+c"])
async def test_it_is_left_at_once(tmp_path: Path, key: str) -> None:
    async with following(tmp_path) as follower:
        await follower.until("Assad meets Putin in Sochi")
        await follower.press(key)
        assert follower.reader.app.return_code == 0


async def test_nothing_but_these_keys_does_anything(tmp_path: Path) -> None:
    async with following(tmp_path) as follower:
        await follower.until("Assad meets Putin in Sochi")
        before = follower.text
        letters = "e E i a d w u U y Y o O p f b t D n r v"
        await follower.press(f"{letters} slash colon apostrophe ctrl+p ctrl+s ctrl+z f2 f4 f5")
        assert follower.text == before
