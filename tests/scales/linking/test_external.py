"""People who filled in two scales: how far their own totals lie from the linked ones."""

import csv
import os
from collections.abc import Sequence
from math import exp, sqrt
from pathlib import Path
from statistics import fmean, stdev

import pytest

from firstsnow.scales.linking import Link, PersonValue, link
from firstsnow.scales.linking.curve import read_off

pytestmark = pytest.mark.external

GRID = [step / 20 for step in range(-80, 81)]


def rows(*parts: str) -> list[dict[str, str]]:
    path = Path(os.environ["FIRSTSNOW_DATA"]).joinpath(*parts)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def above(discrimination: float, cut: float) -> list[float]:
    return [1 / (1 + exp(-discrimination * (theta - cut))) for theta in GRID]


def answer_chances() -> dict[str, list[list[float]]]:
    """How likely each answer to each PROMIS item is along the metric, by its calibration."""
    found: dict[str, list[list[float]]] = {}
    for item in rows("prosetta_cesd_promis", "anchor_dep.csv"):
        cuts = [float(item[f"cb{number}"]) for number in range(1, 5)]
        curves = [[1.0] * len(GRID), *(above(float(item["a"]), cut) for cut in cuts)]
        curves.append([0.0] * len(GRID))
        found[item["item_id"]] = [
            [upper - lower for upper, lower in zip(curves[i], curves[i + 1], strict=True)]
            for i in range(len(cuts) + 1)
        ]
    return found


def promis_t(form: dict[str, str], chances: dict[str, list[list[float]]]) -> float:
    weights = [exp(-(theta**2) / 2) for theta in GRID]
    for item, answers in chances.items():
        if item in form:
            likely = answers[int(form[item]) - 1]
            weights = [weight * chance for weight, chance in zip(weights, likely, strict=True)]
    mean = sum(w * theta for w, theta in zip(weights, GRID, strict=True)) / sum(weights)
    return 50 + 10 * mean


def both_scales() -> list[tuple[int, float]]:
    """CES-D totals and PROMIS T scores of the people who answered everything."""
    chances = answer_chances()
    found = []
    for form in rows("prosetta_cesd_promis", "response_dep.csv"):
        answers = [value for name, value in form.items() if name != "prosettaid"]
        if all(value not in ("", "NA") for value in answers):
            total = sum(int(form[f"CESD{number}"]) - 1 for number in range(1, 21))
            found.append((total, promis_t(form, chances)))
    return found


def test_the_interval_on_the_metric_holds_92_percent_of_731_people() -> None:
    to_metric = link("ces-d", "depression-metric-2014")
    people = both_scales()
    assert len(people) == 731
    values = [_value(to_metric, total) for total, _ in people]
    apart = [one.value - own for one, (_, own) in zip(values, people, strict=True)]
    # two metrics, each with its own general population, are a point apart on average
    assert fmean(apart) == pytest.approx(-1.12, abs=0.05)
    assert stdev(apart) == pytest.approx(6.85, abs=0.05)
    held = [one.low <= own <= one.high for one, (_, own) in zip(values, people, strict=True)]
    # less than 95: few answers tell mild states apart, and the two metrics are not the same
    assert fmean(held) == pytest.approx(0.921, abs=0.005)
    severe = [fits for fits, (total, _) in zip(held, people, strict=True) if total >= 20]
    assert fmean(severe) == pytest.approx(0.958, abs=0.005)
    # and from the error of measurement alone it would hold far fewer
    [step] = to_metric.steps
    errors = [read_off(step.pairs.error_points(), one.value) or 0.0 for one in values]
    measured = [abs(gap) <= 1.96 * error for gap, error in zip(apart, errors, strict=True)]
    assert fmean(measured) < 0.90


def _value(one: Link, total: float) -> PersonValue:
    found = one.for_person(total)
    assert isinstance(found, PersonValue)
    return found


def linked(one: Link, totals: Sequence[float]) -> list[float]:
    found: list[float] = []
    for total in totals:
        value: float | None = total
        for step in one.steps:
            value = None if value is None else read_off(step.points, value)
        assert value is not None
        found.append(value)
    return found


def test_averages_of_in_patients_are_linked_within_three_points_after_treatment_began() -> None:
    ratings: dict[str, list[tuple[float, float]]] = {}
    for row in rows("clinicalsignificance", "claus_2020.csv"):
        if row["hamd"] and row["bdi"] and float(row["hamd"]) <= 30:
            ratings.setdefault(row["time"], []).append((float(row["hamd"]), float(row["bdi"])))
    way = link("ham-d17", "bdi-ii")
    means = {
        time: fmean(linked(way, [hamd for hamd, _ in both])) - fmean(bdi for _, bdi in both)
        for time, both in ratings.items()
    }
    # 5.4 points too high on admission, then within 3
    assert means["1.0"] == pytest.approx(5.4, abs=0.1)
    assert max(abs(means[time]) for time in ("2.0", "3.0", "4.0")) < 3
    # one person is another matter: the differences have a standard deviation of 9 points
    apart = [
        value - bdi
        for both in ratings.values()
        for value, (_, bdi) in zip(linked(way, [hamd for hamd, _ in both]), both, strict=True)
    ]
    assert len(apart) == 161
    assert sqrt(fmean(gap**2 for gap in apart)) > 8
    assert way.level == "group"
