"""Clauses of the catalogue held against a record, as a clinician would ask for them."""

from typing import Any

import pytest

from firstsnow.history import Caution, cautions, current_cautions
from firstsnow.record import Record
from firstsnow.treatments import UnknownTreatment

TODAY = 100.0


def record(**parts: object) -> Record:
    return Record.model_validate({"id": "p1", "clock": "study", "observed_until": TODAY, **parts})


def given(treatment: str, **more: object) -> dict[str, Any]:
    return {"id": treatment, "treatment": treatment, "start": 10, **more}


def about(found: tuple[Caution, ...], words: str) -> set[str]:
    return {one.presence for one in found if words in one.about.en}


@pytest.mark.parametrize(("value", "said"), [(141, "present"), (140, "unknown")])
def test_a_blood_pressure_before_esketamine_is_held_against_its_label(
    value: float, said: str
) -> None:
    signs = [{"name": "systolic-mmhg", "time": 99, "value": value}]
    found = cautions(record(vital_signs=signs), "esketamine")
    assert about(found, "blood pressure above 140/90") == {said}


def test_an_aneurysm_stands_against_esketamine_until_somebody_says_that_there_is_none() -> None:
    absent = [{"name": "aneurysm", "category": "cardiovascular", "presence": "absent"}]
    assert about(cautions(record(), "esketamine"), "aneurysm") == {"unknown"}
    assert about(cautions(record(conditions=absent), "esketamine"), "aneurysm") == {"absent"}


def test_what_is_present_stands_first_and_the_heaviest_first_of_all() -> None:
    made = record(exposures=[given("phenelzine", ongoing=True)])
    found = cautions(made, "sertraline")
    assert (found[0].presence, found[0].weight) == ("present", "contraindicated")
    order = [("present", "unknown", "absent").index(one.presence) for one in found]
    assert order == sorted(order)


def test_a_treatment_on_record_is_asked_what_it_says_of_the_planned_one() -> None:
    found = cautions(record(exposures=[given("fluoxetine", end=90)]), "phenelzine")
    assert "present" in {one.presence for one in found if one.kind == "interaction"}


def test_treatments_that_are_planned_together_are_held_against_each_other() -> None:
    alone = cautions(record(), "sertraline")
    together = cautions(record(), ["sertraline", "phenelzine"])
    assert "present" not in {one.presence for one in alone}
    assert "present" in {one.presence for one in together}


def test_what_is_given_now_is_held_against_the_rest_and_only_what_is_present_is_told() -> None:
    both = [given("sertraline", ongoing=True), given("phenelzine", ongoing=True)]
    found = current_cautions(record(exposures=both))
    assert found
    assert {one.presence for one in found} == {"present"}
    assert current_cautions(record(exposures=[given("sertraline", end=50)])) == ()


def test_every_clause_names_its_source() -> None:
    assert all(one.source.citation for one in cautions(record(), "esketamine"))


def test_a_treatment_that_the_catalogue_does_not_have_is_refused() -> None:
    with pytest.raises(UnknownTreatment, match="esketamine"):
        cautions(record(), "esketamin")
