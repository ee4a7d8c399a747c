"""Where days are known to the month, what was judged does not outvote ratings on some of them."""

from __future__ import annotations

from firstsnow.history import Improvement, history
from firstsnow.record import Record


def improvement_of(judgement: str, *ratings: tuple[str, int]) -> Improvement:
    """Give the improvement under a treatment from May to July."""
    record = Record.model_validate(
        {
            "id": "p1",
            "observed_until": "2020-12-31",
            "exposures": [
                {
                    "id": "e1",
                    "treatment": "sertraline",
                    "start": "2020-05",
                    "end": "2020-07",
                    "outcome": {"judgement": judgement},
                }
            ],
            "measurements": [
                {"scale": "phq-9", "time": day, "total": total} for day, total in ratings
            ],
        }
    )
    return history(record).attempts[0].improvement


def test_a_rating_before_for_every_first_day_is_enough_to_measure() -> None:
    # the first of May has the rating of 10 April, the last of May that of 4 May
    found = improvement_of("worse", ("2020-04-10", 20), ("2020-05-04", 20), ("2020-06-30", 12))
    assert found.basis == "measured"
    assert (found.percent.low, found.percent.high) == (40, 40)


def test_with_ratings_for_some_first_days_both_they_and_the_judgement_may_be_right() -> None:
    found = improvement_of("worse", ("2020-05-20", 20), ("2020-06-30", 12))
    assert found.basis == "judged"
    assert found.percent.low < 0
    assert found.percent.high == 40


def test_without_ratings_for_any_first_day_the_judgement_stands() -> None:
    found = improvement_of("worse", ("2020-02-20", 20), ("2020-06-30", 12))
    assert found.basis == "judged"
    assert found.percent.high < 0
