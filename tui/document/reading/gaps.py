"""Gaps: what is left out of a file that is no YAML, so that the rest of it can be read.

A gap is the smallest record round an error of syntax, or a field of the file itself. Blanks are
written over it, so that all else stays where it is; its dash or key stays and stands for nothing.
"""

from dataclasses import replace
from typing import NamedTuple

from tui.document.reading import merge
from tui.document.reading.absent import Absent
from tui.document.reading.mending import Gap, Mending, without
from tui.document.reading.report import About
from tui.document.reading.text import Text


class Gaps(NamedTuple):
    """A text with gaps, to be read as YAML.

    Attributes:
        text: What to read instead.
        lost: Where a value was left out.
        absent: What may be defined in the gaps.
        errors: What is wrong, as (index, message, what it concerns).
        is_cut: Whether the last gap is all the rest, for there was too much.
    """

    text: Text
    lost: frozenset[int]
    absent: Absent
    errors: tuple[tuple[int, str, About], ...]
    is_cut: bool

    @property
    def may_lack(self) -> bool:
        """Whether what the file itself lacks may be in a gap."""
        return self.is_cut or self.absent.has_fields


def find(text: Text, before: Gaps | None = None) -> Gaps | None:
    """The gaps of a text that is no YAML or an unfinished merge, with those found before.

    None for a text in which it cannot be told where its sections are.
    """
    written = text.whole()
    shape = written.replace("\r\n", " \n").replace("\r", "\n")
    absent = before.absent if before else Absent()
    sides = merge.other_sides(shape) if text.conflict is not None else []
    for start, end in sides:
        absent.add_side(shape[start:end])
    cuts = [Gap(start, end, "", ()) for start, end in sides]
    mending = Mending(without(shape, cuts), [start for start, _ in sides], absent)
    if not mending.run():
        return None
    data = without(without(written, cuts), mending.gaps).encode()
    lost = frozenset(gap.start + len(gap.stand_in) for gap in mending.gaps if gap.stand_in)
    return Gaps(
        replace(text, data=data, conflict=None),
        before.lost | lost if before else lost,
        absent,
        tuple(dict.fromkeys((*(before.errors if before else ()), *mending.errors()))),
        mending.is_cut or (before is not None and before.is_cut),
    )
