"""Subscales are scored on their own, with their own bands and thresholds."""

from typing import Any

import pytest

from firstsnow.scales import Scale, Score, band, band_set, score, subscale_scores, threshold
from tests.scales.made_scale import bands, description, made_scale

LOW_HIGH = ((0, 2, "low"), (3, 6, "high"))
NO_TOTAL = {"rule": "none", "source": "made"}


def part(name: str, *items: str, **more: object) -> dict[str, Any]:
    made = {"id": name, "name": {"en": name}, "items": list(items), "rule": "sum"}
    return made | {"minimum": 0, "maximum": 6, "source": "made"} | more


def cut(at_least: int, **more: object) -> dict[str, Any]:
    made = {"set": "a", "outcome": "caseness", "population": "made", "source": "made"}
    return made | {"at_least": at_least} | more


def two_parts(**changes: object) -> Scale:
    made: dict[str, Any] = {
        "subscales": [part("first", "1", "2"), part("second", "3", "4")],
        "bands": [bands(*LOW_HIGH, subscale="first"), bands(*LOW_HIGH, subscale="second")],
        "thresholds": [cut(4, subscale="first"), cut(5)],
    }
    return made_scale(4, **(made | changes))


def without_total(**changes: object) -> Scale:
    return two_parts(
        total=NO_TOTAL, direction="none", thresholds=[cut(4, subscale="first")], **changes
    )


def test_a_subscale_is_scored_without_the_rest_of_the_form() -> None:
    (found,) = subscale_scores(two_parts(), {"1": 3, "2": 1, "3": 2})
    assert (found.id, found.total, found.minimum, found.maximum) == ("first", 4, 0, 6)


def test_a_scale_without_a_total_has_subscales() -> None:
    found = subscale_scores(without_total(), {"1": 3, "2": 1, "3": 0, "4": 0})
    assert [(one.id, one.total) for one in found] == [("first", 4), ("second", 0)]


@pytest.mark.parametrize("answers", [{"1": 4, "2": 0}, {"1": 1, "2": 1, "9": 1}, {"1": 1}])
def test_a_form_with_an_answer_that_can_not_be_has_no_subscales(
    answers: dict[str, int | None],
) -> None:
    assert subscale_scores(two_parts(), answers) == ()


def test_a_subscale_of_an_item_that_nobody_read_is_not_scored() -> None:
    items = description(4)["items"]
    items[3] |= {"source": "unsourced", "in_total": False}
    total = {"rule": "sum", "minimum": 0, "maximum": 9, "source": "made"}
    one = two_parts(items=items, total=total)
    result = score(one, dict.fromkeys("1234", 1))
    assert isinstance(result, Score)
    assert [found.id for found in result.subscales] == ["first"]


def test_bands_of_a_subscale_are_its_own_and_not_the_total_s() -> None:
    one = two_parts()
    assert band_set(one) is None
    found = band(one, 3, subscale="first")
    assert found is not None
    assert found.name.en == "high"
    result = score(one, dict.fromkeys("1234", 1))
    assert isinstance(result, Score)
    assert result.bands == ()
    assert [found.bands[0].level.name.en for found in result.subscales] == ["low", "low"]


def test_thresholds_of_a_subscale_are_its_own_and_not_the_total_s() -> None:
    one = two_parts()
    total, first = threshold(one, "caseness"), threshold(one, "caseness", subscale="first")
    assert total is not None
    assert first is not None
    assert (total.at_least, first.at_least) == (5, 4)
    assert threshold(one, "caseness", subscale="second") is None
    with pytest.raises(LookupError, match="no sourced set 'a'"):
        threshold(one, "caseness", "a", subscale="second")
