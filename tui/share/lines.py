"""Lines out of bytes that come in pieces; one that is too long is told, never kept."""


class Lines:
    """Parts a stream into lines without their ends."""

    def __init__(self, longest: int) -> None:
        self._longest = longest
        self._rest = bytearray()
        self._is_skipping = False

    def feed(self, data: bytes) -> list[bytes | None]:
        """The lines that a piece ends; None for each piece of one that is too long."""
        *ends, rest = data.split(b"\n")
        lines = [self._end(each) for each in ends]
        found: list[bytes | None] = [line for line in lines if line != b""]
        if self._is_skipping and rest:
            found.append(None)
        elif len(self._rest) + len(rest) > self._longest:
            self._rest.clear()
            self._is_skipping = True
            found.append(None)
        else:
            self._rest += rest
        return found

    def _end(self, last: bytes) -> bytes | None:
        """The line that ends with these bytes; nothing where it was told before."""
        if self._is_skipping:
            self._is_skipping = False
            return b""
        line = bytes(self._rest + last) if self._rest else last
        self._rest.clear()
        return line if len(line) <= self._longest else None
