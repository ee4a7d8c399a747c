"""How severe an episode is on a day: what clinicians noted, and what ratings show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from firstsnow.history.answer import Answer, Bounds
from firstsnow.history.conventions import conventions
from firstsnow.history.dated_episodes import covers
from firstsnow.history.dose_time import moment_bounds
from firstsnow.history.ratings import Rating, episode_line
from firstsnow.history.staging_methods.method_file import SEVERITIES, Severity
from firstsnow.i18n import Message, message
from firstsnow.record import Diagnosis, Record
from firstsnow.record.fact import Presence
from firstsnow.scales import band, catalogue

_EVERY = Bounds(0, len(SEVERITIES) - 1)


@dataclass(frozen=True, slots=True)
class KnownSeverity:
    """Bounds of the severity, as ranks from 0, and what would have to be known to say it."""

    rank: Bounds
    missing: tuple[Message, ...] = ()


def severity_on(
    record: Record, ratings: Mapping[str, Sequence[Rating]], scale: str | None, day: float
) -> KnownSeverity:
    """Give the severity of the episode of a day.

    Clinicians and the last rating both speak; where they differ, both are possible.

    Parameters
    ----------
    record, ratings
        The record, and its ratings of depression.
    scale
        The scale that tells the course; others speak where it has no recent rating.
    day
        The day, on the record's clock.
    """
    psychotic = _psychotic(record, day)
    spoken = [*_noted(record, day, psychotic), *_measured(ratings, scale, day, psychotic)]
    if not spoken:
        return KnownSeverity(_EVERY, (message("a rating of depression, or its severity"),))
    rank = Bounds(min(one.low for one in spoken), max(one.high for one in spoken))
    if rank.is_exact:
        return KnownSeverity(rank)
    missing = []
    if rank.low < _rank("severe"):
        missing.append(message("how severe the episode is on this day"))
    if psychotic == "unknown" and rank.high > _rank("severe"):
        missing.append(message("whether there was psychosis"))
    return KnownSeverity(rank, tuple(missing))


def _rank(severity: Severity) -> int:
    return SEVERITIES.index(severity)


def _ranks(severity: str, psychotic: Answer) -> Bounds:
    """Give the ranks of a clinician's word; psychosis changes the severe one alone."""
    if severity not in ("severe", "very-severe"):
        return Bounds.exactly(SEVERITIES.index(_word(severity)))
    low = _rank("severe-with-psychosis") if psychotic == "yes" else _rank("severe")
    high = _rank("severe") if psychotic == "no" else _rank("severe-with-psychosis")
    return Bounds(low, high)


def _word(severity: str) -> Severity:
    return next((word for word in SEVERITIES if word == severity), "sub-syndromal")


def _noted(record: Record, day: float, psychotic: Answer) -> Iterator[Bounds]:
    for episode in record.episodes:
        if episode.polarity == "depressive" and episode.severity and covers(episode, day) == "yes":
            yield _ranks(episode.severity, psychotic)
    for diagnosis in record.diagnoses:
        if diagnosis.severity is not None and _is_of(diagnosis, day):
            yield _ranks(diagnosis.severity, psychotic)


def _is_of(diagnosis: Diagnosis, day: float) -> bool:
    """Whether a diagnosis was surely held on a day; one without a date says nothing of a day."""
    if diagnosis.status != "current" or diagnosis.start is None:
        return False
    begun = diagnosis.start.latest <= day
    return begun and (diagnosis.end is None or diagnosis.end.earliest >= day)


def _measured(
    ratings: Mapping[str, Sequence[Rating]], scale: str | None, day: float, psychotic: Answer
) -> Iterator[Bounds]:
    """Give the ranks of the last rating that speaks for a day, and of those that contradict it."""
    order = conventions().scale_preference.order
    others = sorted(ratings, key=lambda name: (order.index(name) if name in order else 99, name))
    for name in [*([scale] if scale else []), *others]:
        found = [_band_ranks(rating, psychotic) for rating in _last(ratings.get(name, ()), day)]
        if found:
            yield from (ranks for ranks in found if ranks is not None)
            if any(ranks is not None for ranks in found):
                return


def _last(ratings: Sequence[Rating], day: float) -> list[Rating]:
    recent = day - conventions().observation.gap_days
    dated = [one for one in ratings if one.is_dated and recent <= one.day <= day]
    return [one for one in dated if one.day == dated[-1].day]


def _band_ranks(rating: Rating, psychotic: Answer) -> Bounds | None:
    """Give the ranks of a total by the bands of its scale; ``None`` where it has none."""
    if rating.scale not in catalogue():
        return None
    found = band(catalogue()[rating.scale], rating.total)
    if found is None or found.severity is None:
        return None
    if found.severity != "mild":
        return _ranks(found.severity, psychotic)
    line = episode_line(rating.scale)
    is_ill = line is not None and rating.total >= line
    return Bounds(_rank("mild" if is_ill else "sub-syndromal"), _rank("mild"))


def _psychotic(record: Record, day: float) -> Answer:
    """Answer whether the episode of a day is one with psychosis; sources that differ leave it."""
    said: set[Presence] = {
        episode.psychosis
        for episode in record.episodes
        if episode.polarity == "depressive" and covers(episode, day) == "yes"
    }
    said |= {
        diagnosis.psychosis
        for diagnosis in record.diagnoses
        if diagnosis.status == "current" and not moment_bounds(diagnosis.start).low > day
    }
    present, absent = "present" in said, "absent" in said
    if present == absent:
        return "unknown"
    return "yes" if present else "no"
