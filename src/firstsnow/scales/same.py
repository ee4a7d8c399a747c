"""Comparing what a scale file says: numbers that are the same but for rounding, names twice."""

from __future__ import annotations

from firstsnow.scales.vocabulary import Number

SLACK = 1e-9
"""How far two numbers may be apart that are meant to be the same."""


def same(left: tuple[Number | None, ...], right: tuple[float, ...]) -> bool:
    """Say whether two rows of numbers are the same but for rounding."""
    return all(
        one is not None and abs(one - other) <= SLACK
        for one, other in zip(left, right, strict=True)
    )


def repeated(names: list[str]) -> list[str]:
    """Give the names that stand in a list more than once, in alphabetical order."""
    return sorted({name for name in names if names.count(name) > 1})
