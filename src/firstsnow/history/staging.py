"""Stages of treatment resistance: which is surely reached, and which perhaps."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from firstsnow.history.answer import Answer, Bounds, all_of
from firstsnow.history.counting import count_distinct
from firstsnow.history.definition_file import Definition, Stage
from firstsnow.history.evaluation import JudgedAttempt


def stage_bounds(definition: Definition, judged: Sequence[JudgedAttempt]) -> Bounds:
    """Give the bounds of the stage; 0 where not even the first is reached.

    A stage takes what it asks itself and everything that the stages before it ask.
    """
    answers = [_reached(stage, judged) for stage in definition.stages]
    return Bounds(
        _leading(answers, lambda answer: answer == "yes"),
        _leading(answers, lambda answer: answer != "no"),
    )


def _leading(answers: Sequence[Answer], holds: Callable[[Answer], bool]) -> int:
    reached = 0
    for answer in answers:
        if not holds(answer):
            break
        reached += 1
    return reached


def _reached(stage: Stage, judged: Sequence[JudgedAttempt]) -> Answer:
    answers: list[Answer] = []
    if stage.attempts is not None:
        answers.append(count_distinct(judged, "treatment").reaches(stage.attempts))
    if stage.mechanisms is not None:
        answers.append(count_distinct(judged, "mechanism").reaches(stage.mechanisms))
    if stage.includes_mechanism is not None or stage.includes_treatment is not None:
        answers.append(_includes(stage, judged))
    return all_of(answers)


def _includes(stage: Stage, judged: Sequence[JudgedAttempt]) -> Answer:
    fitting = [_counts_for(stage, one) for one in judged]
    if "yes" in fitting:
        return "yes"
    return "unknown" if "unknown" in fitting else "no"


def _counts_for(stage: Stage, one: JudgedAttempt) -> Answer:
    """Judge whether an attempt is what a stage names; a named treatment counts in any case."""
    treatment = one.attempt.treatment
    if treatment is None:
        return "no" if one.counts == "no" else "unknown"
    if stage.includes_mechanism is not None:
        return one.counts if treatment.mechanism.id == stage.includes_mechanism else "no"
    if treatment.id != stage.includes_treatment:
        return "no"
    return all_of([one.attempt.adequacy.answer, _variant(stage, one), one.did_not_help_enough])


def _variant(stage: Stage, one: JudgedAttempt) -> Answer:
    if not stage.in_variants:
        return "yes"
    if one.attempt.exposure.variant is None:
        return "unknown"
    return "yes" if one.attempt.exposure.variant in stage.in_variants else "no"
