"""Treatments that are not known, doses and sessions that do not fit."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from firstsnow.i18n import message
from firstsnow.record.checks.finding import Finding, Place
from firstsnow.record.checks.time import reversed_interval
from firstsnow.record.checks.walk import text
from firstsnow.record.exposure import IMPROVEMENT_PERCENT, Dose, Exposure
from firstsnow.record.moment import When
from firstsnow.treatments import catalogue, find

_HALF = 0.5


def exposure_findings(exposure: Exposure, place: Place) -> Iterator[Finding]:
    """Walk over what can't be true of one exposure."""
    if exposure.treatment is None and exposure.as_written is None:
        yield Finding(
            (*place, "treatment"),
            message("nothing says what was given"),
            message("name a treatment of the catalogue, or give the source's words in as_written"),
        )
    if exposure.treatment is not None and exposure.treatment not in catalogue():
        yield _unknown_treatment(exposure.treatment, (*place, "treatment"))
    yield from _variant(exposure, (*place, "variant"))
    if exposure.end is not None and exposure.ongoing:
        yield Finding(
            (*place, "ongoing"),
            message("it has an end and is said to go on"),
            message("leave out one of the two"),
            exposure.ongoing,
        )
    yield from _sayings(exposure, place)
    yield from _doses(exposure, place)
    for index, session in enumerate(exposure.sessions):
        yield from _time_inside(session.time, exposure, (*place, "sessions", index, "time"))


def _sayings(exposure: Exposure, place: Place) -> Iterator[Finding]:
    """Find what an exposure says twice, and differently."""
    attended = sum(session.attended for session in exposure.sessions)
    if exposure.session_count is not None and exposure.session_count < attended:
        yield Finding(
            (*place, "session_count"),
            message("it counts fewer sessions than the {number} it lists", number=attended),
            message("mend the count, or leave it out"),
            exposure.session_count,
        )
    share, word = exposure.adherence_share, exposure.adherence
    if share is not None and word is not None and _contradicts(word, share):
        yield Finding(
            (*place, "adherence_share"),
            message("the share that was taken contradicts adherence {word}", word=word),
            message("mend one of the two"),
            share,
        )
    outcome = exposure.outcome
    if outcome is not None and outcome.improvement_percent is not None:
        low, high = IMPROVEMENT_PERCENT[outcome.judgement]
        if not low <= outcome.improvement_percent < high:
            yield Finding(
                (*place, "outcome", "improvement_percent"),
                message(
                    "{percent} % contradicts the judgement {judgement}",
                    percent=outcome.improvement_percent,
                    judgement=outcome.judgement,
                ),
                message("mend one of the two, or leave the judgement out as not-judged"),
                outcome.improvement_percent,
            )


def _contradicts(word: str, share: float) -> bool:
    return share < _HALF if word == "full" else word in ("poor", "none") and share > _HALF


def _unknown_treatment(name: str, place: Place) -> Finding:
    near = _near_misses(name)
    right = (
        message("did you mean {names}? if not, move the words to as_written", names=", ".join(near))
        if near
        else message("name a treatment of the catalogue, or move the words to as_written")
    )
    return Finding(place, message("the treatment {name} is not known", name=name), right, name)


# A misspelt name often stands in many records, and the search goes through every brand.
@lru_cache(maxsize=1_000)
def _near_misses(name: str) -> tuple[str, ...]:
    return tuple(match.treatment.id for match in find(name)[:3])


def _variant(exposure: Exposure, place: Place) -> Iterator[Finding]:
    treatment = catalogue().get(exposure.treatment or "")
    if exposure.variant is None or treatment is None:
        return
    known = [variant.id for variant in treatment.variants]
    if exposure.variant not in known:
        yield Finding(
            place,
            message(
                "{variant} is no way of giving it that the catalogue knows",
                variant=exposure.variant,
            ),
            message("name one of {names}, or say it in as_written", names=", ".join(known))
            if known
            else message("leave it out, and say it in as_written"),
            exposure.variant,
        )


def _doses(exposure: Exposure, place: Place) -> Iterator[Finding]:
    before: Dose | None = None
    for index, dose in enumerate(exposure.doses):
        here = (*place, "doses", index)
        yield from reversed_interval(dose.start, dose.end, here)
        if (dose.amount is None) != (dose.unit is None):
            yield Finding(
                here,
                message("a dose needs both amount and unit"),
                message("give both, or only as_written"),
                dose.amount,
            )
        if before is not None:
            yield from _overlap(before, dose, here)
        for name, time in (("start", dose.start), ("end", dose.end)):
            if time is not None:
                yield from _time_inside(time, exposure, (*here, name))
        before = dose


def _overlap(before: Dose, dose: Dose, place: Place) -> Iterator[Finding]:
    if dose.start is None:
        return
    last = before.end or before.start
    if (
        last is not None
        and last.is_calendar == dose.start.is_calendar
        and dose.start.surely_before(last)
    ):
        yield Finding(
            (*place, "start"),
            message(
                "this dose starts on {start}, while the one before it lasts to {end}",
                start=text(dose.start),
                end=text(last),
            ),
            message("order doses by time, without overlap"),
            dose.start.written,
        )


def _time_inside(time: When, exposure: Exposure, place: Place) -> Iterator[Finding]:
    start, end = exposure.start, exposure.end
    early = (
        start is not None and start.is_calendar == time.is_calendar and time.surely_before(start)
    )
    late = end is not None and end.is_calendar == time.is_calendar and _is_over(end, time)
    if early or late:
        yield Finding(
            place,
            message("{time} lies outside the exposure that it belongs to", time=text(time)),
            message("mend it, or the exposure's start and end"),
            time.written,
        )


def _is_over(end: When, time: When) -> bool:
    """Say whether a time lies after an end; an end that is a day lasts until the day is over."""
    if end.precision == "instant":
        return time.earliest > end.latest
    return time.earliest >= end.latest + 1
