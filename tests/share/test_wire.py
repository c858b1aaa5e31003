"""Messages come over the wire as they are, and nothing else is taken for one."""

import json
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.share.material import Role
from tui.share.wire import (
    LONGEST_SAID,
    LONGEST_STATE,
    Command,
    Hello,
    Malformed,
    Refusal,
    State,
    from_follower,
    from_presenter,
    print_command,
    print_hello,
    print_refusal,
    print_state,
)
from tui.view.talk.deeds import Deed
from tui.view.talk.shown import Driver, Shown

DIGEST = "0123456789abcdef" * 4
STATE = State(Shown("accord", "quote q1", 1, 3, blank=False, elapsed=61.5, goal=1200.0), 7, DIGEST)

_texts = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=20)
_counts = st.integers(0, 1000)
_seconds = st.floats(0, 1e6)
_shown = st.builds(
    Shown,
    _texts,
    _texts,
    _counts,
    _counts,
    st.booleans(),
    _seconds,
    st.booleans(),
    _seconds,
    st.sampled_from(get_args(Driver)),
)
_states = st.builds(State, _shown, _counts, st.just(DIGEST), _counts, st.booleans(), _texts)
_numbers = st.integers() | st.floats() | st.just(10**400)
_json = st.recursive(
    st.none() | st.booleans() | _numbers | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=9,
)


@given(_states)
def test_a_state_comes_as_it_is(state: State) -> None:
    assert from_presenter(print_state(state)) == state


def test_a_state_is_one_line_that_says_all_of_it() -> None:
    assert print_state(STATE).endswith(b"}\n")
    assert json.loads(print_state(STATE)) == {
        "v": 1,
        "rev": 7,
        "digest": DIGEST,
        "followers": 0,
        "slide": "accord",
        "part": "quote q1",
        "page": 1,
        "pages": 3,
        "blank": False,
        "elapsed": 61.5,
        "running": False,
        "goal": 1200.0,
        "driver": "presenter",
    }


def test_a_refusal_comes_as_it_is() -> None:
    assert from_presenter(print_refusal(Refusal("No."))) == Refusal("No.")


@pytest.mark.parametrize("role", ["audience", "speaker"])
def test_a_hello_comes_as_it_is(role: Role) -> None:
    assert from_follower(print_hello(Hello(role))) == Hello(role)


@pytest.mark.parametrize("do", get_args(Deed))
def test_a_command_comes_as_it_is(do: Deed) -> None:
    command = Command(do, "accord 2" if do == "go" else "")
    assert from_follower(print_command(command)) == command


@given(st.binary(max_size=200))
def test_bytes_are_a_message_or_malformed(line: bytes) -> None:
    assert isinstance(from_follower(line), Hello | Command | Malformed)
    assert isinstance(from_presenter(line), Malformed)


@given(_json, st.sampled_from(["", "do", "role", "slide", "timeline", "deck", "rev", "refused"]))
def test_any_json_is_a_message_or_malformed(value: object, name: str) -> None:
    message = {"v": 1, name: value} if name else value
    line = json.dumps(message).encode()
    assert isinstance(from_follower(line), Hello | Command | Malformed)
    assert isinstance(from_presenter(line), Refusal | Malformed)


@given(st.sampled_from(sorted(json.loads(print_state(STATE)))), _json)
def test_a_state_with_anything_in_it_is_one_or_malformed(name: str, value: object) -> None:
    message = {**json.loads(print_state(STATE)), name: value}
    assert isinstance(from_presenter(json.dumps(message).encode()), State | Malformed)


def _changed(**changes: object) -> bytes:
    return json.dumps({**json.loads(print_state(STATE)), **changes}).encode()


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(_changed(v=2), id="another version"),
        pytest.param(_changed(v=True), id="a version that is no number"),
        pytest.param(_changed(v=1.0), id="a version that is no whole number"),
        pytest.param(_changed(rev=-1), id="below 0"),
        pytest.param(_changed(rev=2**60), id="huge"),
        pytest.param(_changed(rev="7"), id="a text for a number"),
        pytest.param(_changed(elapsed=float("nan")), id="NaN"),
        pytest.param(_changed(elapsed=float("inf")), id="Infinity"),
        pytest.param(_changed(blank=0), id="a number for a flag"),
        pytest.param(_changed(driver="audience"), id="an unknown driver"),
        pytest.param(_changed(digest=DIGEST.upper()), id="another digest"),
        pytest.param(_changed(slide=["accord"]), id="a list for a text"),
        pytest.param(_changed(slide="x" * LONGEST_STATE), id="too long"),
        pytest.param(print_state(STATE).replace(b"61.5", b"1e999"), id="a number without end"),
        pytest.param(print_state(STATE).replace(b"61.5", b"9" * 5000), id="too many digits"),
        pytest.param(b'{"v":1,"rev":' + b"[" * 8000 + b"]" * 8000 + b"}", id="deep"),
        pytest.param(b"[" * 1_000_000, id="very deep"),
        pytest.param(b"\xff" + print_state(STATE), id="no UTF-8"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_what_is_no_state_is_malformed(line: bytes) -> None:
    assert isinstance(from_presenter(line), Malformed)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b'{"v":1,"do":"write"}', id="an unknown deed"),
        pytest.param(b'{"v":1,"do":["next"]}', id="a list for a deed"),
        pytest.param(b'{"v":1,"do":"go"}', id="nowhere to go"),
        pytest.param(b'{"v":1,"do":"go","slide":3}', id="a number for a slide"),
        pytest.param(b'{"v":1,"role":"presenter"}', id="an unknown role"),
        pytest.param(b'{"role":"audience"}', id="no version"),
        pytest.param(b'{"v":1}', id="nothing to do"),
        pytest.param(b'"take"', id="a text"),
        pytest.param(b'{"v":1,"do":"next","x":"%b"}' % (b"x" * LONGEST_SAID), id="too long"),
    ],
)
def test_what_is_nothing_to_say_is_malformed(line: bytes) -> None:
    assert isinstance(from_follower(line), Malformed)


def test_a_text_has_nothing_that_drives_a_terminal() -> None:
    found = from_follower(b'{"v":1,"do":"go","slide":"a\\u001b]0;x\\u0007"}')
    assert found == Command("go", "a⟨U+001B⟩]0;x⟨U+0007⟩")
