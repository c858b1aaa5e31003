"""Folding: how a text is laid out in lines, keeping the lines that it had.

In folded and plain text a line break is a space, and a blank line is a line break. So that a
changed sentence is one changed line, breaks stay behind the words that they stood behind; new
text breaks behind sentences, or where lines get too long if that is how the old ones were made.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

_LEAST_WIDTH: Final = 60
_MANY: Final = 1000
"""Words from which on the frequent ones are not matched."""
_BREAK: Final = "\n"
_SENTENCE_END: Final = re.compile(r".*[.!?…։؟۔।。][\"'’”»)\]]*").fullmatch
_NO_END: Final = re.compile(r"(?:[^\W\d_]\.)+|(?:Mr|Mrs|Ms|Dr|St|No|vs|ca|cf|pp?|Gen|Col|Lt|Sen)\.")
_LOWER: Final = re.compile(r"[^\w]*[^\W\d_]")


def fold(text: str, old: Sequence[str] = ()) -> list[str]:
    """Lay a text out in lines.

    Args:
        text: What the lines are to say.
        old: The lines that there were, without what indents them.

    Returns:
        The lines; a blank one stands for a line break in the text.
    """
    words = _words(text.split(_BREAK))
    before, breaks = _taken_apart(old)
    width = _width(old)
    stays, kept = _carried(before, breaks, words)
    return list(_lines(words, stays, kept, width))


def ends_sentence(word: str, following: str) -> bool:
    """Whether a word ends a sentence, by itself and by what follows."""
    if not _SENTENCE_END(word) or _NO_END.fullmatch(word.lstrip("\"'“‘«([")):
        return False
    start = _LOWER.match(following)
    return start is None or not start[0][-1].islower()


def _words(paragraphs: Sequence[str]) -> list[str]:
    """Paragraphs as words with line breaks among them."""
    words: list[str] = []
    for at, paragraph in enumerate(paragraphs):
        words += [_BREAK] if at else []
        words += paragraph.split(" ") if paragraph else []
    return words


def _taken_apart(old: Sequence[str]) -> tuple[list[str], set[int]]:
    """The words of old lines, and behind which of them, by number, a line ended."""
    words: list[str] = []
    breaks: set[int] = set()
    for line in old:
        if not line:
            words.append(_BREAK)
            continue
        words += line.split(" ")
        breaks.add(len(words) - 1)
    return words, breaks


def _width(old: Sequence[str]) -> int | None:
    """How long lines may get; None where they end with sentences instead."""
    for line, following in pairwise(old):
        if line and following and not ends_sentence(line.split(" ")[-1], following.split(" ")[0]):
            return max(_LEAST_WIDTH, *map(len, old))
    return None


def _carried(before: list[str], breaks: set[int], words: list[str]) -> tuple[set[int], set[int]]:
    """Behind which words, by number, the old lines would break, and which words they had."""
    stays: set[int] = set()
    kept: set[int] = set()
    for what, start, end, first, last in _opcodes(before, words):
        if what == "equal":
            kept |= set(range(first, last))
            stays |= {first + at - start for at in range(start, end) if at in breaks}
        elif end > start and end - 1 in breaks:
            # What was changed ended a line, and so does what stands there now.
            stays.add(last - 1)
    return stays, kept


def _opcodes(before: list[str], words: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """How to make words of others, as `SequenceMatcher` says it."""
    least = min(len(before), len(words))
    # Mostly little is changed, and to compare all of a long text takes long.
    head = next((at for at in range(least) if before[at] != words[at]), least)
    least -= head
    tail = next((at for at in range(least) if before[-1 - at] != words[-1 - at]), least)
    old, new = before[head : len(before) - tail], words[head : len(words) - tail]
    matcher = SequenceMatcher(None, old, new, autojunk=len(new) > _MANY)
    yield "equal", 0, head, 0, head
    for what, *span in matcher.get_opcodes():
        start, end, first, last = (head + at for at in span)
        yield what, start, end, first, last
    yield "equal", len(before) - tail, len(before), len(words) - tail, len(words)


def _lines(
    words: Sequence[str], stays: set[int], kept: set[int], width: int | None
) -> Iterator[str]:
    """The lines of words; a break that the old lines did not have is only beside a new word."""
    line: list[str] = []
    lengths = 0
    for at, word in enumerate(words):
        if word == _BREAK:
            if line:
                yield " ".join(line)
            line, lengths = [], 0
            yield ""
            continue
        if width is not None and line and word and lengths + len(word) > width and line[-1]:
            yield " ".join(line)
            line, lengths = [], 0
        line.append(word)
        lengths += len(word) + 1
        following = words[at + 1] if at + 1 < len(words) else _BREAK
        # A blank that is doubled would be lost at the end of a line, as at its start.
        may_break = word and following not in ("", _BREAK)
        is_new = at not in kept or at + 1 not in kept
        ends = is_new and width is None and ends_sentence(word, following)
        if may_break and (ends or at in stays):
            yield " ".join(line)
            line, lengths = [], 0
    if line:
        yield " ".join(line)
