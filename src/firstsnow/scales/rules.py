"""How answers become a total: components, the total, subscales and missing items."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from firstsnow.knowledge import Fact
from firstsnow.scales.vocabulary import Number, Text


class Component(Fact):
    """Several items that enter the total as one value.

    Attributes
    ----------
    id
        Name of the component.
    topic
        What it is about.
    items
        Its items' ids.
    rule
        Whether its value is the greatest of its items or their sum.
    either
        Groups of items of which a form asks for one only; one answer in such a group is enough.
    """

    id: str
    topic: Text
    items: tuple[str, ...] = Field(min_length=1)
    rule: Literal["max", "sum"]
    either: tuple[tuple[str, ...], ...] = ()


class Total(Fact):
    """How the total is formed, and its range.

    ``total = multiply * sum(values)``, or ``multiply * mean(values)``; ``none`` for an instrument
    that has no total.
    """

    rule: Literal["sum", "mean", "none"]
    multiply: int = Field(default=1, ge=1)
    minimum: Number | None = None
    maximum: Number | None = None

    @model_validator(mode="after")
    def _range_fits_the_rule(self) -> Self:
        ends = (self.minimum, self.maximum)
        if self.rule == "none" and ends != (None, None):
            raise ValueError('rule "none" has no minimum and no maximum')
        if self.rule != "none" and None in ends:
            raise ValueError(f'rule "{self.rule}" needs minimum and maximum')
        return self


class Missing(Fact):
    """What happens when items are not answered.

    Attributes
    ----------
    rule
        ``complete``: not scoreable. ``prorate``: the missing values are replaced by the mean of the
        values that are there.
    most
        The greatest number of missing values that may be replaced.
    never_missing
        Items without which nothing is scored.
    """

    rule: Literal["complete", "prorate"]
    most: int = Field(default=0, ge=0)
    never_missing: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _most_fits_the_rule(self) -> Self:
        if self.rule == "complete" and (self.most or self.never_missing):
            raise ValueError(
                'rule "complete" allows no missing item: leave out most, never_missing'
            )
        if self.rule == "prorate" and self.most < 1:
            raise ValueError('rule "prorate" needs most, at least 1')
        return self


class Subscale(Fact):
    """A score over some of the items."""

    id: str
    name: Text
    items: tuple[str, ...] = Field(min_length=1)
    rule: Literal["sum", "mean"]
    minimum: Number
    maximum: Number
