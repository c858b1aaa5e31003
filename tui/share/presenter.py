"""Sharing: what a presenter shows, for all who follow.

The presenter is never kept waiting: publishing sends what can be sent at once and keeps only the
latest state. What followers say is checked, and what is not understood, or not theirs to say, is
ignored and counted. Only a peer of the presenter's own user can be a speaker.
"""

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import Final, NamedTuple

from tui.share.claim import Claim, claim
from tui.share.link import Link, own_uid
from tui.share.material import LONGEST, Packed, Role, Subject, pack
from tui.share.place import Place, PlaceError
from tui.share.wheel import Wheel
from tui.share.wire import (
    TOO_LONG,
    Command,
    Hello,
    Malformed,
    Refusal,
    State,
    from_follower,
    print_refusal,
    print_state,
)
from tui.timeline.timeline import Timeline
from tui.view.talk.deck import Deck
from tui.view.talk.shown import Driver, Shown

_QUEUE: Final = 1024
"""Connections that the system accepts on our behalf while we are busy."""

_BETWEEN_COUNTS: Final = 0.1
"""Seconds at least between two states that differ in how many follow."""

_AT_ONCE: Final = 0.1
"""Seconds for which a state that is made for one follower has the right time for others."""

_SPARE: Final = 8
"""Links that an audience leaves to speakers, and to those that have not said what they are."""

_NOT_YOURS: Final = Refusal("This talk is only for the user who gives it.")
_TOO_LARGE: Final = Refusal("The timeline of this talk is too large to be shared.")


class Limits(NamedTuple):
    """How much followers may ask of a presenter.

    Attributes:
        links: How many of an audience may be connected; there is room for speakers besides.
        silence: Seconds within which one says what it follows as.
        stall: Seconds for which one may take nothing that is sent.
        ignored: How often one may say what is ignored.
    """

    links: int = 512
    silence: float = 5.0
    stall: float = 20.0
    ignored: int = 100


USUAL: Final = Limits()


class Ignored(NamedTuple):
    """Something that was ignored: what, and how often so far anything was."""

    why: str
    times: int


class Ears(NamedTuple):
    """Who is told what followers do; none of these may raise.

    Attributes:
        followers: How many of the audience follow now.
        command: What the speaker that drives wants done, neither "take" nor "give".
        driver: Who drives now.
        ignored: What was ignored.
    """

    followers: Callable[[int], None] = lambda _: None
    command: Callable[[Command], None] = lambda _: None
    driver: Callable[[Driver], None] = lambda _: None
    ignored: Callable[[Ignored], None] = lambda _: None


class Sharing:
    """What a presenter shows, at a place where others can follow it.

    All of it belongs to the event loop in which it was started.
    """

    def __init__(
        self,
        ears: Ears | None = None,
        limits: Limits = USUAL,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._ears = ears or Ears()
        self._limits = limits
        self._clock = clock
        self._claim: Claim | None = None
        self._server: asyncio.Server | None = None
        self._links: dict[Link, asyncio.TimerHandle] = {}
        self._links_made = 0
        self._nobody = asyncio.Event()
        self._subject: Subject | None = None
        self._packed: dict[Role, Packed] = {}
        self._packing: dict[Role, asyncio.Task[None]] = {}
        self._shown: Shown | None = None
        self._shown_at = 0.0
        self._trouble = ""
        self._rev = 0
        self._lines: dict[tuple[Role, bool], bytes] = {}
        self._lines_at = 0.0
        self._wheel = Wheel()
        self._told_followers = 0
        self._count_timer: asyncio.TimerHandle | None = None
        self._ignored = 0

    @property
    def followers(self) -> int:
        """How many of the audience follow."""
        return sum(link.role == "audience" for link in self._links)

    @property
    def driver(self) -> Driver:
        """Who drives."""
        return self._wheel.driver

    @property
    def ignored(self) -> int:
        """How often anything that a follower said was ignored."""
        return self._ignored

    async def start(self, place: Place) -> None:
        """Listen at a place.

        Raises:
            TakenError: Another presenter has it.
            PlaceError: It cannot be used.
        """
        self._claim = claim(place)
        loop = asyncio.get_running_loop()
        try:
            # In two steps, so that there is a server to close where it is cancelled in between.
            self._server = await loop.create_unix_server(
                self._link, sock=self._claim.socket, backlog=_QUEUE, start_serving=False
            )
            await self._server.start_serving()
        except BaseException as error:
            await self.close()
            if isinstance(error, OSError):
                raise PlaceError(f"{place.path} cannot be listened at: {error}.") from None
            raise

    async def close(self) -> None:
        """Part from everybody and take the socket away."""
        server, held = self._server, self._claim
        self._server = self._claim = None
        if server:
            server.close()
        if not held:
            return
        held.release()
        self._stop_packing()
        if self._count_timer:
            self._count_timer.cancel()
        for link in list(self._links):
            link.drop()
        if self._links:
            await self._nobody.wait()

    def material(self, timeline: Timeline, deck: Deck) -> None:
        """Say what the talk is about; whoever follows gets it before any later state."""
        self._subject = Subject(timeline, deck)
        self._packed.clear()
        self._stop_packing()
        self._change()

    def publish(self, shown: Shown) -> None:
        """Say what is shown from now on. Returns at once; who drives is for `driver` to say."""
        self._shown, self._shown_at = shown, self._clock()
        self._change()

    def warn(self, trouble: str) -> None:
        """Tell the speakers what is wrong with the file, "" once nothing is any more."""
        if trouble != self._trouble:
            self._trouble = trouble
            self._change(only="speaker")

    def take_back(self) -> None:
        """Give the wheel to the presenter, whoever has it."""
        self._turn(Wheel())

    # What links ask and tell

    def met(self, link: Link) -> bool:
        """See to a new follower."""
        if self._claim is None:
            link.drop()
            return False
        if self._claim.place.group is None and link.uid != own_uid():
            self._ignore(link, "a follower of another user")
            link.say_goodbye(print_refusal(_NOT_YOURS))
            return False
        if len(self._links) >= self._limits.links + _SPARE:
            self._refuse_one_more(link)
            return False
        loop = asyncio.get_running_loop()
        self._links[link] = loop.call_later(self._limits.silence, link.drop)
        self._nobody.clear()
        return True

    def heard(self, link: Link, line: bytes | None) -> None:
        """Do what a follower says, if it may."""
        said = TOO_LONG if line is None else from_follower(line)
        match said:
            case Hello() if link.role is None:
                self._welcome(link, said)
            case Command() if link.role == "speaker":
                self._obey(link, said)
            case Malformed():
                self._ignore(link, said.why)
            case Hello():
                self._ignore(link, "a second hello")
            case Command():
                self._ignore(link, "a command of somebody who is no speaker")

    def due(self, link: Link) -> bytes | None:
        """The next line that a follower is to have."""
        packed = self._material(link.role) if link.role else None
        if packed is None:
            return None
        if link.digest != packed.digest:
            link.digest = packed.digest
            link.rev = 0
            return packed.line
        if link.rev == self._rev or self._shown is None or not link.role:
            return None
        link.rev = self._rev
        return self._state(self._shown, link.role, packed.digest, link.number)

    def left(self, link: Link) -> None:
        """Forget a follower."""
        self._links.pop(link).cancel()
        if not self._links:
            self._nobody.set()
        self._turn(self._wheel.without(link.number))
        self._count()

    # How it is done

    def _link(self) -> Link:
        self._links_made += 1
        return Link(self, self._links_made, self._limits.stall)

    def _welcome(self, link: Link, hello: Hello) -> None:
        self._links[link].cancel()
        role: Role = hello.role if link.uid == own_uid() else "audience"
        if role == "audience" and self.followers >= self._limits.links:
            self._refuse_one_more(link)
            return
        link.role = role
        self._count()
        link.pump()

    def _refuse_one_more(self, link: Link) -> None:
        self._ignore(link, "a follower more than there may be")
        full = f"There are {self._limits.links} followers already."
        link.say_goodbye(print_refusal(Refusal(full)))

    def _obey(self, link: Link, command: Command) -> None:
        if not self._wheel.obeys(link.number, command.do):
            self._ignore(link, "a command of a speaker without the wheel")
            return
        if command.do in ("take", "give"):
            self._turn(self._wheel.after(link.number, command.do))
        else:
            self._ears.command(command)

    def _turn(self, wheel: Wheel) -> None:
        if wheel == self._wheel:
            return
        before, self._wheel = self._wheel, wheel
        self._change()
        if before.driver != wheel.driver:
            self._ears.driver(wheel.driver)

    def _ignore(self, link: Link, why: str) -> None:
        self._ignored += 1
        link.ignored += 1
        self._ears.ignored(Ignored(why, self._ignored))
        if link.ignored >= self._limits.ignored:
            link.drop()

    def _count(self) -> None:
        """Tell how many follow, if that has changed; the speakers, when all have come."""
        now = self.followers
        if now == self._told_followers:
            return
        self._told_followers = now
        self._ears.followers(now)
        if self._count_timer is None and self._claim is not None:
            loop = asyncio.get_running_loop()
            self._count_timer = loop.call_later(_BETWEEN_COUNTS, self._tell_count)

    def _tell_count(self) -> None:
        self._count_timer = None
        self._change(only="speaker")

    def _change(self, only: Role | None = None) -> None:
        """Send what is new, to those of a role or to all."""
        self._rev += 1
        self._lines.clear()
        for link in list(self._links):
            if link.role and only in (None, link.role):
                link.pump()

    def _state(self, shown: Shown, role: Role, digest: str, number: int) -> bytes:
        """The line of what is shown, made once for all who get the same at once."""
        now, is_theirs = self._clock(), self._wheel.speaker == number
        if now - self._lines_at > _AT_ONCE:
            self._lines.clear()
            self._lines_at = now
        line = self._lines.get((role, is_theirs))
        if line is None:
            passed = now - self._shown_at if shown.running else 0.0
            shown = shown._replace(driver=self._wheel.driver, elapsed=shown.elapsed + passed)
            trouble = self._trouble if role == "speaker" else ""
            state = State(shown, self._rev, digest, self.followers, is_theirs, trouble)
            line = self._lines[role, is_theirs] = print_state(state)
        return line

    def _material(self, role: Role) -> Packed | None:
        """The material for a role; None while there is none, or while it is being packed."""
        if role not in self._packed and role not in self._packing and self._subject:
            self._packing[role] = asyncio.create_task(self._pack(self._subject, role))
        return self._packed.get(role)

    def _stop_packing(self) -> None:
        for task in self._packing.values():
            task.cancel()
        self._packing.clear()

    async def _pack(self, subject: Subject, role: Role) -> None:
        packed = await asyncio.to_thread(pack, subject, role)
        if len(packed.line) > LONGEST:
            packed = packed._replace(line=print_refusal(_TOO_LARGE))
        self._packed[role] = packed
        self._change(only=role)
