"""Holding definitions of treatment resistance against a record, at any day."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from firstsnow.history.answer import Answer, Bounds, all_of
from firstsnow.history.counting import count_distinct
from firstsnow.history.definition_file import Definition
from firstsnow.history.evaluation import Evaluation, JudgedAttempt, OpenQuestion, Requirement
from firstsnow.history.ratings import Rating
from firstsnow.history.requirements import requirements
from firstsnow.history.staging import stage_bounds
from firstsnow.history.status import Status
from firstsnow.i18n import message
from firstsnow.record import Record


def evaluate(
    definition: Definition,
    record: Record,
    ratings: Mapping[str, Sequence[Rating]],
    told: Status,
    judged: tuple[JudgedAttempt, ...],
    day: float,
) -> Evaluation:
    """Hold one definition against a record on a day.

    Parameters
    ----------
    definition
        The definition.
    record, ratings, told
        The record, its ratings of depression, and how the person was over time.
    judged
        The attempts, as the definition judges them on that day.
    day
        The day, on the record's clock.

    A study's record begins with the study: what was tried before may count, so that the number of
    attempts has no upper bound.
    """
    asked = requirements(definition, record, ratings, told, day)
    on_record = count_distinct(judged, definition.distinct.value)
    count = on_record if record.study is None else Bounds(on_record.low, math.inf)
    answer = _answer(definition, count, asked)
    stage = stage_bounds(definition, judged) if definition.stages else None
    if stage is not None and record.study is not None:
        stage = Bounds(stage.low, len(definition.stages))
    return Evaluation(
        definition=definition,
        day=day,
        answer=answer,
        attempts=judged,
        count=count,
        requirements=asked,
        open=_open_questions(definition, record, judged, asked) if answer == "unknown" else (),
        stage=stage,
    )


def _answer(definition: Definition, count: Bounds, asked: Iterable[Requirement]) -> Answer:
    enough = count.reaches(definition.minimum_attempts.value)
    return all_of([enough, *(requirement.answer for requirement in asked)])


def _open_questions(
    definition: Definition,
    record: Record,
    judged: Sequence[JudgedAttempt],
    asked: Sequence[Requirement],
) -> tuple[OpenQuestion, ...]:
    """List what is missing, each with the answer if that one thing were known.

    Of an attempt of which several things are missing, one alone can only show that it does not
    count.
    """
    distinct = definition.distinct.value
    found = []
    for index, one in enumerate(judged):
        if one.counts != "unknown":
            continue
        so, not_so = (
            _answer(definition, count_distinct(_with(judged, index, answer), distinct), asked)
            for answer in ("yes", "no")
        )
        if len(one.missing) > 1:
            so = "unknown"
        found += [OpenQuestion(what, one.attempt, so, not_so) for what in one.missing]
    count = count_distinct(judged, distinct)
    if record.study is not None:
        so = _answer(definition, Bounds(math.inf, math.inf), asked)
        not_so = _answer(definition, count, asked)
        what = message("what was tried before the study")
        found.append(OpenQuestion(what, None, so, not_so))
        count = Bounds(count.low, math.inf)
    for index, requirement in enumerate(asked):
        if requirement.answer != "unknown" or requirement.missing is None:
            continue
        others = [r for position, r in enumerate(asked) if position != index]
        so = _answer(definition, count, others)
        found.append(OpenQuestion(requirement.missing, None, so, "no"))
    return tuple(found)


def _with(judged: Sequence[JudgedAttempt], index: int, counts: str) -> list[JudgedAttempt]:
    changed = list(judged)
    answer: Answer = "yes" if counts == "yes" else "no"
    changed[index] = JudgedAttempt(judged[index].attempt, answer)
    return changed
