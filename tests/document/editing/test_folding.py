"""A text keeps the lines that it had, but for what is changed in it."""

import pytest

from tui.document.editing.folding import ends_sentence, fold

SENTENCES = ["They met in May.", "Nothing came of it.", "He left."]
WRAPPED = [
    "They met in the capital in May, and for a while nothing at",
    "all came of it, although both of them had said that it would",
    "be otherwise. He left.",
]
PARAGRAPHS = ["They met.", "", "He left.", "", "", "Nobody knows why."]

CASES = {
    "a new text has a sentence a line": (
        "He came. Dr. No, e.g. J. No, stayed! Did she? Yes.",
        [],
        ["He came.", "Dr. No, e.g. J. No, stayed!", "Did she?", "Yes."],
    ),
    "nothing changed": ("They met in May. Nothing came of it. He left.", SENTENCES, SENTENCES),
    "a changed word": (
        "They met in June. Nothing came of it. He left.",
        SENTENCES,
        ["They met in June.", "Nothing came of it.", "He left."],
    ),
    "a sentence more": (
        "They met in May. It rained. Nothing came of it. He left.",
        SENTENCES,
        ["They met in May.", "It rained.", "Nothing came of it.", "He left."],
    ),
    "a sentence more at the start": (
        "It rained. They met in May. Nothing came of it. He left.",
        SENTENCES,
        ["It rained.", *SENTENCES],
    ),
    "a sentence more at the end": (
        "They met in May. Nothing came of it. He left. It rained.",
        SENTENCES,
        [*SENTENCES, "It rained."],
    ),
    "a sentence less": (
        "They met in May. He left.",
        SENTENCES,
        ["They met in May.", "He left."],
    ),
    "two sentences made one": (
        "They met in May and nothing came of it. He left.",
        SENTENCES,
        ["They met in May and nothing came of it.", "He left."],
    ),
    "all is new": (
        "Something else. And more.",
        SENTENCES,
        ["Something else.", "And more."],
    ),
    "a line that holds two sentences": (
        "He came. She went away. All of them slept.",
        ["He came. She went.", "All slept."],
        ["He came. She went away.", "All of them slept."],
    ),
    "a word more where lines are wrapped": (
        " ".join(WRAPPED).replace("a while", "a long while"),
        WRAPPED,
        [
            "They met in the capital in May, and for a long while nothing",
            "at",
            *WRAPPED[1:],
        ],
    ),
    "a word less where lines are wrapped": (
        " ".join(WRAPPED).replace("for a while ", ""),
        WRAPPED,
        ["They met in the capital in May, and nothing at", *WRAPPED[1:]],
    ),
    "a paragraph changed": (
        "They met.\nHe went.\n\nNobody knows why.",
        PARAGRAPHS,
        ["They met.", "", "He went.", "", "", "Nobody knows why."],
    ),
    "a paragraph more": (
        "They met.\nIt rained. It poured.\nHe left.\n\nNobody knows why.",
        PARAGRAPHS,
        ["They met.", "", "It rained.", "It poured.", *PARAGRAPHS[1:]],
    ),
    "a paragraph less": (
        "They met.\n\nNobody knows why.",
        PARAGRAPHS,
        ["They met.", "", "", "Nobody knows why."],
    ),
    "doubled blanks stay in their line": (
        "He came.  She went. They slept.",
        [],
        ["He came.  She went.", "They slept."],
    ),
    "other scripts": (
        "Они встретились. Ничего. Նրանք հեռացան։ Ո՞վ գիտի։ هل يعود؟ لا أحد يعلم.",
        [],
        [
            *("Они встретились.", "Ничего.", "Նրանք հեռացան։", "Ո՞վ գիտի։"),
            *("هل يعود؟", "لا أحد يعلم."),
        ],
    ),
    "nothing at all": ("", SENTENCES, []),
}


@pytest.mark.parametrize(("text", "old", "lines"), CASES.values(), ids=CASES)
def test_lines_stay_where_nothing_is_changed(text: str, old: list[str], lines: list[str]) -> None:
    assert fold(text, old) == lines


def test_a_word_of_a_long_text_changes_a_line() -> None:
    lines = [f"The {word} of the war {at} went on." for at, word in enumerate(["day"] * 2000)]
    changed = [*lines[:1000], "The night of the war 1000 went on.", *lines[1001:]]
    assert fold(" ".join(changed), lines) == changed


@pytest.mark.parametrize(
    ("word", "following", "does_end"),
    [
        ("May.", "He", True),
        ("May?”", "He", True),
        ("(May.)", "He", True),
        ("May", "He", False),
        ("5.", "May", True),
        ("U.S.", "Army", False),
        ("Dr.", "No", False),
        ("“St.", "John", False),
        ("etc.", "and", False),
        ("он.", "Она", True),
    ],
)
def test_a_sentence_ends_by_its_last_word_and_the_next(
    word: str,
    following: str,
    does_end: bool,  # noqa: FBT001, it is what is expected
) -> None:
    assert ends_sentence(word, following) == does_end
