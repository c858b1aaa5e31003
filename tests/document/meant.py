"""Edits of a tree of plain data, each with the tree that it has to make.

What the editor does to a text is held against what is done to the tree here, the plain way.
"""

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, Final, NamedTuple

from document.files import Tree
from document.trees import (
    PARTS,
    SECTIONS,
    Place,
    at,
    copied,
    drop,
    ids,
    places,
    put,
    stripped,
    where,
)
from tui.document.editing.edit import (
    Add,
    Delete,
    Edit,
    Insert,
    Move,
    Rename,
    Rewrite,
    Set,
    Shift,
    Unset,
)
from tui.document.editing.piece import Path
from tui.document.fields import FORMATS
from tui.timeline.records import Ref

_FIELDS: Final = {
    form.kind: [field.name for field in form.fields if field.form in ("line", "word", "text")]
    for form in FORMATS
}
_TEXTS: Final = (
    *("x", "hello world", "a: b", "a #b", "#x", "it's", 'say "hi"', "both ' and \"", "- a", "-"),
    *("? q", "%d", "@me", "`t`", "!tag", "&anc", "*al", "[x]", "{y}", "a, b", "a]", "", " ", "a:"),
    *("  lead", "trail  ", "no", "null", "~", "2014", "2014-03-18", "12:30", "0x1F", "1e3", "="),
    *("one\ntwo", "one\n\ntwo", "ends\n\n", "\nstarts", "tab\there", "back\\slash", "a\n\n\nb"),
    *("Հայերեն տեքստ", "العربية: نص", "Привет # мир", "😀 emoji", "nb\u00a0sp", "| pipe", "> gt"),
    *("x\n  indented\ny", "word " * 60 + "end", "long: " + "w" * 120, "a  b", "k: [1, 2]", "---"),
    *("<<", "...", "é" * 5, "--- a", "He went. She stayed.\nNobody knows why."),
)
_WORDS: Final = ("alpha", "beta.", "Դելտա", "эпсилон", "it's", "c:d", "#7", "x,y", "No.", "Yes!")
NEW: Final = "new-id"
"""The id of what is added, and of what is renamed."""


class Meant(NamedTuple):
    """An edit, what kind of edit it is, the tree with it, and what may lose its comments."""

    kind: str
    edit: Edit
    tree: Tree
    gone: Path | None = None


def edits(tree: Tree, written: Callable[[Ref], str], random: Random) -> Iterator[Meant]:
    """One edit of each kind for which a tree has something.

    Args:
        tree: What is edited; it stays as it is.
        written: How a record is written in the text.
        random: What to choose with.
    """
    chooser = _Chooser(tree, written, random)
    for kind, choose in chooser.kinds.items():
        meant = choose()
        if meant:
            yield meant._replace(kind=kind)


class _Chooser:
    """Chooses edits of a tree."""

    def __init__(self, tree: Tree, written: Callable[[Ref], str], random: Random) -> None:
        self._tree = tree
        self._written = written
        self._random = random
        self._mappings = [place for place in places(tree) if isinstance(place.value, dict)]
        self._records = [place for place in self._mappings if place.is_record]
        self._texts = [place for place in places(tree) if isinstance(place.value, str)]
        self._lists = [
            place for place in places(tree) if place.ref and isinstance(place.value, list)
        ]
        self.kinds: dict[str, Callable[[], Meant | None]] = {
            "set a text": self._set_text,
            "set a word of a text": self._set_word,
            "set a new field": self._set_new,
            "set a list of words": self._set_words,
            "set a list of records": self._set_records,
            "unset a field": self._unset,
            "unset an item": self._unset_item,
            "insert a word": self._insert_word,
            "insert a record": self._insert_record,
            "shift": self._shift,
            "add": self._add,
            "delete": self._delete,
            "delete a part": self._delete_part,
            "move": self._move,
            "rename": self._rename,
            "rewrite": self._rewrite,
        }

    def _text(self) -> str:
        if self._is(0.5):
            return self._random.choice(_TEXTS)
        return " ".join(self._random.choices(_WORDS, k=self._random.randint(1, 30)))

    def _is(self, share: float) -> bool:
        return self._random.random() < share

    def _one(self, places: list[Place]) -> Place | None:
        return self._random.choice(places) if places else None

    def _set(self, place: Place, value: Any, gone: Path | None = None) -> Meant:  # noqa: ANN401, of a tree
        tree = copied(self._tree)
        whole = (*where(tree, place.ref), *place.path)
        at(tree, whole[:-1])[whole[-1]] = stripped(value)
        return Meant("", Set(place.ref, place.path, value), tree, gone)

    def _set_text(self) -> Meant:
        return self._set(self._random.choice(self._texts), self._text())

    def _set_word(self) -> Meant:
        place = self._random.choice(self._texts)
        words = place.value.split(" ")
        number = self._random.randrange(len(words))
        instead = self._random.choice((["new"], ["It", "changed."], [], [words[number] + ","]))
        return self._set(place, " ".join([*words[:number], *instead, *words[number + 1 :]]))

    def _set_new(self) -> Meant:
        ref, path, record = self._random.choice(self._mappings)
        form = ref.kind if ref else "timeline"
        names = [*(_FIELDS[form] if not path else ()), "x-new"]
        name = self._random.choice([name for name in names if name not in (*record, "id")])
        return self._set(Place(ref, (*path, name), None), self._text())

    def _set_words(self) -> Meant | None:
        words = [self._text() for _ in range(self._random.randint(0, 3))]
        place = self._one([place for place in self._lists if _are_words(place.value)])
        if place and self._is(0.7):
            low, high = self._random.randint(0, 3), self._random.randint(0, 3)
            words = [*place.value[:low], *words, *place.value[high:]]
            return self._set(place, words, (*where(self._tree, place.ref), *place.path))
        ref, _, record = self._random.choice(self._records)
        name = self._random.choice(("tags", "aliases", "x-words"))
        return None if name in record else self._set(Place(ref, (name,), None), words)

    def _set_records(self) -> Meant | None:
        place = self._one([place for place in self._lists if _are_records(place.value)])
        if place is None:
            return None
        kept = [self._varied(each) for each in place.value if self._is(0.7)]
        self._random.shuffle(kept)
        kept[1:1] = [{"text": self._text(), "note": self._text()}]
        return self._set(place, kept, (*where(self._tree, place.ref), *place.path))

    def _varied(self, record: Tree) -> Tree:
        return {
            key: self._text() if isinstance(value, str) and self._is(0.2) else value
            for key, value in record.items()
            if not key.startswith("x-") or self._is(0.8)
        }

    def _unset(self) -> Meant | None:
        ref, path, record = self._random.choice(self._mappings)
        names = [name for name in record if name != "id"]
        if not names:
            return None
        return self._taken(Unset, Place(ref, (*path, self._random.choice(names)), None))

    def _unset_item(self) -> Meant | None:
        place = self._one([place for place in self._lists if place.value])
        if place is None:
            return None
        number = self._random.randrange(len(place.value))
        return self._taken(Unset, place._replace(path=(*place.path, number)))

    def _taken(self, how: Callable[[Ref | None, Path], Edit], place: Place) -> Meant:
        """Something taken away, and the field that it is in with the only item of it."""
        tree = copied(self._tree)
        gone = drop(tree, (*where(tree, place.ref), *place.path))
        return Meant("", how(place.ref, place.path), tree, gone)

    def _insert_word(self) -> Meant | None:
        place = self._one([place for place in self._lists if _are_words(place.value)])
        if place and self._is(0.8):
            return self._inserted(place, self._random.randint(0, len(place.value)), self._text())
        ref, _, record = self._random.choice(self._records)
        name = self._random.choice(("sources", "x-words"))
        return None if name in record else self._inserted(Place(ref, (name,), []), 0, self._text())

    def _insert_record(self) -> Meant | None:
        owners = [
            place for place in self._records if place.ref and place.ref.kind in ("event", "tour")
        ]
        if not owners:
            return None
        ref, _, record = self._random.choice(owners)
        name = self._random.choice(("quotes", "claims")) if ref and ref.kind == "event" else "steps"
        number = self._random.randint(0, len(record.get(name, ())))
        new = {"event": "event-0"} if name == "steps" else {"text": self._text()}
        return self._inserted(Place(ref, (name,), []), number, {**new, "note": self._text()})

    def _inserted(self, place: Place, number: int, value: Any) -> Meant:  # noqa: ANN401, of a tree
        assert place.ref
        tree = copied(self._tree)
        record = at(tree, (*where(tree, place.ref), *place.path[:-1]))
        if isinstance(record, dict):
            record.setdefault(place.path[-1], [])
        record[place.path[-1]].insert(number, stripped(value))
        return Meant("", Insert(place.ref, place.path, number, value), tree)

    def _shift(self) -> Meant | None:
        place = self._one([place for place in self._lists if len(place.value) > 1])
        if place is None or place.ref is None:
            return None
        number, to = self._random.sample(range(len(place.value)), 2)
        tree = copied(self._tree)
        items = at(tree, (*where(tree, place.ref), *place.path))
        items.insert(to, items.pop(number))
        return Meant("", Shift(place.ref, place.path, number, to), tree)

    def _add(self) -> Meant:
        section = self._random.choice(list(SECTIONS))
        ref = Ref(SECTIONS[section], NEW)
        value: Tree = {"name": self._text(), "title": self._text(), "summary": self._text()}
        value |= {"date": "2014", "actors": ["actor-0"], "steps": [{"event": "event-0"}]}
        value = {key: each for key, each in value.items() if self._is(0.7)} or {"name": "x"}
        value = {"id": NEW, **value} if ref.kind == "event" else value
        tree = copied(self._tree)
        others = ids(tree, section)
        beside = self._random.choice(others) if others and self._is(0.6) else None
        after = self._is(0.5)
        place = others.index(beside) + after if beside else len(others)
        put(tree, ref, stripped(value), place)
        return Meant("", Add(ref, value, Ref(ref.kind, beside) if beside else None, after), tree)

    def _delete(self) -> Meant:
        ref = self._random.choice([place.ref for place in self._records if place.ref])
        return self._deleted(ref)

    def _delete_part(self) -> Meant | None:
        parts = [
            place.ref for place in self._records if place.ref and place.ref.kind in PARTS.values()
        ]
        return self._deleted(self._random.choice(parts)) if parts else None

    def _deleted(self, ref: Ref) -> Meant:
        tree = copied(self._tree)
        gone = drop(tree, where(tree, ref))
        return Meant("", Delete(ref), tree, gone)

    def _move(self) -> Meant | None:
        sections = [section for section in SECTIONS if len(ids(self._tree, section)) > 1]
        if not sections:
            return None
        section = self._random.choice(sections)
        kind, after = SECTIONS[section], self._is(0.5)
        first, second = (
            Ref(kind, each) for each in self._random.sample(ids(self._tree, section), 2)
        )
        tree = copied(self._tree)
        record = at(tree, where(tree, first))
        drop(tree, where(tree, first))
        put(tree, first, record, ids(tree, section).index(second.id) + after)
        return Meant("", Move(first, second, after), tree)

    def _rename(self) -> Meant:
        ref = self._random.choice([place.ref for place in self._records if place.ref])
        tree = copied(self._tree)
        *path, step = where(tree, ref)
        holder = at(tree, tuple(path))
        if isinstance(holder, list):
            holder[int(step)]["id"] = NEW
        else:
            found = {NEW if key == step else key: value for key, value in holder.items()}
            holder.clear()
            holder |= found
        return Meant("", Rename(ref, NEW), tree)

    def _rewrite(self) -> Meant:
        ref, _, record = self._random.choice(self._records)
        assert ref
        word = self._random.choice(_WORDS[:4])
        fields = {"id": record["id"], "x-a": word} if "id" in record else {"x-a": word}
        tree = copied(self._tree)
        path = where(tree, ref)
        at(tree, path[:-1])[path[-1]] = fields
        lines = [f"{key}: {value}" for key, value in fields.items()]
        flow = "{" + ", ".join(lines) + "}"
        now = self._written(ref)
        if isinstance(path[-1], str):
            block = "\n".join([f"{ref.id}:", "  # of it", *("  " + line for line in lines)])
            text = f"{ref.id}: {flow}" if re.match(r"\S+ *: *\{", now) else block
        else:
            text = "- " + "\n  ".join(lines) if now.startswith("-") else flow
        return Meant("", Rewrite(ref, text, before=now), tree, path)


def _are_words(value: list[Any]) -> bool:
    return all(isinstance(each, str) for each in value)


def _are_records(value: list[Any]) -> bool:
    return bool(value) and all(isinstance(each, dict) for each in value)
