"""What speaks against a treatment, or asks for care: conditions of a person, other substances."""

from __future__ import annotations

from typing import Literal, Self, TypeAlias

from pydantic import PositiveFloat, model_validator

from firstsnow.knowledge import Fact, KnowledgeModel, Text
from firstsnow.treatments.dose import Route

Region: TypeAlias = Literal["us", "eu", "uk", "cn", "jp", "ca", "au"]
"""Where a label or an approval holds."""

Weight: TypeAlias = Literal["contraindicated", "avoid", "caution"]
"""How much it weighs in the source's words; ``avoid`` is "not recommended"."""


class Contraindication(Fact):
    """A condition of the person that speaks against a treatment or asks for care.

    Attributes
    ----------
    condition
        Identifier in ``vocabularies/conditions.toml``.
    weight
        How much it weighs.
    clause
        What the source says, in short words of our own.
    region
        Where it holds, where the source is the label of one region.
    route
        The route that it holds for, where it is for one alone.
    """

    condition: str
    weight: Weight
    clause: Text
    region: Region | None = None
    route: Route | None = None


class Partner(KnowledgeModel):
    """With what a treatment interacts: exactly one of the three.

    Attributes
    ----------
    treatment
        Identifier of the catalogue.
    mechanism
        Class of mechanism, an identifier of ``mechanisms.toml``.
    substance
        Identifier in ``vocabularies/substances.toml``: what the catalogue does not have.
    """

    treatment: str | None = None
    mechanism: str | None = None
    substance: str | None = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        given = [one for one in (self.treatment, self.mechanism, self.substance) if one is not None]
        if len(given) != 1:
            raise ValueError("give exactly one of treatment, mechanism, substance")
        return self


class Interaction(Fact):
    """Another treatment or substance that must not, or only with care, be given beside this one.

    Attributes
    ----------
    partner
        With what.
    weight
        How much it weighs.
    days_after_partner
        Days that must have passed since the last dose of the partner before this treatment begins.
    days_before_partner
        Days that must have passed since the last dose of this treatment before the partner begins.
    effect
        Identifier in ``vocabularies/effects.toml`` of what may happen, where it is one thing.
    clause
        What the source says, in short words of our own.
    region
        Where it holds, where the source is the label of one region.
    """

    partner: Partner
    weight: Weight
    days_after_partner: PositiveFloat | None = None
    days_before_partner: PositiveFloat | None = None
    effect: str | None = None
    clause: Text
    region: Region | None = None
