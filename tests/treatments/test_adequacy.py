"""Rules for an adequate attempt: each basis has its parts, and no others."""

import pytest
from pydantic import ValidationError

from firstsnow.treatments import (
    AdequacyRule,
    Basis,
    MinimumDose,
    MinimumDuration,
    MinimumLevel,
    MinimumSessions,
    UsualDose,
)

DOSE = (MinimumDose(minimum=50, unit="mg/day", source="read"),)
DURATION = MinimumDuration(weeks=4, source="read")
SESSIONS = (MinimumSessions(count=6, source="read"),)
LEVEL = MinimumLevel(minimum=0.6, unit="mmol/L", source="read")


@pytest.mark.parametrize(
    ("basis", "missing"),
    [
        ("daily-dose", "doses, duration"),
        ("sessions", "sessions"),
        ("dose-sessions", "doses, sessions"),
        ("blood-level", "duration, level"),
    ],
)
def test_a_rule_without_the_parts_of_its_basis_is_an_error(basis: Basis, missing: str) -> None:
    with pytest.raises(ValidationError, match=f"also needs {missing}"):
        AdequacyRule(rule_set="x", basis=basis)


def test_a_rule_with_a_part_that_its_basis_does_not_use_is_an_error() -> None:
    with pytest.raises(ValidationError, match="does not use level"):
        AdequacyRule(rule_set="x", basis="daily-dose", doses=DOSE, duration=DURATION, level=LEVEL)


def test_sessions_may_also_have_to_last() -> None:
    rule = AdequacyRule(rule_set="x", basis="sessions", sessions=SESSIONS, duration=DURATION)

    assert rule.is_sourced


def test_one_unsourced_part_makes_the_rule_unsourced() -> None:
    recalled = MinimumDuration(weeks=4, source="unsourced")
    rule = AdequacyRule(rule_set="x", basis="blood-level", level=LEVEL, duration=recalled)

    assert not rule.is_sourced
    assert rule.unsourced_parts == ("duration",)


def test_one_unsourced_dose_among_several_makes_the_rule_unsourced() -> None:
    doses = (*DOSE, MinimumDose(minimum=25, unit="mg/day", age_from_years=65, source="unsourced"))
    rule = AdequacyRule(rule_set="x", basis="daily-dose", doses=doses, duration=DURATION)

    assert rule.unsourced_parts == ("doses",)


@pytest.mark.parametrize("minimum", [0, -50])
def test_a_least_dose_is_more_than_nothing(minimum: float) -> None:
    with pytest.raises(ValidationError):
        MinimumDose(minimum=minimum, unit="mg/day", source="read")


def test_a_usual_range_is_not_upside_down() -> None:
    with pytest.raises(ValidationError, match="may have been exchanged"):
        UsualDose(route="oral", unit="mg/day", usual_minimum=200, usual_maximum=50, source="read")
