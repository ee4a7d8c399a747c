"""Conditions for which a record has a place of its own: age, pregnancy, polarity, allergies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from firstsnow.history.age import age_years
from firstsnow.history.answer import Bounds
from firstsnow.history.cautions.caution import Ground
from firstsnow.history.cautions.recognise import is_one_of, likeness
from firstsnow.i18n import Message, message
from firstsnow.record import Record
from firstsnow.record.event import Episode
from firstsnow.record.fact import Interval, Presence
from firstsnow.record.person import Diagnosis
from firstsnow.treatments import Treatment
from firstsnow.treatments.vocabulary import ConditionWord

_NO_ALLERGY = ("no known allergies", "none known", "no known drug allergies", "nkda", "无已知过敏")

_STATUS_OF = {
    "pregnancy": ({"pregnant"}, {"not-pregnant"}),
    "breastfeeding": ({"breastfeeding"}, set[str]()),
}


def bipolar_grounds(record: Record, day: float) -> Iterator[Ground]:
    """Walk over what tells the polarity: diagnoses, and episodes of mania or hypomania."""
    for index, one in enumerate(record.diagnoses):
        if one.status == "ruled-out" or one.polarity == "unknown" or not one.may_have_begun(day):
            continue
        said: Presence = "present" if one.polarity == "bipolar" else "absent"
        yield Ground(f"diagnoses[{index}]", one.name, said)
    for index, episode in enumerate(record.episodes):
        if episode.polarity != "depressive" and episode.may_have_begun(day):
            yield Ground(f"episodes[{index}]", _episode_words(episode.polarity), "present")


def mania_grounds(record: Record, day: float) -> Iterator[Ground]:
    """Walk over the episodes that go on: of what polarity they are."""
    for index, episode in enumerate(record.episodes):
        if episode.may_have_begun(day) and not _ended(episode, day):
            said: Presence = "absent" if episode.polarity == "depressive" else "present"
            yield Ground(f"episodes[{index}]", _episode_words(episode.polarity), said)


def psychosis_grounds(record: Record, day: float) -> Iterator[Ground]:
    """Walk over what tells of psychotic symptoms, now or before."""
    entries: Iterator[tuple[str, Diagnosis | Episode]] = chain(
        ((f"diagnoses[{i}]", d) for i, d in enumerate(record.diagnoses) if d.status != "ruled-out"),
        ((f"episodes[{i}]", e) for i, e in enumerate(record.episodes)),
    )
    for place, entry in entries:
        if entry.psychosis != "unknown" and entry.may_have_begun(day):
            yield Ground(place, _PSYCHOSIS_WORDS[entry.psychosis], entry.psychosis)
    for index, condition in enumerate(record.conditions):
        if condition.category == "psychosis" and condition.may_have_begun(day):
            yield Ground(f"conditions[{index}]", condition.name, condition.presence)


def self_harm_grounds(record: Record, day: float) -> Iterator[Ground]:
    """Walk over self-harm on record; silence says nothing."""
    for index, event in enumerate(record.self_harm):
        if event.time.earliest <= day:
            yield Ground(f"self_harm[{index}]", message("self-harm"), "present")


def reproduction_grounds(record: Record, what: str, day: float) -> Iterator[Ground]:
    """Walk over what tells of pregnancy or breastfeeding on a day."""
    present, absent = _STATUS_OF[what]
    for index, one in enumerate(record.pregnancies):
        if not one.may_have_begun(day) or _ended(one, day):
            continue
        words = _PREGNANCY_WORDS[one.status]
        if one.status in present:
            yield Ground(f"pregnancies[{index}]", words, "present")
        elif one.status in absent:
            yield Ground(f"pregnancies[{index}]", words, "absent")
    if record.person.sex == "male":
        yield Ground("person.sex", message("registered male at birth"), "absent")


def says_none(substance: str) -> bool:
    """Tell whether an entry about allergies says that there are none, without an exception."""
    return is_one_of(substance, _NO_ALLERGY)


def allergy_grounds(record: Record, treatment: Treatment) -> Iterator[Ground]:
    """Walk over the allergies on record that name the treatment, or say that there are none."""
    names = tuple(treatment.names.searched())
    for index, allergy in enumerate(record.allergies):
        place = f"allergies[{index}]"
        if likeness(allergy.substance, names) != "other":
            yield Ground(place, allergy.substance, allergy.presence)
        elif says_none(allergy.substance):
            yield Ground(place, allergy.substance, "absent")


def age_grounds(record: Record, word: ConditionWord, day: float) -> Iterator[Ground]:
    """Give what the age says, where the record tells it."""
    age = age_years(record, Bounds.exactly(day))
    said = _within(age, word)
    if said != "unknown":
        yield Ground("person", message("{years} years old", years=int(age.low)), said)


def _within(age: Bounds, word: ConditionWord) -> Presence:
    low = word.age_from_years if word.age_from_years is not None else float("-inf")
    high = word.age_below_years if word.age_below_years is not None else float("inf")
    if age.low >= low and age.high < high:
        return "present"
    return "absent" if age.high < low or age.low >= high else "unknown"


_PREGNANCY_WORDS = {
    "pregnant": message("pregnant"),
    "postpartum": message("after a birth"),
    "breastfeeding": message("breastfeeding"),
    "planning": message("wishes for a child"),
    "not-pregnant": message("not pregnant"),
}

_PSYCHOSIS_WORDS = {
    "present": message("psychotic symptoms"),
    "absent": message("no psychotic symptoms"),
}

_POLARITY_WORDS = {
    "depressive": message("an episode of depression"),
    "manic": message("an episode of mania"),
    "hypomanic": message("an episode of hypomania"),
    "mixed": message("a mixed episode"),
}


def _episode_words(polarity: str) -> Message:
    return _POLARITY_WORDS[polarity]


def _ended(entry: Interval, day: float) -> bool:
    return entry.ongoing is False or (entry.end is not None and entry.end.latest < day)
