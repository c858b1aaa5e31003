"""A text in pages is the text that it would be without them."""

from hypothesis import given
from hypothesis import strategies as st

from tui.document.editing.pages import Pages
from tui.document.editing.splice import Splice

TEXTS = st.text("ab\n", max_size=40)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30), TEXTS)), st.integers(1, 9))
def test_pages_say_what_the_text_says(
    text: str, changes: list[tuple[int, int, str]], size: int
) -> None:
    paged = Pages(text, size)
    for at, length, new in changes:
        start = min(at, len(text))
        splice = Splice(start, text[start : start + length], new)
        text = splice.done(text)
        paged.put(splice)
        assert len(paged) == len(text)
        assert paged.part(start, start + length) == text[start : start + length]
        assert paged.part(0, at) == text[:at]
    assert paged.whole() == text
