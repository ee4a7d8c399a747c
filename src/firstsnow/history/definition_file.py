"""Definitions of treatment resistance, as their files give them.

Data only: they are held against a record elsewhere in this room.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Literal, Self, TypeAlias

from pydantic import Field, PositiveFloat, PositiveInt, model_validator

from firstsnow.i18n import LocalizedText
from firstsnow.knowledge import Fact, SourcedFile, read_named

AttemptKind: TypeAlias = Literal[
    "antidepressant",
    "augmentation",
    "combination",
    "rapid-acting",
    "psychotherapy",
    "neuromodulation",
]
"""What an attempt was, for a definition that counts some and not others.

``augmentation``: something that is no antidepressant was added to one; ``combination``: a second
antidepressant was added to one.
"""

Severity: TypeAlias = Literal["mild", "moderate", "severe"]


class Words(Fact):
    """Words in English and, where a translation was read, in Simplified Chinese."""

    en: str
    zh: str | None = None

    @property
    def shown(self) -> LocalizedText:
        """The words to show; Chinese words without a source are not shown."""
        return LocalizedText(self.en, self.zh if self.is_sourced else None)


class Count(Fact):
    """A number of attempts."""

    value: PositiveInt


class Percent(Fact):
    """An improvement, in percent of the severity total at the start of the attempt."""

    value: float = Field(ge=0, le=100)


class Weeks(Fact):
    """A length of time in weeks."""

    value: PositiveFloat


class Distinct(Fact):
    """What makes two attempts different."""

    value: Literal["treatment", "mechanism"]


class Scope(Fact):
    """From which time attempts count."""

    value: Literal["current-episode", "lifetime"]


class Asked(Fact):
    """Something that a definition asks (``true``) or says that it does not ask (``false``)."""

    value: bool


class Counted(Fact):
    """Whether one kind of attempt counts; a kind without a source may or may not count."""

    attempt: AttemptKind
    value: bool


class EarlyStop(Fact):
    """An attempt that ended before this many weeks counts only if it had clearly not helped."""

    before_weeks: PositiveFloat


class Excluded(Fact):
    """A condition under which the definition does not apply."""

    condition: Literal["bipolar", "psychosis"]


class AtLeastSevere(Fact):
    """The least severity of the current episode."""

    at_least: Severity


class Stage(Fact):
    """One stage of a staging; each also needs every stage before it.

    Attributes
    ----------
    stage
        Its number.
    clause
        What it needs, in words.
    attempts
        Least number of adequate attempts that did not help enough.
    mechanisms
        Least number of classes of mechanism that these attempts belong to.
    includes_mechanism
        Class of mechanism that one of them belongs to.
    includes_treatment
        Treatment of the catalogue that one of them is, whether or not its kind counts elsewhere.
    in_variants
        Ways of giving that treatment that count; every one where left out.
    """

    stage: PositiveInt
    clause: str
    attempts: PositiveInt | None = None
    mechanisms: PositiveInt | None = None
    includes_mechanism: str | None = None
    includes_treatment: str | None = None
    in_variants: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _asks_for_something(self) -> Self:
        asked = (self.attempts, self.mechanisms, self.includes_mechanism, self.includes_treatment)
        if not any(asked):
            raise ValueError(
                f"stage {self.stage} asks for nothing: give attempts, mechanisms, "
                "includes_mechanism or includes_treatment"
            )
        return self


class Definition(SourcedFile):
    """One definition of treatment resistance.

    A part that is left out is one about which the text that was read says nothing.

    Attributes
    ----------
    schema_version
        Version of the file format (``schema`` in the file).
    id
        Identifier, also the file's name.
    name
        Name to show.
    clause
        What it says, close to its own words.
    minimum_attempts
        Least number of attempts that did not help enough.
    distinct
        What makes two attempts different.
    scope
        From which time attempts count; where left out, an attempt in an earlier episode may or may
        not count.
    counts
        Which kinds of attempt count.
    improvement_below_percent
        An improvement of less than this did not help enough.
    improvement_from_percent
        An improvement of this or more helped enough; between the two it is not known. Left out
        where there is nothing between them.
    adequate_dose, adequate_duration, adherence
        Whether each attempt is to have been adequate in dose and in duration, and taken.
    minimum_weeks
        Least duration of an attempt, where the definition sets one.
    early_stop
        What counts of an attempt that ended early.
    excludes
        Conditions under which it does not apply.
    severity
        Least severity of the current episode.
    stages
        The stages of a staging, lowest first.
    """

    schema_version: Literal[1] = Field(alias="schema")
    id: str
    name: Words
    clause: Words
    minimum_attempts: Count
    distinct: Distinct
    scope: Scope | None = None
    counts: tuple[Counted, ...]
    improvement_below_percent: Percent
    improvement_from_percent: Percent | None = None
    adequate_dose: Asked
    adequate_duration: Asked | None = None
    adherence: Asked | None = None
    minimum_weeks: Weeks | None = None
    early_stop: EarlyStop | None = None
    excludes: tuple[Excluded, ...] = ()
    severity: AtLeastSevere | None = None
    stages: tuple[Stage, ...] = ()

    def counts_kind(self, kind: AttemptKind) -> bool | None:
        """Whether attempts of a kind count; ``None`` where nothing that was read says so."""
        for counted in self.counts:
            if counted.attempt == kind:
                return counted.value if counted.is_sourced else None
        return None

    @model_validator(mode="after")
    def _improvement_is_ordered(self) -> Self:
        upper = self.improvement_from_percent
        if upper is not None and upper.value <= self.improvement_below_percent.value:
            raise ValueError(
                "improvement_from_percent is not above improvement_below_percent; leave it out "
                "where nothing lies between them"
            )
        return self

    @model_validator(mode="after")
    def _stages_are_in_order(self) -> Self:
        numbers = [stage.stage for stage in self.stages]
        if numbers != list(range(1, len(numbers) + 1)):
            raise ValueError(f"stages are to be numbered from 1 without gaps, not {numbers}")
        return self

    @model_validator(mode="after")
    def _kinds_are_named_once(self) -> Self:
        kinds = [counted.attempt for counted in self.counts]
        if len(set(kinds)) != len(kinds):
            raise ValueError("counts names a kind of attempt twice")
        return self


class UnknownDefinition(LookupError):
    """No definition has this identifier; the text lists those there are."""


_ORDER = ("fda-2018", "ema-2013", "eu-pearl-2022", "consensus-2021", "thase-rush-1997")


@cache
def definitions() -> Mapping[str, Definition]:
    """Give every definition by its identifier, in the order in which they are shown.

    Raises
    ------
    KnowledgeError
        If a file can't be read; the text names the file and what is wrong.
    """
    folder = files("firstsnow.history") / "data" / "definitions"
    paths = [path for path in folder.iterdir() if path.name.endswith(".toml")]
    found = [read_definition(path) for path in paths]
    found.sort(key=lambda one: (_ORDER.index(one.id) if one.id in _ORDER else len(_ORDER), one.id))
    return MappingProxyType({one.id: one for one in found})


def read_definition(path: Traversable | Path) -> Definition:
    """Read one definition file and check it against its name.

    Raises
    ------
    KnowledgeError
        If the file can't be read, or is named otherwise than its ``id``.
    """
    return read_named(path, Definition)


def definition(identifier: str) -> Definition:
    """Give one definition by its identifier.

    Raises
    ------
    UnknownDefinition
        If there is none by that identifier.
    """
    found = definitions().get(identifier)
    if found is None:
        listed = ", ".join(definitions())
        raise UnknownDefinition(f"no definition {identifier!r}; there are: {listed}")
    return found
