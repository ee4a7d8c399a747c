"""Stages of treatment resistance: which is surely reached, and which perhaps."""

from __future__ import annotations

from collections.abc import Sequence

from firstsnow.history.answer import Answer, Bounds, all_of, any_of
from firstsnow.history.counting import count_distinct
from firstsnow.history.definition_file import Definition, Stage
from firstsnow.history.evaluation import JudgedAttempt


def stage_bounds(definition: Definition, judged: Sequence[JudgedAttempt]) -> Bounds:
    """Give the bounds of the stage; 0 where not even the first is reached.

    A stage takes what it asks itself and everything that the stages before it ask. Whether a class
    that a stage names may be one of those that an earlier stage counts was not read: the lower
    bound takes it that it may not, the upper bound that it may.
    """
    treatments, classes = (count_distinct(judged, by) for by in ("treatment", "mechanism"))
    stages = definition.stages
    return Bounds(
        _surely_reached(stages, judged, treatments.low, classes.low),
        _perhaps_reached(stages, judged, treatments.high, classes.high),
    )


def _surely_reached(
    stages: Sequence[Stage], judged: Sequence[JudgedAttempt], treatments: float, classes: float
) -> int:
    reached = needed = 0
    for stage in stages:
        needed = stage.mechanisms or needed + (stage.includes_mechanism is not None)
        if classes < needed or treatments < (stage.attempts or 0):
            break
        if not stage.is_sourced or (_names(stage) and _fitting(stage, judged) != "yes"):
            break
        reached += 1
    return reached


def _perhaps_reached(
    stages: Sequence[Stage], judged: Sequence[JudgedAttempt], treatments: float, classes: float
) -> int:
    """Count the stages that may be reached; a treatment known in words alone can be one thing."""
    in_words = sum(one.attempt.treatment is None and one.counts != "no" for one in judged)
    reached = 0
    for stage in stages:
        if classes < (stage.mechanisms or 0) or treatments < (stage.attempts or 0):
            break
        if _names(stage) and _fitting(stage, judged) == "no":
            in_words -= 1
        if in_words < 0:
            break
        reached += 1
    return reached


def _names(stage: Stage) -> bool:
    return stage.includes_mechanism is not None or stage.includes_treatment is not None


def _fitting(stage: Stage, judged: Sequence[JudgedAttempt]) -> Answer:
    return any_of(_counts_for(stage, one) for one in judged)


def _counts_for(stage: Stage, one: JudgedAttempt) -> Answer:
    """Judge whether an attempt is what a stage names; a named treatment counts in any case."""
    treatment = one.attempt.treatment
    if treatment is None:
        return "no"
    if stage.includes_mechanism is not None:
        return one.counts if treatment.mechanism.id == stage.includes_mechanism else "no"
    if treatment.id != stage.includes_treatment:
        return "no"
    asked = (one.attempt.adequacy.answer, one.did_not_help_enough, one.is_in_scope)
    return all_of([*asked, _variant(stage, one)])


def _variant(stage: Stage, one: JudgedAttempt) -> Answer:
    if not stage.in_variants:
        return "yes"
    if one.attempt.exposure.variant is None:
        return "unknown"
    return "yes" if one.attempt.exposure.variant in stage.in_variants else "no"
