"""Treatments as bars: their days, doses and filling, and the words beside them."""

from __future__ import annotations

import pytest

from firstsnow.charts.course.attempt_words import head_text, outcome_text, short_text, tail_text
from firstsnow.charts.course.bars import Bar, bars, undated
from firstsnow.charts.course.timescale import time_scale
from firstsnow.history import Bounds, Improvement, Rating
from firstsnow.i18n import translator
from firstsnow.record import Exposure, Record
from tests.charts.people import (
    a_story,
    example,
    laid_out,
    person,
    rows_of,
    told,
    totals,
    trial_person,
    words_of,
)

ENGLISH = translator("en")


def exposed(**parts: object) -> Record:
    given = {"id": "e1", "treatment": "sertraline", **parts}
    return person(clock="study", observed_until=100, exposures=[given])


def bar_of(record: Record) -> Bar:
    seen = told(record)
    (bar,) = bars(record, seen, time_scale(record, seen, 800.0))
    return bar


def exposure(**parts: object) -> Exposure:
    return Exposure.model_validate({"id": "e1", "treatment": "sertraline", **parts})


def mg(amount: float, start: float | None = None) -> dict[str, object]:
    return {"amount": amount, "unit": "mg/day", "start": start}


def test_the_height_is_the_dose() -> None:
    bar = bar_of(exposed(start=0, end=60, doses=[mg(50.0, 0), mg(100.0, 20), mg(200.0, 40)]))
    assert [(s.start, s.end, s.height) for s in bar.steps] == [
        (0, 20, 0.25),
        (20, 40, 0.5),
        (40, 60, 1.0),
    ]


def test_a_dose_that_is_not_known_as_a_number_has_one_height() -> None:
    bar = bar_of(exposed(start=0, end=60, doses=[{"as_written": "one tablet"}]))
    assert [(s.start, s.end, s.height) for s in bar.steps] == [(0, 60, 1.0)]


def test_an_unknown_dose_among_known_ones_stands_between() -> None:
    doses = [mg(50.0, 0), {"as_written": "more", "start": 20}, mg(100.0, 40)]
    bar = bar_of(exposed(start=0, end=60, doses=doses))
    assert [step.height for step in bar.steps] == [0.5, 0.6, 1.0]


def test_doses_in_milligrams_and_grams_have_one_measure() -> None:
    doses = [mg(500.0, 0), {"amount": 1.0, "unit": "g/day", "start": 20}]
    bar = bar_of(exposed(start=0, end=60, doses=doses))
    assert [step.height for step in bar.steps] == [0.5, 1.0]


def test_what_goes_on_has_an_arrow_and_what_ended_has_none() -> None:
    assert bar_of(exposed(start=0, ongoing=True)).goes_on
    assert not bar_of(exposed(start=0, end=60)).goes_on


def test_an_end_that_is_not_known_is_drawn_as_a_perhaps() -> None:
    bar = bar_of(exposed(start=10))
    assert (bar.start, bar.end) == (10, 10)
    assert list(bar.perhaps) == [(10.0, 100.0)]
    assert not bar.goes_on


def test_a_month_is_sure_from_its_last_day_and_perhaps_before() -> None:
    record = person(
        observed_until="2026-06-30",
        exposures=[
            {"id": "e1", "treatment": "sertraline", "start": "2026-01", "end": "2026-04-30"}
        ],
    )
    bar = bar_of(record)
    assert bar.is_sure
    assert [high - low for low, high in bar.perhaps] == [30.0]


def test_within_one_year_no_day_is_sure() -> None:
    record = person(
        observed_until="2026-06-30",
        exposures=[{"id": "e1", "treatment": "sertraline", "start": "2025", "end": "2025"}],
    )
    bar = bar_of(record)
    assert not bar.is_sure
    assert bar.start == bar.end
    (stretch,) = bar.perhaps
    assert stretch[1] - stretch[0] == 364


def test_a_treatment_without_any_time_is_named_and_not_drawn() -> None:
    record = exposed()
    assert [e.id for e in undated(record, told(record))] == ["e1"]
    made = laid_out(record)
    assert "Time not known" in words_of(made)
    assert "Sertraline" in words_of(made)


def test_a_treatment_that_began_later_is_not_drawn() -> None:
    record = exposed(start=50, ongoing=True)
    seen = told(record, 20)
    assert bars(record, seen, time_scale(record, seen, 800.0)) == ()


def test_sessions_are_ticks_open_when_missed() -> None:
    made = laid_out(a_story())
    assert len(rows_of(made, "sessions")) == 11 + 16 + 13
    assert len(rows_of(made, "sessions missed")) == 2 + 1
    assert len(rows_of(made, "sessions on the axis")) == 11 + 16 + 13


def test_a_supervised_dose_is_a_session_once() -> None:
    record = person(
        clock="study",
        observed_until=20,
        exposures=[{"id": "k", "treatment": "ketamine", "start": 0, "sessions": [{"time": 0}]}],
        dosing_sessions=[{"exposure": "k", "time": 0.4}, {"exposure": "k", "time": 7}],
    )
    assert [tick.day for tick in bar_of(record).sessions] == [0, 7]


def test_filling_says_whether_it_was_enough_to_judge() -> None:
    made = laid_out(a_story())
    names = {row["treatment"] for row in rows_of(made, "adequate")}
    assert names == {"Sertraline", "Venlafaxine XR"}
    assert {row["treatment"] for row in rows_of(made, "not adequate")} == {"Mirtazapine"}
    assert {row["treatment"] for row in rows_of(made, "adequacy not known")} == {"Lithium (added)"}
    assert rows_of(made, "hatching of what is not known")


def test_hatching_stays_within_its_bar() -> None:
    made = laid_out(example("forty-treatments"))
    outline = rows_of(made, "adequacy not known")
    first, last = min(row["day"] for row in outline), max(row["day"] for row in outline)
    tops = min(row["y"] for row in outline)
    for stroke in rows_of(made, "hatching of what is not known"):
        assert first - 1e-6 <= stroke["day"] < stroke["end"] <= last + 1e-6
        assert stroke["base"] >= tops - 1e-6


def test_verdict_reason_and_outcome_stand_beside_the_bar() -> None:
    assert "Not adequate: 3 of 4 weeks: too short to judge; no response: MADRS 33 → 34" in words_of(
        laid_out(a_story())
    )


def test_a_control_is_drawn_without_a_verdict() -> None:
    words = words_of(laid_out(trial_person("placebo-pill")))
    assert "Placebo pill" in words
    assert not any("dequa" in text for text in words if text.startswith("Placebo"))


def test_of_very_many_treatments_each_has_name_and_verdict() -> None:
    words = words_of(laid_out(example("forty-treatments")))
    assert "Fluoxetine 40 mg/day, adequate" in words
    assert "Trazodone 100 mg/day, not adequate" in words
    assert "Deep brain stimulation, not known" in words


def test_a_name_that_is_too_long_is_cut_and_keeps_its_verdict() -> None:
    record = exposed(
        treatment=None, as_written="something nobody had ever heard of " * 5, start=0, end=90
    )
    words = words_of(laid_out(record, width=360.0))
    assert any(text.endswith("…, not known") for text in words)


@pytest.mark.parametrize(
    ("doses", "expected"),
    [
        ([mg(50.0)], "Sertraline  50 mg/day"),
        ([mg(50.0), mg(100.0), mg(100.0)], "Sertraline  50 → 100 mg/day"),
        ([mg(float(n)) for n in (25, 50, 100, 200, 150)], "Sertraline  25 → 200 → 150 mg/day"),
        ([mg(50.0), {"amount": 1.0, "unit": "g/day"}], "Sertraline  to 1 g/day"),
        ([{"as_written": "one tablet"}], "Sertraline  “one tablet”"),
        ([{}], "Sertraline"),
    ],
)
def test_doses_in_words(doses: list[dict[str, object]], expected: str) -> None:
    assert head_text(exposure(doses=doses), ENGLISH) == expected


def test_a_dose_in_several_units_is_left_out_of_few_words() -> None:
    given = exposure(doses=[mg(50.0), {"amount": 1.0, "unit": "g/day"}])
    assert short_text(given, None, ENGLISH) == "Sertraline"


def test_a_treatment_without_a_name_says_so() -> None:
    assert head_text(exposure(treatment=None), ENGLISH) == "Unnamed treatment"


def test_sessions_of_which_only_the_number_is_known() -> None:
    assert head_text(exposure(treatment="cbt", session_count=12), ENGLISH).endswith("12 sessions")


def measured(percent: float, scale: str = "phq-9") -> Improvement:
    before, after = (Rating(scale, day, total, 0.0, 27.0, 0) for day, total in ((0, 20), (9, 10)))
    return Improvement(Bounds.exactly(percent), "measured", before, after)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (measured(50.0), "response: PHQ-9 20 → 10"),
        (measured(30.0), "partial response: PHQ-9 20 → 10"),
        (measured(10.0), "no response: PHQ-9 20 → 10"),
        (measured(30.0, "my-scale"), "no response: my-scale 20 → 10"),
        (Improvement(Bounds(50, 100), "judged", judgement="response"), "judged as response"),
        (Improvement(Bounds(0, 100), "unknown"), "None"),
    ],
)
def test_what_became_of_it(found: Improvement, expected: str) -> None:
    assert str(outcome_text(found)) == expected


def test_a_verdict_without_an_outcome_ends_with_its_reason() -> None:
    seen = told(person(exposures=[{"id": "e1", "as_written": "a tea", "start": "2026-01-01"}]))
    said = tail_text(seen.attempts[0], ENGLISH)
    assert said == "Adequacy not known: it is only known as “a tea”"


def test_a_long_verdict_goes_over_several_lines_under_its_bar() -> None:
    record = person(
        clock="study",
        observed_until=100,
        measurements=totals("phq-9", (0, 20), (90, 18)),
        exposures=[{"id": "e1", "as_written": "a tea of many leaves " * 9, "start": 0, "end": 95}],
    )
    words = words_of(laid_out(record))
    lines = [text for text in words if "tea of many leaves" in text]
    assert len(lines) >= 3


def test_on_paper_each_has_name_and_verdict_and_the_table_has_the_rest() -> None:
    words = words_of(laid_out(a_story(), width=790.0))
    assert "Sertraline 150 mg/day, adequate" in words
    assert not any("too short to judge" in text for text in words)
