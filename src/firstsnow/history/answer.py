"""Yes, no or unknown, and bounds on a number: unknown never becomes no."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Answer: TypeAlias = Literal["yes", "no", "unknown"]


def all_of(answers: Iterable[Answer]) -> Answer:
    """Answer whether all hold: one no settles it, and so does yes throughout."""
    given = tuple(answers)
    if "no" in given:
        return "no"
    return "unknown" if "unknown" in given else "yes"


def any_of(answers: Iterable[Answer]) -> Answer:
    """Answer whether any holds: one yes settles it, and so does no throughout."""
    given = tuple(answers)
    if "yes" in given:
        return "yes"
    return "unknown" if "unknown" in given else "no"


def negate(answer: Answer) -> Answer:
    """Answer the opposite question."""
    if answer == "unknown":
        return "unknown"
    return "no" if answer == "yes" else "yes"


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number that is known to lie between two bounds, both included."""

    low: float
    high: float

    @classmethod
    def exactly(cls, value: float) -> Bounds:
        """Bounds of a number that is known."""
        return cls(value, value)

    @classmethod
    def unknown(cls) -> Bounds:
        """Bounds of a number of which nothing is known."""
        return cls(-math.inf, math.inf)

    @property
    def is_exact(self) -> bool:
        """Whether the number is known."""
        return self.low == self.high

    def middle_or(self, otherwise: float) -> float:
        """Give the number halfway between the bounds, ``otherwise`` where one of them is open."""
        middle = (self.low + self.high) / 2
        return middle if math.isfinite(middle) else otherwise

    def plus(self, other: Bounds) -> Bounds:
        """Bounds of the sum of two numbers."""
        return Bounds(self.low + other.low, self.high + other.high)

    def at_most(self, limit: float) -> Bounds:
        """Bounds of the smaller of the number and ``limit``."""
        return Bounds(min(self.low, limit), min(self.high, limit))

    def reaches(self, needed: float) -> Answer:
        """Answer whether the number is ``needed`` or more."""
        if self.low >= needed:
            return "yes"
        return "no" if self.high < needed else "unknown"

    def is_below(self, limit: float) -> Answer:
        """Answer whether the number is less than ``limit``."""
        return negate(self.reaches(limit))


def elapsed(start: Bounds, end: Bounds) -> Bounds:
    """Bounds of the time from ``start`` to ``end``, never negative."""
    return Bounds(max(0.0, end.low - start.high), max(0.0, end.high - start.low))
