"""The front door: a record and its history in, a report out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from firstsnow import __version__
from firstsnow.history import History
from firstsnow.i18n import Language, translator
from firstsnow.record import Record
from firstsnow.report.notes import Notebook
from firstsnow.report.page import (
    Attempts,
    Definitions,
    Heading,
    Note,
    Passage,
    Report,
    SafetyBox,
    Said,
    Symptoms,
    Versions,
)
from firstsnow.report.plot import course_plot
from firstsnow.report.sections.around import events, function, goals, needs
from firstsnow.report.sections.attempts import attempts
from firstsnow.report.sections.cautions import cautions
from firstsnow.report.sections.course import course
from firstsnow.report.sections.definitions import definitions
from firstsnow.report.sections.heading import heading
from firstsnow.report.sections.health import health
from firstsnow.report.sections.lead import lead
from firstsnow.report.sections.review import review
from firstsnow.report.sections.safety import safety_box
from firstsnow.report.sections.staging import staging
from firstsnow.report.sections.symptoms import symptoms
from firstsnow.report.sections.untried import untried
from firstsnow.report.subject import Subject
from firstsnow.report.times import Clock


def report(record: Record, history: History, language: Language | str) -> Report:
    """Make the report of a record: one page about what was tried and how the person has been.

    Parameters
    ----------
    record
        The record.
    history
        What it says about the past, seen on a day (`firstsnow.history.history`).
    language
        ``en`` or ``zh``.

    Returns
    -------
    Report
        Plain data; `to_html`, `to_pdf` and `to_json` write it.

    Raises
    ------
    ValueError
        If there is no such language.
    """
    spoken = translator(language)
    told = tell(record, history)
    return Report(
        language=spoken.language,
        record=record.id,
        day=history.at,
        heading=told.heading,
        safety=told.safety,
        lead=told.lead,
        plot=course_plot(record, history, spoken),
        attempts=told.attempts,
        definitions=told.definitions,
        symptoms=told.symptoms,
        passages=told.passages,
        notes=told.notes,
        versions=Versions(_fingerprint(record), record.schema_version, __version__),
    )


@dataclass(frozen=True, slots=True)
class Told:
    """What a report says in words, without its picture."""

    heading: Heading
    safety: SafetyBox
    lead: tuple[Said, ...]
    attempts: Attempts
    definitions: Definitions
    symptoms: Symptoms
    passages: tuple[Passage, ...]
    notes: tuple[Note, ...]


_PASSAGES = (
    course,
    cautions,
    untried,
    health,
    function,
    needs,
    goals,
    events,
    # Paper leaves these two out, with the notes that they alone need: so they stand last.
    staging,
    review,
)
"""What is told in sentences, in the order of the page."""


def tell(record: Record, history: History) -> Told:
    """Put a history into sentences that are in no language yet."""
    subject = Subject(record, history, Clock.of(record, history.at), Notebook())
    # Notes are numbered as they are first cited: in the order of the page, which is the order here.
    return Told(
        heading=heading(subject),
        safety=safety_box(subject),
        lead=lead(subject),
        attempts=attempts(subject),
        definitions=definitions(subject),
        symptoms=symptoms(subject),
        passages=tuple(section(subject) for section in _PASSAGES),
        notes=subject.notes.notes(),
    )


def _fingerprint(record: Record) -> str:
    return hashlib.sha256(record.to_json().encode("utf-8")).hexdigest()[:12]
