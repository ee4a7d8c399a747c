"""What the entries of a record say of someone's circumstances and conditions."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import get_args

from firstsnow.history.answer import Answer
from firstsnow.history.conventions import conventions
from firstsnow.history.review.entry import Entry, has_ended
from firstsnow.history.review.field_file import ReviewField
from firstsnow.i18n import message
from firstsnow.record import Adversity, Condition, Record
from firstsnow.record.fact import Presence


def adversity_entries(record: Record) -> Iterator[Entry]:
    """Walk over hard things in childhood; "none" takes an entry for every kind."""
    absent = {one.kind for one in record.adversity if one.presence == "absent"}
    kinds = set(get_args(Adversity.model_fields["kind"].annotation)) - {"other"}
    for index, one in enumerate(record.adversity):
        words = _ADVERSITY[one.kind]
        place = f"adversity[{index}]"
        yield Entry(place, words, one.presence, None, one.source, kinds <= absent)


def life_event_entries(record: Record, day: float) -> Iterator[Entry]:
    """Walk over hard events; a record does not say that there were none."""
    for index, one in enumerate(record.life_events):
        if one.time.earliest <= day and one.weighs != "good":
            said: Presence = "unknown" if one.weighs is None else "present"
            yield Entry(f"life_events[{index}]", one.what, said, one.time, one.source)


def circumstance_entries(record: Record, field: ReviewField, day: float) -> Iterator[Entry]:
    """Walk over circumstances; "none" takes an entry for every one that the field looks at."""
    found = []
    for index, one in enumerate(record.circumstances):
        if one.aspect in field.among and one.may_have_begun(day):
            said = _now(one.presence, has_ended(one, day))
            found.append((one, index, said))
    absent = {one.aspect for one, _, said in found if said == "absent"}
    for one, index, said in found:
        place, words = f"circumstances[{index}]", _CIRCUMSTANCE[one.aspect]
        yield Entry(place, words, said, one.start, one.source, _holds(absent, field.among))


def condition_entries(record: Record, field: ReviewField, day: float) -> Iterator[Entry]:
    """Walk over conditions of the field's categories.

    That one of them is absent says nothing of the others, unless the entry names them all.
    """
    for index, one in enumerate(record.conditions):
        if one.category in field.among and one.may_have_begun(day):
            said = _now(one.presence, has_ended(one, day))
            place = f"conditions[{index}]"
            yield Entry(place, one.name, said, one.start, one.source, _names_all(one, field))


def specifier_entries(record: Record, field: ReviewField, day: float) -> Iterator[Entry]:
    """Walk over specifiers of diagnoses; one that is not named may not have been looked for."""
    for index, one in enumerate(record.diagnoses):
        named = one.status == "current" and one.may_have_begun(day) and has_ended(one, day) == "no"
        if named and set(field.among) & set(one.specifiers):
            yield Entry(f"diagnoses[{index}]", one.name, "present", one.start, one.source)


def function_entries(record: Record, field: ReviewField, day: float) -> Iterator[Entry]:
    """Give the last that was said of a part of life, as long as it speaks for the day."""
    said = [
        (one, index)
        for index, one in enumerate(record.function)
        if one.aspect in field.among and one.time.earliest <= day
    ]
    latest = max((one.time.latest for one, _ in said), default=day)
    for one, index in said:
        if one.time.latest < latest:
            continue
        recent = one.time.latest >= day - conventions().observation.gap_days
        presence = _FUNCTION[one.level] if recent else "unknown"
        words = one.words or _LEVEL[one.level]
        yield Entry(f"function[{index}]", words, presence, one.time, one.source)


def _now(presence: Presence, is_over: Answer) -> Presence:
    """Give what holds on the day of something that was said to be present, and may be over."""
    if presence != "present" or is_over == "no":
        return presence
    return "absent" if is_over == "yes" else "unknown"


def _holds(absent: Collection[str], every: Collection[str]) -> bool:
    return set(every) <= set(absent)


def _names_all(one: Condition, field: ReviewField) -> bool:
    names = {name.casefold() for name in field.whole}
    return field.is_one_condition or one.name.strip().casefold() in names


_FUNCTION: dict[str, Presence] = {
    "full": "absent",
    "reduced": "present",
    "not-possible": "present",
    "unknown": "unknown",
}

_LEVEL = {
    "full": message("as usual"),
    "reduced": message("harder than usual"),
    "not-possible": message("not possible"),
    "unknown": message("not known"),
}

_ADVERSITY = {
    "emotional-abuse": message("emotional abuse"),
    "physical-abuse": message("physical abuse"),
    "sexual-abuse": message("sexual abuse"),
    "emotional-neglect": message("emotional neglect"),
    "physical-neglect": message("physical neglect"),
    "loss-of-a-parent": message("loss of a parent"),
    "separation-of-parents": message("separation of the parents"),
    "violence-at-home": message("violence at home"),
    "illness-at-home": message("illness at home"),
    "substance-use-at-home": message("use of alcohol or other substances at home"),
    "imprisonment-in-family": message("imprisonment in the family"),
    "bullying": message("bullying"),
    "war-or-flight": message("war or flight"),
    "poverty": message("poverty"),
    "other": message("something else"),
}

_CIRCUMSTANCE = {
    "no-savings": message("no savings"),
    "debt": message("debt"),
    "insecure-housing": message("insecure housing"),
    "food-insecurity": message("not enough food at times"),
    "insecure-care": message("insecure access to care"),
    "insecure-work": message("insecure work"),
    "no-work": message("no work"),
    "loneliness": message("loneliness"),
    "living-alone": message("living alone"),
    "social-media": message("much time on social media"),
    "caring-for-others": message("caring for others"),
    "conflict": message("conflict"),
    "other": message("something else"),
}
