"""Staging methods as their files give them: what they ask, and the points of the answers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Literal, Self, TypeAlias, get_args

from pydantic import Field, PositiveFloat, model_validator

from firstsnow.history.definition_file import (
    Asked,
    Count,
    Counted,
    Definition,
    Distinct,
    Excluded,
    Percent,
    Scope,
    Weeks,
    Words,
)
from firstsnow.knowledge import (
    UNSOURCED,
    Fact,
    KnowledgeModel,
    SourcedFile,
    Text,
    read_named,
)

Severity: TypeAlias = Literal[
    "sub-syndromal", "mild", "moderate", "severe", "severe-with-psychosis"
]
"""How severe an episode is on a day, least first; ``severe`` is without psychosis."""

SEVERITIES: tuple[Severity, ...] = get_args(Severity)

Asks: TypeAlias = Literal[
    "months",
    "severity",
    "antidepressants",
    "antidepressant-trials",
    "augmentations",
    "optimisations",
    "ect",
    "psychotherapy",
    "intensified-treatment",
    "function",
    "anxiety",
    "personality",
    "stressors",
]
"""What an item asks of a record, as a number: months, a rank of severity, or how many."""


class Level(Fact):
    """The points for a range of answers: more than ``above``, up to and with ``at_most``."""

    points: float
    name: Text
    above: float | None = None
    at_most: float | None = None
    severity: Severity | None = None

    @model_validator(mode="after")
    def _is_of_one_kind(self) -> Self:
        if (self.severity is not None) == (self.above is not None or self.at_most is not None):
            raise ValueError("a level has either a severity, or above or at_most or both")
        return self

    def may_hold(self, low: float, high: float) -> bool:
        """Whether a number between two bounds, both included, can be in this range."""
        if self.severity is not None:
            return low <= SEVERITIES.index(self.severity) <= high
        return (self.above is None or high > self.above) and (
            self.at_most is None or low <= self.at_most
        )


class Item(Fact):
    """One thing that a method asks, with points by ``levels`` or for ``each``.

    An item with neither is one whose points were not read. Its ``convention`` says how a record is
    read for it where the method leaves that open.
    """

    id: str
    asks: Asks
    name: Text
    levels: tuple[Level, ...] = ()
    each: PositiveFloat | None = None
    convention: str | None = None

    @property
    def is_scored(self) -> bool:
        """Whether its points were read."""
        has_points = bool(self.levels) or self.each is not None
        return self.is_sourced and has_points and all(one.is_sourced for one in self.levels)

    @model_validator(mode="after")
    def _has_points_of_one_kind(self) -> Self:
        if self.levels and self.each is not None:
            raise ValueError(f"item {self.id}: give levels or each, not both")
        return self


class Band(Fact):
    """A name for a range of scores, both ends included."""

    minimum: float
    maximum: float
    name: Text


class Total(Fact):
    """The range of the score."""

    minimum: float
    maximum: float


class CountedAttempts(KnowledgeModel):
    """Which attempts a method counts, in the words of a definition's file."""

    distinct: Distinct
    scope: Scope | None = None
    counts: tuple[Counted, ...]
    improvement_below_percent: Percent
    improvement_from_percent: Percent | None = None
    adequate_dose: Asked
    adequate_duration: Asked | None = None
    minimum_weeks: Weeks | None = None
    excludes: tuple[Excluded, ...] = ()


class StagingMethod(SourcedFile):
    """One method that stages by points.

    Attributes
    ----------
    schema_version
        Version of the file format (``schema`` in the file).
    id
        Identifier, also the file's name.
    name, clause
        Name to show, and what the method says.
    total
        Range of the score, where it has one.
    attempts
        Which attempts it counts.
    items
        What it asks.
    bands
        Names for ranges of scores, lowest first.
    """

    schema_version: Literal[1] = Field(alias="schema")
    id: str
    name: Text
    clause: Text
    total: Total | None = None
    attempts: CountedAttempts
    items: tuple[Item, ...]
    bands: tuple[Band, ...] = ()

    @property
    def is_scored(self) -> bool:
        """Whether the points of every item were read; otherwise it is never scored or shown."""
        return all(item.is_scored for item in self.items)

    @cached_property
    def counting(self) -> Definition:
        """The counting of attempts as a definition, so that attempts are judged in one place."""
        sourced = next((item.source for item in self.items if item.is_sourced), UNSOURCED)
        words = Words(en=self.name.en, zh=self.name.zh, source=sourced)
        parts = {name: getattr(self.attempts, name) for name in CountedAttempts.model_fields}
        return Definition(
            schema=1,
            id=self.id,
            name=words,
            clause=words,
            minimum_attempts=Count(value=1, source=sourced),
            sources=self.sources,
            **parts,
        )

    @model_validator(mode="after")
    def _bands_are_in_order(self) -> Self:
        edges = [edge for band in self.bands for edge in (band.minimum, band.maximum)]
        if edges != sorted(edges):
            raise ValueError("bands are to be in order, lowest first, and not to overlap")
        return self

    @model_validator(mode="after")
    def _items_are_named_once(self) -> Self:
        names = [item.id for item in self.items]
        if len(set(names)) != len(names):
            raise ValueError("two items have the same id")
        return self


class UnknownStagingMethod(LookupError):
    """No staging method has this identifier; the text lists those there are."""


_ORDER = ("maudsley-2009", "mgh-s-2005", "dm-trd-2016")


@cache
def staging_methods() -> Mapping[str, StagingMethod]:
    """Give every staging method by its identifier, scored ones and others.

    Raises
    ------
    KnowledgeError
        If a file can't be read; the text names the file and what is wrong.
    """
    folder = files("firstsnow.history") / "data" / "staging"
    paths = [path for path in folder.iterdir() if path.name.endswith(".toml")]
    found = [read_staging_method(path) for path in paths]
    found.sort(key=lambda one: (_ORDER.index(one.id) if one.id in _ORDER else len(_ORDER), one.id))
    return MappingProxyType({one.id: one for one in found})


def read_staging_method(path: Traversable | Path) -> StagingMethod:
    """Read one staging file and check it against its name.

    Raises
    ------
    KnowledgeError
        If the file can't be read, or is named otherwise than its ``id``.
    """
    return read_named(path, StagingMethod)


def staging_method(identifier: str) -> StagingMethod:
    """Give one staging method by its identifier.

    Raises
    ------
    UnknownStagingMethod
        If there is none by that identifier.
    """
    found = staging_methods().get(identifier)
    if found is None:
        listed = ", ".join(staging_methods())
        raise UnknownStagingMethod(f"no staging method {identifier!r}; there are: {listed}")
    return found
