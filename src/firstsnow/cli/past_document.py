"""A history as JSON, for other programs: days, answers and identifiers, and reasons in words.

``docs/reference/cli.md`` describes the format.
"""

from __future__ import annotations

import math
from typing import TypeAlias

from firstsnow.history import (
    Attempt,
    Bounds,
    DefinitionHistory,
    Evaluation,
    History,
    Rating,
    SafetyAnswer,
)
from firstsnow.i18n import Message, Translator
from firstsnow.record import Record

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

VERSION = 1
"""Version of the format."""


def past_document(record: Record, past: History, spoken: Translator) -> dict[str, Json]:
    """Give a history as values for JSON.

    Days are numbers on the record's clock: proleptic Gregorian ordinals (1 January of year 1 is 1)
    or days of the study. A bound that is not known is ``null``.
    """
    return {
        "format": "firstsnow-history",
        "version": VERSION,
        "record": record.id,
        "clock": record.clock,
        "day": past.at,
        "ratings": {
            scale: [_rating(one) for one in ratings] for scale, ratings in past.ratings.items()
        },
        "attempts": [_attempt(one, spoken) for one in past.attempts],
        "status": _status(past),
        "episodes": _episodes(past),
        "definitions": [_definition(one, spoken) for one in past.definitions],
        "untried": {
            "mechanisms": list(past.untried.mechanisms),
            "not_judged": list(past.untried.not_judged),
            "unreadable": past.untried.unreadable,
        },
        "safety": {
            "open": [_answer(one) for one in past.safety.open],
            "past": [_answer(one) for one in past.safety.past],
            "latest": None if past.safety.latest is None else _answer(past.safety.latest),
        },
    }


def _rating(rating: Rating) -> dict[str, Json]:
    return {"scale": rating.scale, "day": rating.day, "total": rating.total}


def _attempt(attempt: Attempt, spoken: Translator) -> dict[str, Json]:
    change = attempt.improvement
    return {
        "exposure": attempt.exposure.id,
        "treatment": attempt.exposure.treatment,
        "start": _bounds(attempt.start),
        "end": _bounds(attempt.end),
        "is_augmentation": attempt.is_augmentation,
        "adequate": attempt.adequacy.answer,
        "reasons": _texts(attempt.adequacy.reasons, spoken),
        "missing": _texts(attempt.adequacy.missing, spoken),
        "improvement": {
            "percent": _bounds(change.percent),
            "basis": change.basis,
            "before": None if change.before is None else _rating(change.before),
            "after": None if change.after is None else _rating(change.after),
            "judgement": change.judgement,
        },
    }


def _status(past: History) -> dict[str, Json]:
    told = past.status
    return {
        "scale": told.scale,
        "convention": told.convention,
        "segments": [
            {
                "state": one.state,
                "start": one.start,
                "end": one.end,
                "basis": one.basis,
                "settled": one.settled,
            }
            for one in told.segments
        ],
        "changes": [
            {"kind": one.kind, "day": one.day, "settled": one.settled} for one in told.changes
        ],
    }


def _episodes(past: History) -> dict[str, Json]:
    recovery = past.episodes.recovery
    return {
        "count": _bounds(past.episodes.count),
        "spans": [
            {
                "start": _bounds(one.start),
                "end": _bounds(one.end),
                "ongoing": one.ongoing,
                "is_new": one.is_new,
            }
            for one in past.episodes.spans
        ],
        "recovery": None
        if recovery is None
        else {
            "since": _bounds(recovery.since),
            "seen_until": recovery.seen_until,
            "holds": recovery.holds,
        },
    }


def _definition(over_time: DefinitionHistory, spoken: Translator) -> dict[str, Json]:
    now = over_time.now
    return {
        "definition": now.definition.id,
        "answer": now.answer,
        "count": _bounds(now.count),
        "stage": None if now.stage is None else _bounds(now.stage),
        "periods": [
            {"answer": one.answer, "start": one.start, "end": one.end} for one in over_time.periods
        ],
        "attempts": [
            {
                "exposure": one.attempt.exposure.id,
                "counts": one.counts,
                "reasons": _texts(one.reasons, spoken),
                "missing": _texts(one.missing, spoken),
            }
            for one in now.attempts
        ],
        "requirements": [
            {"answer": one.answer, "reason": spoken.text(one.reason)} for one in now.requirements
        ],
        "open": _open(now, spoken),
    }


def _open(now: Evaluation, spoken: Translator) -> list[Json]:
    return [
        {
            "what": spoken.text(one.what),
            "exposure": None if one.about is None else one.about.exposure.id,
            "if_so": one.if_so,
            "if_not": one.if_not,
        }
        for one in now.open
    ]


def _answer(answer: SafetyAnswer) -> dict[str, Json]:
    return {
        "scale": answer.scale,
        "item": answer.item,
        "day": answer.day,
        "answer": answer.answer,
        "at_least": None if answer.finding is None else answer.finding.at_least,
        "reviewed": answer.review is not None,
    }


def _bounds(bounds: Bounds) -> list[Json]:
    return [_finite(bounds.low), _finite(bounds.high)]


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _texts(said: tuple[Message, ...], spoken: Translator) -> list[Json]:
    return [spoken.text(one) for one in said]
