"""How a command ends: 0 when all is well, 1 with problems in the input, 2 when called wrongly."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum

import typer

from firstsnow.i18n import Language, Message, Translator, message, translator
from firstsnow.problems import InputError, Problem


class Ending(IntEnum):
    """The exit status."""

    FINE = 0
    PROBLEMS = 1
    USAGE = 2


class UsageError(Exception):
    """A command was called wrongly.

    Attributes
    ----------
    what, right
        What is wrong, and what would be right.
    """

    def __init__(self, what: Message, right: Message) -> None:
        self.what = what
        self.right = right
        super().__init__(f"{what}; {right}")


@contextmanager
def ending_well(language: Language) -> Iterator[None]:
    """Turn what a user can cause into words on stderr and an exit status."""
    spoken = translator(language)
    try:
        yield
    except InputError as error:
        show_problems(error.problems, spoken)
        sys.exit(Ending.PROBLEMS)
    except UsageError as error:
        text = message("{what}; {right}", what=error.what, right=error.right)
        typer.echo(f"firstsnow: {_visible(spoken.text(text))}", err=True)
        sys.exit(Ending.USAGE)
    except BrokenPipeError:
        # Whoever reads has seen enough, as in `firstsnow history ... | head`.
        sys.stderr.close()
        sys.exit(Ending.FINE)
    except OSError as error:
        # Files are read and written where their own errors are worded: this is the output itself.
        _give_up_stdout()
        text = message(
            "what was to be printed can't be written ({reason}); make room, or print elsewhere",
            reason=error.strerror or type(error).__name__,
        )
        typer.echo(f"firstsnow: {spoken.text(text)}", err=True)
        sys.exit(Ending.USAGE)


def show_problems(problems: Sequence[Problem], spoken: Translator) -> None:
    """List problems on stderr, one a line: where, what is wrong, and what would be right."""
    for problem in problems:
        typer.echo(line_of(problem, spoken), err=True)


def line_of(problem: Problem, spoken: Translator) -> str:
    """Write a problem as one line."""
    text = spoken.text(message("{what}; {right}", what=problem.what, right=problem.right))
    return _visible(f"{problem.place}: {text}" if problem.place else text)


_TURNS_TEXT = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of the text around them."""


def _visible(line: str) -> str:
    """Write out what a file could use to command the terminal or to make up lines of its own."""
    return "".join(
        f"\\u{ord(letter):04x}"
        if unicodedata.category(letter) == "Cc" or letter in _TURNS_TEXT
        else letter
        for letter in line
    )


def _give_up_stdout() -> None:
    """Let Python end without trying once more to print what can't be printed."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
