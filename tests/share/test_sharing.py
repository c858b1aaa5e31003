"""A presenter and those who follow, over real sockets."""

import asyncio
from pathlib import Path

import pytest

from share.talks import (
    DECK,
    NOTE,
    SAY,
    TIMELINE,
    Told,
    place_in,
    presenting,
    reading,
    soon,
    until,
)
from tui.share.claim import TakenError
from tui.share.presenter import Limits, Sharing
from tui.share.wire import Command
from tui.timeline.timeline import Timeline
from tui.view.talk.deck import Deck
from tui.view.talk.shown import Shown

NEXT = b'{"v":1,"do":"next"}\n'
TAKE = b'{"v":1,"do":"take"}\n'


async def test_a_follower_gets_the_talk_then_each_state(tmp_path: Path) -> None:
    async with (
        presenting(place_in(tmp_path)) as sharing,
        reading(place_in(tmp_path).path) as reader,
    ):
        material = await reader.message()
        assert [each["id"] for each in material["timeline"]["events"]] == ["accord", "strikes"]
        first = await reader.message()
        assert (first["slide"], first["digest"]) == ("accord", material["digest"])
        sharing.publish(Shown("strikes", "claim c1", elapsed=5.0))
        second = await reader.message()
        assert (second["slide"], second["part"], second["elapsed"]) == ("strikes", "claim c1", 5.0)
        assert second["rev"] > first["rev"]


async def test_a_follower_is_told_of_a_changed_talk_before_what_is_shown_of_it(
    tmp_path: Path,
) -> None:
    async with (
        presenting(place_in(tmp_path)) as sharing,
        reading(place_in(tmp_path).path) as reader,
    ):
        before = await reader.message()
        await reader.state("accord")
        sharing.material(Timeline(title="Another", events=TIMELINE.events[1:]), Deck())
        sharing.publish(Shown("strikes"))
        after = await reader.message()
        assert after["timeline"]["about"]["title"] == "Another"
        assert after["digest"] != before["digest"]
        assert (await reader.message())["digest"] == after["digest"]


async def test_a_talk_that_has_not_changed_is_not_sent_again(tmp_path: Path) -> None:
    async with (
        presenting(place_in(tmp_path)) as sharing,
        reading(place_in(tmp_path).path) as reader,
    ):
        await reader.state("accord")
        sharing.material(TIMELINE, DECK)
        sharing.publish(Shown("strikes"))
        assert "timeline" not in await reader.message()


async def test_nothing_for_the_speaker_is_in_the_bytes_of_an_audience(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    async with (
        presenting(place) as sharing,
        reading(place.path) as audience,
        reading(place.path, "speaker") as speaker,
    ):
        for reader in (audience, speaker):
            await reader.state("accord")
        sharing.publish(Shown("strikes"))
        for reader in (audience, speaker):
            await reader.state("strikes")
    for unwanted in (NOTE, SAY, '"notes"', '"say"', str(tmp_path), "timeline.yaml"):
        assert unwanted.encode() not in audience.bytes
    assert NOTE.encode() in speaker.bytes
    assert SAY.encode() in speaker.bytes


async def test_what_is_wrong_with_the_file_is_told_to_speakers_alone(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    async with (
        presenting(place) as sharing,
        reading(place.path) as audience,
        reading(place.path, "speaker") as speaker,
    ):
        assert "trouble" not in await speaker.state("accord")
        sharing.warn("WRONG at line 3")
        assert (await speaker.state("accord"))["trouble"] == "WRONG at line 3"
        sharing.warn("")
        sharing.publish(Shown("strikes"))
        assert "trouble" not in await speaker.state("strikes")
        await audience.state("strikes")
        assert b"WRONG" not in audience.bytes
        assert b"trouble" not in audience.bytes


async def test_folder_and_socket_are_open_to_us_alone(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    async with presenting(place):
        assert oct(place.path.parent.stat().st_mode & 0o7777) == "0o700"
        assert oct(place.path.stat().st_mode & 0o7777) == "0o600"
    assert list(place.path.parent.iterdir()) == []


async def test_a_second_presenter_is_refused_and_disturbs_nobody(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    async with presenting(place) as sharing, reading(place.path) as reader:
        await reader.state("accord")
        second = Sharing()
        with pytest.raises(TakenError, match="already"):
            await second.start(place)
        await second.close()
        sharing.publish(Shown("strikes"))
        await reader.state("strikes")


async def test_followers_are_counted_as_they_come_and_go(tmp_path: Path) -> None:
    place, told = place_in(tmp_path), Told()
    async with presenting(place, told) as sharing, reading(place.path, "speaker") as speaker:
        assert (await speaker.state("accord"))["followers"] == 0
        async with reading(place.path):
            assert await soon(told.followers) == 1
            assert (await speaker.state("accord"))["followers"] == 1
        assert await soon(told.followers) == 0
        assert (await speaker.state("accord"))["followers"] == 0
        assert sharing.followers == 0


async def test_the_wheel_is_taken_driven_with_and_given_back(tmp_path: Path) -> None:
    place, told = place_in(tmp_path), Told()
    async with presenting(place, told) as sharing, reading(place.path, "speaker") as speaker:
        assert (await speaker.state("accord"))["driver"] == "presenter"
        speaker.say(NEXT)
        assert "without the wheel" in (await soon(told.ignored)).why
        speaker.say(TAKE)
        assert await soon(told.drivers) == "speaker"
        state = await speaker.state("accord")
        assert (state["driver"], state["yours"]) == ("speaker", True)
        speaker.say(b'{"v":1,"do":"go","slide":"strikes"}\n')
        assert await soon(told.commands) == Command("go", "strikes")
        sharing.publish(Shown("strikes"))
        assert (await speaker.state("strikes"))["driver"] == "speaker"
        speaker.say(b'{"v":1,"do":"give"}\n')
        assert await soon(told.drivers) == "presenter"
        assert (await speaker.state("strikes"))["driver"] == "presenter"


async def test_a_speaker_loses_the_wheel_to_another_and_to_the_presenter(tmp_path: Path) -> None:
    place, told = place_in(tmp_path), Told()
    async with (
        presenting(place, told) as sharing,
        reading(place.path, "speaker") as first,
        reading(place.path, "speaker") as second,
    ):
        first.say(TAKE)
        assert await soon(told.drivers) == "speaker"
        second.say(TAKE)
        while not (await second.message()).get("yours"):
            pass
        first.say(NEXT)
        assert "without the wheel" in (await soon(told.ignored)).why
        second.say(NEXT)
        assert await soon(told.commands) == Command("next")
        sharing.take_back()
        assert await soon(told.drivers) == "presenter"
        second.say(NEXT)
        assert "without the wheel" in (await soon(told.ignored)).why


async def test_a_speaker_that_leaves_gives_the_wheel_back(tmp_path: Path) -> None:
    place, told = place_in(tmp_path), Told()
    async with presenting(place, told) as sharing:
        async with reading(place.path, "speaker") as speaker:
            speaker.say(TAKE)
            assert await soon(told.drivers) == "speaker"
        assert await soon(told.drivers) == "presenter"
        assert sharing.driver == "presenter"


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(TAKE, id="a command"),
        pytest.param(b'{"v":1,"role":"speaker"}\n', id="another role"),
        pytest.param(b"\xff\xfe\x00garbage\n", id="garbage"),
        pytest.param(b"[" * 4000 + b"\n", id="deep"),
        pytest.param(b"x" * 10_000 + b"\n", id="a long line"),
        pytest.param(b"x" * 10_000, id="a long line without an end"),
        pytest.param(b'{"v":' + b"9" * 4000 + b"}\n", id="a huge number"),
    ],
)
async def test_what_an_audience_says_is_ignored_and_counted(tmp_path: Path, said: bytes) -> None:
    place, told = place_in(tmp_path), Told()
    async with presenting(place, told) as sharing, reading(place.path) as reader:
        await reader.state("accord")
        reader.say(said)
        assert (await soon(told.ignored)).times == 1
        sharing.publish(Shown("strikes"))
        assert (await reader.state("strikes"))["driver"] == "presenter"
        assert told.commands.empty()
        assert NOTE.encode() not in reader.bytes


async def test_who_says_too_much_is_dropped(tmp_path: Path) -> None:
    place, told = place_in(tmp_path), Told()
    async with (
        presenting(place, told, limits=Limits(ignored=3)) as sharing,
        reading(place.path) as noisy,
        reading(place.path) as quiet,
    ):
        await until(told.followers, lambda count: count == 2)
        noisy.say(b"x\n" * 50)
        await noisy.at_end()
        assert sharing.ignored == 3
        await until(told.followers, lambda count: count == 1)
        sharing.publish(Shown("strikes"))
        await quiet.state("strikes")


async def test_who_says_nothing_is_dropped(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    limits = Limits(silence=0.01)
    async with presenting(place, limits=limits), reading(place.path, None) as silent:
        await silent.at_end()
        assert silent.bytes == b""


async def test_one_more_than_there_may_be_is_told_so(tmp_path: Path) -> None:
    place, told = place_in(tmp_path), Told()
    async with presenting(place, told, limits=Limits(links=1)), reading(place.path) as first:
        await first.state("accord")
        async with reading(place.path) as second:
            assert (await second.message())["refused"] == "There are 1 followers already."
            await second.at_end()


async def test_however_many_follow_there_is_room_for_the_speaker(tmp_path: Path) -> None:
    place, told = place_in(tmp_path), Told()
    async with presenting(place, told, limits=Limits(links=1)), reading(place.path) as first:
        await first.state("accord")
        async with reading(place.path, "speaker") as speaker:
            assert (await speaker.state("accord"))["followers"] == 1


@pytest.mark.parametrize(("running", "elapsed"), [(True, 65.0), (False, 5.0)])
async def test_who_comes_late_is_told_the_time_as_it_is_by_then(
    tmp_path: Path,
    running: bool,  # noqa: FBT001, a case
    elapsed: float,
) -> None:
    path, moments = place_in(tmp_path).path, [1000.0]
    sharing = Sharing(clock=lambda: moments[-1])
    await sharing.start(place_in(tmp_path))
    sharing.material(TIMELINE, DECK)
    sharing.publish(Shown("strikes", elapsed=5.0, running=running))
    async with reading(path, "speaker") as early:
        assert (await early.state("strikes"))["elapsed"] == 5.0
        moments.append(1060.0)
        async with reading(path, "speaker") as late:
            assert (await late.state("strikes"))["elapsed"] == elapsed
        async with reading(path):
            # The count alone sets no clock back.
            assert (await early.state("strikes"))["elapsed"] == elapsed
    await sharing.close()


async def test_followers_see_the_end_when_the_presenter_closes(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    async with presenting(place) as sharing, reading(place.path) as reader:
        await reader.state("accord")
        await sharing.close()
        await reader.at_end()
        assert not place.path.exists()


async def test_what_was_not_ready_when_it_closed_is_made_again(tmp_path: Path) -> None:
    place, told = place_in(tmp_path), Told()
    async with presenting(place, told) as sharing:
        async with reading(place.path):
            await until(told.followers, lambda count: count == 1)
            await sharing.close()
        await sharing.start(place)
        async with reading(place.path) as reader:
            assert "timeline" in await reader.message()


@pytest.mark.parametrize("turns", range(4))
async def test_what_is_cancelled_as_it_begins_leaves_nothing(tmp_path: Path, turns: int) -> None:
    place, sharing = place_in(tmp_path), Sharing()
    begins = asyncio.create_task(sharing.start(place))
    for _ in range(turns):
        await asyncio.sleep(0)
    begins.cancel()
    await asyncio.wait([begins])
    if not begins.cancelled():
        await sharing.close()
    assert list(place.path.parent.iterdir()) == []
    # Where the loop still looked after the descriptor, nobody else could have it.
    async with presenting(place), reading(place.path) as reader:
        await reader.state("accord")


async def test_a_state_for_nobody_is_kept_for_who_comes(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    sharing = Sharing()
    sharing.publish(Shown("strikes"))
    await sharing.start(place)
    async with reading(place.path) as reader:
        sharing.material(TIMELINE, DECK)
        assert "timeline" in await reader.message()
        await reader.state("strikes")
    await sharing.close()
    sharing.publish(Shown("accord"))
