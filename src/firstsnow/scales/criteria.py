"""Rules over answers that are met or not: so many items of these at least so high."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from firstsnow.knowledge import Fact, KnowledgeModel
from firstsnow.scales.vocabulary import Text


class CriterionPart(KnowledgeModel):
    """One part of a rule: of some items, so many have an answer that is high enough.

    Attributes
    ----------
    items
        The items, where ``at_least`` is one number for all of them.
    at_least
        The lowest answer that counts: one for all items, or one each, by item. It is compared with
        the answer itself, before reversing and without points.
    count
        How many of the items must reach it.
    """

    items: tuple[str, ...] = ()
    at_least: int | dict[str, int]
    count: int = Field(default=1, ge=1)

    @model_validator(mode="after")
    def _items_are_given_once(self) -> Self:
        if isinstance(self.at_least, dict) == bool(self.items):
            raise ValueError("give either items and one at_least, or at_least = { item = answer }")
        if self.count > len(self.least):
            raise ValueError(f"count {self.count} is more than its {len(self.least)} items")
        return self

    @property
    def least(self) -> dict[str, int]:
        """The lowest answer that counts, by item."""
        if isinstance(self.at_least, dict):
            return self.at_least
        return dict.fromkeys(self.items, self.at_least)


class Criterion(Fact):
    """A named rule over answers that is met or not.

    Attributes
    ----------
    id
        Name of the rule in its file.
    name
        What is met, such as a provisional diagnosis.
    population
        In whom, or by whom, the rule was established.
    needs
        How many of its parts must be met.
    parts
        What is asked of the answers.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: Text
    population: str
    needs: int | Literal["all"] = "all"
    parts: tuple[CriterionPart, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _needs_fit_the_parts(self) -> Self:
        if self.needs != "all" and not 1 <= self.needs <= len(self.parts):
            raise ValueError(
                f"criterion {self.id}: needs {self.needs} must lie between 1 and its number of "
                f"parts, {len(self.parts)}"
            )
        return self

    @property
    def needed(self) -> int:
        """The number of parts that must be met."""
        return len(self.parts) if self.needs == "all" else self.needs
