"""What can't be true of a record, each with the place where it stands and what would be right."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from firstsnow.record import Record
from firstsnow.record.checks import Finding

MADE = {
    "id": "made-scale",
    "minimum": 0,
    "maximum": 9,
    "direction": "higher-is-worse",
    "measures": "depression-severity",
}


def findings(**said: object) -> list[Finding]:
    """Give what can't be true of a record that says this."""
    try:
        Record.model_validate({"id": "p1", **said})
    except ValidationError as error:
        return [found["ctx"]["finding"] for found in error.errors()]
    return []


def places(**said: object) -> list[str]:
    """Give the places of what can't be true, written with slashes."""
    return ["/".join(map(str, finding.place)) for finding in findings(**said)]


def measured(**said: object) -> dict[str, Any]:
    """Describe a measurement of a Tuesday."""
    return {"scale": "phq-9", "time": "2024-03-05", **said}


def given(**said: object) -> dict[str, Any]:
    """Describe an exposure to sertraline."""
    return {"id": "e1", "treatment": "sertraline", **said}


def test_a_plain_record_says_nothing_impossible() -> None:
    assert (
        findings(
            person={"birth": "1970", "death": "2024-06-01"},
            measurements=[measured(total=12)],
            exposures=[given(start="2024-01", end="2024-03", doses=[{"start": "2024-02"}])],
        )
        == []
    )


class TestIdentifiers:
    def test_two_entries_of_any_kind_may_not_share_one(self) -> None:
        found = places(
            goals=[{"id": "a", "words": "to sing"}],
            notes=[{"id": "a", "time": "2024", "text": "she sang"}],
        )
        assert found == ["notes/0/id"]

    @pytest.mark.parametrize(
        ("said", "place"),
        [
            ({"exposures": [given(augments=["e2"])]}, "exposures/0/augments/0"),
            ({"exposures": [given(augments=["e1"])]}, "exposures/0/augments/0"),
            (
                {"dosing_sessions": [{"exposure": "e2", "time": "2024"}]},
                "dosing_sessions/0/exposure",
            ),
            ({"adverse_events": [{"what": "rash", "exposure": "e2"}]}, "adverse_events/0/exposure"),
            (
                {"safety_reviews": [{"measurement": "m2", "time": "2024", "action": "called"}]},
                "safety_reviews/0/measurement",
            ),
        ],
    )
    def test_a_reference_leads_to_another_entry(self, said: dict[str, Any], place: str) -> None:
        assert places(**said) == [place]

    def test_a_reference_that_leads_nowhere_is_given_near_misses(self) -> None:
        (found,) = findings(exposures=[given(id="lithium-1"), given(id="b", augments=["lithium1"])])
        assert "lithium-1" in str(found.right)

    def test_an_adverse_event_needs_no_exposure(self) -> None:
        assert places(adverse_events=[{"what": "rash"}]) == []


class TestTimes:
    def test_every_time_is_on_the_records_clock(self) -> None:
        found = places(
            clock="study",
            observed_until="2024",
            measurements=[measured(total=3), measured(time=3, total=3)],
            exposures=[
                given(
                    doses=[{"start": "2024-01-01", "amount": 50, "unit": "mg/day"}],
                    sessions=[{"time": "2024-01-02"}],
                )
            ],
        )
        assert set(found) == {
            "observed_until",
            "measurements/0/time",
            "exposures/0/doses/0/start",
            "exposures/0/sessions/0/time",
        }

    def test_a_number_of_days_is_not_on_the_calendar(self) -> None:
        (found,) = findings(measurements=[measured(time=3, total=3)])
        assert "set clock to study" in str(found.right)

    def test_nothing_happens_before_birth(self) -> None:
        assert places(person={"birth": "1990"}, episodes=[{"start": "1989-12"}]) == [
            "episodes/0/start"
        ]

    def test_a_year_may_still_hold_the_birth(self) -> None:
        assert places(person={"birth": "1990-06"}, episodes=[{"start": "1990"}]) == []

    def test_nothing_is_measured_after_death(self) -> None:
        assert places(person={"death": "2023"}, measurements=[measured(total=3)]) == [
            "measurements/0/time"
        ]

    def test_death_is_not_before_birth(self) -> None:
        assert places(person={"birth": "1990", "death": "1980"}) == ["person/death"]

    @pytest.mark.parametrize(
        "kind",
        ["diagnoses", "episodes", "admissions", "pregnancies", "conditions", "circumstances"],
    )
    def test_nothing_ends_before_it_starts(self, kind: str) -> None:
        own = {
            "diagnoses": {"name": "depression"},
            "pregnancies": {"status": "pregnant"},
            "conditions": {"name": "asthma", "category": "other", "presence": "present"},
            "circumstances": {"aspect": "debt", "presence": "present"},
        }
        entry = {**own.get(kind, {}), "start": "2024-05", "end": "2024-04"}
        (found,) = findings(**{kind: [entry]})
        assert found.place == (kind, 0, "end")
        assert found.value == "2024-04"

    def test_a_childhood_does_not_run_backwards(self) -> None:
        said = {"kind": "poverty", "presence": "present", "from_age_years": 9, "to_age_years": 4}
        assert places(adversity=[said]) == ["adversity/0/to_age_years"]


class TestExposures:
    def test_something_says_what_was_given(self) -> None:
        assert places(exposures=[{"id": "e1"}]) == ["exposures/0/treatment"]
        assert places(exposures=[{"id": "e1", "as_written": "a pill"}]) == []

    def test_an_unknown_treatment_comes_with_near_misses(self) -> None:
        (found,) = findings(exposures=[given(treatment="sertralin")])
        assert str(found.right).startswith("did you mean sertraline?")

    def test_a_treatment_like_no_other_is_asked_for_in_the_sources_words(self) -> None:
        (found,) = findings(exposures=[given(treatment="zzzzqqq")])
        assert "as_written" in str(found.right)

    def test_a_way_of_giving_is_one_that_the_catalogue_knows(self) -> None:
        assert places(exposures=[given(variant="upside-down")]) == ["exposures/0/variant"]
        (found,) = findings(exposures=[given(treatment="ect", variant="upside-down")])
        assert "name one of" in str(found.right)

    def test_what_has_ended_does_not_go_on(self) -> None:
        assert places(exposures=[given(end="2024", ongoing=True)]) == ["exposures/0/ongoing"]

    @pytest.mark.parametrize("dose", [{"amount": 50}, {"unit": "mg/day"}])
    def test_a_dose_has_an_amount_and_a_unit(self, dose: dict[str, Any]) -> None:
        assert places(exposures=[given(doses=[dose])]) == ["exposures/0/doses/0"]

    def test_doses_stand_in_order_of_time_without_overlap(self) -> None:
        doses = [
            {"start": "2024-03-01", "end": "2024-03-20", "amount": 50, "unit": "mg/day"},
            {"start": "2024-03-10", "amount": 100, "unit": "mg/day"},
        ]
        assert places(exposures=[given(doses=doses)]) == ["exposures/0/doses/1/start"]
        assert places(exposures=[given(doses=doses[::-1])]) != []

    def test_a_dose_may_start_on_the_day_on_which_the_one_before_ends(self) -> None:
        doses = [
            {"start": "2024-03-01", "end": "2024-03-20", "amount": 50, "unit": "mg/day"},
            {"start": "2024-03-20", "amount": 100, "unit": "mg/day"},
        ]
        assert places(exposures=[given(doses=doses)]) == []

    def test_doses_and_sessions_lie_within_the_exposure(self) -> None:
        found = places(
            exposures=[
                given(
                    start="2024-03-01",
                    end="2024-03-31",
                    doses=[{"start": "2024-02-01", "amount": 1, "unit": "mg"}],
                    sessions=[{"time": "2024-03-31T18:00"}, {"time": "2024-04-01"}],
                )
            ]
        )
        assert found == ["exposures/0/doses/0/start", "exposures/0/sessions/1/time"]


class TestMeasurements:
    def test_a_measurement_has_items_or_a_total(self) -> None:
        assert places(measurements=[measured()]) == ["measurements/0"]

    def test_an_unknown_scale_comes_with_near_misses(self) -> None:
        (found,) = findings(measurements=[measured(scale="phq9", total=3)])
        assert "phq-9" in str(found.right)

    def test_a_scale_like_no_other_may_be_declared(self) -> None:
        (found,) = findings(measurements=[measured(scale="zzzzqqq", total=3)])
        assert "declared_scales" in str(found.right)
        assert (
            places(declared_scales=[MADE], measurements=[measured(scale="made-scale", total=3)])
            == []
        )

    def test_a_declared_scale_has_totals_within_its_range_and_no_items(self) -> None:
        found = places(
            declared_scales=[MADE],
            measurements=[measured(scale="made-scale", total=10, items={"1": 1})],
        )
        assert found == ["measurements/0/items", "measurements/0/total"]

    def test_a_declared_scale_is_not_one_of_the_catalogues_and_has_a_range(self) -> None:
        assert places(declared_scales=[{**MADE, "id": "phq-9"}]) == ["declared_scales/0/id"]
        assert places(declared_scales=[{**MADE, "maximum": 0}]) == ["declared_scales/0/maximum"]

    def test_an_answer_is_one_that_the_item_takes(self) -> None:
        assert places(measurements=[measured(items={"1": 4, "11": 1})]) == [
            "measurements/0/items/1",
            "measurements/0/items/11",
        ]

    def test_a_total_lies_in_the_scales_range_and_agrees_with_its_items(self) -> None:
        form = {str(item): 1 for item in range(1, 10)}
        assert places(measurements=[measured(total=28)]) == ["measurements/0/total"]
        assert places(measurements=[measured(total=10, items=form)]) == ["measurements/0/total"]
        assert places(measurements=[measured(total=9, items=form)]) == []


@pytest.mark.parametrize(
    ("name", "value"), [("weight-kg", 7000), ("height-cm", 1.8), ("pulse-per-minute", 0)]
)
def test_a_reading_that_is_a_slip_of_the_unit_is_found(name: str, value: float) -> None:
    assert places(vital_signs=[{"name": name, "time": "2024", "value": value}]) == [
        "vital_signs/0/value"
    ]


def test_every_finding_says_what_is_wrong_and_what_would_be_right() -> None:
    found = findings(
        measurements=[measured(total=99), measured(scale="nope", total=1)],
        exposures=[given(treatment="sertralin", end="2024", ongoing=True)],
    )
    assert len(found) == 4
    assert all(str(finding.what) and str(finding.right) for finding in found)


class TestObservation:
    @pytest.mark.parametrize(
        ("until", "time", "wrong"),
        [
            ("2024-03-05", "2024-03-05", False),
            ("2024-03-05", "2024-03-05T23:59+01:00", False),
            ("2024-03-05", "2024-03-06", True),
            ("2024-03-05", "2024-03", False),
            ("2024-03", "2024-03-31T10:00", False),
            ("2024-03", "2024-04-01", True),
            ("2024-03-05T12:00", "2024-03-05T12:01", True),
        ],
    )
    def test_nothing_is_measured_after_the_record_s_own_today(
        self, until: str, time: str, wrong: bool
    ) -> None:
        found = places(observed_until=until, measurements=[measured(time=time, total=12)])
        assert found == (["measurements/0/time"] if wrong else [])

    @pytest.mark.parametrize(
        ("kind", "said"),
        [
            ("self_harm", {"kind": "attempt"}),
            ("laboratory", {"analyte": "lithium", "value": 1.9, "unit": "mmol/L"}),
            ("life_events", {"what": "moved"}),
        ],
    )
    def test_nor_does_anything_else_happen_after_it(self, kind: str, said: dict[str, Any]) -> None:
        found = places(observed_until="2024-03-05", **{kind: [{"time": "2024-03-06", **said}]})
        assert found == [f"{kind}/0/time"]
        assert places(observed_until="2024-03-05", **{kind: [{"time": "2024-03", **said}]}) == []


class TestSafetyReviews:
    @pytest.mark.parametrize(
        ("time", "wrong"),
        [("2024-03-05", False), ("2024-03", False), ("2024-03-04", True), ("2022", True)],
    )
    def test_an_answer_is_not_dealt_with_before_it_is_given(self, time: str, wrong: bool) -> None:
        found = places(
            measurements=[measured(id="m1", items={"9": 2})],
            safety_reviews=[{"measurement": "m1", "time": time, "action": "talked"}],
        )
        assert found == (["safety_reviews/0/time"] if wrong else [])


class TestOverlaps:
    @pytest.mark.parametrize(
        ("first", "second", "wrong"),
        [
            ({"start": "2024-01-01", "end": "2024-03-01"}, {"start": "2024-02-01"}, False),
            (
                {"start": "2024-01-01", "end": "2024-03-01"},
                {"start": "2024-02-01", "end": "2024-04-01"},
                True,
            ),
            (
                {"start": "2024-01-01", "end": "2024-03-01"},
                {"start": "2024-03-01", "end": "2024-04-01"},
                False,
            ),
            (
                {"start": "2024-01-01", "ongoing": True},
                {"start": "2024-03", "end": "2024-05"},
                True,
            ),
            ({"start": "2024-01", "end": "2024-03"}, {"start": "2024-03", "end": "2024-05"}, False),
        ],
    )
    def test_exposures_to_one_treatment_do_not_overlap(
        self, first: dict[str, Any], second: dict[str, Any], wrong: bool
    ) -> None:
        exposures = [given(**first), given(**second) | {"id": "e2"}]
        assert places(exposures=exposures) == (["exposures/1/start"] if wrong else [])
        other = [exposures[0], exposures[1] | {"treatment": "lithium"}]
        assert places(exposures=other) == []
        by_another_way = [exposures[0], exposures[1] | {"formulation": "XR"}]
        assert places(exposures=by_another_way) == []

    def test_episodes_of_one_polarity_do_not_overlap(self) -> None:
        first = {"start": "2024-01-01", "end": "2024-06-01"}
        second = {"start": "2024-03-01", "end": "2024-09-01"}
        assert places(episodes=[first, second]) == ["episodes/1/start"]
        assert places(episodes=[first, second | {"polarity": "mixed"}]) == []


class TestWhatIsSaidTwice:
    @pytest.mark.parametrize(
        ("said", "place"),
        [
            ({"session_count": 2, "sessions": [{"time": "2024-01-01"}] * 3}, "session_count"),
            ({"adherence": "full", "adherence_share": 0.2}, "adherence_share"),
            ({"adherence": "none", "adherence_share": 0.9}, "adherence_share"),
            (
                {"outcome": {"judgement": "remission", "improvement_percent": 5}},
                "outcome/improvement_percent",
            ),
            (
                {"outcome": {"judgement": "no-response", "improvement_percent": 25}},
                "outcome/improvement_percent",
            ),
        ],
    )
    def test_agrees(self, said: dict[str, Any], place: str) -> None:
        assert places(exposures=[given(**said)]) == [f"exposures/0/{place}"]

    @pytest.mark.parametrize(
        "said",
        [
            {"session_count": 3, "sessions": [{"time": "2024-01-01", "attended": False}] * 5},
            {"adherence": "full", "adherence_share": 0.95},
            {"outcome": {"judgement": "partial-response", "improvement_percent": 25}},
            {"outcome": {"judgement": "not-judged", "improvement_percent": 80}},
        ],
    )
    def test_or_leaves_room(self, said: dict[str, Any]) -> None:
        assert places(exposures=[given(**said)]) == []


def test_nobody_is_older_than_anyone_was() -> None:
    found = places(person={"birth": "1850"}, measurements=[measured(total=3)])
    assert found == ["measurements/0/time"]


def test_text_does_not_turn_the_direction_of_what_stands_around_it() -> None:
    with pytest.raises(ValidationError, match="pattern"):
        Record.model_validate({"id": "p1", "goals": [{"words": "to sing \u202e again"}]})
