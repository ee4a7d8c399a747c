"""How a command ends: 0 when all is well, 1 with problems in the input, 2 when called wrongly."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum

from firstsnow.i18n import Language, Message, Translator, message, plural_message, translator
from firstsnow.problems import InputError, Problem

MOST_SHOWN = 200
"""Problems that are written out; the rest is counted."""


class Ending(IntEnum):
    """The exit status."""

    FINE = 0
    PROBLEMS = 1
    USAGE = 2


class UsageError(Exception):  # noqa: N818  named as the exit status is
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
        print(f"firstsnow: {spoken.text(text)}", file=sys.stderr)
        sys.exit(Ending.USAGE)
    except BrokenPipeError:
        # Whoever reads has seen enough, as in `firstsnow history ... | head`.
        sys.stderr.close()
        sys.exit(Ending.FINE)


def show_problems(problems: Sequence[Problem], spoken: Translator) -> None:
    """List problems on stderr, one a line: where, what is wrong, and what would be right."""
    for problem in problems[:MOST_SHOWN]:
        print(line_of(problem, spoken), file=sys.stderr)
    rest = len(problems) - MOST_SHOWN
    if rest > 0:
        more = plural_message("and {number} more problem", "and {number} more problems", rest)
        print(spoken.text(more), file=sys.stderr)


def line_of(problem: Problem, spoken: Translator) -> str:
    """Write a problem as one line."""
    text = spoken.text(message("{what}; {right}", what=problem.what, right=problem.right))
    return f"{problem.place}: {text}" if problem.place else text
