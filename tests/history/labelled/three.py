"""Yes, no and unknown, and numbers known between bounds."""

from __future__ import annotations

from typing import TypeAlias

Three: TypeAlias = bool | None
"""Yes, no, or not known."""
Range: TypeAlias = tuple[float, float]
"""Least and greatest number that it can be."""


def every(*answers: Three) -> Three:
    if False in answers:
        return False
    return None if None in answers else True


def some(*answers: Three) -> Three:
    if True in answers:
        return True
    return None if None in answers else False


def not_(answer: Three) -> Three:
    return None if answer is None else not answer


def at_least(number: Range, needed: Range) -> Three:
    if number[0] >= needed[1]:
        return True
    return False if number[1] < needed[0] else None


def word(answer: Three) -> str:
    return {True: "yes", False: "no", None: "unknown"}[answer]
