"""Links: the web address of a record, and the way to it.

Where no browser can be started the address is copied instead.
"""

from collections.abc import Sequence
from functools import partial
from shutil import which

from tui.screens.copying import copy, in_thread
from tui.screens.entries import Entry, Menu, among
from tui.screens.menu import MenuScreen
from tui.screens.offers import Host
from tui.terminal import links
from tui.timeline.records import Actor, Claim, Event, Quote, Ref, Source
from tui.timeline.timeline import Timeline
from tui.view.line import one_line
from tui.view.words import cited

MOST_ROWS = 20


def offer(host: Host) -> None:
    """Open the address of the record that the cursor is on; of several, the one chosen."""
    ref = host.view.picked
    found = addresses(host.view.timeline, ref) if isinstance(ref, Ref) else ()
    if not found:
        host.say("There is no web address here.")
        return

    def take(chosen: str | None) -> None:
        if chosen is not None:
            in_thread(lambda: host.say(follow(host, chosen)))

    if len(found) == 1:
        take(found[0].value)
    else:
        host.screen.app.push_screen(MenuScreen(link_menu(found)), take)


def addresses(timeline: Timeline, ref: Ref) -> tuple[Entry[str], ...]:
    """The addresses of a record: its own, else those of its sources, each once."""
    match timeline.find(ref):
        case Source() as source:
            sources: Sequence[Source] = (source,)
        case Event(url="") as event:
            sources = [timeline.sources[at] for at in timeline.links.event_sources(event)]
        case Event() | Actor() as record:
            return (Entry(record.url, record.url),) if record.url else ()
        case Quote(source=source_id) | Claim(by=source_id):
            known = timeline.source(source_id)
            sources = () if known is None else (known,)
        case None:
            sources = ()
    named = {each.url: _named(timeline, each) for each in reversed(sources) if each.url}
    return tuple(named[url] for url in reversed(named))


def link_menu(found: Sequence[Entry[str]]) -> Menu[str]:
    """The sources to open."""
    return Menu(
        title="Open link",
        find=among(found),
        keys=("Esc closes", "Enter opens it"),
        nothing="No source is called that.",
        rows=min(max(len(found), 3), MOST_ROWS),
    )


def follow(host: Host, url: str) -> str:
    """Open an address, for a thread to do; gives a sentence on what came of it."""
    environment = host.opening.environment
    path = partial(which, path=environment.get("PATH", ""))
    opened = links.open_link(url, environment, links.start, path)
    if opened.started or not opened.allowed:
        return opened.sentence
    return f"{copy(host, url)} {opened.sentence}"


def _named(timeline: Timeline, source: Source) -> Entry[str]:
    about = cited(timeline, source.id)
    return Entry(source.url, one_line(source.title) or about, note=about if source.title else "")
