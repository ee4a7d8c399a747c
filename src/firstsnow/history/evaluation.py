"""What comes out when a definition of treatment resistance is held against a record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firstsnow.history.answer import Answer, Bounds
from firstsnow.history.attempt import Attempt
from firstsnow.history.definition_file import Definition
from firstsnow.i18n import Message


@dataclass(frozen=True, slots=True)
class JudgedAttempt:
    """An attempt, and whether a definition counts it.

    Attributes
    ----------
    attempt
        The attempt.
    counts
        Whether it counts.
    reasons
        Why it does not count, or what keeps the answer open; empty where it counts.
    missing
        What would have to be known to answer.
    did_not_help_enough
        Whether it did not help enough for the definition, whatever else it asks.
    is_in_scope
        Whether it was given in the time from which the definition counts.
    """

    attempt: Attempt
    counts: Answer
    reasons: tuple[Message, ...] = ()
    missing: tuple[Message, ...] = ()
    did_not_help_enough: Answer = "unknown"
    is_in_scope: Answer = "unknown"


@dataclass(frozen=True, slots=True)
class Requirement:
    """Something that a definition asks beside attempts, such as a current episode."""

    answer: Answer
    reason: Message
    missing: Message | None = None


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Something that is missing, and how the answer would change if it were known.

    Attributes
    ----------
    what
        What is missing.
    about
        The attempt that it is about, ``None`` where it is about the person.
    if_so, if_not
        The definition's answer if what is open turned out one way, or the other, with everything
        else as it is.
    """

    what: Message
    about: Attempt | None
    if_so: Answer
    if_not: Answer


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A definition held against a record on a day.

    Attributes
    ----------
    definition
        The definition.
    day
        The day, on the record's clock.
    answer
        Whether it is met.
    attempts
        Every attempt with whether it counts.
    count
        Bounds of the number of attempts that count, different ones as the definition asks.
    requirements
        What else it asks, with answers.
    open
        What is missing, where the answer is unknown.
    stage
        Bounds of the stage, for a staging; ``None`` for a definition.
    """

    definition: Definition
    day: float
    answer: Answer
    attempts: tuple[JudgedAttempt, ...]
    count: Bounds
    requirements: tuple[Requirement, ...]
    open: tuple[OpenQuestion, ...] = ()
    stage: Bounds | None = None

    @property
    def counted(self) -> tuple[JudgedAttempt, ...]:
        """The attempts that count."""
        return tuple(judged for judged in self.attempts if judged.counts == "yes")

    @property
    def not_counted(self) -> tuple[JudgedAttempt, ...]:
        """The attempts that don't count, or of which it is not known."""
        return tuple(judged for judged in self.attempts if judged.counts != "yes")


@dataclass(frozen=True, slots=True)
class Period:
    """A time during which a definition's answer was one."""

    answer: Answer
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class DefinitionHistory:
    """A definition over time.

    Attributes
    ----------
    now
        Its evaluation on the day of the history.
    periods
        Its answers over time, from the first entry of the record to that day.
    """

    now: Evaluation
    periods: tuple[Period, ...]

    @property
    def met(self) -> Sequence[Period]:
        """The times during which it was met."""
        return [period for period in self.periods if period.answer == "yes"]
