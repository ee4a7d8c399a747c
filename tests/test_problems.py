"""Problems: what is wrong, where, and what would be right, in one line."""

from __future__ import annotations

import pytest

from firstsnow.i18n import message
from firstsnow.problems import InputError, Problem

WRONG = message("the dose is {dose}", dose=-5)
RIGHT = message("a dose is not negative")


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem(WRONG, RIGHT), "the dose is -5; a dose is not negative"),
        (Problem(WRONG, RIGHT, file="a.csv"), "a.csv: the dose is -5; a dose is not negative"),
        (
            Problem(WRONG, RIGHT, file="a.csv", line=3, field="dose"),
            "a.csv:3 dose: the dose is -5; a dose is not negative",
        ),
        (
            Problem(WRONG, RIGHT, line=3),
            "line 3: the dose is -5; a dose is not negative",
        ),
        (
            Problem(WRONG, RIGHT, file="a.json", pointer="/exposures/0", field="dose"),
            "a.json /exposures/0: the dose is -5; a dose is not negative",
        ),
    ],
)
def test_a_problem_reads_as_one_line_with_its_place(problem: Problem, line: str) -> None:
    assert str(problem) == line


def test_a_problem_can_be_given_its_file_later() -> None:
    assert Problem(WRONG, RIGHT, line=3).in_file("b.csv").place == "b.csv:3"


def test_an_input_error_carries_every_problem() -> None:
    error = InputError([Problem(WRONG, RIGHT, line=1), Problem(WRONG, RIGHT, line=2)])
    assert len(error.problems) == 2
    assert str(error).count("\n") == 1
