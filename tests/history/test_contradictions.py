"""What a record leaves open or contradicts: nothing is hidden, and nothing is made up."""

from __future__ import annotations

from typing import Any

import pytest

from firstsnow.history import history
from firstsnow.record import Record

MAJOR = {"name": "Depression", "polarity": "unipolar", "psychosis": "absent"}


def record(**parts: Any) -> Record:  # noqa: ANN401  a record as it would stand in a file
    """Describe a record of someone with unipolar depression."""
    return Record.model_validate({"id": "p1", "diagnoses": [MAJOR], **parts})


def sheet(time: str, answer: int, **parts: Any) -> dict[str, Any]:  # noqa: ANN401  as above
    """Describe a PHQ-9 with an answer to item 9."""
    return {"scale": "phq-9", "time": time, "items": {"9": answer}, **parts}


class TestAnswersAboutSelfHarm:
    @pytest.mark.parametrize(
        ("time", "until"),
        [
            ("2026-04", "2026-04-10"),
            ("2026", "2026-02-01"),
            ("2026-04-10T16:30+02:00", "2026-04-10"),
            ("2026-04-10", "2026-04-10"),
        ],
    )
    def test_are_seen_whatever_the_precision_of_their_time(self, time: str, until: str) -> None:
        past = history(record(observed_until=until, measurements=[sheet(time, 3)]))
        assert [found.answer for found in past.safety.open] == [3]

    def test_are_seen_on_the_very_day_that_is_asked_about(self) -> None:
        told = record(measurements=[sheet("2026-04-10T16:30", 2), sheet("2026-06-01", 0)])
        assert len(history(told, at="2026-04-10").safety.open) == 1
        assert history(told, at="2026-04-09").safety.answers == ()


class TestTwoRatingsOfOneDay:
    RATINGS = (
        {"scale": "madrs", "time": "2026-01-05", "total": 30},
        {"scale": "madrs", "time": "2026-03-02", "total": 28, "source": "clinician"},
        {"scale": "madrs", "time": "2026-03-02", "total": 9, "source": "chart"},
    )
    GIVEN = (
        {
            "id": "e1",
            "treatment": "escitalopram",
            "start": "2026-01-05",
            "end": "2026-03-02",
            "doses": [{"amount": 20, "unit": "mg/day"}],
        },
    )

    @pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (2, 1, 0)])
    def test_bound_the_improvement_in_whatever_order_they_stand(
        self, order: tuple[int, ...]
    ) -> None:
        ratings = [self.RATINGS[index] for index in order]
        past = history(record(measurements=ratings, exposures=self.GIVEN))
        percent = past.attempts[0].improvement.percent
        assert (round(percent.low, 1), percent.high) == (6.7, 70.0)
        assert past.definitions[0].now.attempts[0].counts == "unknown"

    def test_do_not_make_a_remission(self) -> None:
        past = history(record(measurements=self.RATINGS))
        assert past.status.segments[-1].state not in ("remission", "recovery")


class TestAdherenceAsAShare:
    @pytest.mark.parametrize(
        ("share", "adequate"), [(0.0, "no"), (0.4, "no"), (0.5, "unknown"), (1.0, "yes")]
    )
    def test_is_read_like_the_word_for_it(self, share: float, adequate: str) -> None:
        given = TestTwoRatingsOfOneDay.GIVEN[0] | {"adherence_share": share}
        assert history(record(exposures=[given])).attempts[0].adequacy.answer == adequate


class TestStudies:
    def test_do_not_tell_what_was_tried_before_them(self) -> None:
        told = record(
            clock="study",
            diagnoses=[],
            study={"name": "A trial", "diagnosis": "trd", "min_failed_attempts": 2},
            measurements=[
                {"scale": "ham-d17", "time": 0, "total": 24},
                {"scale": "ham-d17", "time": 42, "total": 20},
            ],
        )
        past = history(told)
        fda = past.definitions[0].now
        assert fda.answer == "unknown"
        assert [(str(one.what), one.if_so, one.if_not) for one in fda.open] == [
            ("what was tried before the study", "yes", "no")
        ]
        assert not past.untried.is_complete
        assert past.definitions[-1].now.stage is not None
        assert past.definitions[-1].now.stage.high == 5


class TestDaysAfterTheRecord:
    def test_are_refused_where_the_record_says_until_when_it_is_complete(self) -> None:
        told = record(observed_until="2026-04-10", measurements=[sheet("2026-04-01", 0)])
        with pytest.raises(ValueError, match="complete only until 2026-04-10"):
            history(told, at="2026-04-11")
        assert history(told, at="2026-04-10").at == history(told).at

    def test_are_told_where_it_does_not(self) -> None:
        told = record(measurements=[sheet("2026-04-01", 0)])
        assert history(told, at="2030-01-01").safety.open == ()


class TestRatingsOfWhichOnlyTheYearOrMonthIsKnown:
    @pytest.mark.parametrize("time", ["2024", "2024-07"])
    def test_do_not_say_whether_a_treatment_helped(self, time: str) -> None:
        given = TestTwoRatingsOfOneDay.GIVEN[0] | {"start": "2024-07-10", "end": "2024-10-01"}
        ratings = [
            {"scale": "phq-9", "time": time, "total": 20},
            {"scale": "phq-9", "time": "2024-10-01", "total": 18},
        ]
        past = history(record(measurements=ratings, exposures=[given]))
        assert past.attempts[0].improvement.basis == "unknown"

    def test_leave_an_answer_open_that_may_be_recent(self) -> None:
        told = record(observed_until="2025-12-31", measurements=[sheet("2025", 2)])
        assert [one.answer for one in history(told).safety.open] == [2]
