"""What definitions ask beside attempts: a current episode, its severity, what excludes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firstsnow.history.answer import Answer, Bounds, negate
from firstsnow.history.dated_episodes import covers, episode_start
from firstsnow.history.definition_file import Definition
from firstsnow.history.evaluation import Requirement
from firstsnow.history.ratings import Rating
from firstsnow.history.status import Status
from firstsnow.i18n import message
from firstsnow.knowledge import Fact
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
    if not _is_sourced(definition):
        reason = message("a part of this definition has no source that was read")
        asked.append(Requirement("unknown", reason, message("a source for this part")))
    if definition.scope is None or definition.scope.value == "current-episode":
        asked.append(_in_episode(told, day))
    if definition.severity is not None:
        asked.append(_severe_enough(definition.severity.at_least, record, ratings, told, day))
    asked += [
        _bipolar(record) if exclusion.condition == "bipolar" else _psychosis(record)
        for exclusion in definition.excludes
    ]
    return tuple(asked)


def _is_sourced(definition: Definition) -> bool:
    """Whether every part was read that is not judged one by one, as kinds and stages are."""
    parts: tuple[Fact | None, ...] = (
        definition.minimum_attempts,
        definition.distinct,
        definition.scope,
        definition.improvement_below_percent,
        definition.improvement_from_percent,
        definition.adequate_dose,
        definition.adequate_duration,
        definition.adherence,
        definition.minimum_weeks,
        definition.severity,
        *definition.excludes,
    )
    return all(part is None or part.is_sourced for part in parts)


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
    answer = known.reaches(_RANK[at_least])
    if answer == "unknown":
        reason = message("how severe the episode is, is not known")
        return Requirement(answer, reason, message("a rating of depression, or its severity"))
    if answer == "no":
        reason = message("the episode is less severe than this definition asks")
        return Requirement(answer, reason)
    return Requirement(answer, message("the episode is severe enough for this definition"))


def _dated_severity(record: Record, day: float) -> Bounds | None:
    """Give the severity that a clinician noted for the episode of a day."""
    noted = [
        (episode_start(episode).low, _RANK[episode.severity])
        for episode in record.episodes
        if episode.polarity == "depressive"
        and episode.severity is not None
        and covers(episode, day) == "yes"
    ]
    return Bounds.exactly(max(noted)[1]) if noted else None


def _measured_severity(ratings: Mapping[str, Sequence[Rating]], told: Status, day: float) -> Bounds:
    """Give the worst band of the episode so far, on the scale that tells the course."""
    if told.scale is None or told.scale not in catalogue():
        return Bounds.unknown()
    began = told.episode_start(day)
    rated = [rating for rating in ratings[told.scale] if began.low <= rating.day <= day]
    surely = [rating.total for rating in rated if rating.day >= began.high]
    if not surely:
        return Bounds.unknown()
    worst = [band(catalogue()[told.scale], total) for total in (max(surely), _worst(rated))]
    ranks = [_RANK[level.severity] for level in worst if level is not None and level.severity]
    return Bounds(ranks[0], ranks[1]) if len(ranks) == len(worst) else Bounds.unknown()


def _worst(ratings: Sequence[Rating]) -> float:
    return max(rating.total for rating in ratings)


def _bipolar(record: Record) -> Requirement:
    """Answer whether the disorder is bipolar; a later diagnosis replaces one that is past."""
    said: list[tuple[str, str]] = [(_POLARITY_OF_STUDY.get(_studied(record), ""), "current")]
    said += [(d.polarity, d.status) for d in record.diagnoses if d.status != "ruled-out"]
    said_so = any(polarity == "bipolar" for polarity, _ in said)
    said_not = any(
        polarity == "unipolar" and (status == "current" or not said_so) for polarity, status in said
    )
    manic = any(episode.polarity != "depressive" for episode in record.episodes)
    present: Answer = "unknown"
    if manic or (said_so and not said_not):
        present = "yes"
    elif said_not and not said_so:
        present = "no"
    reason = {
        "yes": message("the definition does not apply to bipolar disorder"),
        "no": message("unipolar depression"),
        "unknown": message("sources disagree on whether the depression is unipolar")
        if said_so
        else message("whether the depression is unipolar is not on record"),
    }[present]
    missing = message("whether there was ever a mania or hypomania")
    return Requirement(negate(present), reason, missing if present == "unknown" else None)


_POLARITY_OF_STUDY = {
    "bipolar": "bipolar",
    "mdd": "unipolar",
    "trd": "unipolar",
    "chronic-mdd": "unipolar",
}
"""What a study's own diagnosis says of the people that it took."""


def _studied(record: Record) -> str:
    return "" if record.study is None else record.study.diagnosis or ""


def _psychosis(record: Record) -> Requirement:
    """Answer whether there was psychosis at any time: one that was present stays so."""
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
