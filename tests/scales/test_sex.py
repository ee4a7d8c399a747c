"""A threshold that was found for one sex is given only where the sex is said."""

from typing import Any, Literal

import pytest

from firstsnow.scales import Scale, threshold, thresholds
from tests.scales.made_scale import made_scale


def cut(at_least: int, **more: object) -> dict[str, Any]:
    made = {"set": "a", "outcome": "caseness", "population": "made", "source": "made"}
    return made | {"at_least": at_least} | more


def by_sex(**more: object) -> Scale:
    return made_scale(thresholds=[cut(3, sex="female", **more), cut(4, sex="male", **more)])


@pytest.mark.parametrize("default", [False, True])
@pytest.mark.parametrize("name", [None, "a"])
@pytest.mark.parametrize(("sex", "at_least"), [("female", 3), ("male", 4), (None, None)])
def test_the_one_of_the_sex_is_given(
    default: bool,
    name: str | None,
    sex: Literal["female", "male"] | None,
    at_least: int | None,
) -> None:
    found = threshold(by_sex(default=default), "caseness", name, sex)
    assert (found.at_least if found else None) == at_least


def test_one_for_everyone_is_given_to_everyone_unless_the_sex_has_its_own() -> None:
    one = made_scale(thresholds=[cut(3, sex="female"), cut(5)])
    for sex, at_least in (("female", 3), ("male", 5), (None, 5)):
        found = threshold(one, "caseness", sex=sex)  # type: ignore[arg-type]  # words of the list
        assert found is not None
        assert found.at_least == at_least


def test_the_list_holds_those_of_one_sex_only_where_it_is_said() -> None:
    assert thresholds(by_sex()) == ()
    assert [entry.at_least for entry in thresholds(by_sex(), sex="male")] == [4]
