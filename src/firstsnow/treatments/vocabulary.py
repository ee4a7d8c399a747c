"""The words that treatment files point to: side effects, conditions, substances, checks.

Each word has a name in both languages, so that a page can show it, and the names by which a record
may hold it, so that what is on record can be recognised.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Literal, TypeVar

from pydantic import Field

from firstsnow.knowledge import Fact, KnowledgeModel, SourcedFile, Text, read_knowledge

_IDENTIFIER = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class Word(KnowledgeModel):
    """One word.

    Attributes
    ----------
    id
        Identifier that treatment files use.
    name
        Name in our own plain words.
    also
        Other names of it, in any language.
    """

    id: str = Field(pattern=_IDENTIFIER)
    name: Text
    also: tuple[str, ...] = ()


class Effect(Word):
    """A side effect."""


class CheckedThing(Word):
    """Something that is watched under a treatment, such as blood pressure."""


class Member(Fact):
    """A drug that belongs to a class of substances."""

    name: str


class Substance(Word):
    """A drug, class of drugs or food that the catalogue of treatments does not have.

    ``members`` are names of drugs that belong to a class, each a fact with its source.
    """

    members: tuple[Member, ...] = ()


class Codes(Fact):
    """Codes of a condition: each stands for itself and everything below it (``I10`` for ``I10.9``).

    Attributes
    ----------
    icd10, icd11
        Codes or beginnings of codes.
    """

    icd10: tuple[str, ...] = ()
    icd11: tuple[str, ...] = ()


class Limit(Fact):
    """A vital sign or laboratory value beyond which a condition is there.

    Attributes
    ----------
    reading
        Name of a vital sign, or an analyte, as records hold it.
    above, below
        The limit, itself not included.
    unit
        Unit of an analyte; the name of a vital sign carries its own.
    """

    reading: str
    above: float | None = None
    below: float | None = None
    unit: str | None = None


class ConditionWord(Word):
    """A condition of a person that a contraindication may name.

    Attributes
    ----------
    seen_in
        Where a record would hold it: ``conditions`` (by name or code), or one of the record's own
        fields that say it outright.
    codes
        Codes by which a condition or diagnosis on record is recognised.
    limits
        Readings that show it.
    age_below_years, age_from_years
        For conditions that are nothing but an age.
    broader
        Conditions of this file that hold whenever this one does.
    """

    seen_in: Literal[
        "conditions",
        "pregnancy",
        "breastfeeding",
        "bipolar",
        "mania",
        "psychosis",
        "allergy",
        "age",
        "readings",
        "self-harm",
    ] = "conditions"
    codes: Codes | None = None
    limits: tuple[Limit, ...] = ()
    age_below_years: float | None = None
    age_from_years: float | None = None
    broader: tuple[str, ...] = ()


Listed = TypeVar("Listed", bound=Word)


class EffectFile(SourcedFile):
    """The file of side effects."""

    schema_version: Literal[1] = Field(alias="schema")
    words: tuple[Effect, ...]


class CheckFile(SourcedFile):
    """The file of what is watched."""

    schema_version: Literal[1] = Field(alias="schema")
    words: tuple[CheckedThing, ...]


class SubstanceFile(SourcedFile):
    """The file of substances."""

    schema_version: Literal[1] = Field(alias="schema")
    words: tuple[Substance, ...]


class ConditionFile(SourcedFile):
    """The file of conditions."""

    schema_version: Literal[1] = Field(alias="schema")
    words: tuple[ConditionWord, ...]


@cache
def effects() -> Mapping[str, Effect]:
    """Give every side effect by its identifier."""
    return _by_id(read_knowledge(_path("effects"), EffectFile).words)


@cache
def checked_things() -> Mapping[str, CheckedThing]:
    """Give everything that is watched by its identifier."""
    return _by_id(read_knowledge(_path("checks"), CheckFile).words)


@cache
def substances() -> Mapping[str, Substance]:
    """Give every substance by its identifier."""
    return _by_id(read_knowledge(_path("substances"), SubstanceFile).words)


@cache
def conditions() -> Mapping[str, ConditionWord]:
    """Give every condition by its identifier."""
    return _by_id(read_knowledge(_path("conditions"), ConditionFile).words)


def _path(name: str) -> Traversable:
    return files("firstsnow.treatments") / "vocabularies" / f"{name}.toml"


def _by_id(words: tuple[Listed, ...]) -> Mapping[str, Listed]:
    return MappingProxyType({word.id: word for word in words})
