"""The finding, the summary and the table: the picture in words."""

from __future__ import annotations

import pytest

from firstsnow.charts.course.remarks import turn_remark
from firstsnow.charts.course.summary import summary
from firstsnow.charts.course.table import course_facts
from firstsnow.charts.course.title import title
from firstsnow.charts.course.words import day_text, lasting
from firstsnow.i18n import translator
from firstsnow.record import Record
from tests.charts.people import (
    a_story,
    everyone,
    example,
    odd_scales,
    one_sheet,
    person,
    told,
    totals,
    trial_person,
)

ENGLISH = translator("en")


def finding(record: Record, at: str | float | None = None) -> str:
    return ENGLISH.text(title(record, told(record, at)))


def study(*pairs: tuple[float, float], until: float, treatment: str | None = None) -> Record:
    given = [{"id": "e1", "treatment": treatment, "start": 0, "ongoing": True}] if treatment else []
    return person(
        clock="study",
        observed_until=until,
        measurements=totals("phq-9", *pairs),
        exposures=given,
    )


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            a_story(),
            (
                "Above the remission line again since September 2026, "
                "after remission from April 2026 to September 2026"
            ),
        ),
        (
            example("forty-treatments"),
            "Recovered, in remission since February 2024, under ketamine",
        ),
        (example("nothing-measured"), "In an episode for 9 months; 3 treatments on record"),
        (one_sheet(), "One measurement: PHQ-9 14; no treatment on record"),
        (person(), "Nothing measured and nothing tried on record yet"),
        (odd_scales(), "In an episode when last measured, August 2026"),
        (
            person(exposures=[{"id": "e1", "treatment": "sertraline"}]),
            "Nothing measured yet; 1 treatment on record",
        ),
        (
            person(measurements=totals("scl-90-r-dep", ("2026-01-01", 2), ("2026-02-01", 1))),
            "2 measurements; no treatment on record",
        ),
        (
            trial_person(),
            "At or below the remission line on day 42, under duloxetine",
        ),
        (
            study((0, 20), (30, 12), (60, 9), until=60, treatment="sertraline"),
            "Response on day 60, not yet remission, under sertraline",
        ),
        (
            study((0, 20), (30, 9), (60, 9), until=65),
            "Response since day 30, not yet remission",
        ),
        (
            study((0, 20), (30, 3), (60, 2), until=60, treatment="sertraline"),
            "In remission since day 30, under sertraline",
        ),
        (
            study((0, 20), (30, 3), (35, 3), until=40),
            "At or below the remission line since day 30",
        ),
        (
            study((0, 20), (30, 3), (60, 3), (90, 14), until=95),
            "In an episode again since day 90, after remission from day 30 to day 90",
        ),
        (
            study((0, 8), (30, 7), until=35, treatment="placebo-pill"),
            "PHQ-9 8 → 7 in 4 weeks, above the remission line; placebo pill on record",
        ),
        (study((0, 20), (30, 3), (60, 3), until=300), "In remission when last measured, day 60"),
        (
            study((0, 20), (30, 9), until=300),
            "Response, above the remission line, when last measured, day 30",
        ),
        (study((0, 8), (30, 7), until=300), "Above the remission line when last measured, day 30"),
        (
            study((0, 20), (30, 18), until=30),
            "In an episode for at least 4 weeks; no treatment on record",
        ),
    ],
)
def test_the_finding_follows_from_the_data(record: Record, expected: str) -> None:
    assert finding(record) == expected


def test_the_finding_is_that_of_its_day() -> None:
    assert finding(a_story(), "2026-07-01").startswith("In remission since April 2026")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0.2, "1 day"),
        (13, "13 days"),
        (30, "4 weeks"),
        (100, "3 months"),
        (1000, "3 years"),
    ],
)
def test_a_length_of_time_is_said_as_one_would(days: float, said: str) -> None:
    assert ENGLISH.text(lasting(days)) == said


def test_a_day_on_a_studys_clock_has_no_date() -> None:
    assert ENGLISH.text(day_text(42.0, is_calendar=False)) == "day 42"


def test_the_soonest_response_is_pointed_at() -> None:
    seen = told(a_story())
    remark = turn_remark(seen, tuple(seen.ratings))
    assert remark is not None
    assert ENGLISH.text(remark.words) == "1 day after ketamine began"
    assert ENGLISH.text(remark.more) == "MADRS 37 → 17"


def test_a_slow_response_is_not_pointed_at() -> None:
    seen = told(study((0, 20), (30, 9), until=30, treatment="sertraline"))
    assert turn_remark(seen, ("phq-9",)) is None


def test_the_summary_tells_the_picture_in_its_order() -> None:
    said = [ENGLISH.text(each) for each in summary(a_story(), told(a_story()))]
    assert said[0].startswith("MADRS was measured 20 times: 31 at first, between 4 and 37")
    assert "7 treatments are on record." in said
    assert "Not adequate: mirtazapine." in said
    assert "Life events: Job lost, Moved in with her sister and Rent raised." in said
    assert "Goal: “Sing in the choir again.”" in said
    assert said[-1].startswith("PHQ-9 item 9: above 0 at ")


def test_the_summary_of_nothing_says_so() -> None:
    said = [ENGLISH.text(each) for each in summary(person(), told(person()))]
    assert said == ["No depression scale has been measured yet.", "No treatment is on record."]


def test_the_summary_of_one_sheet() -> None:
    (first, *_) = summary(one_sheet(), told(one_sheet()))
    assert ENGLISH.text(first) == "PHQ-9 was measured once: 14, 2 March 2026."


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", everyone())
def test_every_fact_of_the_table_can_be_said(name: str, language: str) -> None:
    record = everyone()[name]
    facts = course_facts(record, told(record))
    assert [fact.day for fact in facts] == sorted(fact.day for fact in facts)
    for fact in facts:
        for cell in (fact.date, fact.what, fact.value, fact.meaning):
            assert cell is None or translator(language).text(cell)


def row(record: Record, kind: str) -> list[str | None]:
    fact = next(fact for fact in course_facts(record, told(record)) if fact.kind == kind)
    cells = (fact.date, fact.what, fact.value, fact.meaning)
    return [None if cell is None else ENGLISH.text(cell) for cell in cells]


def test_a_measurement_in_the_table() -> None:
    assert row(one_sheet(), "measurement") == ["2 Mar 2026", "PHQ-9", "14", "moderate"]


def test_a_sheet_that_cannot_be_scored_is_in_the_table_with_its_reason() -> None:
    items = {str(number): 1 for number in range(1, 9)} | {"9": None}
    record = person(measurements=[{"scale": "phq-9", "time": "2026-03-02", "items": items}])
    date, what, value, meaning = row(record, "measurement")
    assert (date, what, value) == ("2 Mar 2026", "PHQ-9", "cannot be scored")
    assert meaning is not None
    assert "9" in meaning


def test_a_treatment_in_the_table() -> None:
    assert row(a_story(), "treatment") == [
        "1 Dec 2024 – 11 Apr 2025",
        "sertraline",
        "50 → 100 → 150 mg/day",
        "Adequate; 50 mg/day or more for 4 weeks or more; no response: MADRS 31 → 29",
    ]


def test_an_answer_in_the_table_says_whether_it_waits() -> None:
    facts = course_facts(example("only-phq9"), told(example("only-phq9")))
    waiting = [fact for fact in facts if fact.kind == "answer" and fact.meaning is not None]
    assert [str(fact.meaning) for fact in waiting] == ["not yet dealt with"] * 2


def test_an_answer_that_was_dealt_with_is_said_to_be() -> None:
    items = {str(number): 1 for number in range(1, 10)}
    record = person(
        measurements=[{"id": "m1", "scale": "phq-9", "time": "2026-03-02", "items": items}],
        safety_reviews=[{"measurement": "m1", "time": "2026-03-02", "action": "Talked"}],
    )
    assert row(record, "answer")[-1] == "dealt with"
