"""Mending: finds what is to be left out of a text that is no YAML for the rest of it to be some.

The outline of the text tells where its records are, the parser which of them are to be left out:
the first of those round an error that is no YAML by itself. The work grows with the text, whatever
is wrong with it: after so many errors, or so much looking, all the rest is left out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from tui.document.fields import EVENT, TIMELINE, Field, Format
from tui.document.reading.absent import Absent, own_id
from tui.document.reading.faults import Fault, Parts
from tui.document.reading.outline import Unit, fields, fields_of_file, has_lines
from tui.document.reading.report import About
from tui.document.reading.sections import Block, has_value, is_ragged, records
from tui.document.reading.shapes import OWN
from tui.document.reading.syntax import Part

MOST_ERRORS: Final = 50
_MOST_LOOKS: Final = 10
"""How often each character may be looked at, on the average."""
_LEAST: Final = 100_000
_ENOUGH: Final = (
    "so much is wrong with the YAML that nothing from here on is read; mend what is above first"
)


class Gap(NamedTuple):
    """Lines to leave out, with what stays of the first of them."""

    start: int
    end: int
    stand_in: str
    faults: tuple[Fault, ...]
    about: About = None


class _EnoughError(Exception):
    """Nothing is read from an index on."""

    def __init__(self, start: int, fault: Fault) -> None:
        super().__init__()
        self.start = start
        self.fault = fault


class Mending:
    """Looks for the gaps of one text, from its beginning to its end."""

    def __init__(self, text: str, seams: Sequence[int], absent: Absent) -> None:
        self.gaps: list[Gap] = []
        self.is_cut = False
        self._text = text
        self._seams = seams
        self._absent = absent
        self._parts = Parts(text, seams)

    def run(self) -> bool:
        """Find all gaps; whether the text is one in which they can be found."""
        self._column, units = fields_of_file(self._text)
        if not units:
            return False
        try:
            self._mend_file(units)
        except _EnoughError as enough:
            self.is_cut = True
            self.gaps = [gap for gap in self.gaps if gap.start < enough.start]
            fault = enough.fault._replace(message=_ENOUGH)
            self.gaps.append(Gap(enough.start, len(self._text), "", (fault,)))
        self._absent.add_missing(TIMELINE.by_name.keys() - {unit.key for unit in units})
        return True

    def errors(self) -> tuple[tuple[int, str, About], ...]:
        """What to report, but for that which an unfinished merge explains."""
        return tuple(
            (fault.at, fault.message, gap.about)
            for gap in self.gaps
            for fault in gap.faults
            if not self._has_seam(gap.start, gap.end)
        )

    def _mend_file(self, units: Sequence[Unit]) -> None:
        """Find the gaps in the fields of the file."""
        at, end = 0, units[-1].end
        fault = self._parts.fault(Part(units[0].start, end), 0)
        while fault:
            self._check_work(units[at], fault)
            which, fault = self._parts.culprit(units, at, fault, 0)
            self._mend_field(units[which], fault)
            at = which + 1
            rest = Part(units[at].start, end) if at < len(units) else None
            fault = self._parts.fault(rest, 0) if rest else None

    def _mend_field(self, unit: Unit, fault: Fault) -> None:
        """Find the gaps in a field of the file that has a fault, or make all of it one."""
        field = TIMELINE.by_name.get(unit.key)
        known = len(self.gaps)
        if field and field.holds:
            is_moved = unit.is_stray and self._move(unit, field, fault)
            found = None if is_moved else fault
            if is_moved == unit.is_stray and self._mend_section(unit, field, found, 1):
                return
        del self.gaps[known:]
        stand_in = "" if unit.is_stray else self._text[unit.start : unit.head]
        self.gaps.append(Gap(unit.start, unit.end, stand_in, (fault,)))
        below = self._text[unit.start + len(stand_in) : unit.end]
        if unit.is_stray or has_lines(self._text, unit, self._column):
            self._absent.add_any(below, TIMELINE)
        self._absent.add_field(unit.key, below)

    def _move(self, section: Unit, field: Field, fault: Fault) -> bool:
        """Put the key of a section where it should stand; whether that can be done."""
        block = records(self._text, section, field)
        end = self._text.find("\n", section.at)
        if not block or has_value(self._text, section) or end < 0:
            return False
        key = " " * self._column + self._text[section.at : section.head]
        if len(key) > end - section.start:
            return False
        self.gaps.append(Gap(section.start, end + 1, key, (fault,)))
        return True

    def _mend_section(
        self, section: Unit, field: Field, fault: Fault | None, depth: int, about: About = None
    ) -> bool:
        """Find the gaps in a section, which may have a fault; whether it can be read with them.

        `depth` tells how deep its records lie, `about` which record it belongs to.
        """
        block = records(self._text, section, field)
        if block is None:
            return False
        at, units = 0, block.units
        lead = Part(units[0].start, section.end, section.head - section.at + 1, section.at)
        found = fault or self._parts.fault(lead, depth - 1)
        if found and has_value(self._text, section):
            is_open = found.reached < units[0].start
            first = Part(units[0].start, units[0].end)
            if depth > 1 or not is_open or self._parts.fault(first, depth):
                return False
            key = self._text[section.start : section.head]
            self.gaps.append(Gap(section.start, units[0].start, key, (found,)))
            found = self._parts.fault(lead, 0)
        while found:
            if depth > 1 and self._is_enough:
                return False
            self._check_work(units[at], found)
            which, found = self._parts.culprit(units, at, found, depth)
            self._mend_record(units[which], block, found, depth, about)
            at = which + 1
            if at == len(units):
                break
            found = self._parts.fault(lead._replace(start=units[at].start), depth - 1)
        return True

    def _mend_record(
        self, unit: Unit, block: Block, fault: Fault, depth: int, about: About
    ) -> None:
        """Find the gaps in a record that has a fault, or make all of it one."""
        lines = self._text[unit.start : unit.end]
        named = own_id(lines) if block.form is EVENT else unit.key
        about = about or (block.form.kind, named)
        faults = (fault,) if unit.is_stray else self._narrow(unit, block.form, fault, depth, about)
        if not faults:
            return
        stand_in = ""
        if not block.is_list:
            stand_in = "" if unit.is_stray else self._text[unit.start : unit.head]
        elif not unit.is_stray or self._text[unit.at] == "-" or unit.key == "id":
            stand_in = " " * block.column + "-"
        if len(stand_in) > len(lines.partition("\n")[0]):
            stand_in = ""
        self.gaps.append(Gap(unit.start, unit.end, stand_in, faults, about if depth > 1 else None))
        if unit.is_stray or is_ragged(self._text, unit, block):
            self._absent.add_any(lines, block.form)
        else:
            self._absent.add(lines, block.form)

    def _narrow(
        self, unit: Unit, form: Format, fault: Fault, depth: int, about: About
    ) -> tuple[Fault, ...]:
        """Find gaps that are parts of a record: none of its faults is left, or here they are."""
        parts = fields(self._text, unit, form)
        bad = self._parts.bad(parts, depth + 1)
        if not bad:
            return (fault,)
        first, own = bad[0]
        fault = fault if first.start <= fault.at < first.end else own
        if any(each.is_stray for each in parts) or len({each.key for each in parts}) < len(parts):
            return (fault,)
        faults = (fault, *(found for _, found in bad[1:]))
        known = len(self.gaps)
        for (each, _), found in zip(bad, faults, strict=True):
            field = form.by_name.get(each.key)
            if not field or not self._mend_section(each, field, found, depth + 2, about):
                del self.gaps[known:]
                return faults
        if self._is_still_bad(unit, form, depth, self.gaps[known:]):
            del self.gaps[known:]
            return faults
        return ()

    def _is_still_bad(self, unit: Unit, form: Format, depth: int, gaps: Iterable[Gap]) -> bool:
        """Whether a record with gaps is no YAML, or holds what should stand elsewhere."""
        inner = [
            gap._replace(start=gap.start - unit.start, end=gap.end - unit.start) for gap in gaps
        ]
        lines = without(self._text[unit.start : unit.end], inner)
        rest = unit._replace(
            start=0, end=len(lines), at=unit.at - unit.start, head=unit.head - unit.start
        )
        return self._parts.fault(Part(unit.start, unit.end), depth, lines) is not None or any(
            part.key not in field.holds.by_name and not part.key.startswith(OWN)
            for each in fields(lines, rest, form)
            if (field := form.by_name.get(each.key)) and field.holds
            if (block := records(lines, each, field))
            for record in block.units
            for part in fields(lines, record, field.holds)
        )

    def _check_work(self, unit: Unit, fault: Fault) -> None:
        """Leave out the rest from a unit with a fault on, if that is enough."""
        if self._is_enough:
            raise _EnoughError(unit.start, fault)

    @property
    def _is_enough(self) -> bool:
        errors = sum(len(gap.faults) for gap in self.gaps)
        looks = _MOST_LOOKS * len(self._text) + _LEAST
        return errors >= MOST_ERRORS or self._parts.looked_at > looks

    def _has_seam(self, start: int, end: int) -> bool:
        at = bisect_left(self._seams, start)
        return at < len(self._seams) and self._seams[at] < end


def without(text: str, gaps: Iterable[Gap]) -> str:
    """A text with blanks in its gaps, and a comment where nothing stays, so that each is one."""
    pieces: list[str] = []
    at = 0
    for gap in sorted(gaps):
        lines = re.sub(r"[^\r\n]+", lambda found: " " * len(found[0]), text[gap.start : gap.end])
        stays = gap.stand_in or "#"
        pieces += (text[at : gap.start], stays, lines[len(stays) :])
        at = gap.end
    return "".join((*pieces, text[at:]))
