"""Whatever is left out of a record, a yes never becomes a no, nor a no a yes."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from firstsnow.history import History, history
from firstsnow.record import Record
from tests.history.cases import LAST_DAY, as_json, cases, date
from tests.history.oracle import Case


def _forget_dose(exposure: dict[str, Any]) -> None:
    exposure.pop("doses", None)
    exposure.pop("session_count", None)


def _forget_end(exposure: dict[str, Any]) -> None:
    exposure.pop("end", None)
    exposure.pop("ongoing", None)


def _forget_start(exposure: dict[str, Any]) -> None:
    exposure.pop("start", None)


def _remember_months(exposure: dict[str, Any]) -> None:
    for edge in ("start", "end"):
        if edge in exposure:
            exposure[edge] = exposure[edge][:7]


def _forget_outcome(exposure: dict[str, Any]) -> None:
    exposure.pop("outcome", None)


def _forget_adherence(exposure: dict[str, Any]) -> None:
    if exposure.get("adherence") == "full":
        exposure.pop("adherence")


def _forget_variant(exposure: dict[str, Any]) -> None:
    exposure.pop("variant", None)


def _remember_words_alone(exposure: dict[str, Any]) -> None:
    exposure["as_written"] = exposure.pop("treatment", "tablets")
    exposure.pop("variant", None)


FORGETTING = (
    _forget_dose,
    _forget_end,
    _forget_start,
    _remember_months,
    _forget_outcome,
    _forget_adherence,
    _forget_variant,
    _remember_words_alone,
)


@st.composite
def forgotten(draw: st.DrawFn, case: Case) -> Record:
    """Write a case as a record, with some facts left out or less exact."""
    made = copy.deepcopy(as_json(case))
    for exposure in made["exposures"]:
        for forget in draw(st.lists(st.sampled_from(FORGETTING), max_size=3, unique=True)):
            forget(exposure)
    if draw(st.booleans()):
        made["diagnoses"] = []
    if draw(st.booleans()):
        made["episodes"][0].pop("severity", None)
    blurred = draw(st.sampled_from(["as it is", "month", "no start", "nothing dated"]))
    if blurred == "month":
        made["episodes"][0]["start"] = made["episodes"][0]["start"][:7]
    if blurred == "no start":
        made["episodes"][0].pop("start")
    if blurred == "nothing dated":
        made["episodes"] = []
    return Record.model_validate(made)


def answers(told: History) -> dict[str, str]:
    return {one.now.definition.id: one.now.answer for one in told.definitions}


@given(case=cases(), day=st.integers(40, LAST_DAY), data=st.data())
def test_leaving_something_out_never_turns_an_answer_round(
    case: Case, day: int, data: st.DataObject
) -> None:
    less = history(data.draw(forgotten(case)), date(day))
    full = history(Record.model_validate(as_json(case)), date(day))
    for name, answer in answers(full).items():
        assert {answer, answers(less)[name]} != {"yes", "no"}, name
    adequate = {one.exposure.id: one.adequacy.answer for one in full.attempts}
    for one in less.attempts:
        known = adequate.get(one.exposure.id)
        assert {known, one.adequacy.answer} != {"yes", "no"}, one.exposure


@given(case=cases(), data=st.data())
def test_leaving_something_out_never_rules_out_what_was_true(
    case: Case, data: st.DataObject
) -> None:
    less = history(data.draw(forgotten(case)), date(LAST_DAY))
    full = history(Record.model_validate(as_json(case)), date(LAST_DAY))
    for more, fewer in zip(full.definitions, less.definitions, strict=True):
        assert fewer.now.count.low <= more.now.count.low, more.now.definition.id
        assert fewer.now.count.high >= more.now.count.high, more.now.definition.id
