"""Present: what each key does, told by the talk after it and by the screen."""

from asyncio import timeout
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from screens.teller import TEXT, TOUR, Telling, asked, telling, timed
from tui.actions import of_talk
from tui.screens.opening import TalkAsked
from tui.settings.preferences import Rtl, Settings
from tui.view.talk.stage import stage_of
from view.histories import FOUR_DAYS

# The keys

Walk = list[tuple[str, str]]
"""Keys, and where they lead: the slide, the last part of it that is revealed."""

WALKS: dict[str, Walk] = {
    "step by step": [
        *(("space", "sochi quote stable"), ("pagedown", "sochi quote arms")),
        *(("right", "sochi claim moscow"), ("l", "sochi claim met"), ("space", "annexed title")),
        *(("backspace", "sochi claim met"), ("pageup", "sochi claim moscow")),
        *(("left", "sochi quote arms"), ("h", "sochi quote stable"), ("h", "sochi title")),
        *(("h", "cover title"), ("h", "cover title"), ("space", "sochi title")),
    ],
    "slide by slide": [
        *(("j", "annexed title"), ("down", "annexed title"), ("k", "sochi title")),
        *(("up", "cover title"), ("k", "cover title"), ("down", "sochi title")),
        *(("space", "sochi quote stable"), ("up", "cover title"), ("j", "sochi title")),
    ],
    "from the cover": [
        *(("k", "cover title"), ("s", "cover title"), ("enter", "sochi title")),
        *(("k", "cover title"), ("G", "annexed title"), ("g", "sochi title")),
        *(("k", "cover title"), ("2", "cover title"), ("enter", "annexed title")),
        *(("g", "sochi title"), ("k", "cover title"), ("b", "cover title blank")),
        *(("z", "cover title"), ("space", "sochi title")),
    ],
    "the whole of one": [("s", "sochi claim met"), ("s", "sochi claim met")],
    "the first and the last": [
        *(("G", "annexed title"), ("g", "sochi title"), ("end", "annexed title")),
        ("home", "sochi title"),
    ],
    "by number": [
        *(("2", "sochi title"), ("enter", "annexed title"), ("1", "annexed title")),
        *(("enter", "sochi title"), ("enter", "sochi quote stable"), ("9", "sochi quote stable")),
        *(("enter", "sochi quote stable"), ("2", "sochi quote stable")),
        *(("backspace", "sochi quote stable"), ("enter", "sochi quote arms")),
        *(("2", "sochi quote arms"), ("escape", "sochi quote arms"), ("j", "annexed title")),
    ],
    "a number that another key drops": [
        ("2", "sochi title"),
        ("t", "sochi title"),
        ("enter", "sochi quote stable"),
    ],
    "blank": [
        *(("b", "sochi title blank"), ("b", "sochi title"), ("full_stop", "sochi title blank")),
        *(("space", "sochi title"), ("b", "sochi title blank"), ("z", "sochi title")),
        *(("b", "sochi title blank"), ("escape", "sochi title")),
        *(("b", "sochi title blank"), ("q", "sochi title"), ("q", "sochi title")),
    ],
    "what moves nothing": [
        *(("t", "sochi title"), ("n", "sochi title"), ("a", "sochi title"), ("D", "sochi title")),
        *(("ctrl+l", "sochi title"), ("z", "sochi title"), ("e", "sochi title")),
        *(("i", "sochi title"), ("question_mark", "sochi title"), ("escape", "sochi title")),
        *(("T", "sochi title"), ("escape", "sochi title"), ("q", "sochi title")),
        ("ctrl+c", "sochi title"),
    ],
}
ELSEWHERE = {"talk.overview", "talk.tours"}
"""What test_telling.py walks."""


@pytest.mark.parametrize("walk", WALKS.values(), ids=WALKS)
async def test_keys_lead_there(walk: Walk) -> None:
    async with telling() as teller:
        led = []
        for key, _ in walk:
            await teller.press(key)
            led.append((key, teller.here))
        assert led == walk


def test_every_action_is_walked() -> None:
    pressed = {key for walk in WALKS.values() for key, _ in walk}
    missed = {action.id for action in of_talk("present") if pressed.isdisjoint(action.keys)}
    assert missed == ELSEWHERE


SAID = {
    "the beginning": ("h h", "This is where the talk begins."),
    "the cover": ("k k", "This is where the talk begins."),
    "the end": ("G s space", "This is the end of the talk."),
    "the last slide": ("j j", "This is the end of the talk."),
    "all of it": ("s s", "All of the slide is shown."),
    "all of the cover": ("k s", "This is where the talk begins."),
    "a number": ("1 2", "Slide 12: Enter goes there."),
    "no such number": ("1 2 enter", "There is no slide 12; the last is 2."),
    "a number taken back": ("1 2 backspace", "Slide 1: Enter goes there."),
    "to leave": ("q", "q again leaves; Esc goes back to Browse."),
    "to interrupt": ("ctrl+c", "Ctrl+c again leaves; Esc goes back to Browse."),
    "nothing steps by itself": (
        "a",
        "Nothing steps by itself here; `present --auto 10` does.",
    ),
    "the wheel": ("D", "You drive already."),
    "another key": ("q e", "●····   page 1 of 2"),
}


@pytest.mark.parametrize(("keys", "said"), SAID.values(), ids=SAID)
async def test_it_says_so(keys: str, said: str) -> None:
    async with telling() as teller:
        await teller.press(keys)
        assert teller.foot == said


# What is seen


async def test_a_talk_fills_the_screen_from_the_first_frame() -> None:
    async with telling() as teller:
        assert teller.reader.rows[0].strip().split() == ["Two", "days", "1/2"]
        await teller.press("space space")
        assert "“Terrorists have laid down arms" in teller.reader.text
        assert "The two met" not in teller.reader.text
        assert teller.foot == "●●●··   page 1 of 2"


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (60, 20), (40, 10)], ids=str)
async def test_a_talk_begins_with_its_title_and_nothing_round_it(size: tuple[int, int]) -> None:
    async with telling(asked(TalkAsked("two", goal=1200.0)), size) as teller:
        shown = [row.strip() for row in teller.reader.rows if row.strip()]
        assert shown == ["Four days", "Two days", "2014–2018", "2 slides, about 20 min"]
        await teller.press("j")
        assert teller.reader.rows[0].strip().split() == ["Two", "days", "1/2"]
        await teller.press("k")
        assert [row.strip() for row in teller.reader.rows if row.strip()] == shown


async def test_while_it_is_blank_nothing_at_all_is_seen() -> None:
    async with telling() as teller:
        await teller.press("t n n b")
        assert teller.reader.text.strip() == ""
        await teller.press("z")
        assert "Assad meets Putin" in teller.reader.text
        assert "SAY IT" in teller.reader.text


@pytest.mark.parametrize("theme", ["ink", "paper", "contrast", "terminal"])
async def test_a_blank_screen_is_black_in_every_theme(theme: str) -> None:
    async with telling(asked()._replace(theme=theme)) as teller:
        await teller.press("b")
        strips = teller.reader.app.screen._compositor.render_strips()  # noqa: SLF001, as acting
        grounds = {
            segment.style and segment.style.bgcolor and segment.style.bgcolor.get_truecolor().hex
            for strip in strips
            for segment in strip
        }
        assert grounds == {"#000000"}


async def test_text_that_runs_to_the_left_stands_at_the_right_where_it_is_turned() -> None:
    text = FOUR_DAYS.replace("title: Assad meets Putin in Sochi", "title: שלום")
    sides: tuple[tuple[Rtl, int], ...] = (("app", 72), ("off", 4))
    for rtl, column in sides:
        given = asked(TalkAsked(at="sochi"), text)._replace(rtl=rtl)
        async with telling(given) as teller:
            row = next(row for row in teller.reader.rows if "ש" in row or "ם" in row)
            assert len(row) - len(row.lstrip()) == column


async def test_too_small_a_screen_says_so_and_a_larger_one_goes_on_where_it_was() -> None:
    async with telling() as teller:
        await teller.press("space")
        await teller.reader.resize(36, 9)
        assert "Terminal too small: 36x9, needs\n40x10" in teller.reader.text
        await teller.reader.resize(60, 20)
        assert "“Stability is improving.”" in teller.reader.text
        assert teller.here == "sochi quote stable"


SECRET = ("SAY IT", "NOTE IT")


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (60, 20), (40, 10)], ids=str)
async def test_what_is_for_the_speaker_is_not_shown_unasked(size: tuple[int, int]) -> None:
    async with telling(size=size) as teller:
        for walk in WALKS.values():
            for key, _ in walk:
                if key != "escape" or len(teller.reader.app.screen_stack) > 2:
                    await teller.press(key)
                assert not any(secret in teller.reader.text for secret in SECRET)
            await teller.press("z")


@pytest.mark.parametrize("between", ["j k", "z", "t", "2 backspace"])
async def test_notes_are_shown_when_they_are_asked_for_twice_in_a_row(between: str) -> None:
    async with telling() as teller:
        await teller.press("n")
        question = "n again shows your notes here, where people see them."
        assert teller.foot == question
        await teller.press(f"{between} n")
        assert "SAY IT" not in teller.reader.text
        await teller.press("n")
        assert all(secret in teller.reader.text for secret in SECRET)
        await teller.press("j")
        assert "There is no note for this step." in teller.reader.text
        await teller.press("n")
        assert "There is no note" not in teller.reader.text


async def test_the_smallest_screen_has_room_for_the_key_that_shows_the_notes() -> None:
    async with telling(size=(40, 10)) as teller:
        await teller.press("n")
        assert teller.foot.startswith("n again shows your notes here")


async def test_the_notes_leave_the_page_where_it_is_and_nobody_is_shown_one_before() -> None:
    long = " ".join(f"w{number}" for number in range(600))
    text = TEXT.replace("Stability is improving.", long)
    wide = stage_of(100, 30).room
    async with telling(asked(text=text)) as teller:
        await teller.press("space space space")
        before, here, shown = teller.reader.text, teller.here, teller.talk.place(wide)
        assert (here, shown) == ("sochi quote stable", (3, 3))
        await teller.press("n n")
        assert "SAY IT" in teller.reader.text
        assert (teller.here, teller.talk.place(wide)) == (here, shown)
        await teller.press("n")
        assert teller.reader.text == before
        await teller.press("n n space")
        assert (teller.here, teller.talk.place(wide)) == (here, shown)
        await teller.press("space n")
        assert teller.here == "sochi quote arms"


async def test_long_notes_have_pages_and_another_slide_begins_at_the_first() -> None:
    text = TEXT.replace("SAY IT", " ".join(f"word{number}" for number in range(120)))
    async with telling(asked(text=text)) as teller:
        await teller.press("n n")
        assert "word0 " in teller.reader.text
        await teller.press("n")
        assert "word0 " not in teller.reader.text
        await teller.press("j k")
        assert "word0 " in teller.reader.text
        await teller.press("n n n")
        assert "word" not in teller.reader.text


# The time


async def test_the_time_begins_with_the_first_step_and_stands_while_it_is_blank() -> None:
    async with timed() as (teller, hands):
        await teller.press("t")
        hands.now += 60
        assert teller.foot.endswith("0:00")
        await teller.press("space")
        hands.now += 65
        await teller.press("space")
        assert teller.foot.endswith("1:05")
        await teller.press("b")
        hands.now += 600
        await teller.press("b space")
        assert teller.foot.endswith("1:05")
        await teller.press("t")
        assert teller.foot == "●●●●·   page 1 of 2"


async def test_a_goal_counts_down_and_says_the_pace() -> None:
    async with timed(goal=600) as (teller, hands):
        await teller.press("t j")
        hands.now += 340
        await teller.press("space")
        assert teller.foot.endswith("4:20 left · 0:35 ahead")
        hands.now += 300
        await teller.press("space")
        assert teller.foot.endswith("0:40 over")


# By itself


@asynccontextmanager
async def by_itself(seconds: float) -> AsyncIterator[Telling]:
    """A talk that steps by itself."""
    async with telling(asked(TOUR._replace(auto=seconds))) as teller:
        yield teller


async def until(teller: Telling, happened: Callable[[], bool]) -> None:
    """Wait until something is so."""
    async with timeout(30):
        while not happened():
            await teller.reader.pilot.pause()


async def test_it_leaves_its_title_by_itself() -> None:
    async with telling(asked(TalkAsked("two", auto=0.01))) as teller:
        await until(teller, lambda: teller.here == "annexed claim lawful")
        assert teller.here == "annexed claim lawful"


async def test_it_steps_by_itself_to_its_end_and_stops_there() -> None:
    async with by_itself(0.01) as teller:
        await until(teller, lambda: teller.here == "annexed claim lawful")
        await teller.press("k")
        await until(teller, lambda: teller.here == "annexed claim lawful")
        assert teller.here == "annexed claim lawful"


@pytest.mark.parametrize("key", ["a", "b", "question_mark"], ids=["paused", "blank", "help"])
async def test_it_stands_still_meanwhile(key: str) -> None:
    async with by_itself(0.05) as teller:
        await teller.press(key)
        here, later = teller.here, []
        # Others than its own go off in the order in which they are due.
        teller.reader.app.set_timer(0.2, lambda: later.append(True))
        await until(teller, lambda: bool(later))
        assert teller.here == here
        await teller.press("escape" if key == "question_mark" else key)
        await until(teller, lambda: teller.here == "annexed claim lawful")


async def test_what_was_said_goes_with_the_next_step() -> None:
    async with by_itself(0.2) as teller:
        await teller.press("a a q")
        await until(teller, lambda: teller.here == "annexed claim lawful")
        assert teller.foot == "●●●●"
        await teller.press("q")
        assert teller.foot == "q again leaves; Esc goes back to Browse."


async def test_it_says_whether_it_steps() -> None:
    async with by_itself(3600) as teller:
        await teller.press("a")
        assert teller.foot == "It stands still; a goes on."
        await teller.press("a")
        assert teller.foot == "It steps by itself again."


# Who drives


async def test_while_the_speaker_drives_keys_move_nothing_until_the_wheel_is_taken() -> None:
    async with telling() as teller:
        teller.screen.talk = replace(teller.talk, driver="speaker")
        for key in ("space", "h", "j", "k", "s", "g", "G", "2 enter"):
            await teller.press(key)
            assert teller.foot == "The speaker's terminal drives; D takes the wheel."
            assert teller.here == "sochi title"
        await teller.press("b")
        assert teller.here == "sochi title blank"
        await teller.press("b D")
        assert teller.foot == "You drive again."
        await teller.press("space")
        assert teller.here == "sochi quote stable"


# The help, the theme, keys of one's own


async def test_help_lists_the_keys_of_a_talk_and_runs_one() -> None:
    async with telling(size=(100, 45)) as teller:
        await teller.press("question_mark")
        assert "Take the wheel" in teller.reader.text
        assert "Give the pane the whole screen" not in teller.reader.text
        await teller.press("l a s t space s l i d e enter")
        assert teller.here == "annexed title"


async def test_another_theme_can_be_chosen_in_a_talk() -> None:
    async with telling() as teller:
        await teller.press("T p a p e r enter")
        assert teller.reader.app.theme == "paper"
        assert teller.here == "sochi title"


async def test_keys_of_ones_own_act_in_a_talk_and_are_named() -> None:
    given = asked()
    keys = {"talk.next": ("1",), "talk.back": (), "talk.quit": ("Q",), "zoom": ("space",)}
    begun = given.beginning._replace(settings=Settings(keys=keys))
    async with telling(given._replace(beginning=begun)) as teller:
        await teller.press("1 1 space backspace")
        assert teller.here == "sochi quote arms"
        await teller.press("q Q")
        assert teller.foot == "Q again leaves; Esc goes back to Browse."
