"""A scale variant, as its file gives it: one variant a file, every fact with its source."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from firstsnow.knowledge import Fact, SourcedFile
from firstsnow.scales.consistency import inconsistencies
from firstsnow.scales.conversion import Conversion
from firstsnow.scales.criteria import Criterion
from firstsnow.scales.items import Item, OptionSet
from firstsnow.scales.meaning import BandSet, Change, Norm, Reliability, SafetyItem, Threshold
from firstsnow.scales.plan import Plan, plan_of
from firstsnow.scales.rules import Component, Missing, Subscale, Total
from firstsnow.scales.vocabulary import Direction, Measures, Rater, Text


class Recall(Fact):
    """The days before the rating that the scale asks about; ``None`` where it names none."""

    days: int | None = Field(default=None, ge=1)


class Licence(Fact):
    """Whether item wordings may ship.

    ``ships``: they may. ``pack``: only in a licensed pack that a site installs. ``never``: not
    without a licence that does not let others pass them on.
    """

    item_text: Literal["ships", "pack", "never"]
    statement: str


class Codes(Fact):
    """LOINC codes of the panel, its total and its items (by item id)."""

    loinc_panel: str | None = None
    loinc_total: str | None = None
    loinc_items: dict[str, str] = {}


class Scale(SourcedFile):
    """One variant of a rating scale.

    Attributes
    ----------
    id
        Id in the catalogue, also the name of the file.
    name
        Full name.
    short_name
        The name that clinicians use.
    family
        What variants of one instrument share.
    aliases
        Other names under which it is known.
    """

    schema_version: Literal[1] = Field(alias="schema")
    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: Text
    short_name: str
    family: str
    aliases: tuple[str, ...] = ()
    measures: Measures
    rater: Rater
    direction: Direction
    recall: Recall
    licence: Licence
    options: dict[str, OptionSet] = {}
    items: tuple[Item, ...] = ()
    components: tuple[Component, ...] = ()
    total: Total
    missing: Missing
    subscales: tuple[Subscale, ...] = ()
    bands: tuple[BandSet, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    change: tuple[Change, ...] = ()
    reliability: tuple[Reliability, ...] = ()
    norms: tuple[Norm, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    conversion: Conversion | None = None
    safety: tuple[SafetyItem, ...] = ()
    codes: Codes | None = None

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        mistakes = inconsistencies(self)
        if mistakes:
            raise ValueError("; ".join(mistakes))
        return self

    @cached_property
    def items_by_id(self) -> dict[str, Item]:
        """The items by their ids."""
        return {item.id: item for item in self.items}

    @cached_property
    def allowed_answers(self) -> dict[str, tuple[int, ...]]:
        """The answers that each item takes, in ascending order, without "not assessed"."""
        return {item.id: self._allowed(item) for item in self.items}

    @cached_property
    def counted_values(self) -> dict[str, dict[int, int]]:
        """What each answer of each item counts, after reversing or by its points."""
        return {item.id: self._counted(item) for item in self.items}

    @cached_property
    def subscales_by_id(self) -> dict[str, Subscale]:
        """The subscales by their ids."""
        return {part.id: part for part in self.subscales}

    @cached_property
    def scored_subscales(self) -> tuple[Subscale, ...]:
        """The subscales whose rule and items were read somewhere."""
        return tuple(
            part
            for part in self.subscales
            if part.is_sourced and all(self.items_by_id[name].is_sourced for name in part.items)
        )

    @cached_property
    def sourced_bands(self) -> dict[str | None, tuple[BandSet, ...]]:
        """The sets of bands that were read somewhere, by subscale; under ``None`` the total's."""
        found: dict[str | None, tuple[BandSet, ...]] = {}
        for group in self.bands:
            if group.is_sourced:
                found[group.subscale] = (*found.get(group.subscale, ()), group)
        return found

    @cached_property
    def plan(self) -> Plan:
        """The rule laid out for computing."""
        return plan_of(self)

    def _allowed(self, item: Item) -> tuple[int, ...]:
        if item.options is not None:
            group = self.options.get(item.options)
            every = {option.value for option in group.values} if group else set()
        else:
            every = item.whole_numbers()
        return tuple(sorted(every - set(item.not_assessed)))

    def _counted(self, item: Item) -> dict[int, int]:
        answers = self.allowed_answers[item.id]
        if item.points is not None:
            return {answer: item.points[str(answer)] for answer in answers}
        if item.reverse:
            return {answer: answers[0] + answers[-1] - answer for answer in answers}
        return {answer: answer for answer in answers}
