"""What is said once the screen is gone, to a line that may take nothing any more."""

import io

from tui.terminal.writer import Writer


class LastWords(io.StringIO):
    """A stream to the terminal of a writer that has stopped; nobody waits for it for long."""

    def __init__(self, writer: Writer) -> None:
        super().__init__()
        self._writer = writer

    def isatty(self) -> bool:
        """It is a terminal."""
        return True

    def write(self, text: str) -> int:
        """Say something, if what was written before has been taken."""
        if not self._writer.is_alive():
            self._writer.start()
            self._writer.settle()
            self._writer.write(text)
            self._writer.stop()
        return len(text)
