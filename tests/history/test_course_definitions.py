"""Response, remission, recovery, relapse and recurrence as two papers define them."""

import pytest

from firstsnow.history.course_definitions import (
    UnsourcedDefinition,
    course_definition,
    course_definitions,
)


def test_both_papers_are_there() -> None:
    assert list(course_definitions()) == ["rush-2006", "frank-1991"]


def test_rush_asks_for_three_weeks_of_remission_and_four_months_of_recovery() -> None:
    rush = course_definition("rush-2006")

    assert rush.remission_days == 21
    assert rush.recovery_days == pytest.approx(365.25 / 3)
    assert (rush.recovery.at_least, rush.recovery.unit) == (4, "month")


def test_frank_asks_for_six_months_of_recovery() -> None:
    frank = course_definition("frank-1991")

    assert frank.recovery_days == pytest.approx(365.25 / 2)
    assert frank.response is not None
    assert frank.response.from_percent == 50


def test_a_figure_that_was_not_read_is_refused() -> None:
    with pytest.raises(UnsourcedDefinition, match="frank-1991: how long a remission has to last"):
        _ = course_definition("frank-1991").remission_days


@pytest.mark.parametrize("name", ["rush-2006", "frank-1991"])
def test_relapse_comes_before_recovery_and_recurrence_after(name: str) -> None:
    one = course_definition(name)

    assert (one.relapse.when, one.recurrence.when) == ("before-recovery", "after-recovery")
    assert one.relapse.is_sourced


def test_an_unknown_one_lists_those_there_are() -> None:
    with pytest.raises(LookupError, match="there are: rush-2006, frank-1991"):
        course_definition("rush")
