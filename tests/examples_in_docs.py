"""Run the examples that the documents show, so that a document says only what happens.

A block marked ``python`` is run; where it has prompts, its output is compared. In a block marked
``console``, every line that starts with ``$ firstsnow`` is run, and what it prints, on both
streams, is compared with the lines below it. ``...`` stands for anything. A command that ends with
another status than 0 has to say so with ``$ echo $?`` and the status below it. Other commands are
not run.

Each document runs in a scratch folder of its own that looks like the repository's root, so that
what an example writes is gone afterwards and never lands in the tree.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import ndiff
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path
from typing import Any

from sybil import Document, Example, Region
from sybil.parsers.myst import CodeBlockParser

REPOSITORY = Path(__file__).parents[1]
PROMPT = "$ "
ASK_FOR_STATUS = "echo $?"


@dataclass(frozen=True)
class Command:
    """One command of a console block, and what the document says that it prints."""

    text: str
    expected: str


class ConsoleBlockParser:
    """Find the console blocks of a document for Sybil."""

    def __init__(self) -> None:
        self._find_blocks = CodeBlockParser(language="console", evaluator=run_console_block)

    def __call__(self, document: Document) -> Iterable[Region]:
        """Return the document's console blocks, each to be run by `run_console_block`."""
        return self._find_blocks(document)


def commands_of(block: str) -> Iterator[Command]:
    r"""Split a console block at its prompts; a trailing ``\`` continues a command below."""
    lines = iter(block.splitlines())
    command: str | None = None
    expected: list[str] = []
    for line in lines:
        if not line.startswith(PROMPT):
            expected.append(line)
            continue
        if command is not None:
            yield Command(command, _as_output(expected))
        command, expected = line.removeprefix(PROMPT), []
        while command.endswith("\\"):
            command = command.removesuffix("\\") + next(lines).removeprefix("> ").lstrip()
    if command is not None:
        yield Command(command, _as_output(expected))


def run_console_block(example: Example) -> str | None:
    """Run the block's ``firstsnow`` commands; return what differs from the document, or None."""
    status_unsaid: str | None = None
    status = 0
    for command in commands_of(example.parsed):
        if command.text == ASK_FOR_STATUS:
            printed, status_unsaid = f"{status}\n", None
        elif command.text.split()[0] == "firstsnow":
            if status_unsaid:
                return status_unsaid
            printed, status = _run(command.text)
            status_unsaid = (
                f"'{command.text}' ended with status {status}: show it with '$ {ASK_FOR_STATUS}'"
                if status
                else None
            )
        else:
            continue
        difference = difference_between(command.expected, printed)
        if difference:
            return f"'{command.text}' printed something else:\n{difference}"
    return status_unsaid


def difference_between(expected: str, printed: str) -> str | None:
    """Compare line by line, ``...`` standing for anything; return None when they agree."""
    printed = _as_output(printed.splitlines())
    if OutputChecker().check_output(expected, printed, ELLIPSIS):
        return None
    return "".join(ndiff(expected.splitlines(keepends=True), printed.splitlines(keepends=True)))


def enter_scratch_folder(namespace: dict[str, Any]) -> None:
    """Make a folder that holds a link to each thing in the repository's root, and go there."""
    scratch = tempfile.TemporaryDirectory(prefix="firstsnow-docs-")
    for entry in REPOSITORY.iterdir():
        if not entry.name.startswith("."):
            Path(scratch.name, entry.name).symlink_to(entry)
    namespace["__scratch__"] = (scratch, Path.cwd())
    os.chdir(scratch.name)


def leave_scratch_folder(namespace: dict[str, Any]) -> None:
    """Go back to where the tests run and remove the scratch folder."""
    scratch, previous = namespace["__scratch__"]
    os.chdir(previous)
    scratch.cleanup()


def _run(command: str) -> tuple[str, int]:
    """Run one shell line as a person in a plain terminal 100 columns wide would see it."""
    environment = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": os.environ.get("HOME", "/"),
        "LANG": "C.UTF-8",
        "TERM": "dumb",
        "NO_COLOR": "1",
        "COLUMNS": "100",
    }
    finished = subprocess.run(
        ["/usr/bin/env", "bash", "-o", "pipefail", "-c", command],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return finished.stdout, finished.returncode


def _as_output(lines: Iterable[str]) -> str:
    """Join lines without the spaces at their ends and the empty lines at the end."""
    text = "\n".join(line.rstrip() for line in lines).rstrip("\n")
    return f"{text}\n" if text else ""
