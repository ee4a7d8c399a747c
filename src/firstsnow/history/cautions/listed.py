"""Conditions that a record lists by name or code."""

from __future__ import annotations

from collections.abc import Iterator

from firstsnow.history.cautions.caution import Ground
from firstsnow.history.cautions.recognise import likeness
from firstsnow.record import Record
from firstsnow.record.fact import Interval, Presence
from firstsnow.record.person import Condition, Diagnosis
from firstsnow.treatments.vocabulary import ConditionWord


def listed_grounds(record: Record, word: ConditionWord, day: float) -> Iterator[Ground]:
    """Walk over the conditions and diagnoses on record that name a condition.

    One that has ended may be over or may come back: it speaks for neither, but is shown.
    """
    for index, condition in enumerate(record.conditions):
        if condition.may_have_begun(day) and (how := _names(word, condition)) != "other":
            said = condition.presence if how == "same" else "unknown"
            yield Ground(f"conditions[{index}]", condition.name, _now(said, condition, day))
    for index, diagnosis in enumerate(record.diagnoses):
        if diagnosis.may_have_begun(day) and (how := _names(word, diagnosis)) != "other":
            said = _of_status(diagnosis) if how == "same" else "unknown"
            yield Ground(f"diagnoses[{index}]", diagnosis.name, _now(said, diagnosis, day))


def _names(word: ConditionWord, entry: Condition | Diagnosis) -> str:
    if entry.code is not None and word.codes is not None and word.codes.is_sourced:
        listed = {"icd-10": word.codes.icd10, "icd-11": word.codes.icd11}
        beginnings = listed.get(entry.code_system or "", ())
        if any(entry.code.upper().startswith(one) for one in beginnings):
            return "same"
    names = (word.name.en, word.name.zh or "", *word.also)
    return likeness(entry.name, names)


def _of_status(diagnosis: Diagnosis) -> Presence:
    return "absent" if diagnosis.status == "ruled-out" else "present"


def _now(said: Presence, entry: Interval, day: float) -> Presence:
    """Say what an entry tells of the day: of one that had ended by then, nothing certain."""
    has_ended = entry.ongoing is False or (entry.end is not None and entry.end.latest < day)
    return "unknown" if said == "present" and has_ended else said
