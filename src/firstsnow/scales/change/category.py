"""What became of a person, in the words of the methods of clinically significant change."""

from __future__ import annotations

from typing import Literal, TypeAlias

Category: TypeAlias = Literal["recovered", "improved", "unchanged", "deteriorated", "harmed"]
"""What became of someone between two ratings.

``recovered``: reliably better, and moved from the clinical to the functional side of the cutoff.
``improved``: reliably better without that move. ``unchanged``: no more than error explains.
``deteriorated``: reliably worse. ``harmed``: reliably worse, and moved from the functional to the
clinical side. Without a cutoff nobody is called recovered or harmed.
"""

CATEGORIES: tuple[Category, ...] = (
    "recovered",
    "improved",
    "unchanged",
    "deteriorated",
    "harmed",
)
"""The categories from best to worst."""


def category_of(*, worse: float, was: float | None, is_now: float | None) -> Category:
    """Give the category from three signs, each positive towards worse.

    Parameters
    ----------
    worse
        Positive where someone got reliably worse, negative where better, 0 for neither.
    was, is_now
        Positive on the clinical side of the cutoff, before and after, negative on the functional
        side, 0 for neither; ``None`` where there is no cutoff.
    """
    if worse == 0:
        return "unchanged"
    moved = was is not None and is_now is not None and was * is_now < 0
    if worse < 0:
        return "recovered" if moved and is_now is not None and is_now < 0 else "improved"
    return "harmed" if moved and is_now is not None and is_now > 0 else "deteriorated"
