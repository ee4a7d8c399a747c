"""What is wrong with an input, where, and what would be right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from firstsnow.i18n import Message


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in what a user gave.

    Attributes
    ----------
    what
        What is wrong.
    right
        What would be right.
    file
        Name of the file, where there is one.
    line
        Line in the file, counted from 1, for tables.
    pointer
        JSON pointer (RFC 6901) to the place, for JSON.
    field
        Name of the column or field.
    """

    what: Message
    right: Message
    file: str | None = None
    line: int | None = None
    pointer: str | None = None
    field: str | None = None

    def in_file(self, file: str) -> Problem:
        """Give the same problem with the file's name."""
        return replace(self, file=file)

    @property
    def place(self) -> str:
        """Where it is, as ``file:line field`` or ``file /pointer``."""
        head = self.file or ""
        if self.line is not None:
            head = f"{head}:{self.line}" if head else f"line {self.line}"
        tail = self.pointer if self.pointer is not None else self.field
        return " ".join(part for part in (head, tail) if part)

    def __str__(self) -> str:
        return (
            f"{self.place}: {self.what}; {self.right}"
            if self.place
            else f"{self.what}; {self.right}"
        )


class InputError(ValueError):
    """An input that can't be used, with every problem that was found in it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))
