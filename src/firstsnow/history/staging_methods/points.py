"""From answers to points: what an item gives for a number that is known to lie between bounds."""

from __future__ import annotations

from firstsnow.history.answer import Answer, Bounds
from firstsnow.history.staging_methods.method_file import Item


def points(item: Item, known: Bounds) -> Bounds | None:
    """Give the bounds of an item's points; ``None`` where no level is for such a number.

    Parameters
    ----------
    item
        The item, whose points were read.
    known
        Bounds of what it asks: a number, or a rank of severity from 0.

    Raises
    ------
    ValueError
        If the item's points were not read.
    """
    if not item.is_scored:
        raise ValueError(f"the points of {item.id!r} have no source that was read")
    if item.each is not None:
        return Bounds(known.low * item.each, known.high * item.each)
    held = [level.points for level in item.levels if level.may_hold(known.low, known.high)]
    return Bounds(min(held), max(held)) if held else None


def has_a_level(item: Item, known: Bounds) -> Answer:
    """Answer whether the item has points for a number between these bounds."""
    if item.each is not None or all(level.severity is not None for level in item.levels):
        return "yes"
    lowest = item.levels[0].above
    return "yes" if lowest is None else _above(known, lowest)


def _above(known: Bounds, limit: float) -> Answer:
    if known.low > limit:
        return "yes"
    return "no" if known.high <= limit else "unknown"
