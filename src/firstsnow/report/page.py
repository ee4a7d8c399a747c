"""What a report says, as plain data: sentences in no language yet, and the notes they lead to.

The renderers (`html`, `pdf`, `document`) write these values and add no statement of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from firstsnow.history import Answer
from firstsnow.i18n import Language, Value
from firstsnow.report.plot import CoursePlot

SafetyState: TypeAlias = Literal["open", "past", "clear", "not-asked"]
"""``open``: a recent answer that nobody has dealt with; ``past``: an older one; ``clear``: none;
``not-asked``: no answer about self-harm is on record."""


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of text, and the numbers of the notes that say where it comes from."""

    text: Value
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceText:
    """Where something was read.

    Attributes
    ----------
    citation
        Authors, title or journal, year.
    read
        What was read of it.
    url
        Address of the page that was read.
    first_note
        The note in which it is first named.
    """

    citation: str
    read: Value
    url: str | None
    first_note: int


@dataclass(frozen=True, slots=True)
class Note:
    """What stands behind a number.

    Attributes
    ----------
    number
        Its number.
    title
        What it is about.
    details
        Rules, cut-offs and populations.
    more
        What paper has no room for: clauses in full, licences.
    sources
        Where they were read.
    """

    number: int
    title: Value
    details: tuple[Value, ...]
    more: tuple[Value, ...]
    sources: tuple[SourceText, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """Whose course it is, and on which day it is seen."""

    who: tuple[Said, ...]
    diagnoses: tuple[Said, ...]
    seen_on: Said


@dataclass(frozen=True, slots=True)
class SafetyBox:
    """Answers about self-harm, at the top of every report.

    Attributes
    ----------
    state
        What the box calls for.
    headline
        The answer that matters most.
    lines
        What else was answered, what was done, and what remains to be done.
    """

    state: SafetyState
    headline: Said
    lines: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """One treatment that was tried.

    Attributes
    ----------
    exposure, treatment
        Identifiers in the record and in the catalogue.
    name, added_to, dose, time, length
        What it was, to what it was added, how much, when and for how long.
    changes
        How the person was before and after, or how it was judged.
    adequacy
        Whether it was enough to judge.
    verdict, reasons
        The same in words, and why.
    ended
        Why it ended.
    effects
        Unwanted effects.
    """

    exposure: str
    treatment: str | None
    name: Said
    added_to: Said | None
    dose: Said | None
    time: Said
    length: Said | None
    changes: tuple[Said, ...]
    adequacy: Answer
    verdict: Said
    reasons: tuple[Said, ...]
    ended: Said | None
    effects: Said | None


@dataclass(frozen=True, slots=True)
class Attempts:
    """Everything that was tried, in order of time; ``empty`` says so where it was nothing."""

    rows: tuple[AttemptRow, ...]
    empty: Said | None


@dataclass(frozen=True, slots=True)
class PeriodText:
    """A time during which a definition's answer was one, in days and in words."""

    answer: Answer
    start: float
    end: float
    text: Value


@dataclass(frozen=True, slots=True)
class DefinitionEntry:
    """One definition of treatment resistance over time.

    Attributes
    ----------
    id, name, clause
        The definition.
    answer, now
        Whether it is met on the day of the report.
    met
        From when to when it was met, in words.
    periods
        Its answers over time.
    stage
        The stage, for a staging.
    counted, not_counted
        Attempts that count, and those that don't or of which it is not known, with reasons.
    requirements
        What else it asks.
    open
        What is missing, and how the answer would change.
    deciding
        Those of ``open`` that alone would settle the answer or change it.
    """

    id: str
    name: Said
    clause: Said
    answer: Answer
    now: Said
    met: tuple[Said, ...]
    periods: tuple[PeriodText, ...]
    stage: Said | None
    counted: tuple[Said, ...]
    not_counted: tuple[Said, ...]
    requirements: tuple[Said, ...]
    open: tuple[Said, ...]
    deciding: tuple[Said, ...]

    @property
    def is_never_met(self) -> bool:
        """Whether it was surely not met at any time."""
        return all(period.answer == "no" for period in self.periods)

    @property
    def met_before(self) -> tuple[Said, ...]:
        """When it was met, without the time that lasts to the day of the report."""
        return self.met[:-1] if self.answer == "yes" else self.met


@dataclass(frozen=True, slots=True)
class Definitions:
    """Every definition, with the first and last day of their time line in words."""

    entries: tuple[DefinitionEntry, ...]
    first: Value
    last: Value


@dataclass(frozen=True, slots=True)
class SymptomRow:
    """One symptom, on an earlier sheet and on the last."""

    item: str
    topic: Value
    before: int
    now: int
    maximum: int


@dataclass(frozen=True, slots=True)
class Symptoms:
    """The answers behind the total: the worst or first complete sheet beside the last."""

    scale: Said | None
    before: Said | None
    now: Said | None
    rows: tuple[SymptomRow, ...]
    empty: Said | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading with sentences; where there are none, ``empty`` says what will stand there."""

    id: str
    title: Value
    lines: tuple[Said, ...]
    empty: Said | None = None


@dataclass(frozen=True, slots=True)
class Versions:
    """What a report was made from: a second one from the same is the same.

    Attributes
    ----------
    record
        The first twelve characters of the SHA-256 of the record's canonical JSON.
    record_schema
        Version of the record's schema.
    firstsnow
        Version of firstsnow.
    """

    record: str
    record_schema: int
    firstsnow: str


@dataclass(frozen=True, slots=True)
class Report:
    """A person's report: what was tried, which definitions are met, how the person has been.

    Attributes
    ----------
    language
        The language that it is to be read in.
    record
        The record's identifier.
    day
        The day on which the record is seen, on its clock.
    heading, safety, lead
        Who; answers about self-harm; the finding in a few sentences.
    plot
        The course plot.
    attempts, definitions, symptoms
        What was tried; definitions of treatment resistance; the answers behind the total.
    passages
        The course in words, what was not tried, circumstances, function, goals and events.
    notes
        What stands behind the numbers.
    versions
        What it was made from.
    """

    language: Language
    record: str
    day: float
    heading: Heading
    safety: SafetyBox
    lead: tuple[Said, ...]
    plot: CoursePlot
    attempts: Attempts
    definitions: Definitions
    symptoms: Symptoms
    passages: tuple[Passage, ...]
    notes: tuple[Note, ...]
    versions: Versions

    def passage(self, identifier: str) -> Passage:
        """Give a passage by its identifier.

        Raises
        ------
        LookupError
            If the report has none by that identifier.
        """
        for passage in self.passages:
            if passage.id == identifier:
                return passage
        raise LookupError(f"no passage {identifier!r}; there are: {_ids(self.passages)}")


def _ids(passages: Sequence[Passage]) -> str:
    return ", ".join(passage.id for passage in passages)
