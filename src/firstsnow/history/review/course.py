"""What the course of the illness says: how long, how often, since when, and how it is now."""

from __future__ import annotations

import math
from collections.abc import Iterator

from firstsnow.history.age import age_years
from firstsnow.history.answer import Answer, Bounds
from firstsnow.history.cautions.said_outright import bipolar_grounds, psychosis_grounds
from firstsnow.history.conventions import conventions
from firstsnow.history.dated_episodes import episode_end, episode_start
from firstsnow.history.review.entry import Entry
from firstsnow.history.review.field_file import ReviewField
from firstsnow.history.safety import SafetyAnswers
from firstsnow.history.staging_methods.months import months_between
from firstsnow.history.status import Status
from firstsnow.i18n import message
from firstsnow.record import Record
from firstsnow.record.fact import Presence

_PRESENCE: dict[Answer, Presence] = {"yes": "present", "no": "absent", "unknown": "unknown"}


def in_episode_entries(told: Status, day: float) -> Iterator[Entry]:
    """Say whether an episode goes on."""
    answer = told.in_episode(day)
    if answer != "unknown":
        yield Entry("episodes", _IN_EPISODE[answer], _PRESENCE[answer])


def long_episode_entries(
    record: Record, field: ReviewField, told: Status, day: float
) -> Iterator[Entry]:
    """Say whether the episode that goes on has lasted for more than so many months."""
    if told.in_episode(day) == "no":
        yield Entry("episodes", _IN_EPISODE["no"], "absent")
        return
    limit = field.above or math.inf
    began = told.episode_start(day)
    months = months_between(began, day, on_calendar=record.clock == "calendar")
    if months.high <= limit:
        yield Entry("episodes", message("{count} months at most", count=int(limit)), "absent")
    elif months.low > limit and told.in_episode(day) == "yes":
        yield Entry("episodes", message("more than {count} months", count=int(limit)), "present")


def earlier_episode_entries(record: Record, told: Status, day: float) -> Iterator[Entry]:
    """Walk over episodes of depression that were over before another began."""
    depressive = [
        (index, one) for index, one in enumerate(record.episodes) if one.polarity == "depressive"
    ]
    starts = [episode_start(one).low for _, one in depressive if episode_start(one).low <= day]
    for index, one in depressive:
        if any(episode_end(one).high < start for start in starts):
            yield Entry(
                f"episodes[{index}]",
                message("an earlier episode"),
                "present",
                one.start,
                one.source,
            )
    for change in told.changes:
        if change.kind == "recurrence" and change.day <= day:
            yield Entry("measurements", message("a new episode after a recovery"), "present")


def onset_entries(record: Record, field: ReviewField, day: float) -> Iterator[Entry]:
    """Walk over episodes that surely began before an age; the first may not be on record."""
    for index, one in enumerate(record.episodes):
        start = episode_start(one)
        if one.polarity != "depressive" or not start.low <= day:
            continue
        if age_years(record, start).high < (field.below or 0):
            words = message("an episode before the age of {years}", years=int(field.below or 0))
            yield Entry(f"episodes[{index}]", words, "present", one.start, one.source)


def self_harm_answer_entries(safety: SafetyAnswers, day: float) -> Iterator[Entry]:
    """Walk over recent answers to items about self-harm; older ones do not speak for the day."""
    recent = Bounds(day - conventions().safety.recent_days, day)
    for answer in safety.answers:
        if not recent.low <= answer.latest <= recent.high:
            continue
        place = f"measurements[{answer.index}].items.{answer.item}"
        if answer.finding is None:
            yield Entry(place, message("no such thoughts in this answer"), "absent")
        else:
            yield Entry(place, answer.finding.about, "present")


def bipolar_entries(record: Record, day: float) -> Iterator[Entry]:
    """Walk over what tells the polarity."""
    for ground in bipolar_grounds(record, day):
        yield Entry(ground.place, ground.words, ground.presence)


def psychosis_entries(record: Record, day: float) -> Iterator[Entry]:
    """Walk over what tells of psychotic symptoms.

    Only a diagnosis without them speaks of all the time; an episode speaks of itself.
    """
    for ground in psychosis_grounds(record, day):
        is_all = ground.place.startswith("diagnoses")
        yield Entry(ground.place, ground.words, ground.presence, speaks_of_all=is_all)


_IN_EPISODE = {
    "yes": message("in a depressive episode"),
    "no": message("not in a depressive episode"),
}
