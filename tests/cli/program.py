"""The program itself, run without a terminal."""

import os
import subprocess
import sys


def run(
    *words: str, stdin: bytes | None = None, environment: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[bytes]":
    """Run the program itself, without a terminal."""
    command = [sys.executable, "-m", "tui", *words]
    environment = {**os.environ, **(environment or {})}
    return subprocess.run(command, input=stdin, capture_output=True, env=environment, check=False)
