"""Real answers and totals that cannot ship: they can be, and give the totals noted with them."""

import csv
import math
import os
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from firstsnow.scales import (
    Score,
    check_answers,
    check_total,
    converted,
    safety_findings,
    scale,
    score,
)

pytestmark = pytest.mark.external


def rows(*parts: str) -> list[dict[str, str]]:
    path = Path(os.environ["FIRSTSNOW_DATA"]).joinpath(*parts)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def weekly_forms() -> dict[int, tuple[dict[str, int | None], float]]:
    forms = {}
    for row in rows("kossakowski2017", "esm_full_emaph_csd.csv"):
        if row["scl90r_dep"]:
            form: dict[str, int | None] = {
                name.removeprefix("scl90r_").lstrip("0"): int(cell)
                for name, cell in row.items()
                if name.startswith("scl90r_") and name != "scl90r_dep"
            }
            forms[int(float(row["dayno"]))] = form, float(row["scl90r_dep"])
    return forms


def test_the_person_followed_for_239_days_has_the_means_that_the_study_noted() -> None:
    forms = weekly_forms()
    one = scale("scl-90-r-dep-1-5")
    assert len(forms) == 28
    for form, noted in forms.values():
        result = score(one, form)
        assert isinstance(result, Score)
        assert result.total == pytest.approx(noted, abs=0.001)
        assert check_answers(one, form) == ()
        assert check_total(one, noted, form) == ()


def test_the_reference_means_hold() -> None:
    forms = weekly_forms()
    for day, mean in {1: 1.00, 57: 1.62, 127: 1.00, 148: 2.00, 211: 2.54, 239: 2.15}.items():
        result = score(scale("scl-90-r-dep-1-5"), forms[day][0])
        assert isinstance(result, Score)
        assert round(result.total, 2) == mean


def test_thoughts_of_ending_life_are_found_in_the_weeks_in_which_they_were_reported() -> None:
    one = scale("scl-90-r-dep-1-5")
    found = {day for day, (form, _) in weekly_forms().items() if safety_findings(one, form)}
    assert found == {148, 155, 162, 169, 176, 183, 190, 211, 218, 239}


@pytest.mark.parametrize(
    ("column", "scale_id"),
    [("bdi", "bdi-ii"), ("hamd", "ham-d17"), ("shaps", "shaps"), ("who", "who-5-raw")],
)
def test_the_totals_of_the_in_patients_can_be(column: str, scale_id: str) -> None:
    totals = [
        float(row[column]) for row in rows("clinicalsignificance", "claus_2020.csv") if row[column]
    ]
    assert len(totals) > 160
    assert not [total for total in totals if check_total(scale(scale_id), total)]


def test_the_adolescents_totals_agree_with_their_answers_on_suicide() -> None:
    madrs = scale("madrs")
    for row in rows("esketamine_adolescents", "Dataset.csv"):
        for when in ("Baseline", "Post"):
            item: dict[str, int | None] = {"10": int(row[f"MADRS_Suicide_{when}"])}
            assert check_answers(madrs, item) == ()
            assert check_total(madrs, float(row[f"MADRS_{when}"]), item) == ()


def test_the_t_scores_follow_from_the_item_parameters_of_promis() -> None:
    """Expected a posteriori scores by total, from the published graded response parameters."""
    known = {row["item_id"]: row for row in rows("prosetta_cesd_promis", "anchor_dep.csv")}
    eight = ("04", "06", "29", "41", "22", "36", "05", "09")
    theta = np.linspace(-6, 6, 1201)
    chances = {0: np.ones_like(theta)}
    for name in eight:
        row = known[f"EDDEP{name}"]
        above = [
            1 / (1 + np.exp(-float(row["a"]) * (theta - float(row[f"cb{step}"]))))
            for step in range(1, 5)
        ]
        steps = [np.ones_like(theta), *above, np.zeros_like(theta)]
        answers = [steps[place] - steps[place + 1] for place in range(5)]
        summed: dict[int, NDArray[np.float64]] = {}
        for total, chance in chances.items():
            for place, answer in enumerate(answers, start=1):
                summed[total + place] = summed.get(total + place, 0.0) + chance * answer
        chances = summed
    prior = np.exp(-(theta**2) / 2)
    for total, chance in chances.items():
        weight = chance * prior / (chance * prior).sum()
        mean = float((weight * theta).sum())
        spread = math.sqrt(float((weight * (theta - mean) ** 2).sum()))
        found = converted(scale("promis-depression-8a"), total)
        assert found is not None
        assert found.error is not None
        assert (found.value, found.error) == pytest.approx((50 + 10 * mean, 10 * spread), abs=0.1)
