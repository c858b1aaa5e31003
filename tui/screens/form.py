"""A form over the screen: the fields of a record, each with how what is typed reads.

What is typed stays until it is put in or thrown away: the form only closes once the edits are
made. The form says what is meant; what is made of it, and how, is told to it.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import ClassVar, Literal

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Spacing

from tui.panes.choices import ChoicesList
from tui.panes.field import LABEL, FieldRow
from tui.panes.form_box import BESIDE, WIDTH, Fields, FormBox
from tui.screens.entries import Entry, Menu, among
from tui.screens.layer import Layer
from tui.screens.menu import MenuScreen
from tui.screens.offering import Offering
from tui.screens.sheet import Sheet

PATIENCE = 0.5
"""Seconds that a key waits for those before it."""
Way = Literal["on", "in", "drop"]


class FormScreen(Layer[None], inherit_bindings=False):
    """The fields of a record to type in."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Apply it"),
        Binding("escape,ctrl+c,ctrl+q", "leave", "Leave"),
        # At once, so that what is typed behind it is for the next field already.
        Binding("tab", "next", "Next field", priority=True),
        Binding("enter", "enter", "Next field", priority=True),
        Binding("shift+tab", "previous", "Field before", priority=True),
        Binding("down", "down", "What there is"),
        Binding("up", "up", "Field before"),
        Binding("pagedown", "page(1)", "Scroll"),
        Binding("pageup", "page(-1)", "Scroll back"),
    ]
    CSS_PATH = "form.tcss"

    def __init__(self, sheet: Sheet, save: "Callable[[FormScreen], None]") -> None:
        """A form; `save` makes the edits that are meant, and closes it then.

        While they are made it `is_applied`, and keys that come meanwhile are for nothing.
        """
        super().__init__()
        self.form = sheet.form
        self._sheet = sheet
        self._save = save
        self._proposed = sheet.form.texts.get("id", "")
        self._by_name = {each.name: each for each in sheet.form.fields}
        self._offering = Offering(sheet.choosing)
        self._seen = dict(sheet.form.texts)
        self.is_applied = False

    def compose(self) -> ComposeResult:
        """The fields, a line that says more of the one that has the keys, and the list."""
        room = min(WIDTH, self.app.size.width) - BESIDE - LABEL
        with FormBox(self._sheet.title), Fields():
            for field in self.form.fields:
                text, is_prose = self.form.texts[field.name], field.form == "text"
                yield FieldRow(field.name, text, room, is_prose=is_prose)
        yield self._offering.list

    def on_mount(self) -> None:
        """Say how each field reads, and begin with the first."""
        for row in self.query(FieldRow):
            self._judge(row)
        first = self.query(FieldRow).first()
        first.take_keys()
        if self.form.is_new:
            # What is typed takes the place of what was filled in.
            first.select()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the form to the screen, and close the list: its place has moved."""
        self._box.fit(event.size)
        self._offering.close()

    @property
    def texts(self) -> dict[str, str]:
        """What is typed, by field."""
        return {row.name or "": row.text for row in self.query(FieldRow)}

    @property
    def stranger(self) -> str:
        """The speaker that is typed and is no actor, "" if there is none."""
        return self._sheet.advice.stranger(self.texts)

    def say(self, sentence: str) -> None:
        """Tell what is in the way; it goes on then."""
        self.is_applied = False
        self._box.remark(sentence, is_wrong=True)

    def on_key(self, event: events.Key) -> None:
        """What is typed while the form opens is for its first field."""
        if event.character and event.is_printable and self._row is not None:
            event.stop()
            self._row.type(event.character)

    @on(FieldRow.Typed)
    def _typed(self, message: FieldRow.Typed) -> None:
        message.stop()
        self._take_in(message.row)

    @on(FieldRow.Entered)
    def _entered(self, message: FieldRow.Entered) -> None:
        message.stop()
        self._offering.close()
        self._judge(message.row)
        fields = list(self.query(FieldRow))
        self._box.count(fields.index(message.row) + 1, len(fields))

    @on(FieldRow.Left)
    def _left(self, message: FieldRow.Left) -> None:
        message.stop()
        self._judge(message.row)

    @on(FieldRow.Grown)
    def _grown(self, message: FieldRow.Grown) -> None:
        message.stop()
        self.call_after_refresh(self._show_here)

    @on(ChoicesList.Picked)
    def _picked(self, message: ChoicesList.Picked) -> None:
        message.stop()
        self._offering.list.cursor = message.number
        self._put_in()

    def on_mouse_scroll_down(self) -> None:
        """The list would stay where the field is no more."""
        self._offering.close()

    def on_mouse_scroll_up(self) -> None:
        """Likewise."""
        self._offering.close()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In prose Enter begins a line."""
        if action == "enter" and self._row is not None and self._row.is_prose:
            return False
        return super().check_action(action, parameters)

    async def action_next(self) -> None:
        """Put in what is chosen, else to the next field."""
        await self._catch_up()
        self._put_in() if self._offering.is_open else self._move(1)

    async def action_enter(self) -> None:
        """The same, but in prose."""
        await self.action_next()

    async def action_previous(self) -> None:
        """To the field before."""
        await self._catch_up()
        self._move(-1)

    def action_down(self) -> None:
        """Down the list; without one, open it, else to the next field."""
        row = self._row
        if self._offering.is_open:
            self._offering.list.step(1)
        elif row is not None and not self._offer(row, is_asked=True):
            self._move(1)

    def action_up(self) -> None:
        """Up the list, else to the field before."""
        self._offering.list.step(-1) if self._offering.is_open else self._move(-1)

    def action_page(self, pages: int) -> None:
        """Scroll the fields."""
        self._offering.close()
        fields = self.query_one(Fields)
        fields.scroll_relative(y=pages * max(1, fields.size.height - 1), animate=False)

    def action_leave(self) -> None:
        """Close the list, else the form; ask first if something was typed."""
        if self.is_applied:
            return
        if self._offering.is_open:
            self._offering.close()
        elif self.form.changed(self.texts):
            self._ask()
        else:
            self.dismiss()

    def action_save(self) -> None:
        """Make the edits, unless something cannot be meant."""
        if self.is_applied:
            return
        for row in self.query(FieldRow):
            self._take_in(row)
        self._offering.close()
        mistakes = self._sheet.advice.mistakes(self.texts)
        for row in self.query(FieldRow):
            row.complain(mistakes.get(row.name or "", ""))
        for row in self.query(FieldRow):
            if row.name in mistakes:
                row.take_keys()
                self.say(mistakes[row.name])
                return
        self._save(self)

    async def _catch_up(self) -> None:
        """Wait until the keys before this one have been taken in."""
        row, field = self._row, self.focused
        if row is None or field is None:
            return
        done = asyncio.Event()
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                if field.call_later(done.set):
                    await done.wait()
        self._take_in(row)

    def _take_in(self, row: FieldRow) -> None:
        """Say what there is to say of a text, once; offer what could stand there, propose an id."""
        name = row.name or ""
        if self._seen[name] == row.text:
            return
        self._seen[name] = row.text
        if row.has_keys:
            self._offer(row, is_asked=False)
        self._judge(row)
        if name == "id":
            self._proposed = self._proposed if row.text == self._proposed else ""
        elif self._sheet.propose is not None:
            self._update_proposal()

    def _ask(self) -> None:
        """Let it be chosen what becomes of what was typed."""
        ways: dict[Way, str] = {"on": "Go on typing", "in": "Apply it", "drop": "Throw it away"}

        def take(way: Way | None) -> None:
            if way == "in":
                self.action_save()
            elif way == "drop":
                self.dismiss()

        entries = [Entry(way, text) for way, text in ways.items()]
        menu = Menu(
            title="Not applied yet",
            find=among(entries),
            keys=("Esc goes on typing", "Enter does it"),
            nothing="No choice is called that.",
            rows=len(entries),
        )
        self.app.push_screen(MenuScreen(menu), take)

    def _offer(self, row: FieldRow, *, is_asked: bool) -> bool:
        """Open the list of what could stand where the cursor is, if there is any."""
        inside = self._box.region.shrink(Spacing(1, 1, 1, 1))
        return self._offering.open(row, self._by_name[row.name or ""], inside, is_asked=is_asked)

    def _put_in(self) -> None:
        """Put in what is chosen in the list."""
        if self._row is not None:
            self._offering.take(self._row, self._by_name[self._row.name or ""])

    def _judge(self, row: FieldRow) -> None:
        """Say how a field reads: beside it or, where the keys are, at the foot of the form."""
        field = self._by_name[row.name or ""]
        remark = self._sheet.advice.on(field, row.text)
        is_date = field.form == "date" and bool(row.text.strip()) and not remark.is_wrong
        row.say(remark.text if is_date else "")
        if row.has_keys:
            is_unsaid = is_date or (remark.is_wrong and self._offering.is_open)
            said = self._sheet.advice.on(field, "") if is_unsaid else remark
            self._box.remark(said.text, is_wrong=said.is_wrong)
        if not remark.is_wrong or not row.has_keys:
            row.complain(remark.text if remark.is_wrong else "")

    def _show_here(self) -> None:
        """Have in sight where the keys go."""
        if self._row is not None:
            self._row.scroll_visible(animate=False)

    def _update_proposal(self) -> None:
        row = next(each for each in self.query(FieldRow) if each.name == "id")
        if self._sheet.propose is not None and row.text == self._proposed:
            self._proposed = self._sheet.propose(self.texts)
            self._seen["id"] = self._proposed
            row.put(self._proposed, len(self._proposed))
            self._judge(row)

    def _move(self, rows: int) -> None:
        """To the next field, or the one before; round the ends."""
        fields = list(self.query(FieldRow))
        at = next((at for at, each in enumerate(fields) if each.has_keys), -1)
        fields[(at + rows) % len(fields)].take_keys()

    @property
    def _row(self) -> FieldRow | None:
        return next((each for each in self.query(FieldRow) if each.has_keys), None)

    @property
    def _box(self) -> FormBox:
        return self.query_one(FormBox)
