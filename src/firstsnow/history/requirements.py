"""What definitions ask beside attempts: a current episode, its severity, what excludes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firstsnow.history.answer import Answer, negate
from firstsnow.history.definition_file import Definition
from firstsnow.history.dose_time import moment_bounds
from firstsnow.history.evaluation import Requirement
from firstsnow.history.ratings import Rating
from firstsnow.history.status import Status
from firstsnow.i18n import message
from firstsnow.record import Record
from firstsnow.scales import band, catalogue

_RANK = {"none": 0, "mild": 1, "moderate": 2, "severe": 3, "very-severe": 4}


def requirements(
    definition: Definition,
    record: Record,
    ratings: Mapping[str, Sequence[Rating]],
    told: Status,
    day: float,
) -> tuple[Requirement, ...]:
    """Answer what a definition asks beside attempts, on a day."""
    asked = []
    if definition.scope is None or definition.scope.value == "current-episode":
        asked.append(_in_episode(told, day))
    if definition.severity is not None and definition.severity.is_sourced:
        asked.append(_severe_enough(definition.severity.at_least, record, ratings, told, day))
    asked += [
        _bipolar(record) if exclusion.condition == "bipolar" else _psychosis(record)
        for exclusion in definition.excludes
        if exclusion.is_sourced
    ]
    return tuple(asked)


def _in_episode(told: Status, day: float) -> Requirement:
    answer = told.in_episode(day)
    reason = {
        "yes": message("in a depressive episode"),
        "no": message("not in a depressive episode"),
        "unknown": message("whether an episode was going on is not known"),
    }[answer]
    missing = message("a rating of depression around this day, or the dates of the episode")
    return Requirement(answer, reason, missing if answer == "unknown" else None)


def _severe_enough(
    at_least: str,
    record: Record,
    ratings: Mapping[str, Sequence[Rating]],
    told: Status,
    day: float,
) -> Requirement:
    known = _dated_severity(record, day) or _measured_severity(ratings, told, day)
    if known is None:
        reason = message("how severe the episode is, is not known")
        return Requirement("unknown", reason, message("a rating of depression, or its severity"))
    answer: Answer = "yes" if _RANK[known] >= _RANK[at_least] else "no"
    reasons = {
        "yes": message("the episode is severe enough for this definition"),
        "no": message("the episode is less severe than this definition asks"),
    }
    return Requirement(answer, reasons[answer])


def _dated_severity(record: Record, day: float) -> str | None:
    for episode in reversed(record.episodes):
        start, end = moment_bounds(episode.start), moment_bounds(episode.end)
        if episode.polarity == "depressive" and start.low <= day <= end.high:
            return episode.severity
    return None


def _measured_severity(
    ratings: Mapping[str, Sequence[Rating]], told: Status, day: float
) -> str | None:
    """Give the worst band of the episode so far, on the scale that tells the course."""
    if told.scale is None or told.scale not in catalogue():
        return None
    began = told.episode_start(day).low
    during = [rating for rating in ratings[told.scale] if began <= rating.day <= day]
    if not during:
        return None
    worst = max(during, key=lambda rating: rating.total)
    level = band(catalogue()[told.scale], worst.total)
    return None if level is None else level.severity


def _bipolar(record: Record) -> Requirement:
    polarities = {d.polarity for d in record.diagnoses if d.status != "ruled-out"}
    manic = any(episode.polarity != "depressive" for episode in record.episodes)
    present: Answer = "unknown"
    if manic or "bipolar" in polarities or _studied(record) == "bipolar":
        present = "yes"
    elif "unipolar" in polarities or _studied(record) in ("mdd", "trd", "chronic-mdd"):
        present = "no"
    reason = {
        "yes": message("the definition does not apply to bipolar disorder"),
        "no": message("unipolar depression"),
        "unknown": message("whether the depression is unipolar is not on record"),
    }[present]
    missing = message("whether there was ever a mania or hypomania")
    return Requirement(negate(present), reason, missing if present == "unknown" else None)


def _studied(record: Record) -> str | None:
    return None if record.study is None else record.study.diagnosis


def _psychosis(record: Record) -> Requirement:
    said = {d.psychosis for d in record.diagnoses if d.status != "ruled-out"}
    said |= {episode.psychosis for episode in record.episodes}
    present: Answer = "yes" if "present" in said else "no" if "absent" in said else "unknown"
    reason = {
        "yes": message("the definition does not apply with psychosis"),
        "no": message("no psychosis"),
        "unknown": message("whether there was psychosis is not on record"),
    }[present]
    missing = message("whether there was psychosis")
    return Requirement(negate(present), reason, missing if present == "unknown" else None)
