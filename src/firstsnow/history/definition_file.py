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
from firstsnow.knowledge import Fact, KnowledgeError, KnowledgeModel, SourcedFile, read_knowledge
from firstsnow.treatments import Kind, Role, Treatment

ScopeOfAttempts: TypeAlias = Literal["current-episode", "lifetime", "not-stated"]
"""From which time attempts count; ``not-stated``: the text that was read does not say, so that an
attempt in an earlier episode may or may not count."""

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

    count: PositiveInt


class Distinct(Fact):
    """What makes two attempts different."""

    by: Literal["treatment", "mechanism"]


class Scope(Fact):
    """From which time attempts count."""

    scope: ScopeOfAttempts


class Counts(Fact):
    """Which attempts count, by the treatment's role and kind in the catalogue.

    Attributes
    ----------
    roles, kinds
        Roles and kinds of treatment that count.
    unclear_roles, unclear_kinds
        Those of which nothing that was read says whether they count.
    augmentation
        Whether adding something to an antidepressant counts as an attempt of its own; ``None``
        where nothing that was read says so.
    """

    roles: tuple[Role, ...]
    kinds: tuple[Kind, ...] = ()
    unclear_roles: tuple[Role, ...] = ()
    unclear_kinds: tuple[Kind, ...] = ()
    augmentation: bool | None = None

    def says(self, treatment: Treatment, added: bool) -> bool | None:
        """Whether an attempt at a treatment counts, ``None`` where nothing that was read says so.

        Parameters
        ----------
        treatment
            The catalogue's entry.
        added
            Whether it was added to another treatment.
        """
        if added or treatment.role == "augmentation":
            return self.augmentation
        if treatment.role in self.roles or treatment.kind in self.kinds:
            return True
        if treatment.role in self.unclear_roles or treatment.kind in self.unclear_kinds:
            return None
        return False

    @model_validator(mode="after")
    def _nothing_is_both(self) -> Self:
        both = {*self.roles, *self.kinds} & {*self.unclear_roles, *self.unclear_kinds}
        if both:
            raise ValueError(f"both counted and unclear: {', '.join(sorted(both))}")
        return self


class Percent(Fact):
    """An improvement, in percent of the severity total at the start of the attempt."""

    percent: float = Field(ge=0, le=100)


class Weeks(Fact):
    """A length of time in weeks."""

    weeks: PositiveFloat


class EarlyStop(Fact):
    """An attempt that ended before this many weeks counts only if it had clearly not helped."""

    before_weeks: PositiveFloat


class Asked(Fact):
    """Whether a definition asks for something."""

    asked: bool


class Attempts(KnowledgeModel):
    """What a definition asks of attempts.

    Attributes
    ----------
    minimum
        Least number of attempts that did not help enough.
    distinct
        What makes two attempts different.
    scope
        From which time they count.
    counts
        Which of them count.
    improvement_below
        An improvement of less than this did not help enough.
    improvement_from
        An improvement of this or more helped enough; between the two it is not known. Left out
        where there is nothing between them.
    adequate_dose, adequate_duration, adherence
        Whether each is to have been adequate in dose and in duration, and taken.
    minimum_weeks
        Least duration, where the definition sets one.
    early_stop
        What counts of an attempt that ended early.
    """

    minimum: Count
    distinct: Distinct
    scope: Scope
    counts: Counts
    improvement_below: Percent
    improvement_from: Percent | None = None
    adequate_dose: Asked
    adequate_duration: Asked | None = None
    adherence: Asked | None = None
    minimum_weeks: Weeks | None = None
    early_stop: EarlyStop | None = None

    @model_validator(mode="after")
    def _improvement_is_ordered(self) -> Self:
        upper = self.improvement_from
        if upper is not None and upper.percent <= self.improvement_below.percent:
            raise ValueError(
                "improvement_from is not above improvement_below; leave it out where nothing lies "
                "between them"
            )
        return self


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
    mechanisms
        Least number of classes of mechanism of the attempts that did not help enough.
    mechanism
        Class of mechanism that one of these belongs to.
    treatment
        Treatment of the catalogue that one of these is, whether or not the definition counts it
        elsewhere.
    variants
        Ways of giving that treatment that count; every one where left out.
    """

    stage: PositiveInt
    clause: str
    mechanisms: PositiveInt | None = None
    mechanism: str | None = None
    treatment: str | None = None
    variants: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _asks_for_something(self) -> Self:
        if self.mechanisms is None and self.mechanism is None and self.treatment is None:
            raise ValueError(
                f"stage {self.stage} asks for nothing: give mechanisms, mechanism or treatment"
            )
        return self


class Definition(SourcedFile):
    """One definition of treatment resistance.

    A part that is left out is one that the text that was read does not ask for.

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
    attempts
        What it asks of attempts.
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
    attempts: Attempts
    excludes: tuple[Excluded, ...] = ()
    severity: AtLeastSevere | None = None
    stages: tuple[Stage, ...] = ()

    @property
    def unsourced(self) -> tuple[str, ...]:
        """Paths of the parts that were not read anywhere: any of these makes the answer unknown."""
        return tuple(path for path, fact in self.facts() if not fact.is_sourced)

    @model_validator(mode="after")
    def _stages_are_in_order(self) -> Self:
        numbers = [stage.stage for stage in self.stages]
        if numbers != list(range(1, len(numbers) + 1)):
            raise ValueError(f"stages are to be numbered from 1 without gaps, not {numbers}")
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
    definition = read_knowledge(path, Definition)
    if path.name != f"{definition.id}.toml":
        raise KnowledgeError(
            f"{path.name}: id is {definition.id!r}; the file would be named {definition.id}.toml"
        )
    return definition


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
