"""Every action of a reader, once: its keys, its words, and what it calls.

Bindings, the footer, the help and the README's table of keys are made from here.
Keys are named as Textual names them; `key_label` gives what a person calls them. A sentence names
a key by its action, in braces, so that it is true whatever keys a reader has given it.
"""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple


class Action(NamedTuple):
    """Something that a key does.

    Attributes:
        id: What it is called in a file of keys.
        keys: The keys that call it, the one to show first.
        call: The method on the screen that does it, with its arguments.
        label: What it does, in a word or two.
        help: What it does, in a sentence.
        hint: What the footer shows before the label: the keys of this action and its
            opposite, by their ids in braces; "" for an action that it leaves out.
        panes: The panes that it is for, none for an action of every pane; of a talk, the screens.
    """

    id: str
    keys: tuple[str, ...]
    call: str
    label: str
    help: str
    hint: str = ""
    panes: tuple[str, ...] = ()

    @property
    def is_of_talk(self) -> bool:
        """Whether it is for the screen of a talk; the others are for that of the panes."""
        return self.id.startswith("talk.")


ACTIONS: tuple[Action, ...] = (
    Action("help", ("question_mark", "f1"), "offer('help')", "Help", "List every key, and what the signs mean.", hint="{help}"),
    Action("quit", ("q", "ctrl+q"), "quit", "Quit", "Leave dateline.", hint="{quit}"),
    Action("list.down", ("j", "down"), "step(1)", "Move", "Down one row; in Detail, to the next link; in the chart, to the lane below.", hint="{list.down}/{list.up}"),
    Action("list.up", ("k", "up"), "step(-1)", "Up", "Up one row; in Detail, to the link before; in the chart, to the lane above."),
    Action("list.page-down", ("pagedown",), "page(1)", "Page down", "Down one page; in the chart, as much time later."),
    Action("list.page-up", ("pageup",), "page(-1)", "Page up", "Up one page; in the chart, as much time earlier."),
    Action("list.half-down", ("ctrl+d",), "page(0.5)", "Half page down", "Down half a page."),
    Action("list.half-up", ("ctrl+u",), "page(-0.5)", "Half page up", "Up half a page."),
    Action("list.first", ("g", "home"), "first", "First", "To the first row; in the chart, to the first event of the lane, then of all."),
    Action("list.last", ("G", "end"), "last", "Last", "To the last row; in the chart, to the last event of the lane, then of all."),
    Action("follow", ("enter",), "follow", "Follow", "Follow the row: an event to its quotes (else its detail), an actor or source to its next event, a quote or claim to its event, a link to where it leads; the name of a lane folds it.", hint="{follow}"),
    Action("pane.next", ("tab",), "pane(1)", "Pane", "To the next pane.", hint="{pane.next} {panes}"),
    Action("pane.previous", ("shift+tab",), "pane(-1)", "Previous pane", "To the pane before."),
    Action("along.next", ("l", "right"), "along(1)", "Along", "To the next pane; in the chart, to the next event of the lane."),
    Action("along.previous", ("h", "left"), "along(-1)", "Along back", "To the pane before; in the chart, to the event before in the lane, and from its first to the name of the lane."),
    Action("pane.events", ("1",), "focus_pane('events')", "Events", "To Events."),
    Action("pane.actors", ("2",), "focus_pane('actors')", "Actors", "To Actors."),
    Action("pane.sources", ("3",), "focus_pane('sources')", "Quoted sources", "To Quoted sources."),
    Action("pane.detail", ("4",), "focus_pane('detail')", "Detail", "To Detail."),
    Action("pane.claims", ("5",), "focus_pane('claims')", "Claims", "To Claims."),
    Action("pane.problems", ("6",), "focus_pane('problems')", "Problems", "To what is wrong with the file."),
    Action("chart", ("v",), "chart('chart')", "Chart", "Show the events as a chart of lanes over time, or as a list again.", hint="{chart}", panes=("events",)),
    Action("chart.grouping", ("V",), "chart('chart.grouping')", "Lanes", "Make the lanes of the chart threads, actors, or kinds of actor.", hint="{chart.grouping}", panes=("events",)),
    Action("chart.fold", ("B",), "chart('chart.fold')", "Fold lanes", "Fold all lanes of the chart into a row each, or unfold them.", panes=("events",)),
    Action("chart.in", ("plus",), "chart('chart.in')", "Time", "Look at less time in the chart, from nearer.", hint="{chart.in}/{chart.out}", panes=("events",)),
    Action("chart.out", ("minus",), "chart('chart.out')", "Farther", "Look at more time in the chart, from farther away.", panes=("events",)),
    Action("chart.fit", ("0",), "chart('chart.fit')", "All of time", "Look at all of time in the chart, or at all that an on: filter asks for.", panes=("events",)),
    Action("chart.centre", ("R",), "chart('chart.centre')", "Centre", "Bring the event under the cursor into the middle of the chart.", panes=("events",)),
    Action("year.previous", ("comma",), "go('year.previous')", "Year back", "To the start of the year, then of the year before.", panes=("events",)),
    Action("year.next", ("full_stop",), "go('year.next')", "Year", "To the start of the next year that has events.", hint="{year.previous}/{year.next}", panes=("events",)),
    Action("detail.down", ("J",), "scroll_detail(1)", "Detail", "Scroll Detail down, from any pane beside it.", hint="{detail.down}/{detail.up}", panes=("detail",)),
    Action("detail.up", ("K",), "scroll_detail(-1)", "Detail up", "Scroll Detail up, from any pane beside it.", panes=("detail",)),
    Action("thread.next", ("m",), "go('thread.next')", "Thread", "To the next event of the same thread.", panes=("events",)),
    Action("thread.previous", ("M",), "go('thread.previous')", "Thread back", "To the event before it of the same thread.", panes=("events",)),
    Action("disputed.next", ("c",), "go('disputed.next')", "Disputed", "To the next event with a disputed claim.", panes=("events",)),
    Action("disputed.previous", ("C",), "go('disputed.previous')", "Disputed back", "To the event before with a disputed claim.", panes=("events",)),
    Action("date", ("t",), "prompt('date')", "Date", "Go to a date: 2013, 2013-06, Sep 2022, or +6m and -1y from here; the chart shows all of a year, a month or 2013..2015.", panes=("events",)),
    Action("search", ("slash",), "prompt('search')", "Search", "Find a text in this pane; hides nothing.", hint="{search}"),
    Action("search.next", ("n", "f3"), "search(1)", "Next", "To the next place where it was found."),
    Action("search.previous", ("N",), "search(-1)", "Next back", "To the place before."),
    Action("filter", ("f",), "prompt('filter')", "Filter", "Show only the events that a query finds, and what belongs to them.", hint="{filter}"),
    Action("pin", ("space",), "go('pin')", "Pin", "Show only what belongs to this: an actor, a source, the thread of an event, a verdict, a lane by its name; again to drop it.", hint="{pin}", panes=("events", "actors", "sources", "claims")),
    Action("exclude", ("exclamation_mark",), "go('exclude')", "Exclude", "Hide what belongs to this.", panes=("events", "actors", "sources", "claims")),
    Action("chip.drop", ("x",), "go('chip.drop')", "Drop filter", "Drop the last filter."),
    Action("chip.clear", ("X",), "go('chip.clear')", "Drop filters", "Drop every filter: show everything."),
    Action("back", ("H", "backspace"), "go('back')", "Back", "Back to where the last leap started: a link that was followed, a date, a letter, a filter, but no plain move.", hint="{back}/{forward}"),
    Action("forward", ("L",), "go('forward')", "Forward", "Forward again."),
    Action("freeze", ("F",), "go('freeze')", "Freeze", "Keep the other panes as they are while you move, or let them follow again."),
    Action("jump", ("s",), "jump", "Jump", "Put a letter on each row and link in sight, and go to the one you type."),
    Action("mark", ("apostrophe",), "go('mark')", "Mark", "Mark this event, or take the mark away.", panes=("events",)),
    Action("marks", ("quotation_mark",), "offer('marks')", "Marks", "List the marked events, to go to one.", panes=("events",)),
    Action("copy", ("y",), "offer('copy')", "Copy", "Copy something of this: its words, a citation, its link, Markdown, its YAML."),
    Action("copy.citation", ("Y",), "offer('copy.citation')", "Copy citation", "Copy this quote, claim or source with its citation.", panes=("sources", "claims")),
    Action("link", ("o",), "offer('link')", "Open link", "Open the web address of this in a browser.", panes=("sources",)),
    Action("commands", ("colon", "ctrl+p"), "offer('commands')", "Commands", "Find a command, or an event, an actor, a source or a quote to go to, by name.", hint="{commands}"),
    Action("theme", ("T",), "offer('theme')", "Theme", "Choose another theme."),
    Action("edit", ("i", "f2"), "offer('edit')", "Edit", "Change this in a form.", hint="{edit}"),
    Action("add", ("a",), "offer('add')", "Add", "Add an event, a quote, a claim, an actor or a source."),
    Action("edit.raw", ("E",), "offer('edit.raw')", "Text", "Edit the text of this as it is in the file, with what is wrong with it beside it."),
    Action("edit.outside", ("e", "f4"), "offer('edit.outside')", "Your editor", "Edit the file in $VISUAL or $EDITOR, at the line of this, and come back to it."),
    Action("delete", ("d",), "offer('delete')", "Delete", "Delete this, after a look at what refers to it."),
    Action("undo", ("u",), "offer('undo')", "Undo", "Undo the last change of the file, by name."),
    Action("redo", ("U", "ctrl+r"), "offer('redo')", "Redo", "Do again what was undone last."),
    Action("save", ("w", "ctrl+s"), "offer('save')", "Save", "Write the file; never over what another program has written meanwhile."),
    Action("difference", ("D",), "offer('difference')", "Difference", "Show what is not saved, line by line."),
    Action("reload", ("r", "f5"), "offer('reload')", "Reload", "Read the file again."),
    Action("present", ("p",), "offer('present')", "Present", "Present what is shown, from here on, or a tour: one event at a time, large and calm, with nothing else on the screen.", hint="{present}"),
    Action("zoom", ("z", "f10"), "go('zoom')", "Zoom", "Give the pane the whole screen, or take it back.", hint="{zoom}"),
    Action("split.wider", ("greater_than_sign",), "go('split.wider')", "Wider", "Give Events more room."),
    Action("split.narrower", ("less_than_sign",), "go('split.narrower')", "Narrower", "Give Events less room."),
    Action("split.reset", ("equals_sign",), "go('split.reset')", "Reset sizes", "Give every pane its own room again."),
    Action("escape", ("escape",), "escape", "Back", "Undo the last layer: the search, the zoom, then back to Events."),
    Action("redraw", ("ctrl+l",), "redraw", "Redraw", "Draw the whole screen again."),
    Action("interrupt", ("ctrl+c",), "interrupt", "Quit", "Leave dateline when pressed twice."),
)  # fmt: skip
TALK_ACTIONS: tuple[Action, ...] = (
    Action("talk.help", ("question_mark", "f1"), "offer('talk.help')", "Help", "List every key of a talk."),
    Action("talk.next", ("space", "pagedown", "right", "l"), "step(1)", "Next", "One step on: the next part of the slide, then the next slide."),
    Action("talk.back", ("backspace", "pageup", "left", "h"), "step(-1)", "Back", "One step back."),
    Action("talk.slide-next", ("j", "down"), "slide(1)", "Next slide", "To the next slide, whatever is left of this one."),
    Action("talk.slide-previous", ("k", "up"), "slide(-1)", "Slide before", "To the slide before, from its start; from the first, to the title."),
    Action("talk.whole", ("s",), "whole", "Whole slide", "Show all of the slide.", panes=("present", "audience")),
    Action("talk.first", ("g", "home"), "first", "First slide", "To the first slide."),
    Action("talk.last", ("G", "end"), "last", "Last slide", "To the last slide."),
    Action("talk.go", ("enter",), "go", "Go", "To the slide of the number typed before; one step on without one."),
    Action("talk.overview", ("o",), "offer('talk.overview')", "Overview", "See all slides at once, and go to one.", panes=("present",)),
    Action("talk.tours", ("O",), "offer('talk.tours')", "Tours", "Tell another tour of the file, or the events that are shown.", panes=("present",)),
    Action("talk.blank", ("b", "full_stop"), "blank", "Blank", "Blank the screen and stop the time; any key brings both back.", panes=("present", "speaker")),
    Action("talk.timer", ("t",), "timer", "Timer", "Show the time, or hide it.", panes=("present", "speaker")),
    Action("talk.notes", ("n",), "notes", "Notes", "Show what to say and the notes of the event, or hide them; asks first, since this screen may be the one people see.", panes=("present",)),
    Action("talk.auto", ("a",), "auto", "Pause", "Let a talk that steps by itself stand still, or go on.", panes=("present",)),
    Action("talk.wheel", ("D",), "wheel", "Wheel", "Take the wheel: from here, when another terminal drives; with the notes, to drive from there, or to give it back.", panes=("present", "speaker")),
    Action("talk.path", ("F",), "path", "Path", "Leave the presenter's path, or come back to it.", panes=("audience",)),
    Action("talk.note-down", ("J",), "note(1)", "Note", "To the next page of a long note.", panes=("speaker",)),
    Action("talk.note-up", ("K",), "note(-1)", "Note back", "To the page of it before.", panes=("speaker",)),
    Action("talk.theme", ("T",), "offer('talk.theme')", "Theme", "Choose another theme."),
    Action("talk.redraw", ("ctrl+l",), "redraw", "Redraw", "Draw the whole screen again."),
    Action("talk.leave", ("escape",), "leave", "Browse", "Back to the panes, at the event of the slide.", panes=("present",)),
    Action("talk.quit", ("q", "ctrl+q"), "quit", "Quit", "Leave dateline; a talk that is told is left when it is pressed twice, since a slip must not end it."),
    Action("talk.interrupt", ("ctrl+c",), "interrupt", "Quit", "Leave dateline in the same way."),
)  # fmt: skip
"""What the keys do while a talk is on the screen, or followed, or its notes are."""


class Held(NamedTuple):
    """A key that the prompt or a menu has while it is open; it stays as it is.

    Attributes:
        keys: The keys, the one to show first.
        call: The method that they call, with its arguments; "" for what the field does with them.
        help: What they do, in a sentence.
        search: What the first does in an empty search, in a word; "" to leave it out.
        filter: What it does in an empty filter.
        is_first: Whether it comes before what the field does with the key.
    """

    keys: tuple[str, ...]
    call: str
    help: str
    search: str = ""
    filter: str = ""
    is_first: bool = False


PROMPT_KEYS: tuple[Held, ...] = (
    Held(("enter",), "", "Keep what was found, or filter by it, or go there."),
    Held(("tab",), "complete(1)", "Put in what is offered, then the next.", filter="completes"),
    Held(("shift+tab",), "complete(-1)", "Put in what was offered before."),
    Held(("ctrl+t",), "switch", "Filter by the text that is searched for, or search for that of a filter.", search="filters", filter="searches"),
    Held(("up",), "recall(-1)", "Bring back what was typed before.", search="earlier", filter="earlier"),
    Held(("down",), "recall(1)", "Come back to what was typed after it."),
    Held(("escape", "ctrl+c"), "cancel", "Leave it, with all as it was.", search="leaves", filter="leaves"),
)  # fmt: skip
"""The keys of the prompt: `/`, `f` and `t`."""
MENU_KEYS: tuple[Held, ...] = (
    Held(("enter",), "", "Take what the cursor is on."),
    Held(("escape", "f1"), "close", "Close it."),
    # The field takes it for copying.
    Held(("ctrl+c",), "close", "Close it, too.", is_first=True),
    Held(("down", "ctrl+n"), "move(1)", "Down one entry."),
    Held(("up", "ctrl+p"), "move(-1)", "Up one entry."),
    Held(("pagedown",), "page(1)", "Down one page."),
    Held(("pageup",), "page(-1)", "Up one page."),
    Held(("ctrl+home",), "move(-1000)", "To the first entry."),
    Held(("ctrl+end",), "move(1000)", "To the last entry."),
    Held(("delete", "ctrl+d"), "remove", "Take the mark away, in the list of marks.", is_first=True),
    Held(("ctrl+q",), "app.quit", "Leave dateline.", is_first=True),
)  # fmt: skip
"""The keys of a menu, where letters find."""

_BESIDES_TEXT = re.compile(r"(ctrl|alt)\+.+|f[0-9]+").fullmatch
FOOTER: tuple[str, ...] = (
    *("help", "quit", "follow", "search", "filter", "pin", "commands", "edit", "pane.next"),
    *("chart", "present"),
)
"""What the footer shows first, on any screen; the rest follows as it stands in the table."""
IN_CHART: tuple[str, ...] = ("chart.in", "chart.grouping")
"""What it shows only of the chart, before all but the help and the ways out of it."""
_BY_ID: Mapping[str, Action] = MappingProxyType(
    {each.id: each for each in (*ACTIONS, *TALK_ACTIONS)}
)
_LABELS: Mapping[str, str] = MappingProxyType({
    "up": "↑", "down": "↓", "left": "←", "right": "→", "home": "Home", "end": "End",
    "pageup": "PgUp", "pagedown": "PgDn", "insert": "Ins", "delete": "Del",
    "backspace": "Backspace", "enter": "Enter", "escape": "Esc", "space": "Space", "tab": "Tab",
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
    "exclamation_mark": "!", "quotation_mark": '"', "number_sign": "#", "dollar_sign": "$",
    "percent_sign": "%", "ampersand": "&", "apostrophe": "'", "left_parenthesis": "(",
    "right_parenthesis": ")", "asterisk": "*", "plus": "+", "comma": ",", "minus": "-",
    "full_stop": ".", "slash": "/", "colon": ":", "semicolon": ";", "less_than_sign": "<",
    "equals_sign": "=", "greater_than_sign": ">", "question_mark": "?", "at": "@",
    "left_square_bracket": "[", "backslash": "\\", "right_square_bracket": "]",
    "circumflex_accent": "^", "underscore": "_", "grave_accent": "`", "left_curly_bracket": "{",
    "vertical_line": "|", "right_curly_bracket": "}", "tilde": "~",
})  # fmt: skip
_NAMED = re.compile(r"\{([a-z]+(?:[.-][a-z]+)*)\}")
"""An action that a sentence names for its key."""


def of_talk(screen: str) -> tuple[Action, ...]:
    """The actions of a screen of a talk: `present`, `audience` or `speaker`."""
    return tuple(each for each in TALK_ACTIONS if not each.panes or screen in each.panes)


def keys_of_talk(screen: str, own: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """All keys that do something on a screen of a talk."""
    return frozenset(key for each in of_talk(screen) for key in keys_of(each, own))


def key_label(key: str) -> str:
    """A key as a person calls it: `Ctrl+d`, `Shift+F5`, `?`."""
    *held, last = key.split("+")
    return "+".join([*(each.capitalize() for each in held), _LABELS.get(last, last)])


def keys_label(keys: Iterable[str]) -> str:
    """The keys of an action, the one to show first."""
    return " ".join(key_label(key) for key in keys)


def action(action_id: str) -> Action:
    """The action of that id, which must exist."""
    return _BY_ID[action_id]


def keys_of(each: Action, own: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The keys of an action, or those that a reader has given it, by its id."""
    return own.get(each.id, each.keys)


def besides_text(keys: Iterable[str]) -> tuple[str, ...]:
    """Those of some keys that are of no use to a field where text is typed."""
    return tuple(key for key in keys if _BESIDES_TEXT(key))


def told(sentence: str, own: Mapping[str, tuple[str, ...]]) -> str:
    """A sentence with the key of each action that it names: `{chip.drop} drops it`.

    An action without a key is called by its label, by which the palette finds it. What is no
    action is left as it is.
    """

    def key(match: re.Match[str]) -> str:
        each = _BY_ID.get(match[1])
        if each is None:
            return match[0]
        keys = keys_of(each, own)
        return key_label(keys[0]) if keys else f"“{each.label}”"

    return _NAMED.sub(key, sentence)


def actions(*, in_chart: bool = False) -> tuple[Action, ...]:
    """The actions as they are called; in the chart, the key that shows it leads back."""
    if not in_chart:
        return ACTIONS
    back = _BY_ID["chart"]._replace(
        label="List", help="Show the events as a list again, instead of the chart."
    )
    return tuple(back if each.id == back.id else each for each in ACTIONS)


def hinted(*, in_chart: bool = False) -> list[Action]:
    """The actions that the footer shows, the first that there must be room for first."""
    first = FOOTER
    if in_chart:
        rest = (each for each in FOOTER[2:] if each != "chart")
        first = (*FOOTER[:2], "chart", *IN_CHART, *rest)
    order = {each: at for at, each in enumerate(first)}
    known = actions(in_chart=in_chart)
    there = (each for each in known if each.hint and (in_chart or each.id not in IN_CHART))
    return sorted(there, key=lambda each: order.get(each.id, len(first)))


def hint_of(hint: str, own: Mapping[str, tuple[str, ...]]) -> str:
    """The keys that a hint names, without those that there are not: `J/K`, or `J` alone."""

    def key(match: re.Match[str]) -> str:
        keys = keys_of(_BY_ID[match[1]], own)
        return key_label(keys[0]) if keys else ""

    parts = (_NAMED.sub(key, part).strip() for part in hint.split("/"))
    return "/".join(part for part in parts if part)


def keys_table(actions: Iterable[Action] = ACTIONS) -> str:
    """The keys of actions as a Markdown table, for the README."""
    rows = [f"| {_code(each.keys)} | {each.help} |" for each in actions]
    return "\n".join(["| keys | what they do |", "|---|---|", *rows])


def held_table() -> str:
    """The keys of the prompt and of menus as a Markdown table, for the README."""
    both = (("at the prompt", PROMPT_KEYS), ("in a menu", MENU_KEYS))
    rows = [
        f"| {where} | {_code(each.keys)} | {each.help} |" for where, held in both for each in held
    ]
    return "\n".join(["| where | keys | what they do |", "|---|---|---|", *rows])


def prompt_hint(mode: str) -> str:
    """What the keys of an empty search or filter do: `Esc leaves · Tab completes`."""
    does = ((each, each.filter if mode == "filter" else each.search) for each in PROMPT_KEYS)
    return " · ".join(f"{key_label(each.keys[0])} {what}" for each, what in does if what)


def _code(keys: Iterable[str]) -> str:
    return " ".join(f"`{key_label(key)}`" for key in keys)
