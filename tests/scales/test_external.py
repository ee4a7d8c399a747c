"""Real answers and totals that cannot ship: they can be, and give the totals noted with them."""

import csv
import os
from pathlib import Path

import pytest

from firstsnow.scales import Score, check_answers, check_total, safety_findings, scale, score

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
