"""Writes timelines of any size, the same for the same seed, that `dateline check` finds nothing in.

The first event in the file is the first in time by ten years and is called `FIRST_TITLE`; the
others follow roughly in order, at every precision a date can have. A decade begins the second
of them, so that no decade, year or season that is written can start before the first event.
With `one_book` every quote is from one source, as in the history that a single book tells.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

FIRST_TITLE = "The archive opens its first folder"

LAST_YEAR = 2022
"""Of the days that dates are made from; what is written may reach into the next year."""

THREADS = ("borders", "treaties", "trade", "courts", "elections", "armed-forces")
TAGS = ("talks", "transit", "energy", "ceasefire", "visit", "ruling", "vote", "aid", "bases")
PLACES = ("Yerevan", "Tbilisi", "Damascus", "Gyumri", "Batumi", "Aleppo", "Minsk", "Geneva")
STATES = (
    *(("Armenia", "Հայաստան"), ("Georgia", "საქართველო"), ("Syria", "سوريا")),
    *(("Belarus", "Беларусь"), ("Switzerland", ""), ("Moldova", ""), ("Finland", "Suomi")),
    *(("Jordan", "الأردن"), ("Kazakhstan", "Қазақстан"), ("Norway", "Norge")),
)
GIVEN = (
    (("Aram", "Արամ"), ("Lusine", "Լուսինե"), ("Tigran", "Տիգրան"), ("Anahit", "Անահիտ")),
    (("Nino", "ნინო"), ("Giorgi", "გიორგი"), ("Tamar", "თამარ"), ("Levan", "ლევან")),
    (("Samir", "سمير"), ("Layla", "ليلى"), ("Yusuf", "يوسف"), ("Huda", "هدى")),
    (("Olga", "Ольга"), ("Pavel", "Павел"), ("Irina", "Ирина"), ("Gleb", "Глеб")),
)
FAMILY = (
    (("Petrosyan", "Պետրոսյան"), ("Sargsyan", "Սարգսյան"), ("Hakobyan", "Հակոբյան")),
    (("Beridze", "ბერიძე"), ("Kapanadze", "კაპანაძე"), ("Lomidze", "ლომიძე")),
    (("Haddad", "حداد"), ("Khoury", "خوري"), ("Nasser", "ناصر")),
    (("Sokolova", "Соколова"), ("Orlov", "Орлов"), ("Belova", "Белова")),
)
ROLES = ("Negotiator for", "Ambassador of", "Former minister of", "Spokesperson for")
PUBLISHERS = ("Morning Ledger", "Радио Восток", "Caucasus Wire", "نشرة المساء")
DEEDS = (
    *("signs a transit accord with {other}", "closes the crossing at {place}"),
    *(
        "recalls its envoy from {place}",
        "asks {other} for observers",
        "publishes the {place} minutes",
    ),
    *(
        "votes on the {place} protocol",
        "returns {number} maps to {other}",
        "opens a base near {place}",
    ),
    *("suspends grain shipments to {other}", "hosts a summit on water rights"),
    *("denies a raid by {other}", "frees {number} prisoners", "loses its case against {other}"),
    *("lends {number} lorries to {place}", "bans foreign broadcasts", "marks the {place} truce"),
    *("elects a caretaker cabinet", "renames the port of {place}", "buys radar sets from {other}"),
    *("drops its claim to the ridge", "withdraws the last guards from {place}"),
    *("extends the lease of the harbour", "mediates between {other} and the rebels"),
    *("loses {number} trucks in the snow", "calls up reservists", "sues {other} over the dam"),
    *("writes off the debt of {other}", "expels two attachés", "maps the mines around {place}"),
    *("reopens the railway to {place}", "joins the customs union", "shelves a treaty with {other}"),
    *("cuts the gas to {other} for a day", "apologises for the shelling of {place}"),
    *("lets {number} families return", "swaps villages with {other}", "hides a report on {place}"),
    *("declares a week of mourning", "wins a seat on the commission", "builds a wall at {place}"),
    *("leaks the secret annex", "accuses {other} of jamming radios", "pardons the mutineers"),
    *("sells its fleet", "invites inspectors to {place}", "raises tariffs on wine"),
    *("boycotts the games in {place}", "ends visas for {other}", "starts a census"),
)
SENTENCES = (
    "The text was agreed in {place} late at night, and {number} delegates signed it.",
    "{other} protested, but sent no troops.",
    "Neither side published the annex, which is known from a copy in a private archive.",
    "About {number} people had left {place} by the end of the week.",
    "The commission met {number} times without agreeing on a line.",
    "Guards from {other} stayed at the crossing until the autumn.",
    "Reports from {place} differ on who opened the talks.",
    "The promise was repeated a year later in almost the same words.",
)
SAYINGS = {
    "en": (
        "We were promised a guarantee, and we were given a letter.",
        "Nobody in this room believes that the border is closed.",
        "The minutes will show who spoke first.",
    ),
    "ru": (
        "Мы не будем ждать, пока другие решат за нас.",
        "Граница остаётся открытой для всех, кто приходит с миром.",
        "Договор был нарушен в первую же ночь.",
    ),
    "hy": (
        "Մենք չենք սպասի, մինչև ուրիշները որոշեն մեր փոխարեն։",
        "Սահմանը բաց է մնում բոլորի համար։",
        "Խոսքերը երաշխիք չեն։",
    ),
    "ka": (
        "ჩვენ არ დაველოდებით სხვის გადაწყვეტილებას.",
        "საზღვარი ღია რჩება ყველასთვის.",
        "სიტყვა გარანტია არ არის.",
    ),
    "ar": ("لن ننتظر حتى يقرر الآخرون عنا.", "الحدود تبقى مفتوحة للجميع.", "الكلمات ليست ضمانا."),
    "got": ("The seal reads 𐌰𐌽𐍃𐍄𐍃, and a clerk drew 𝄞 beside it.",),
}
LANGUAGES = (*("en",) * 8, *("ru",) * 5, *("hy", "ka", "ar") * 2, "got")
ASSERTIONS = (
    "The accord was never meant to bind anyone.",
    "No more than {number} guards were ever at the crossing.",
    "{other} knew of the plan a week before.",
    "The talks in {place} failed over a single word.",
)

FORMS: tuple[tuple[int, Callable[[date, int], str]], ...] = (
    (40, lambda day, _: f"{day}"),
    (14, lambda day, _: f"{day:%Y-%m}"),
    (6, lambda day, _: f"{day:%Y}"),
    (3, lambda day, number: f"{day}T{number % 24:02}:30"),
    (9, lambda day, number: f"{day}/{day + timedelta(days=number)}"),
    (5, lambda day, number: f"{day:%Y-%m}/{day + timedelta(days=30 + 3 * number):%Y-%m}"),
    (3, lambda day, _: f"{day}/.."),
    (1, lambda day, _: f"{day:%Y-%m}/"),
    (2, lambda day, _: f"../{day:%Y}"),
    (2, lambda day, _: f"{day}~"),
    (4, lambda day, _: f"{day:%Y-%m}~"),
    (2, lambda day, _: f"{day:%Y}~"),
    (2, lambda day, _: f"{day:%Y-%m}?"),
    (1, lambda day, _: f"{day:%Y}%"),
    (1, lambda day, _: f"{day.year // 10}X"),
    (1, lambda day, _: f"{day:%Y}-XX"),
    (4, lambda day, number: f"{day:%Y}-{21 + number % 4}"),
)
"""How dates are written from a day and a number of 1 to 60, each with how often of a hundred."""

WRITERS = tuple(write for share, write in FORMS for _ in range(share))


@dataclass(frozen=True)
class World:
    """What a timeline of so many events is made of; `chance` decides everything in it."""

    events: int
    chance: Random
    one_book: bool = False
    deed_on: dict[str, int] = field(default_factory=dict)
    """The deed that a date had last, so that no two titles on a date are alike."""

    @property
    def actors(self) -> int:
        """How many actors there are, the states among them."""
        return 60 + self.events // 50

    @property
    def sources(self) -> int:
        """How many sources there are."""
        return 50 + self.events // 2

    @property
    def first_year(self) -> int:
        """Of the first event; about ten events a year follow, over two centuries at most."""
        years = min(200, max(20, self.events // 10))
        return (LAST_YEAR - years) // 10 * 10 - 10

    def pick(self, items: Sequence[str]) -> str:
        """One of the items, all as likely."""
        return items[int(self.chance.random() * len(items))]

    def skewed(self, count: int) -> int:
        """A number below count, small ones far more often."""
        return int(count * self.chance.random() ** 3)

    def happens(self, share: float) -> bool:
        """Whether what happens in this share of all cases happens now."""
        return self.chance.random() < share

    def number(self) -> int:
        """A number of 1 to 60."""
        return 1 + int(self.chance.random() * 60)

    def say(self, text: str) -> str:
        """A sentence with its gaps filled."""
        other = STATES[int(self.chance.random() * len(STATES))][0]
        return text.format(other=other, place=self.pick(PLACES), number=self.number())

    def day(self, event: int) -> date:
        """About when an event is, counted from 1; never within ten years of the first."""
        start = date(self.first_year + 10, 1, 1)
        length = (date(LAST_YEAR, 12, 31) - start).days
        return start + timedelta(days=int((event - self.chance.random()) / self.events * length))

    def share(self, event: int, count: int) -> list[int]:
        """Which of `count` records only this event, counted from 0, is sure to use."""
        return list(range(event * count // self.events, (event + 1) * count // self.events))


def timeline_yaml(events: int, seed: int = 1, *, one_book: bool = False) -> Iterator[str]:
    """The text of a timeline, in pieces."""
    world = World(events, Random(seed), one_book)  # noqa: S311, chance that can be repeated
    yield "# yaml-language-server: $schema=tui/timeline.schema.json\n"
    yield f"title: A generated history in {events} events\n"
    yield f"span: {world.first_year}/{LAST_YEAR + 2}\n\nthreads:\n"
    yield from (f"  {name}: {{name: {name.replace('-', ' ').title()}}}\n" for name in THREADS)
    yield "\nactors:\n"
    yield from (_actor(world, number) for number in range(world.actors))
    yield "\nsources:\n"
    yield from (_source(world, number) for number in range(world.sources))
    yield "\nevents:\n"
    yield from (_event(world, number) for number in range(events))
    yield "\ntours:\n  beginning:\n    title: How it began\n    steps:\n"
    for number in range(min(events, 12)):
        yield f"      - event: {_event_id(number)}\n        say: {world.say(SENTENCES[3])}\n"


def _actor_id(number: int) -> str:
    return STATES[number][0].lower() if number < len(STATES) else f"person-{number}"


def _source_id(number: int) -> str:
    return f"source-{number}"


def _event_id(number: int) -> str:
    return f"event-{number + 1}"


def _actor(world: World, number: int) -> str:
    if number < len(STATES):
        name, native = STATES[number]
        lines = [f"name: {name}", "kind: state"]
    else:
        script = number % len(GIVEN)
        given = GIVEN[script][number // 4 % len(GIVEN[script])]
        family = FAMILY[script][number // 16 % len(FAMILY[script])]
        state = world.skewed(len(STATES))
        name = f"{given[0]} {chr(ord('A') + number // 48 % 26)}. {family[0]}"
        native = f"{given[1]} {family[1]}"
        lines = [f"name: {name}", "kind: person"]
        lines.append(f"role: {world.pick(ROLES)} {STATES[state][0]}")
        lines.append(f"affiliations: [{_actor_id(state)}]")
    if native:
        lines.append(f"native: {native}")
    return f"  {_actor_id(number)}:\n" + _fields(lines, 4)


def _source(world: World, number: int) -> str:
    day = world.day(1 + number % world.events)
    lines = []
    if world.happens(0.8):
        lines.append(f'title: "No. {number}: {world.pick(PLACES)} in {day.year}"')
    kind = world.pick(("article", "report", "document", "transcript", "ruling", "broadcast"))
    lines += [f"kind: {kind}", f"publisher: {world.pick(PUBLISHERS)}"]
    lines.append(f"date: {day}" if world.happens(0.7) else f"date: {day:%Y-%m}~")
    if world.happens(0.9):
        lines.append(f"url: https://archive.example/{day.year}/{number}.html")
    else:
        lines.append(f"locator: box {number % 90}, folio {world.number()}")
    lines.append(f"checked: {world.pick(('read', 'excerpt', 'via', 'unchecked'))}")
    return f"  {_source_id(number)}:\n" + _fields(lines, 4)


def _event(world: World, number: int) -> str:
    day, written, title = _when_and_what(world, number)
    actors = {*world.share(number, world.actors), *(world.skewed(world.actors) for _ in "12")}
    sources = world.share(number, world.sources) or [world.skewed(world.sources)]
    thread = world.pick(THREADS)
    tags = sorted({world.pick(TAGS), world.pick(TAGS)})
    lines = [f"date: {written}", f"title: {title}", f"thread: {thread}"]
    if world.happens(0.8):
        lines.append(f"place: {world.pick(PLACES)}")
    lines.append(f"actors: [{', '.join(map(_actor_id, sorted(actors)))}]")
    lines.append(f"tags: [{', '.join(tags)}]")
    lines.append(f"basis: {world.pick(('article', 'background'))}")
    if world.happens(0.7):
        lines.append("confidence: high")
    else:
        lines.append(f"confidence: {world.pick(('medium', 'low'))}")
        lines.append(f"caveat: {world.say(SENTENCES[6])}")
    lines.append("summary: >-")
    lines += [f"  {world.say(world.pick(SENTENCES))}" for _ in range(1 + world.number() % 3)]
    lines.append(f"sources: [{', '.join(map(_source_id, sources))}]")
    lines += _quotes(world, day, sorted(actors), sources)
    lines += _claims(world, sources)
    if world.happens(0.1):
        lines += ["notes: >-", f"  {world.say(world.pick(SENTENCES))}"]
    return f"\n  - id: {_event_id(number)}\n" + _fields(lines, 4)


def _when_and_what(world: World, number: int) -> tuple[date, str, str]:
    """The day, the date as written, and the title of an event counted from 0."""
    if number == 0:
        day = date(world.first_year, 1, 1)
        return day, f"{day}", FIRST_TITLE
    day = world.day(number + 1)
    written = WRITERS[int(world.chance.random() * len(WRITERS))](day, world.number())
    deed = (world.deed_on.get(written, number) + 1) % len(DEEDS)
    world.deed_on[written] = deed
    state = world.pick([name for name, _ in STATES])
    return day, written, f"{state} {world.say(DEEDS[deed])}"


def _quotes(world: World, day: date, actors: list[int], sources: list[int]) -> list[str]:
    lines = []
    for _ in range((0, 0, 0, 0, 1, 1, 1, 2, 2, 3)[int(world.chance.random() * 10)]):
        speaker = world.pick([*map(_actor_id, actors), "A guard at the crossing"])
        lang = world.pick(LANGUAGES)
        lines.append(f"  - speaker: {speaker}")
        lines.append(f"    checked: {world.pick(('source', 'essay', 'unchecked'))}")
        if world.happens(0.8):
            lines.append(f"    date: {day + timedelta(days=world.number())}")
        source = sources[world.number() % len(sources)]
        lines.append(f"    source: {_source_id(0 if world.one_book else source)}")
        lines.append(f"    lang: {'en' if lang == 'got' else lang}")
        if lang == "en" and world.happens(0.3):
            lines.append("    original: ru")
        lines.append("    text: >-")
        said = (world.pick(SAYINGS[lang]) for _ in range(1 + world.number() % 2))
        lines += [f"      {sentence}" for sentence in dict.fromkeys(said)]
        if world.happens(0.1):
            lines.append("    note: The words are those of the minutes, not of a recording.")
    return ["quotes:", *lines] if lines else []


def _claims(world: World, sources: list[int]) -> list[str]:
    lines = []
    for _ in range((0, 0, 0, 0, 0, 0, 1, 1, 1, 2)[int(world.chance.random() * 10)]):
        by = world.skewed(world.sources)
        # A verdict rests on another source than the one that makes the claim.
        against = sources[0] if sources[0] != by else (by + 1) % world.sources
        verdict = world.pick(("confirmed", "partly", "disputed", "opinion", "unchecked"))
        lines.append(f"  - by: {_source_id(by)}")
        lines.append(f"    text: {world.say(world.pick(ASSERTIONS))}")
        lines.append(f"    verdict: {verdict}")
        lines.append(f"    note: {world.say(world.pick(SENTENCES))}")
        if verdict in {"confirmed", "partly", "disputed"}:
            lines.append(f"    sources: [{_source_id(against)}]")
    return ["claims:", *lines] if lines else []


def _fields(lines: list[str], indent: int) -> str:
    return "".join(f"{' ' * indent}{line}\n" for line in lines)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.writelines(timeline_yaml(int(sys.argv[1])))
