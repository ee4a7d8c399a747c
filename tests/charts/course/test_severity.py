"""The course itself: where the line breaks off, what weighs, and where half of the start lies."""

from __future__ import annotations

from firstsnow.charts.course.severity import Corner, response_steps, runs, weight_of_illness
from firstsnow.history import Rating, conventions
from tests.charts.people import person, told, totals

GAP = conventions().observation.gap_days


def rating(day: float, total: float) -> Rating:
    return Rating("phq-9", day, total, 0.0, 27.0, 0)


def test_a_line_goes_on_as_long_as_a_rating_speaks_for_the_time_after_it() -> None:
    ratings = [rating(0, 10), rating(GAP, 9), rating(2 * GAP + 1, 8)]
    assert [len(run) for run in runs(ratings)] == [2, 1]


def test_nothing_measured_has_no_runs() -> None:
    assert runs([]) == ()


def test_weight_begins_and_ends_where_the_curve_crosses_the_line() -> None:
    (piece,) = weight_of_illness([rating(0, 4), rating(10, 14), rating(20, 4)], 9.0)
    assert piece == (Corner(5.0, 9.0), Corner(10, 14), Corner(15.0, 9.0))


def test_weight_between_two_times_of_remission_is_two_pieces() -> None:
    run = [rating(0, 12), rating(10, 6), rating(20, 12)]
    first, second = weight_of_illness(run, 9.0)
    assert first == (Corner(0, 12), Corner(5.0, 9.0))
    assert second == (Corner(15.0, 9.0), Corner(20, 12))


def test_a_total_on_the_line_has_no_weight() -> None:
    assert weight_of_illness([rating(0, 4), rating(10, 4)], 4.0) == ()


def test_a_single_rating_has_no_weight() -> None:
    assert weight_of_illness([rating(0, 20)], 4.0) == ()


def test_the_response_line_is_half_of_where_each_treatment_began() -> None:
    record = person(
        clock="study",
        observed_until=100,
        measurements=totals("phq-9", (0, 20), (28, 16), (56, 12), (90, 10)),
        exposures=[
            {"id": "e1", "treatment": "sertraline", "start": 0, "end": 30},
            {"id": "e2", "treatment": "venlafaxine", "start": 30, "ongoing": True},
        ],
    )
    first, second = response_steps(told(record))
    assert (first.start, first.end, first.total) == (0, 30, 10.0)
    assert (second.start, second.end, second.total) == (30, 100, 8.0)


def test_a_treatment_without_a_rating_at_its_start_has_no_step() -> None:
    record = person(
        clock="study",
        observed_until=100,
        measurements=totals("phq-9", (60, 20), (90, 10)),
        exposures=[{"id": "e1", "treatment": "sertraline", "start": 0, "end": 30}],
    )
    assert response_steps(told(record)) == ()


def test_a_rating_soon_after_the_start_can_still_be_the_start() -> None:
    record = person(
        clock="study",
        observed_until=20,
        measurements=totals("phq-9", (2, 20), (10, 18)),
        exposures=[{"id": "e1", "treatment": "sertraline", "start": 0, "ongoing": True}],
    )
    (step,) = response_steps(told(record))
    assert step.total == 10.0
