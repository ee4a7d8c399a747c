"""Choices that are the same everywhere and every time."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

One = TypeVar("One")


class Dice:
    """Draws from a seed, by ``random()`` alone, whose numbers no version of Python changes."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)  # noqa: S311  nothing secret is drawn

    def of(self, choices: Sequence[One]) -> One:
        return choices[int(self._random.random() * len(choices))]

    def between(self, low: int, high: int) -> int:
        return low + int(self._random.random() * (high - low + 1))

    def chance(self, percent: float) -> bool:
        return self._random.random() * 100 < percent
