"""What the depression scales say beyond their totals: rules, subscales, T scores, norms."""

import math

import pytest

from firstsnow.scales import (
    Score,
    band,
    catalogue,
    converted,
    criterion,
    norms,
    scale,
    score,
    subscale_scores,
    threshold,
)

DEPRESSION = [one.id for one in catalogue().values() if one.measures == "depression-severity"]
PHQ: dict[str, int | None] = {
    "1": 2,
    "2": 0,
    "3": 2,
    "4": 2,
    "5": 2,
    "6": 0,
    "7": 0,
    "8": 0,
    "9": 1,
}


def test_self_harm_on_several_days_counts_as_a_sign_of_the_syndrome() -> None:
    rule = "major-depressive-syndrome"
    assert criterion(scale("phq-9"), rule, PHQ) == "yes"
    assert criterion(scale("phq-9"), rule, PHQ | {"9": 0}) == "no"
    assert criterion(scale("phq-9"), rule, PHQ | {"9": None}) == "unknown"


def test_five_signs_without_low_mood_or_loss_of_interest_are_not_the_syndrome() -> None:
    without = PHQ | {"1": 1, "2": 1, "6": 3, "7": 3}
    assert criterion(scale("phq-9"), "major-depressive-syndrome", without) == "no"


def test_the_halves_of_the_hads_are_scored_apart() -> None:
    form: dict[str, int | None] = {str(item): item % 2 for item in range(1, 15)}
    found = {one.id: one for one in subscale_scores(scale("hads"), form | {"13": 2})}
    assert (found["anxiety"].total, found["depression"].total) == (8, 0)
    default = [one for one in found["anxiety"].bands if one.default]
    assert [one.level.name.en for one in default] == ["mild"]


def test_the_depression_half_of_the_hads_is_read_as_the_half_and_as_a_scale_of_its_own() -> None:
    for total in range(22):
        assert band(scale("hads"), total, subscale="depression") == band(scale("hads-d"), total)
    half = threshold(scale("hads"), "caseness", subscale="depression")
    alone = threshold(scale("hads-d"), "caseness")
    assert half is not None
    assert alone is not None
    assert half.at_least == alone.at_least == 8


@pytest.mark.parametrize(
    ("total", "t", "error"), [(8, 38.2, 5.7), (21, 59.4, 1.7), (40, 81.3, 3.4)]
)
def test_a_total_of_the_promis_form_has_its_t_score(total: int, t: float, error: float) -> None:
    found = converted(scale("promis-depression-8a"), total)
    assert found is not None
    assert (found.metric, found.value, found.error) == ("T", t, error)


@pytest.mark.parametrize(
    ("t", "name"), [(55, "mild"), (60, "moderate"), (65, "moderately severe"), (70, "severe")]
)
def test_the_bands_of_the_promis_form_begin_at_the_first_total_with_the_t_score(
    t: float, name: str
) -> None:
    one = scale("promis-depression-8a")
    values = {total: converted(one, total) for total in range(8, 41)}
    first = min(total for total, found in values.items() if found and found.value >= t)
    level = band(one, first)
    assert level is not None
    assert (level.name.en, level.minimum) == (name, first)


def test_healthy_people_score_below_the_usual_lines_of_remission() -> None:
    for name, mean in (("ham-d17", 3.2), ("madrs", 4.0)):
        [found] = norms(scale(name))
        line = threshold(scale(name), "remission")
        assert line is not None
        assert line.at_most is not None
        assert found.mean == mean < line.at_most


@pytest.mark.parametrize("scale_id", DEPRESSION)
def test_no_line_of_remission_reaches_into_moderate_depression(scale_id: str) -> None:
    one = scale(scale_id)
    line = threshold(one, "remission")
    if line is not None and line.at_most is not None:
        level = band(one, line.at_most)
        assert level is None or level.severity in {"none", "mild"}


def test_the_relapse_line_of_a_scale_is_above_its_remission_line() -> None:
    for name in DEPRESSION:
        remission, relapse = (threshold(scale(name), what) for what in ("remission", "relapse"))
        if remission is not None and relapse is not None:
            assert (remission.at_most or 0) < (relapse.at_least or math.inf)


@pytest.mark.parametrize("left_out", [(), ("11", "13"), ("12", "14"), ("11", "14")])
def test_a_form_of_the_ids_counts_one_of_each_pair(left_out: tuple[str, ...]) -> None:
    form: dict[str, int | None] = {str(item): 1 for item in range(1, 31)}
    result = score(scale("ids-sr30"), form | dict.fromkeys(left_out))
    assert isinstance(result, Score)
    assert result.total == 28
