"""The words that treatment files point to: side effects, conditions, substances, checks.

Each word has a name in both languages, so that a page can show it, and the names by which a record
may hold it, so that what is on record can be recognised.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Literal, Self, TypeVar

from pydantic import Field, model_validator

from firstsnow.knowledge import (
    Fact,
    KnowledgeModel,
    SourcedFile,
    Text,
    nearest,
    read_knowledge,
)

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


class Part(Fact):
    """Another word of the file that belongs to a class with everything it has."""

    substance: str


class Substance(Word):
    """A drug, class of drugs or food that the catalogue of treatments does not have.

    Attributes
    ----------
    members
        Names of drugs that belong to a class, each a fact with its source.
    parts
        Other words that belong to it; ``substances`` adds their names and members to its own.
    """

    members: tuple[Member, ...] = ()
    parts: tuple[Part, ...] = ()


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

    @model_validator(mode="after")
    def _words_are_told_apart(self) -> Self:
        _refuse_words_twice(self.words)
        return self


class CheckFile(SourcedFile):
    """The file of what is watched."""

    schema_version: Literal[1] = Field(alias="schema")
    words: tuple[CheckedThing, ...]

    @model_validator(mode="after")
    def _words_are_told_apart(self) -> Self:
        _refuse_words_twice(self.words)
        return self


class SubstanceFile(SourcedFile):
    """The file of substances; a part stands on its own, so that no class holds itself."""

    schema_version: Literal[1] = Field(alias="schema")
    words: tuple[Substance, ...]

    @model_validator(mode="after")
    def _words_are_told_apart(self) -> Self:
        _refuse_words_twice(self.words)
        listed = _by_id(self.words)
        for word in self.words:
            for part in word.parts:
                _refuse_unlisted(f"{word.id}: part", part.substance, listed)
                if any(inner.substance == word.id for inner in _parts_within(part, listed)):
                    raise ValueError(f"{word.id}: it is a part of its own part {part.substance!r}")
        return self


class ConditionFile(SourcedFile):
    """The file of conditions."""

    schema_version: Literal[1] = Field(alias="schema")
    words: tuple[ConditionWord, ...]

    @model_validator(mode="after")
    def _words_are_told_apart(self) -> Self:
        _refuse_words_twice(self.words)
        for word in self.words:
            for broader in word.broader:
                _refuse_unlisted(f"{word.id}: broader", broader, _by_id(self.words))
        return self


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
    """Give every substance by its identifier; a class has the members of its parts too."""
    listed = _by_id(read_knowledge(_path("substances"), SubstanceFile).words)
    return _by_id(
        tuple(
            word.model_copy(update={"members": tuple(_members(word, listed))})
            for word in listed.values()
        )
    )


@cache
def conditions() -> Mapping[str, ConditionWord]:
    """Give every condition by its identifier."""
    return _by_id(read_knowledge(_path("conditions"), ConditionFile).words)


def _path(name: str) -> Traversable:
    return files("firstsnow.treatments") / "vocabularies" / f"{name}.toml"


def _by_id(words: tuple[Listed, ...]) -> Mapping[str, Listed]:
    return MappingProxyType({word.id: word for word in words})


def _members(word: Substance, listed: Mapping[str, Substance]) -> Iterator[Member]:
    """Walk over the members of a class and the names and members of its sourced parts."""
    yield from word.members
    for part in word.parts:
        if part.is_sourced:
            one = listed[part.substance]
            for name in (one.name.en, one.name.zh, *one.also):
                if name is not None:
                    yield Member(name=name, source=part.source)
            yield from _members(one, listed)


def _parts_within(part: Part, listed: Mapping[str, Substance]) -> Iterator[Part]:
    """Walk over a part and the parts of which it is made, as far as they are listed."""
    seen: set[str] = set()
    waiting = [part]
    while waiting:
        one = waiting.pop()
        yield one
        if one.substance not in seen and one.substance in listed:
            seen.add(one.substance)
            waiting.extend(listed[one.substance].parts)


def _refuse_words_twice(words: tuple[Word, ...]) -> None:
    """Refuse an identifier, or a name in either language, that two words share."""
    owners: Counter[str] = Counter()
    for word in words:
        owners.update({name.casefold() for name in (word.id, *_names(word))})
    twice = sorted(name for name, count in owners.items() if count > 1)
    if twice:
        raise ValueError(f"two words share {', '.join(map(repr, twice))}; unite them")


def _refuse_unlisted(place: str, name: str, listed: Mapping[str, Word]) -> None:
    if name not in listed:
        near = nearest(name, listed)
        meant = f"; did you mean {' or '.join(near)}?" if near else ""
        raise ValueError(f"{place} {name!r} is not listed{meant}")


def _names(word: Word) -> Iterator[str]:
    yield word.name.en
    if word.name.zh is not None:
        yield word.name.zh
    yield from word.also
