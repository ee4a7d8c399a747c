"""One treatment of the catalogue, as its file describes it."""

from __future__ import annotations

from typing import Literal, Self, TypeAlias

from pydantic import Field, model_validator

from firstsnow.i18n import LocalizedText
from firstsnow.knowledge import Fact, KnowledgeModel, SourcedFile
from firstsnow.treatments.adequacy import AdequacyRule
from firstsnow.treatments.approval import Approval
from firstsnow.treatments.caution import Contraindication, Interaction
from firstsnow.treatments.dose import UsualDose
from firstsnow.treatments.equivalent import Equivalent
from firstsnow.treatments.evidence import Finding
from firstsnow.treatments.monitoring import Check
from firstsnow.treatments.names import Names
from firstsnow.treatments.side_effect import SideEffect

Kind: TypeAlias = Literal[
    "drug", "psychotherapy", "neuromodulation", "device", "social", "placebo", "other"
]
"""What sort of treatment it is."""

Role: TypeAlias = Literal[
    "antidepressant", "augmentation", "either", "rapid-acting", "stand-alone", "control"
]
"""As what an attempt at the treatment may be counted.

``antidepressant``: a drug given for depression on its own; ``augmentation``: added to an
antidepressant; ``either``: as one or the other; ``rapid-acting``: an antidepressant that acts
within hours; ``stand-alone``: a course that is no drug, such as psychotherapy or ECT;
``control``: placebo, waiting and usual care, which are never counted as attempts.
"""


class Mechanism(Fact):
    """The class of mechanism of a treatment, an identifier of ``mechanisms.toml``."""

    id: str


class Variant(Fact):
    """A way of giving a treatment that records and rules tell apart, such as ECT's placement.

    Attributes
    ----------
    id
        Identifier within the treatment.
    en, zh
        Name in English and, where a source gives it, in Simplified Chinese.
    """

    id: str
    en: str
    zh: str | None = None

    @property
    def name(self) -> LocalizedText:
        """The name to show; a Chinese name without a source is not shown."""
        return LocalizedText(self.en, self.zh if self.is_sourced else None)


class ModelSection(KnowledgeModel):
    """A section whose keys the course model defines; until then it holds none."""


class Treatment(SourcedFile):
    """One treatment: what it is called, how it is given, and when an attempt at it is adequate.

    Attributes
    ----------
    schema_version
        Version of the file format (``schema`` in the file).
    id
        Identifier in records, mappings and files; also the file's name.
    kind
        What sort of treatment it is.
    mechanism
        Its class of mechanism.
    role
        As what an attempt may be counted.
    names
        Generic name, brands, synonyms, codes.
    variants
        Ways of giving it that are told apart.
    doses
        Usual doses.
    adequacy
        Rules for an adequate attempt; the first that fits is the catalogue's own choice. Without
        any, whether an attempt was adequate is unknown.
    equivalents
        Doses that equal doses of a reference drug.
    side_effects
        What it may bring besides its benefit.
    contraindications
        Conditions of a person that speak against it or ask for care.
    interactions
        Other treatments and substances that do.
    monitoring
        What is watched.
    approvals
        Where it is approved for depression, and since when.
    evidence
        How strong the evidence is.
    kinetics, action
        How doses become concentrations, and concentrations effects: read by the course model.
    """

    schema_version: Literal[1] = Field(alias="schema")
    id: str
    kind: Kind
    mechanism: Mechanism
    role: Role
    names: Names
    variants: tuple[Variant, ...] = ()
    doses: tuple[UsualDose, ...] = ()
    adequacy: tuple[AdequacyRule, ...] = ()
    equivalents: tuple[Equivalent, ...] = ()
    side_effects: tuple[SideEffect, ...] = ()
    contraindications: tuple[Contraindication, ...] = ()
    interactions: tuple[Interaction, ...] = ()
    monitoring: tuple[Check, ...] = ()
    approvals: tuple[Approval, ...] = ()
    evidence: tuple[Finding, ...] = ()
    kinetics: ModelSection | None = None
    action: ModelSection | None = None

    @property
    def name(self) -> LocalizedText:
        """The generic name in the languages in which it may be shown."""
        return self.names.shown

    def rules(self, rule_set: str) -> tuple[AdequacyRule, ...]:
        """Give the adequacy rules of one named set, none where the set has no rule for it."""
        return tuple(rule for rule in self.adequacy if rule.rule_set == rule_set)

    @model_validator(mode="after")
    def _variants_of_rules_are_listed(self) -> Self:
        listed = {variant.id for variant in self.variants}
        for rule in self.adequacy:
            for part in rule.sessions:
                if part.variant is not None and part.variant not in listed:
                    raise ValueError(
                        f"adequacy names the variant {part.variant!r}, which [[variants]] has not"
                    )
        return self
