"""Small histories, as text and as first views, that the tests of the screen share."""

from tui.document.reader import read
from tui.timeline.problems import Problem
from tui.view.lists import ListName
from tui.view.view import Snag, View, start

FOUR_DAYS = """\
title: Four days
threads:
  crimea: {name: Crimea}
  syria: {name: Syria}
actors:
  putin:
    name: Vladimir Putin
    native: Владимир Путин
    kind: person
    role: President of Russia
    aliases: [VVP]
    affiliations: [russia]
  assad: {name: Bashar al-Assad, native: بشار الأسد, kind: person}
  russia: {name: Russia, kind: state}
  xi: {name: 習近平, kind: person, role: General Secretary}
sources:
  kremlin: {title: Address by the President, kind: transcript, publisher: Kremlin, date: 2014-03-18}
  essay:
    title: The receding guarantor
    kind: article
    publisher: CEPA
    author: Ben Dubow
    date: 2024-12
    url: https://cepa.org/article
    checked: read
  tass: {publisher: TASS, date: 2018-05-17, locator: Wire of the evening}
events:
  - id: annexed
    date: 2014-03-18
    title: Russia annexes Crimea
    thread: crimea
    place: Moscow
    actors: [putin, russia]
    tags: [law]
    summary: A treaty was signed in the Kremlin.
    sources: [kremlin]
    quotes:
      - id: always
        speaker: putin
        date: 2014-03-18
        source: kremlin
        lang: en
        original: ru
        checked: source
        text: In people's hearts and minds, Crimea has always been an inseparable part of Russia.
    claims:
      - id: lawful
        text: The referendum was lawful.
        by: kremlin
        verdict: disputed
        note: The General Assembly called it invalid.
        sources: [essay]
  - id: strikes
    date: 2015-09-30
    title: Russia starts air strikes in Syria
    thread: syria
    actors: [russia]
    sources: [essay]
  - id: sochi
    date: 2018-05-17
    title: Assad meets Putin in Sochi
    thread: syria
    actors: [assad, putin]
    quotes:
      - id: stable
        speaker: assad
        date: 2018-05-17
        source: tass
        text: Stability is improving.
      - id: arms
        speaker: putin
        source: tass
        text: Terrorists have laid down arms in key areas.
    claims:
      - id: moscow
        text: The two met in Moscow.
        by: essay
        verdict: disputed
        sources: [tass]
      - id: met
        text: The two met.
        by: essay
        verdict: confirmed
        sources: [tass]
  - id: talks
    date: 2018-07~
    title: Talks go on
"""
"""Two threads, four actors, three sources, three quotes, three claims; no problem."""

BROKEN = """\
title: Broken
events:
  - id: good
    date: 2014-03-18
    title: This one is read
  - id: bad
    date: 2014-13-18
    title: There is no thirteenth month
"""
"""One event that is read and one error, at 7:11."""

WITHOUT_EVENTS = """\
actors:
  one: {name: One}
  two: {name: Two}
sources:
  page: {title: A page}
"""

TWO_LANES = """\
title: Two lanes
threads:
  north: {name: The north}
  south: {name: The south}
actors:
  ann: {name: Ann}
  bob: {name: Bob}
  cid: {name: Cid}
  eve: {name: Eve}
sources:
  gazette: {title: Gazette}
  herald: {publisher: The Herald}
  never: {title: Never cited}
events:
  - id: one
    date: 2001-01-01
    title: The war begins
    thread: north
    place: Paris
    tags: [war]
    actors: [ann]
    sources: [gazette]
  - id: two
    date: 2001-06-01
    title: A siege
    thread: south
    tags: [war]
    actors: [bob]
    claims: [{id: siege, text: It was a siege., verdict: disputed}]
  - id: three
    date: 2002-01-01
    title: The war ends
    thread: north
    tags: [peace]
    actors: [bob, ann]
    quotes: [{id: over, speaker: ann, source: herald, text: It is over.}]
  - id: four
    date: 2010-05-01
    title: A treaty
    actors: [cid]
    claims: [{id: signed, text: It was signed in Paris.}]
  - id: five
    date: 2010-05-06
    title: A feast
    thread: south
    place: Paris
    actors: [bob]
    claims: [{id: merry, text: All were merry., verdict: disputed}]
  - id: six
    date: 2011
    title: Silence
    thread: north
    actors: [ann]
    quotes: [{id: heard, speaker: A passer-by, text: Nothing was heard.}]
"""
"""Two threads and an event of neither, three years, two disputed claims; an actor and a source of
none."""

SNAG = Snag(
    Problem("error", "the month must be 01 to 12", 7, 11),
    ((6, "  - id: bad"), (7, "    date: 2014-13-18"), (8, "    title: Thirteen")),
)
"""A problem with its excerpt."""


def ids(view: View, pane: ListName) -> str:
    """The ids of what a list shows, in the order of the timeline."""
    return " ".join(view.ref(pane, at).id for at in view.positions(pane))


def cursor(view: View, pane: ListName) -> str:
    """The id that the cursor of a list is on, "-" without one."""
    at = view.cursors.get(pane)
    return "-" if at is None else view.ref(pane, at).id


def view_of(text: str, *snags: Snag) -> View:
    """The first view of a text."""
    return start(read(text.encode()).timeline, snags)
