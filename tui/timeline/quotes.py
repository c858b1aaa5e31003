"""Quotations held against copies of their sources, word for word.

White space counts as one blank, typographic quotation marks and apostrophes as the plain ones,
and a letter with its marks as the letter composed (Unicode NFC). Nothing else is forgiven.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Final, NamedTuple
from unicodedata import normalize

from tui.timeline.problems import Finding
from tui.timeline.records import Quote, Ref
from tui.timeline.timeline import Timeline

_MARKS: Final = (("“”„‟«»", '"'), ("‘’‚‛‹›", "'"))
_TOKEN: Final = re.compile(r"\w+|[^\w\s]")
_LEAST_SHARED: Final = 3
"""How many words or marks in a row make a passage near."""
_AROUND: Final = 12
"""Words and marks of the copy that are looked at, or shown, round those of the quote."""
_LONGEST_SHOWN: Final = 160


class _Copy(NamedTuple):
    """The text of a source, folded, and where its words and marks are in it."""

    text: str
    tokens: tuple[str, ...]
    starts: tuple[int, ...]


def compare(timeline: Timeline, copies: Mapping[str, str]) -> Iterator[Finding]:
    """Every quote that is not in the copy of its source, with where it is first different.

    Args:
        timeline: Whose quotes to look at.
        copies: The text of sources by id; quotes from others are left alone.
    """
    folded: dict[str, str] = {}
    taken: dict[str, _Copy] = {}
    for quote in timeline.quotes:
        if quote.source not in copies:
            continue
        if quote.source not in folded:
            folded[quote.source] = fold(copies[quote.source])
        text, wanted = folded[quote.source], fold(quote.text)
        if _holds(text, wanted):
            continue
        if quote.source not in taken:
            taken[quote.source] = _taken(text)
        message = _difference(wanted, taken[quote.source], quote)
        yield Finding(Ref("quote", quote.id), "text", message)


def covered(timeline: Timeline, copies: Mapping[str, str]) -> int:
    """How many quotes are from a source that there is a copy of."""
    return sum(quote.source in copies for quote in timeline.quotes)


def fold(text: str) -> str:
    """A text as it is compared."""
    text = normalize("NFC", text)
    # Far faster than a translation, which looks at every character in turn.
    for marks, plain in _MARKS:
        for mark in marks:
            text = text.replace(mark, plain)
    return " ".join(text.split())


def _holds(text: str, wanted: str) -> bool:
    """Whether some words stand in a text, the first and the last of them whole."""
    at = text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        starts_whole = at == 0 or not (text[at - 1].isalnum() and wanted[:1].isalnum())
        if starts_whole and not (text[end : end + 1].isalnum() and wanted[-1:].isalnum()):
            return True
        at = text.find(wanted, at + 1)
    return False


def _taken(text: str) -> _Copy:
    found = list(_TOKEN.finditer(text))
    return _Copy(text, tuple(each[0] for each in found), tuple(each.start() for each in found))


def _difference(wanted: str, copy: _Copy, quote: Quote) -> str:
    """Where a quote is first different from the nearest passage."""
    missing = f'the quote is not word for word in the copy of source "{quote.source}"'
    tokens = _TOKEN.findall(wanted)
    same = SequenceMatcher(None, tokens, copy.tokens, autojunk=False).find_longest_match()
    if same.size < min(_LEAST_SHARED, len(tokens)) or not same.size:
        return f"{missing}, and nothing there is like it"
    first = max(0, same.b - same.a - _AROUND)
    last = same.b - same.a + len(tokens) + _AROUND
    window = copy.tokens[first:last]
    # Of what is alike, the longest run is where the passage was found: the rest lies round it.
    changes = SequenceMatcher(None, tokens, window, autojunk=False).get_opcodes()
    for tag, start, end, there, there_end in changes:
        is_outside = tag == "insert" and start in (0, len(tokens))
        if tag == "equal" or is_outside:
            continue
        # Before its first word a quote is like anything: as much of the copy as of the quote.
        there = max(there, there_end - (end - start)) if start == 0 else there  # noqa: PLW2901
        there_end = min(there_end, there + end - start) if end == len(tokens) else there_end  # noqa: PLW2901
        ours, theirs = " ".join(tokens[start:end]), " ".join(window[there:there_end])
        passage = _passage(copy, first + there, first + there_end)
        return f"{missing}: {_told(tokens[:start], ours, theirs)}; nearest passage: {passage}"
    passage = _passage(copy, same.b, same.b + same.size)
    return f"{missing}: the blanks between its words differ; nearest passage: {passage}"


def _told(before: list[str], ours: str, theirs: str) -> str:
    number = sum(token[0].isalnum() for token in before) + 1
    if not ours:
        return f"before word {number} it leaves out {_shown(theirs)}"
    there = f"the copy has {_shown(theirs)}" if theirs else "the copy has nothing"
    return f"at word {number} it has {_shown(ours)}, where {there}"


def _passage(copy: _Copy, first: int, last: int) -> str:
    """The copy round some of its words."""
    start = copy.starts[max(0, first - _AROUND)]
    end = last + _AROUND
    return _shown(copy.text[start : copy.starts[end] if end < len(copy.starts) else None].strip())


def _shown(text: str) -> str:
    """A text in quotation marks, not long, without anything that drives a terminal."""
    if len(text) > _LONGEST_SHOWN:
        text = f"{text[: _LONGEST_SHOWN - 1]}…"
    visible = "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in text)
    return f"“{visible}”"
