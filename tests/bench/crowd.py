"""Follows a presenter so many times in one process, and says when all have got each state.

`crowd.py SOCKET COUNT`: a line for each state, its slide and the second of the monotonic clock,
which all processes of a machine share.
"""

import asyncio
import sys
import time
from collections import Counter
from pathlib import Path

from tui.share.follower import Eyes, Following
from tui.share.wire import State


async def main(path: Path, count: int) -> None:
    """Follow until killed."""
    got: Counter[str] = Counter()

    def see(state: State) -> None:
        got[state.shown.slide] += 1
        if got[state.shown.slide] == count:
            sys.stdout.write(f"{state.shown.slide} {time.monotonic()}\n")
            sys.stdout.flush()

    eyes = Eyes(state=see)
    await asyncio.gather(*(Following(path, "audience", eyes).run() for _ in range(count)))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
