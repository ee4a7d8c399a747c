"""The columns that a study's table may have, and the words that may stand in them."""

from __future__ import annotations

from typing import Literal

MEASUREMENT_ROLES = ("person", "day", "scale", "total", "arm", "rater")
"""Columns that say who, when and what; beside them stand the item columns."""

PERSON_ROLES = ("age", "sex")
"""Columns about the person that firstsnow understands."""

ROLES = (*MEASUREMENT_ROLES, *PERSON_ROLES)

ITEM = "item_"
"""Begins the name of an item's column; what follows is the item's id."""

RATERS: dict[str, Literal["clinician", "self"]] = {"clinician": "clinician", "self": "self"}

SEXES: dict[str, Literal["female", "male"]] = {
    "f": "female",
    "m": "male",
    "female": "female",
    "male": "male",
}


def is_item(name: str) -> bool:
    """Say whether a column's name is an item's."""
    return name.startswith(ITEM) and len(name) > len(ITEM)


def item_of(name: str) -> str:
    """Give the item whose answers a column named ``item_...`` holds."""
    return name.removeprefix(ITEM)
