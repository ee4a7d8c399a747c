"""The finding of a picture as one sentence, by rule and from the data."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

from firstsnow.charts.course.attempt_words import treatment_name
from firstsnow.charts.course.strip import Stretch, stretches
from firstsnow.charts.course.words import day_text, lasting, number, scale_name
from firstsnow.history import Attempt, History, conventions
from firstsnow.history.dose_time import exposure_start
from firstsnow.i18n import DateText, Listing, Message, Value, message, plural_message
from firstsnow.record import Record

_ABOUT_A_MONTH_DAYS = 31.0
_WELL = ("remission", "recovery")


def title(record: Record, history: History) -> Message:
    """Say how someone is now, since when, and what was before.

    Only what is known is said: without a state, how many measurements and treatments there are; of
    someone not measured lately, how they were when last measured.
    """
    is_calendar = record.clock == "calendar"
    found = stretches(history.status.segments, history.at)
    seen = [each for each in found if each.segment.state != "unobserved"]
    if not seen or _is_one_rating(seen, history):
        return _without_state(record, history)
    latest = seen[-1]
    if latest is not found[-1] or latest.segment.end < history.at:
        return _not_lately(latest, history, is_calendar=is_calendar)
    return _now(latest, _well_before(seen[:-1]), record, history)


def _well_before(seen: Sequence[Stretch]) -> tuple[float, float] | None:
    """First and last day of the latest remission that lasted, recovery included."""
    well = [each.segment for each in seen if each.segment.state in _WELL]
    lasted = [segment for segment in well if segment.settled != "no"]
    if not lasted:
        return None
    start, end = lasted[-1].start, lasted[-1].end
    for segment in reversed(lasted):
        if segment.end >= start:
            start = min(start, segment.start)
    return start, end


def _is_one_rating(seen: Sequence[Stretch], history: History) -> bool:
    """Whether all that is known of someone's state is a single total."""
    ratings = history.ratings.get(history.status.scale or "", ())
    return len(ratings) == 1 and all(not each.is_dated for each in seen)


def _without_state(record: Record, history: History) -> Message:
    ratings = [rating for group in history.ratings.values() for rating in group]
    treatments = _treatments(record, history)
    if len(ratings) == 1:
        return message(
            "One measurement: {scale} {total}; {treatments}",
            scale=scale_name(ratings[0].scale),
            total=number(ratings[0].total),
            treatments=treatments,
        )
    if ratings:
        return plural_message(
            "{number} measurement; {treatments}",
            "{number} measurements; {treatments}",
            len(ratings),
            treatments=treatments,
        )
    if not record.exposures:
        return message("Nothing measured and nothing tried on record yet")
    return message("Nothing measured yet; {treatments}", treatments=treatments)


def _treatments(record: Record, history: History) -> Message:
    if history.attempts:
        return plural_message(
            "{number} treatment on record", "{number} treatments on record", len(history.attempts)
        )
    # What is left are controls, such as placebo: given, but no attempt at treatment.
    given = [e for e in record.exposures if not exposure_start(e).low > history.at]
    if given:
        names: tuple[Value, ...] = tuple(treatment_name(exposure) for exposure in given)
        return message("{treatments} on record", treatments=Listing(names))
    return message("no treatment on record")


def _not_lately(latest: Stretch, history: History, *, is_calendar: bool) -> Message:
    day = _last_rating_day(latest, history)
    when = _month(day, is_calendar=is_calendar)
    if latest.segment.state in _WELL:
        return message("In remission when last measured, {date}", date=when)
    if latest.segment.state == "episode":
        return message("In an episode when last measured, {date}", date=when)
    if latest.segment.state == "response":
        return message("Response, above the remission line, when last measured, {date}", date=when)
    return message("Above the remission line when last measured, {date}", date=when)


def _last_rating_day(latest: Stretch, history: History) -> float:
    ratings = history.ratings.get(history.status.scale or "", ())
    inside = [rating.day for rating in ratings if rating.day <= latest.segment.end]
    return inside[-1] if inside else latest.segment.end


def _now(
    latest: Stretch, before: tuple[float, float] | None, record: Record, history: History
) -> Message:
    is_calendar = record.clock == "calendar"
    state = latest.segment.state
    since = _month(latest.segment.start, is_calendar=is_calendar)
    if state in _WELL:
        return _well_now(latest, history, is_calendar=is_calendar)
    if state == "response":
        said = message("Response since {date}, not yet remission", date=since)
        if latest.segment.start == history.at:
            day = day_text(history.at, is_calendar=is_calendar, short=False)
            said = message("Response on {date}, not yet remission", date=day)
        return _with_treatment(said, latest, history)
    if before is not None:
        return _again(latest, before, is_calendar=is_calendar)
    if state == "symptoms":
        return _above_the_line(record, history)
    return _episode_now(record, history)


def _above_the_line(record: Record, history: History) -> Message:
    """Say from where to where the totals went, of someone who has not been in remission."""
    ratings = history.ratings[history.status.scale or ""]
    return message(
        "{scale} {before} → {after} in {duration}, above the remission line; {treatments}",
        scale=scale_name(ratings[0].scale),
        before=number(ratings[0].total),
        after=number(ratings[-1].total),
        duration=lasting(ratings[-1].day - ratings[0].day),
        treatments=_treatments(record, history),
    )


def _episode_now(record: Record, history: History) -> Message:
    """Say how long the present episode has lasted: at least, where its first day is not known."""
    start = history.status.episode_start(history.at)
    duration = lasting(history.at - start.high)
    if start.high - start.low > _ABOUT_A_MONTH_DAYS:
        return message(
            "In an episode for at least {duration}; {treatments}",
            duration=duration,
            treatments=_treatments(record, history),
        )
    return message(
        "In an episode for {duration}; {treatments}",
        duration=duration,
        treatments=_treatments(record, history),
    )


def _well_now(latest: Stretch, history: History, *, is_calendar: bool) -> Message:
    found = stretches(history.status.segments, history.at)
    # Recovery continues a remission: what matters is since when someone has been well.
    span = _well_before(found)
    start = latest.segment.start if span is None else span[0]
    since = _month(start, is_calendar=is_calendar)
    said = message("In remission since {date}", date=since)
    if latest.segment.settled == "unknown":
        said = message("At or below the remission line since {date}", date=since)
    if start == history.at:
        day = day_text(start, is_calendar=is_calendar, short=False)
        said = message("At or below the remission line on {date}", date=day)
    if latest.segment.state == "recovery":
        said = message("Recovered, in remission since {date}", date=since)
    return _with_treatment(said, latest, history, start)


def _with_treatment(
    said: Message, latest: Stretch, history: History, start: float | None = None
) -> Message:
    """Name the treatment that began last before a change, while it was given: when, not why."""
    day = latest.segment.start if start is None else start
    attempt = _given_on(history, day)
    if attempt is None:
        return said
    name = treatment_name(attempt.exposure)
    return message("{said}, under {treatment}", said=said, treatment=name)


def _given_on(history: History, day: float) -> Attempt | None:
    after = conventions().attempt_rating.after_days
    given = [
        attempt
        for attempt in history.attempts
        if math.isfinite(attempt.start.high)
        and attempt.start.high < day <= attempt.end.high + after
    ]
    return given[-1] if given else None


def _again(latest: Stretch, before: tuple[float, float], *, is_calendar: bool) -> Message:
    since = _month(latest.segment.start, is_calendar=is_calendar)
    start = _month(before[0], is_calendar=is_calendar)
    end = _month(before[1], is_calendar=is_calendar)
    if latest.segment.state == "symptoms":
        return message(
            "Above the remission line again since {date}, after remission from {start} to {end}",
            date=since,
            start=start,
            end=end,
        )
    return message(
        "In an episode again since {date}, after remission from {start} to {end}",
        date=since,
        start=start,
        end=end,
    )


def _month(day: float, *, is_calendar: bool) -> Value:
    if not is_calendar:
        return day_text(math.floor(day), is_calendar=False)
    return DateText(dt.date.fromordinal(math.floor(day)), "month")
