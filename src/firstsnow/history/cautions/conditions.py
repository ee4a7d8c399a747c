"""Whether a person has a condition, as far as the record says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from firstsnow.history.cautions.caution import Ground, Presented
from firstsnow.history.cautions.findings import weighed
from firstsnow.history.cautions.listed import listed_grounds
from firstsnow.history.cautions.readings import reading_grounds
from firstsnow.history.cautions.said_outright import (
    age_grounds,
    allergy_grounds,
    bipolar_grounds,
    mania_grounds,
    psychosis_grounds,
    reproduction_grounds,
    self_harm_grounds,
)
from firstsnow.i18n import LocalizedText, message
from firstsnow.record import Record
from firstsnow.treatments import Treatment
from firstsnow.treatments.vocabulary import ConditionWord, conditions

_Look: TypeAlias = Callable[[Record, float], Iterator[Ground]]

_OUTRIGHT: dict[str, _Look] = {
    "bipolar": bipolar_grounds,
    "mania": mania_grounds,
    "psychosis": psychosis_grounds,
    "self-harm": self_harm_grounds,
}


def condition_found(
    record: Record, word: ConditionWord, treatment: Treatment, day: float
) -> Presented:
    """Say whether someone has a condition on a day, by everything in the record that tells it."""
    ask = message("ask about: {condition}", condition=LocalizedText(word.name.en, word.name.zh))
    return weighed(tuple(_grounds(record, word, treatment, day)), ask)


def _grounds(
    record: Record, word: ConditionWord, treatment: Treatment, day: float
) -> Iterator[Ground]:
    yield from _own_grounds(record, word, treatment, day)
    for narrower in conditions().values():
        if word.id in narrower.broader:
            found = _own_grounds(record, narrower, treatment, day)
            yield from (ground for ground in found if ground.presence == "present")
    for broader in word.broader:
        found = _own_grounds(record, conditions()[broader], treatment, day)
        yield from (ground for ground in found if ground.presence == "absent")


def _own_grounds(
    record: Record, word: ConditionWord, treatment: Treatment, day: float
) -> Iterator[Ground]:
    if word.seen_in == "allergy":
        yield from allergy_grounds(record, treatment)
    elif word.seen_in == "age":
        yield from age_grounds(record, word, day)
    elif word.seen_in in ("pregnancy", "breastfeeding"):
        yield from reproduction_grounds(record, word.seen_in, day)
    elif word.seen_in in _OUTRIGHT:
        yield from _OUTRIGHT[word.seen_in](record, day)
    yield from listed_grounds(record, word, day)
    yield from reading_grounds(record, word, day)
