"""The yaml-language-server that editors run, spoken to over its standard input and output.

It is what it is in an editor: the documents it is shown exist as texts alone, and their first
line names the schema beside them. (Language Server Protocol 3.17.)
"""

import json
import queue
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

PACKAGE: Final = "yaml-language-server@1.25.0"
SCHEMA: Final = "timeline.schema.json"
MODELINE: Final = f"# yaml-language-server: $schema={SCHEMA}\n"
HERE: Final = "¦"
"""Where the cursor of the editor is in a text."""

_PATIENCE: Final = 60.0
"""Seconds for an answer, on a machine that is busy."""
_INSTALL_PATIENCE: Final = 240.0
_STOP: Final = re.compile(r"\$\{(\d+):([^}]*)\}|\$(\d+)")
_CLIENT: Final = {
    "hover": {"contentFormat": ["markdown"]},
    "completion": {
        "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}
    },
}
_SETTINGS: Final = {"schemaStore": {"enable": False}, "validate": True, "completion": True}

Message = dict[str, Any]


class Unavailable(Exception):  # noqa: N818, it is a reason to leave tests out
    """Why there is no server here."""


class Offer(NamedTuple):
    """What an editor offers at the cursor.

    Attributes:
        label: What the list shows.
        about: What is said beside it.
        body: What is put in, with its tab stops.
        text: The document that results, each tab stop with its text.
    """

    label: str
    about: str
    body: str
    text: str


class Diagnostic(NamedTuple):
    """What is underlined: its line from 1, and what is said of it."""

    line: int
    message: str


def install(folder: Path) -> Path:
    """Put the server into a folder, and nothing anywhere else; gives its command."""
    npm = shutil.which("npm")
    if npm is None:
        raise Unavailable("npm is not installed")
    words = ("install", "--ignore-scripts", "--prefer-offline", "--prefix", str(folder))
    quick = ("--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-retry-mintimeout=1000")
    try:
        done = subprocess.run(
            [npm, *words, *quick, PACKAGE],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=_INSTALL_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise Unavailable(f"npm did not install {PACKAGE} in time") from late
    if done.returncode:
        raise Unavailable(f"npm cannot install {PACKAGE}: {(done.stderr.splitlines() or [''])[0]}")
    return folder / "node_modules" / ".bin" / "yaml-language-server"


class Server:
    """A server that runs, and the documents that it was shown."""

    def __init__(self, process: "subprocess.Popen[bytes]", folder: Path) -> None:
        self._process = process
        self._folder = folder
        self._arrived: queue.Queue[Message] = queue.Queue()
        self._diagnostics: dict[str, list[Message]] = {}
        self._requests = 0
        self._documents = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self._ask(
            "initialize", processId=None, rootUri=None, capabilities={"textDocument": _CLIENT}
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings={"yaml": _SETTINGS})

    def offers(self, text: str, filled: Mapping[str, str] | None = None) -> list[Offer]:
        """What is offered where the cursor is.

        Args:
            text: The document, with its cursor.
            filled: What to write at the tab stops of these texts instead of them.
        """
        shown, at, position = _aimed(text)
        answer = self._ask("textDocument/completion", **self._open(shown), position=position)
        items = answer["items"] if isinstance(answer, dict) else answer
        return [_offer(shown, at, item, filled or {}) for item in items]

    def hover(self, text: str) -> str:
        """What is said of what is under the cursor, in Markdown; "" where nothing is."""
        shown, _, position = _aimed(text)
        answer = self._ask("textDocument/hover", **self._open(shown), position=position)
        return str(answer["contents"]["value"]) if answer else ""

    def diagnose(self, text: str) -> list[Diagnostic]:
        """What is wrong with a document, from top to bottom."""
        uri = self._open(text)["textDocument"]["uri"]
        while uri not in self._diagnostics:
            self._take(self._arrived.get(timeout=_PATIENCE))
        found = self._diagnostics[uri]
        return sorted(
            Diagnostic(each["range"]["start"]["line"] + 1, each["message"]) for each in found
        )

    def end(self) -> None:
        """Let the server leave."""
        self._ask("shutdown")
        self._tell("exit")

    def _open(self, text: str) -> Message:
        """Show a document; gives what names it in a request."""
        self._documents += 1
        uri = (self._folder / f"{self._documents}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)
        return {"textDocument": {"uri": uri}}

    def _ask(self, method: str, **about: object) -> Any:  # noqa: ANN401, each has its own answer
        self._requests += 1
        number = self._requests
        self._send(id=number, method=method, params=about)
        while True:
            message = self._arrived.get(timeout=_PATIENCE)
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._take(message)

    def _tell(self, method: str, **about: object) -> None:
        self._send(method=method, params=about)

    def _take(self, message: Message) -> None:
        """Keep what is said unasked, and answer what is asked for politeness."""
        if "id" in message:
            self._send(id=message["id"], result=None)
        elif message["method"] == "textDocument/publishDiagnostics":
            about = message["params"]
            self._diagnostics[about["uri"]] = about["diagnostics"]

    def _send(self, **message: object) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        """Take in messages, until there are no more."""
        stream = self._process.stdout
        assert stream
        while header := stream.readline():
            size = int(header.partition(b":")[2])
            while stream.readline().strip():
                continue
            self._arrived.put(json.loads(stream.read(size)))


@contextmanager
def serve(command: Path, folder: Path, schema: str) -> Iterator[Server]:
    """Run a server that finds a schema beside the documents."""
    (folder / SCHEMA).write_text(schema, encoding="utf-8")
    with subprocess.Popen(
        [command, "--stdio"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            server = Server(process, folder)
            yield server
            server.end()
            process.wait(timeout=_PATIENCE)
        finally:
            process.kill()


def _aimed(text: str) -> tuple[str, int, Message]:
    """A text without its cursor, and where that is: in it, and by line and character."""
    before, found, after = text.partition(HERE)
    assert found, text
    lines = before.split("\n")
    return before + after, len(before), {"line": len(lines) - 1, "character": len(lines[-1])}


def _offer(text: str, cursor: int, item: Message, filled: Mapping[str, str]) -> Offer:
    about = item.get("documentation") or ""
    edit = item.get("textEdit") or {"newText": item["insertText"], "range": None}
    body = str(edit["newText"])
    start, end = cursor, cursor
    if edit["range"]:
        start, end = (_index(text, edit["range"][side]) for side in ("start", "end"))
    margin = re.match(" *", text[text.rfind("\n", 0, start) + 1 :])
    assert margin
    # Editors start each new line where the line of the cursor starts.
    written = _written(body, filled).replace("\n", f"\n{margin[0]}")
    return Offer(
        str(item["label"]),
        about["value"] if isinstance(about, dict) else about,
        body,
        text[:start] + written + text[end:],
    )


def _index(text: str, position: Message) -> int:
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: position["line"]]) + int(position["character"])


def _written(body: str, filled: Mapping[str, str]) -> str:
    """A body with each tab stop as the person leaves it: with its own text, or with another."""

    def stop(found: re.Match[str]) -> str:
        text = found[2] or ""
        return filled.get(text, text)

    return _STOP.sub(stop, body)
