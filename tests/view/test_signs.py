"""Every sign is explained, wherever it may be seen."""

from itertools import chain

import pytest

from tui.timeline.timeline import Timeline
from tui.view import signs, words
from tui.view.chart import bars
from tui.view.view import View
from view.histories import TWO_LANES, view_of

ALL = [*signs.LISTS, *signs.CHART, *signs.STRIP]
IN_CHART = set(chain.from_iterable(each.signs for each in signs.CHART))


def test_every_mark_of_the_chart_is_explained() -> None:
    drawn = f"{bars.POINTS}{bars.SHADES}{bars.ENDS}{bars.STACKS}{bars.SOLID}{bars.SELECTED}"
    assert set(drawn) <= IN_CHART


def test_every_glyph_of_the_lists_is_explained() -> None:
    explained = set(chain.from_iterable(each.signs for each in signs.LISTS))
    glyphs = {words.QUOTE, words.DISPUTED, words.SOURCE, words.LINKED, words.CURSOR}
    assert {*glyphs, words.BAR, words.MARKED, *words.VERDICT_GLYPHS.values()} <= explained


@pytest.mark.parametrize("sign", ALL, ids=lambda sign: sign.meaning)
def test_a_sign_is_shown_and_said(sign: signs.Sign) -> None:
    assert sign.meaning[0].islower()
    assert not sign.meaning.endswith(".")
    assert not sign.more or sign.more.endswith(".")
    assert any(each in sign.name for each in (*sign.signs, sign.signs)) or sign.name == "+N"
    assert "{" not in View(Timeline()).told(f"{sign.meaning}{sign.more}")


def test_the_threads_of_the_file_have_their_colours() -> None:
    *_, (where, threads) = signs.all_of(view_of(TWO_LANES).timeline, charted=False)
    assert where == "In colour"
    assert [(each.meaning, each.tone) for each in threads] == [
        ("the thread The north", "thread0"),
        ("the thread The south", "thread1"),
    ]


def test_what_is_shown_comes_first() -> None:
    for charted, first in ((True, "In the chart"), (False, "In lists")):
        assert next(iter(signs.all_of(Timeline(), charted=charted)))[0] == first
