"""Two ways of counting, written apart, agree on records in which everything is known."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firstsnow.history import Bounds, Evaluation, history
from tests.history import oracle
from tests.history.cases import LAST_DAY, as_record, cases, date
from tests.history.oracle import Case


def evaluations(case: Case, day: int) -> dict[str, Evaluation]:
    told = history(as_record(case), date(day))
    return {one.now.definition.id: one.now for one in told.definitions}


@given(case=cases(), day=st.integers(40, LAST_DAY))
def test_both_give_the_same_answers_and_numbers(case: Case, day: int) -> None:
    for name, found in evaluations(case, day).items():
        low, high = oracle.numbers(case, name, day)
        assert (name, found.count) == (name, Bounds(low, high))
        assert (name, found.answer) == (name, oracle.answer(case, name, day))


@given(case=cases(), day=st.integers(40, LAST_DAY))
def test_both_give_the_same_stages(case: Case, day: int) -> None:
    assert evaluations(case, day)["thase-rush-1997"].stage == Bounds(*oracle.stage(case, day))


@given(case=cases())
def test_the_periods_agree_with_every_single_day(case: Case) -> None:
    told = history(as_record(case), date(LAST_DAY))
    first = history(as_record(case), date(0)).at
    for one in told.definitions:
        for period in one.periods:
            for day in (period.start, (period.start + period.end) // 2, period.end - 1):
                shown = int(day - first)
                if period.start <= day < period.end and shown >= case.began:
                    name = one.now.definition.id
                    assert (name, shown, period.answer) == (
                        name,
                        shown,
                        oracle.answer(case, name, shown),
                    )
