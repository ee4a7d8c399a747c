"""Definitions of response, remission, recovery, relapse and recurrence, as data."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, TypeAlias

from pydantic import Field, PositiveFloat

from firstsnow.knowledge import Fact, KnowledgeModel, SourcedFile, read_knowledge

TimeUnit: TypeAlias = Literal["day", "week", "month"]

_DAYS_PER_UNIT: dict[TimeUnit, float] = {"day": 1.0, "week": 7.0, "month": 365.25 / 12}


class UnsourcedDefinition(ValueError):
    """A figure of a definition was asked for that was not read anywhere."""


class Clause(Fact):
    """What a definition says in words, close to its own."""

    clause: str


class Improvement(Clause):
    """A fall of the severity total, as a share of where it began.

    Attributes
    ----------
    from_percent
        The least fall, which itself counts.
    below_percent
        The fall from which another word holds; left out where there is none.
    """

    from_percent: float = Field(ge=0, le=100)
    below_percent: float | None = Field(default=None, ge=0, le=100)


class Lasting(Clause):
    """A state that has to last.

    Attributes
    ----------
    at_least
        How long, at least.
    unit
        The unit that the definition uses; a month is a twelfth of a year.
    """

    at_least: PositiveFloat
    unit: TimeUnit

    @property
    def days(self) -> float:
        """How long, in days."""
        return self.at_least * _DAYS_PER_UNIT[self.unit]


class Return(Clause):
    """A return of an episode, before or after recovery."""

    when: Literal["before-recovery", "after-recovery"]


class CourseDefinition(KnowledgeModel):
    """What one paper calls response, remission, recovery, relapse and recurrence.

    Attributes
    ----------
    id
        Identifier.
    name
        Name to show.
    response, partial_response
        How much less severe someone has become; left out where the paper sets no figure.
    remission
        How long the near absence of symptoms has to last.
    recovery
        How long a remission has to last.
    relapse, recurrence
        A return before, and after recovery.
    """

    id: str
    name: str
    response: Improvement | None = None
    partial_response: Improvement | None = None
    remission: Lasting
    recovery: Lasting
    relapse: Return
    recurrence: Return

    @property
    def remission_days(self) -> float:
        """How long a remission has to last, in days.

        Raises
        ------
        UnsourcedDefinition
            If the figure was not read anywhere.
        """
        return self._sourced_days("remission", self.remission)

    @property
    def recovery_days(self) -> float:
        """How long a remission has to last to be a recovery, in days.

        Raises
        ------
        UnsourcedDefinition
            If the figure was not read anywhere.
        """
        return self._sourced_days("recovery", self.recovery)

    def _sourced_days(self, what: str, lasting: Lasting) -> float:
        if not lasting.is_sourced:
            raise UnsourcedDefinition(
                f"{self.id}: how long a {what} has to last was not read anywhere"
            )
        return lasting.days


class CourseDefinitionFile(SourcedFile):
    """The file of all definitions of the course."""

    schema_version: Literal[1] = Field(alias="schema")
    definitions: tuple[CourseDefinition, ...]


@cache
def course_definitions() -> Mapping[str, CourseDefinition]:
    """Give every definition of the course by its identifier, in the order of the file."""
    path = files("firstsnow.history") / "data" / "course-definitions.toml"
    listed = read_knowledge(path, CourseDefinitionFile).definitions
    return MappingProxyType({one.id: one for one in listed})


def course_definition(identifier: str) -> CourseDefinition:
    """Give one definition of the course by its identifier.

    Raises
    ------
    LookupError
        If there is none by that identifier; the text lists those there are.
    """
    found = course_definitions().get(identifier)
    if found is None:
        listed = ", ".join(course_definitions())
        raise LookupError(f"no definition of the course {identifier!r}; there are: {listed}")
    return found


def response_percent() -> float:
    """Give the fall of the total that is a response, by the first definition that sets a figure.

    Raises
    ------
    UnsourcedDefinition
        If no figure was read anywhere.
    """
    for one in course_definitions().values():
        if one.response is not None and one.response.is_sourced:
            return one.response.from_percent
    raise UnsourcedDefinition("how large a fall is a response was not read anywhere")
