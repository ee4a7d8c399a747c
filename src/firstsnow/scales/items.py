"""What a person or rater answers: items and their options."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from firstsnow.knowledge import Fact, KnowledgeModel
from firstsnow.scales.vocabulary import Text


class Option(KnowledgeModel):
    """One answer that can be chosen.

    Attributes
    ----------
    value
        The number that is recorded.
    text
        The wording beside it, where the licence lets it ship and it was read.
    """

    value: int
    text: Text | None = None


class OptionSet(Fact):
    """The answers that several items share."""

    values: tuple[Option, ...]

    @model_validator(mode="after")
    def _values_are_distinct(self) -> Self:
        numbers = [option.value for option in self.values]
        if len(set(numbers)) != len(numbers) or not numbers:
            raise ValueError(f"every option needs its own value; found {numbers}")
        return self


class AskedWhen(KnowledgeModel):
    """On which answer an item is asked at all.

    Attributes
    ----------
    item
        An earlier item.
    at_least
        The lowest answer to it after which this item is asked.
    """

    item: str
    at_least: int


class Item(Fact):
    """One question, or one sign that is rated.

    Its answers are either those of an option set or whole numbers from ``minimum`` to ``maximum``.

    Attributes
    ----------
    id
        The number or name that the form prints beside the item.
    topic
        Our own short neutral word for what it is about; shown where the wording may not ship.
    text
        The form's wording.
    options
        Name of an option set.
    minimum, maximum
        Lowest and highest answer.
    reverse
        Whether the answer counts backwards: ``minimum + maximum - answer``.
    points
        What each answer adds to a total, where that is not the answer itself; keys are answers.
    asked_when
        The answer after which it is asked; where it is not asked, it is not missing.
    in_total
        Whether it enters the total.
    not_assessed
        Answers that mean "not assessed": they never enter a total and count as missing.
    """

    id: str
    topic: Text
    text: Text | None = None
    options: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    reverse: bool = False
    points: dict[str, int] | None = None
    asked_when: AskedWhen | None = None
    in_total: bool = True
    not_assessed: tuple[int, ...] = ()

    @model_validator(mode="after")
    def _answers_are_given_once(self) -> Self:
        numbers = (self.minimum, self.maximum)
        if self.options is not None and numbers != (None, None):
            raise ValueError(
                f"item {self.id}: give either options or minimum and maximum, not both"
            )
        if self.options is None and None in numbers:
            raise ValueError(f"item {self.id}: give options, or both minimum and maximum")
        if self.points is not None and self.reverse:
            raise ValueError(f"item {self.id}: give either points or reverse, not both")
        return self

    def whole_numbers(self) -> set[int]:
        """Give the whole numbers from ``minimum`` to ``maximum``, of an item without options."""
        return set(range(self.minimum or 0, (self.maximum or 0) + 1))
