"""Response, partial response and remission between two ratings."""

from typing import Any

import pytest

from firstsnow.problems import InputError
from firstsnow.scales import scale
from firstsnow.scales.change import outcome_of
from tests.scales.made_scale import made_scale


def line(outcome: str, **more: object) -> dict[str, Any]:
    return {"set": "made", "outcome": outcome, "population": "made", "source": "made"} | more


HALF = line("response", fall_percent=50)
QUARTER = line("partial-response", fall_percent=25)
LOW = line("remission", at_most=7)


@pytest.mark.parametrize(
    ("after", "response", "partial", "remission"),
    [
        (7, "yes", "no", "yes"),
        (8, "yes", "no", "no"),
        (12, "yes", "no", "no"),
        (13, "no", "yes", "no"),
        (18, "no", "yes", "no"),
        (19, "no", "no", "no"),
        (30, "no", "no", "no"),
    ],
)
def test_a_fall_from_24_on_the_ham_d(
    after: int, response: str, partial: str, remission: str
) -> None:
    found = outcome_of(scale("ham-d17"), 24, after)
    assert (found.response, found.partial_response, found.remission) == (
        response,
        partial,
        remission,
    )


def test_the_definitions_that_were_used_are_named() -> None:
    used = dict(outcome_of(scale("phq-9"), 20, 4).used)
    assert used["remission"].set == "hedis"
    assert used["remission"].at_most == 4


def test_a_named_set_decides_the_outcomes_that_it_has() -> None:
    found = outcome_of(scale("phq-9"), 20, 4, set="hedis")
    assert (found.response, found.partial_response, found.remission) == ("yes", "no", "yes")
    part = outcome_of(scale("phq-9"), 20, 15, set="quarter-to-half")
    assert (part.response, part.partial_response, part.remission) == (
        "unknown",
        "unknown",
        "unknown",
    )


def test_a_set_that_no_page_was_read_for_is_no_set() -> None:
    with pytest.raises(LookupError, match="no sourced set 'nobody-2099'"):
        outcome_of(scale("phq-9"), 20, 4, set="nobody-2099")


def test_a_fall_counts_from_the_least_total_that_can_be() -> None:
    # totals from 10 to 40: from 30 to 20 is half of the way down
    one = made_scale(10, 1, 4, thresholds=[HALF, QUARTER])
    assert outcome_of(one, 30, 20).response == "yes"
    assert outcome_of(one, 30, 21).partial_response == "yes"


def test_without_a_sourced_definition_the_answer_is_unknown() -> None:
    unread = [entry | {"source": "unsourced"} for entry in (HALF, QUARTER, LOW)]
    found = outcome_of(made_scale(10, thresholds=unread), 20, 4)
    assert (found.response, found.partial_response, found.remission) == (
        "unknown",
        "unknown",
        "unknown",
    )
    assert found.used == ()


def test_nothing_can_fall_from_the_least_total() -> None:
    found = outcome_of(made_scale(10, thresholds=[HALF, QUARTER, LOW]), 0, 0)
    assert (found.response, found.partial_response, found.remission) == (
        "unknown",
        "unknown",
        "yes",
    )


def test_one_rating_does_not_show_what_takes_two() -> None:
    twice = line("remission", at_most=7, assessments=2)
    one = made_scale(10, thresholds=[twice])
    assert outcome_of(one, 20, 5).remission == "unknown"
    assert outcome_of(one, 20, 8).remission == "no"


def test_a_fall_is_no_response_where_higher_is_better() -> None:
    one = made_scale(10, direction="higher-is-better", thresholds=[HALF, QUARTER])
    found = outcome_of(one, 20, 5)
    assert (found.response, found.partial_response) == ("unknown", "unknown")


def test_totals_that_can_not_be_are_refused() -> None:
    with pytest.raises(InputError, match="outside the range"):
        outcome_of(scale("phq-9"), 28, 5)
