"""Real studies that cannot ship: they are read through their mappings, with the known results.

`make external` runs these on the data in FIRSTSNOW_DATA, which PROVENANCE.md there describes.
"""

from __future__ import annotations

import json
import os
import statistics
from pathlib import Path
from typing import Any

import pytest

from firstsnow.exchange import StudyReading, read_study
from firstsnow.record import Measurement, Record

pytestmark = pytest.mark.external

REPOSITORY = Path(__file__).parents[2]


def folder() -> Path:
    return Path(os.environ.get("FIRSTSNOW_DATA", REPOSITORY.parent / "shared" / "data"))


def reading(mapping: str, *data: str) -> StudyReading:
    found = read_study(folder().joinpath(*data), REPOSITORY / "examples" / "mappings" / mapping)
    assert found.problems == ()
    assert found.skipped_rows == 0
    return found


def known(name: str) -> dict[str, Any]:
    targets = json.loads((folder() / "REFERENCE_RESULTS.json").read_text(encoding="utf-8"))
    values: dict[str, Any] = next(one for one in targets["targets"] if one["id"] == name)["values"]
    return values


def of_scale(record: Record, scale: str) -> dict[float, Measurement]:
    return {one.time.earliest: one for one in record.measurements if one.scale == scale}


class TestInPatients:
    """Claus and others 2020: 43 people, four occasions, four scales."""

    def read(self) -> StudyReading:
        return reading("claus-2020.toml", "clinicalsignificance", "claus_2020.csv")

    def means(self, scale: str, arm: str) -> list[float]:
        people = [one for one in self.read().records if one.study and one.study.arm == arm]
        return [
            statistics.fmean(
                total
                for one in people
                if occasion in of_scale(one, scale)
                and (total := of_scale(one, scale)[occasion].total) is not None
            )
            for occasion in (1, 2, 3, 4)
        ]

    def test_everyone_is_read_and_no_column_is_left_over(self) -> None:
        found = self.read()
        assert len(found.records) == 43
        assert found.rows == 172
        assert found.unknown_columns == ()

    def test_the_arms_have_20_and_23_people(self) -> None:
        arms = [one.study.arm for one in self.read().records if one.study]
        assert (arms.count("TAU"), arms.count("PA")) == (20, 23)

    def test_women_and_men_and_their_ages_are_known(self) -> None:
        people = [one.person for one in self.read().records]
        assert {one.sex for one in people} == {"female", "male"}
        assert min(one.age_years or 0 for one in people) == 19

    @pytest.mark.parametrize(
        ("arm", "means"),
        [("TAU", [25.05, 22.16, 19.37, 20.21]), ("PA", [24.13, 15.59, 12.81, 10.24])],
    )
    def test_hamilton_means_are_those_known(self, arm: str, means: list[float]) -> None:
        assert self.means("ham-d17", arm) == pytest.approx(means, abs=0.005)

    def test_every_value_of_the_four_scales_is_there(self) -> None:
        people = self.read().records
        counts = {
            scale: sum(len(of_scale(one, scale)) for one in people)
            for scale in ("ham-d17", "bdi-ii", "shaps", "who-5-raw")
        }
        assert counts == {"ham-d17": 164, "bdi-ii": 163, "shaps": 162, "who-5-raw": 163}

    def test_better_runs_the_way_the_catalogue_says_on_all_four(self) -> None:
        """As SHAPS is scored in this data, people under placebo amplification improve on it too."""
        for scale, falls in {"bdi-ii": True, "shaps": True, "who-5-raw": False}.items():
            first, *_, last = self.means(scale, "PA")
            assert (last < first) is falls


class TestOnePerson:
    """Kossakowski and others 2017: one person, 239 days, the SCL-90-R depression scale."""

    def read(self) -> StudyReading:
        return reading("kossakowski-2017.toml", "kossakowski2017", "esm_full_emaph_csd.csv")

    def test_rows_of_the_same_day_give_one_measurement(self) -> None:
        found = self.read()
        (record,) = found.records
        expected = known("kossakowski_scl90")
        assert found.rows == expected["rows"]
        assert len(record.measurements) == expected["weekly_scl90r_dep_assessments"]
        assert record.observed_until is not None
        assert record.observed_until.earliest == expected["days"]

    def test_the_weekly_means_are_those_printed(self) -> None:
        (record,) = self.read().records
        weekly = of_scale(record, "scl-90-r-dep-1-5")
        for day, mean in known("kossakowski_scl90")["series_day_value"]:
            answers = [
                answer for answer in (weekly[day].items or {}).values() if answer is not None
            ]
            assert len(answers) == 13
            assert statistics.fmean(answers) == pytest.approx(mean, abs=0.0006)
            assert weekly[day].total == pytest.approx(mean, abs=0.0006)

    def test_the_many_columns_that_are_not_mapped_are_reported(self) -> None:
        found = self.read()
        assert len(found.unknown_columns) == 85 - 15
        assert "mood_down" in found.unknown_columns


class TestAdolescents:
    """Ten adolescents before and a day after esketamine: MADRS totals and item 10."""

    def read(self) -> StudyReading:
        return reading("esketamine-adolescents.toml", "esketamine_adolescents", "Dataset.csv")

    def totals(self, day: float) -> list[float]:
        found = [of_scale(one, "madrs")[day].total for one in self.read().records]
        return [total for total in found if total is not None]

    def thoughts(self, day: float) -> list[int]:
        found = [dict(of_scale(one, "madrs")[day].items or {})["10"] for one in self.read().records]
        return [answer for answer in found if answer is not None]

    def test_totals_are_those_known(self) -> None:
        expected = known("esketamine_adolescents")
        before, after = self.totals(0), self.totals(1)
        assert len(before) == len(after) == expected["n"]
        assert statistics.fmean(before) == pytest.approx(expected["baseline_mean"])
        assert statistics.stdev(before) == pytest.approx(expected["baseline_sd"], abs=1e-4)
        assert statistics.fmean(after) == pytest.approx(expected["post24h_mean"])
        assert statistics.stdev(after) == pytest.approx(expected["post_sd"], abs=1e-4)

    def test_thoughts_of_suicide_are_those_known(self) -> None:
        fall = statistics.fmean(self.thoughts(0)) - statistics.fmean(self.thoughts(1))
        assert fall == pytest.approx(known("esketamine_adolescents")["item10_diff"])

    def test_a_code_that_nobody_explains_is_kept_as_it_is(self) -> None:
        record = self.read().records[0]
        assert record.person.sex is None
        assert record.study is not None
        assert dict(record.study.columns)["Sex"] == "0"
