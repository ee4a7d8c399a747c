"""Staging by points: what is asked of a record, and what it leaves open."""

from __future__ import annotations

import datetime as dt
import math
from pathlib import Path
from typing import Any

import pytest

from firstsnow.history import Bounds, Staging, history, staging_methods
from firstsnow.history.staging_methods import UnknownStagingMethod, staging_method
from firstsnow.history.staging_methods.method_file import read_staging_method
from firstsnow.history.staging_methods.months import months_between
from firstsnow.knowledge import KnowledgeError
from firstsnow.record import Record
from tests.history.records import record

ONE = "sertraline 100 0-60 none"
SEVERE = ({"start": 0, "ongoing": True, "severity": "severe"},)


def staged(made: Record, method: str = "maudsley-2009", at: float | str | None = None) -> Staging:
    [found] = [one for one in history(made, at).staging if one.method.id == method]
    return found


def item(found: Staging, name: str) -> Bounds:
    [points] = [one.points for one in found.items if one.item.id == name]
    return points


def missing(found: Staging) -> set[str]:
    return {str(what) for what in found.missing}


class TestFiles:
    def test_methods_stand_in_order(self) -> None:
        assert list(staging_methods()) == ["maudsley-2009", "mgh-s-2005", "dm-trd-2016"]

    def test_only_those_whose_points_were_read_are_scored_and_shown(self) -> None:
        assert [one.id for one in staging_methods().values() if one.is_scored] == [
            "maudsley-2009",
            "mgh-s-2005",
        ]
        shown = [one.method.id for one in history(record(ONE)).staging]
        assert shown == ["maudsley-2009", "mgh-s-2005"]

    def test_an_unknown_method_is_refused_with_a_list(self) -> None:
        with pytest.raises(UnknownStagingMethod, match="there are: maudsley-2009, mgh-s-2005"):
            staging_method("maudsly")

    @pytest.mark.parametrize(
        ("old", "new", "complaint"),
        [
            ('id = "maudsley-2009"', 'id = "other"', "would be named other.toml"),
            ("minimum = 7\nmaximum = 10", "minimum = 5\nmaximum = 10", "not to overlap"),
            ('id = "ect"', 'id = "severity"', "two items have the same id"),
            ("above = 24\n", "", "either a severity, or above or at_most"),
            ("points = 2\nabove = 12", "points = 2\nabov = 12", "did you mean above"),
        ],
    )
    def test_a_slip_in_a_file_is_explained(
        self, tmp_path: Path, old: str, new: str, complaint: str
    ) -> None:
        folder = Path("src/firstsnow/history/data/staging")
        text = (folder / "maudsley-2009.toml").read_text(encoding="utf-8")
        assert old in text
        made = tmp_path / "maudsley-2009.toml"
        made.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(KnowledgeError, match=complaint):
            read_staging_method(made)


class TestMonths:
    @pytest.mark.parametrize(
        ("start", "day", "expected"),
        [
            ("2023-01-15", "2024-01-15", 12),
            ("2024-02-29", "2025-02-28", 12),
            ("2023-01-31", "2023-02-28", 1),
            ("2022-03-01", "2024-03-01", 24),
            ("2024-03-01", "2024-03-01", 0),
        ],
    )
    def test_whole_months_end_on_the_same_day(self, start: str, day: str, expected: int) -> None:
        first, last = (float(dt.date.fromisoformat(one).toordinal()) for one in (start, day))
        assert months_between(Bounds.exactly(first), last, on_calendar=True).low == expected
        after = months_between(Bounds.exactly(first), last + 1, on_calendar=True)
        assert expected < after.low < expected + 0.1

    def test_a_study_s_month_is_a_twelfth_of_a_year(self) -> None:
        found = months_between(Bounds.exactly(0), 365.25, on_calendar=False)
        assert found == Bounds.exactly(12)

    def test_an_unknown_start_leaves_every_length_open(self) -> None:
        assert months_between(Bounds.unknown(), 10, on_calendar=True) == Bounds(0, math.inf)


class TestDuration:
    @pytest.mark.parametrize(
        ("day", "points"),
        [
            ("2024-01-15", Bounds.exactly(1)),
            ("2024-01-16", Bounds.exactly(2)),
            ("2025-01-15", Bounds.exactly(2)),
            ("2025-01-16", Bounds.exactly(3)),
        ],
    )
    def test_is_asked_on_any_past_day(self, day: str, points: Bounds) -> None:
        assert item(staged(_calendar("2023-01-15"), at=day), "duration") == points

    def test_of_a_start_known_to_the_year_may_be_several(self) -> None:
        found = staged(_calendar("2023"), at="2024-06-01")
        assert item(found, "duration") == Bounds(1, 2)
        assert "when the current episode began" in missing(found)


def _calendar(start: str) -> Record:
    return Record.model_validate(
        {
            "id": "p1",
            "observed_until": "2025-12-31",
            "diagnoses": [{"name": "d", "polarity": "unipolar", "psychosis": "absent"}],
            "episodes": [{"start": start, "ongoing": True, "severity": "moderate"}],
            "exposures": [
                {
                    "id": "e1",
                    "treatment": "sertraline",
                    "start": "2024-01-01",
                    "end": "2024-01-02",
                },
                {
                    "id": "e2",
                    "treatment": "escitalopram",
                    "start": "2023-02-01",
                    "end": "2023-05-01",
                    "doses": [{"amount": 20, "unit": "mg/day"}],
                    "outcome": {"judgement": "no-response"},
                },
            ],
        }
    )


class TestSeverity:
    @pytest.mark.parametrize(
        ("severity", "psychosis", "points"),
        [
            ("mild", "absent", Bounds.exactly(2)),
            ("moderate", "present", Bounds.exactly(3)),
            ("severe", "absent", Bounds.exactly(4)),
            ("severe", "present", Bounds.exactly(5)),
            ("severe", "unknown", Bounds(4, 5)),
        ],
    )
    def test_is_what_a_clinician_noted(self, severity: str, psychosis: str, points: Bounds) -> None:
        episode = {"start": 0, "ongoing": True, "severity": severity, "psychosis": psychosis}
        found = staged(record(ONE, episodes=(episode,), diagnoses=_UNIPOLAR))
        assert item(found, "severity") == points
        assert ("whether there was psychosis" in missing(found)) == (psychosis == "unknown")

    @pytest.mark.parametrize(
        ("rating", "points"),
        [
            ("madrs@60=6", Bounds.exactly(1)),
            ("madrs@60=7", Bounds(1, 2)),
            ("madrs@60=20", Bounds.exactly(3)),
            ("madrs@60=34", Bounds.exactly(3)),
            ("madrs@60=35", Bounds.exactly(4)),
            ("phq-9@60=20", Bounds.exactly(4)),
        ],
    )
    def test_is_the_band_of_the_last_rating(self, rating: str, points: Bounds) -> None:
        going_on = ({"start": 0, "ongoing": True},)
        assert item(staged(record(ONE, rating, episodes=going_on)), "severity") == points

    def test_is_both_where_clinician_and_rating_differ(self) -> None:
        found = staged(record(ONE, "madrs@60=22", episodes=SEVERE))
        assert item(found, "severity") == Bounds(3, 4)
        assert "how severe the episode is on this day" in missing(found)

    def test_is_not_told_by_a_rating_of_long_ago(self) -> None:
        going_on = ({"start": 0, "ongoing": True},)
        found = staged(record(ONE, "madrs@60=22", episodes=going_on, observed_until=131))
        assert item(found, "severity") == Bounds(1, 5)
        assert "a rating of depression, or its severity" in missing(found)

    def test_is_that_of_a_diagnosis_from_its_date_on(self) -> None:
        diagnoses = (
            {
                "name": "d",
                "polarity": "unipolar",
                "psychosis": "absent",
                "severity": "severe",
                "start": 30,
            },
        )
        made = record(ONE, episodes=({"start": 0, "ongoing": True},), diagnoses=diagnoses)
        assert item(staged(made, at=29.0), "severity") == Bounds(1, 5)
        assert item(staged(made, at=60.0), "severity") == Bounds.exactly(4)

    def test_sources_that_differ_about_psychosis_leave_it_open(self) -> None:
        episode = {"start": 0, "ongoing": True, "severity": "severe", "psychosis": "present"}
        assert item(staged(record(ONE, episodes=(episode,))), "severity") == Bounds(4, 5)


_UNIPOLAR = ({"name": "depression", "polarity": "unipolar"},)


class TestTreatments:
    @pytest.mark.parametrize(
        ("attempts", "points"),
        [
            (ONE, Bounds.exactly(0)),
            (f"{ONE}; lithium ? 61-90 none added", Bounds(0, 1)),
            (f"{ONE}; lithium ? 61-90 none added hardly", Bounds.exactly(0)),
            (f"{ONE}; mirtazapine 30 10-60 none added", Bounds(0, 1)),
            (f"{ONE}; cbt ? 10-60 none added n=12", Bounds(0, 1)),
            (f"{ONE}; in words 10-60 none", Bounds(0, 1)),
            (f"{ONE}; lithium ? -90--60 none added", Bounds.exactly(0)),
        ],
    )
    def test_augmentation(self, attempts: str, points: Bounds) -> None:
        found = staged(record(attempts))
        assert item(found, "augmentation") == points
        asked = "whether the augmentation was enough to judge and did not help enough"
        assert (asked in missing(found)) == (not points.is_exact)

    @pytest.mark.parametrize(
        ("course", "points"),
        [
            ("ect ? 61-90 none n=12", Bounds.exactly(1)),
            ("ect ? 61-90 none n=12 added", Bounds.exactly(1)),
            ("ect ? 61-90 response n=12", Bounds(0, 1)),
            ("ect ? 61-90 none n=2", Bounds(0, 1)),
            ("ect ? 61-90 part n=12", Bounds(0, 1)),
            ("ect ? -90--60 none n=12", Bounds.exactly(0)),
            ("rtms ? 61-90 none n=30", Bounds.exactly(0)),
        ],
    )
    def test_ect(self, course: str, points: Bounds) -> None:
        assert item(staged(record(f"{ONE}; {course}")), "ect") == points

    def test_count_as_antidepressants_once_each(self) -> None:
        again = f"{ONE}; sertraline 100 61-100 none; mirtazapine 30 101-150 none"
        [known] = [
            one.number for one in staged(record(again)).items if one.item.id == "antidepressants"
        ]
        assert known == Bounds.exactly(2)

    def test_before_a_study_may_be_any(self) -> None:
        found = staged(record(ONE, study={"name": "s", "diagnosis": "mdd"}))
        assert [item(found, name) for name in ("antidepressants", "augmentation", "ect")] == [
            Bounds(1, 5),
            Bounds(0, 1),
            Bounds(0, 1),
        ]
        assert "what was tried before the study" in missing(found)


class TestApplies:
    @pytest.mark.parametrize(
        ("attempts", "parts", "answer"),
        [
            (ONE, {}, "yes"),
            ("", {}, "no"),
            ("sertraline 100 0-60 response", {}, "no"),
            ("sertraline 100 0-60 ?", {}, "unknown"),
            (ONE, {"diagnoses": ()}, "unknown"),
            (ONE, {"diagnoses": ({"name": "d", "polarity": "bipolar"},)}, "no"),
            (ONE, {"episodes": ({"start": 0, "end": 70},), "observed_until": 90}, "no"),
            (ONE, {"episodes": ()}, "unknown"),
        ],
    )
    def test_to_an_episode_of_unipolar_depression_with_an_attempt(
        self, attempts: str, parts: dict[str, Any], answer: str
    ) -> None:
        found = staged(record(attempts, **parts))
        assert found.applies == answer
        assert (found.score is None) == (answer == "no")

    def test_without_applying_has_neither_points_nor_band(self) -> None:
        found = staged(record())
        assert (found.items, found.score, found.bands, found.band) == ((), None, (), None)

    def test_when_that_is_open_says_what_is_missing(self) -> None:
        assert missing(staged(record(ONE, diagnoses=()))) >= {
            "whether there was ever a mania or hypomania"
        }


def test_whether_the_only_attempt_helped_is_missing_though_its_points_are_known() -> None:
    found = staged(record("sertraline 100 0-60 ?"))
    assert (found.applies, item(found, "antidepressants")) == ("unknown", Bounds.exactly(1))
    assert "ratings before and after it, or how it was judged" in missing(found)


def test_bands_are_all_that_the_score_may_be_in() -> None:
    found = staged(record(ONE, episodes=({"start": 0, "ongoing": True},)))
    assert found.score == Bounds(3, 7)
    assert [band.name.en for band in found.bands] == ["mild", "moderate"]
    assert found.band is None


class TestHospital:
    @pytest.mark.parametrize(
        ("attempts", "low"),
        [
            ("sertraline 100 0-41 none", 0),
            ("sertraline 100 0-42 none", 1),
            ("sertraline 100 0-42 none; mirtazapine 30 43-90 none", 2),
            ("sertraline 100 0-42 none; sertraline 100 43-90 none", 1),
            ("sertraline 100 0-42 none; ect ? 43-90 none n=12", 4),
        ],
    )
    def test_counts_trials_of_six_weeks_at_an_adequate_dose(
        self, attempts: str, low: float
    ) -> None:
        found = staged(record(attempts), "mgh-s-2005")
        assert found.score is not None
        assert found.score.low == low

    def test_asks_for_six_weeks_at_the_dose_and_not_on_the_drug(self) -> None:
        climbing = {
            "id": "e1",
            "treatment": "sertraline",
            "start": 0,
            "end": 60,
            "doses": [
                {"amount": 25, "unit": "mg/day", "start": 0},
                {"amount": 100, "unit": "mg/day", "start": 20},
            ],
            "outcome": {"judgement": "no-response"},
        }
        found = staged(record(exposures=[climbing]), "mgh-s-2005")
        assert item(found, "antidepressants") == Bounds.exactly(0)

    def test_has_no_upper_end_while_a_trial_may_have_been_optimised(self) -> None:
        found = staged(record("sertraline 100 0-42 none"), "mgh-s-2005")
        assert found.score == Bounds(1, math.inf)
        assert "how far each attempt was optimised" in missing(found)
        assert staged(record(), "mgh-s-2005").score == Bounds.exactly(0)

    def test_a_second_trial_of_the_same_one_may_be_the_first(self) -> None:
        twice = record("sertraline 100 0-42 none; sertraline 100 43-90 none")
        assert item(staged(twice, "mgh-s-2005"), "antidepressants") == Bounds(1, 2)
