"""Lines come out of a stream as they went in, however it is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.share.lines import Lines


@pytest.mark.parametrize(
    ("pieces", "found"),
    [
        pytest.param([b"a\nb\n"], [b"a", b"b"], id="two at once"),
        pytest.param([b"a", b"b", b"\n"], [b"ab"], id="one in pieces"),
        pytest.param([b"a"], [], id="one without its end"),
        pytest.param([b"\n\na\n"], [b"a"], id="empty ones"),
        pytest.param([b"12345678\n"], [b"12345678"], id="just short enough"),
        pytest.param([b"123456789\n", b"a\n"], [None, b"a"], id="one too long at once"),
        pytest.param([b"12345", b"6789", b"0\na\n"], [None, b"a"], id="one too long in pieces"),
        pytest.param([b"123456789", b"0", b"1"], [None] * 3, id="one that has no end"),
    ],
)
def test_lines(pieces: list[bytes], found: list[bytes | None]) -> None:
    lines = Lines(8)
    assert [line for piece in pieces for line in lines.feed(piece)] == found


@given(st.lists(st.binary(min_size=1, max_size=8).map(lambda b: b.replace(b"\n", b"."))), st.data())
def test_it_makes_no_difference_where_a_stream_is_cut(
    lines: list[bytes], data: st.DataObject
) -> None:
    whole = b"".join(line + b"\n" for line in lines)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)))))
    ends = zip([0, *cuts], [*cuts, len(whole)], strict=True)
    reader = Lines(8)
    assert [line for start, end in ends for line in reader.feed(whole[start:end])] == lines
