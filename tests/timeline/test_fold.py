"""What counts when texts are compared, and where a text has what was looked for."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import texts
from tui.timeline.fold import fold, spans


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Vladimir PUTIN", "vladimir putin", id="case"),
        pytest.param("Erdoğan, Türkiye", "erdogan, turkiye", id="accents"),
        pytest.param("e\u0301", "e", id="marks that stand apart"),
        pytest.param("Straße", "strasse", id="sharp s"),
        pytest.param("Łódź, Ørsted, Đặng", "lodz, orsted, dang", id="letters that stay whole"),
        pytest.param("Æsir, Œuvre, Þing", "aesir, oeuvre, thing", id="two letters in one"),
        pytest.param("Iğdır, İzmir", "igdir, izmir", id="Turkish i"),
        pytest.param("Azərbaycan", "azerbaycan", id="schwa"),
        pytest.param("ﬁnal", "final", id="ligature"),
        pytest.param("Киев, Й, Ё", "киев, и, е", id="Cyrillic"),
        pytest.param("ΟΔΟΣ ὁδός", "οδοσ οδοσ", id="Greek, final sigma too"),
        pytest.param("أحمد لَمْ", "احمد لم", id="Arabic without vowel signs"),
        pytest.param("Oʻzbekiston’s ‘own’", "o'zbekiston's 'own'", id="apostrophes"),
        pytest.param("“a” «b» „c“", '"a" "b" "c"', id="quotation marks"),
        pytest.param("2008–2024 — a\u2011b", "2008-2024 - a-b", id="dashes"),
        pytest.param(" a \t b\n\nc\xa0d ", " a b c d ", id="blanks"),
        pytest.param("می\u200cخواهم a\xadb ❤\ufe0f", "میخواهم ab ❤", id="what nobody sees"),
        pytest.param("１２", "12", id="wide digits"),
        pytest.param("日本語", "日本語", id="no case, no accents"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_text_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text() | texts())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text() | texts())
def test_composed_and_decomposed_are_the_same(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_plain_texts_fold_as_they_do_among_other_letters() -> None:
    ascii_text = "".join(map(chr, range(128)))
    assert fold(f"ж{ascii_text}") == f"ж{fold(ascii_text)}"
    assert [c for c in ascii_text if fold(f"ж{c}") != f"ж{fold(c)}"] == []


def test_every_letter_is_found_where_it_stands_as_it_folds() -> None:
    letters = map(chr, range(0x20000))
    lost = [c for c in letters if fold(c) and spans(f"(ж{c})", fold(c)) != ((2, 3),)]
    assert [c for c in lost if fold(c) not in "ж()"] == []


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        pytest.param("Putin met Putin", "putin", ["Putin", "Putin"], id="every time"),
        pytest.param("Recep Erdoğan", "erdogan", ["Erdoğan"], id="with an accent"),
        pytest.param("e\u0301te\u0301", "e", ["e\u0301", "e\u0301"], id="a letter with its marks"),
        pytest.param("Straße", "s", ["S", "ß"], id="a letter of which only some is meant"),
        pytest.param("a  b\n\tc", "A B", ["a  b"], id="any blanks"),
        pytest.param("a  b", "a ", ["a  "], id="all blanks"),
        pytest.param("aaa", "aa", ["aa"], id="none twice"),
        pytest.param("“No,” he said", '"no"', [], id="not what is not there"),
        pytest.param("Россия", "россия", ["Россия"], id="another alphabet"),
        pytest.param("anything", "", [], id="nothing is looked for"),
        pytest.param("anything", "\u0301", [], id="nothing that counts is looked for"),
    ],
)
def test_what_is_looked_for_is_shown_in_the_text(text: str, needle: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, needle)] == found


@given(st.text() | texts(), st.data())
def test_spans_lie_in_the_text_and_say_what_is_looked_for(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    needle = text[start : start + data.draw(st.integers(1, 5))]
    found = spans(text, needle)
    assert bool(found) == (fold(needle) != "" and fold(needle) in fold(text))
    assert all(fold(needle) in fold(text[first:last]) for first, last in found)
    edges = [edge for span in found for edge in span]
    assert edges == sorted(edges)
    assert not edges or (edges[0] >= 0 and edges[-1] <= len(text))
