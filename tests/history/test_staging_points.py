"""The points of the Maudsley method, against a table that is written apart."""

from __future__ import annotations

from itertools import product

import pytest

from firstsnow.history.answer import Bounds
from firstsnow.history.staging_methods import points, staging_method

MAUDSLEY = staging_method("maudsley-2009")
ITEMS = {item.id: item for item in MAUDSLEY.items}

# Fekadu 2018, table 3, and panel 1 of PLoS One 2020;15:e0236434, written down by hand.
DURATIONS = {"acute": (6, 1), "sub-acute": (18, 2), "chronic": (30, 3)}
SEVERITIES = {
    "sub-syndromal": (0, 1),
    "mild": (1, 2),
    "moderate": (2, 3),
    "severe without psychosis": (3, 4),
    "severe with psychosis": (4, 5),
}
COUNTS = {"1-2": (1, 1), "3-4": (4, 2), "5-6": (5, 3), "7-10": (7, 4), "more than 10": (11, 5)}
USED = {"not used": (0, 0), "used": (1, 1)}
EVERY = list(product(DURATIONS, SEVERITIES, COUNTS, USED, USED))


def test_there_are_three_hundred_combinations() -> None:
    assert len(EVERY) == 300


@pytest.mark.parametrize(("duration", "severity", "count", "augmentation", "ect"), EVERY)
def test_each_combination_has_the_points_of_the_table(
    duration: str, severity: str, count: str, augmentation: str, ect: str
) -> None:
    answers = {
        "duration": DURATIONS[duration],
        "severity": SEVERITIES[severity],
        "antidepressants": COUNTS[count],
        "augmentation": USED[augmentation],
        "ect": USED[ect],
    }
    found = [points(ITEMS[name], Bounds.exactly(answer)) for name, (answer, _) in answers.items()]
    assert found == [Bounds.exactly(expected) for _, expected in answers.values()]


def test_the_least_and_the_greatest_score_are_those_of_the_table() -> None:
    scores = {
        sum(table[key][1] for table, key in zip(_TABLES, chosen, strict=True)) for chosen in EVERY
    }
    assert scores == set(range(3, 16))
    assert MAUDSLEY.total is not None
    assert (MAUDSLEY.total.minimum, MAUDSLEY.total.maximum) == (3, 15)


_TABLES = (DURATIONS, SEVERITIES, COUNTS, USED, USED)


@pytest.mark.parametrize(
    ("months", "expected"),
    [(0, 1), (12, 1), (12.01, 2), (13, 2), (24, 2), (24.01, 3), (25, 3), (400, 3)],
)
def test_twelve_months_are_acute_and_twenty_four_sub_acute(months: float, expected: int) -> None:
    assert points(ITEMS["duration"], Bounds.exactly(months)) == Bounds.exactly(expected)


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (6, 3), (7, 4), (10, 4), (11, 5), (40, 5)],
)
def test_numbers_of_antidepressants_have_their_points(count: int, expected: int) -> None:
    assert points(ITEMS["antidepressants"], Bounds.exactly(count)) == Bounds.exactly(expected)


def test_no_antidepressant_at_all_has_no_points() -> None:
    assert points(ITEMS["antidepressants"], Bounds.exactly(0)) is None


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("duration", Bounds(11, 13), Bounds(1, 2)),
        ("duration", Bounds(0, float("inf")), Bounds(1, 3)),
        ("severity", Bounds(3, 4), Bounds(4, 5)),
        ("antidepressants", Bounds(0, 3), Bounds(1, 2)),
        ("antidepressants", Bounds(2, float("inf")), Bounds(1, 5)),
        ("augmentation", Bounds(0, 2), Bounds(0, 1)),
    ],
)
def test_what_is_not_known_widens_the_points(name: str, known: Bounds, expected: Bounds) -> None:
    assert points(ITEMS[name], known) == expected


@pytest.mark.parametrize(
    ("score", "expected"),
    [(3, "mild"), (6, "mild"), (7, "moderate"), (10, "moderate"), (11, "severe"), (15, "severe")],
)
def test_the_bands_are_those_of_the_table(score: int, expected: str) -> None:
    held = [band.name.en for band in MAUDSLEY.bands if band.minimum <= score <= band.maximum]
    assert held == [expected]


def test_points_that_were_not_read_are_never_given() -> None:
    item = staging_method("dm-trd-2016").items[0]
    with pytest.raises(ValueError, match="no source that was read"):
        points(item, Bounds.exactly(3))


def test_the_hospital_s_points_are_for_each() -> None:
    items = {item.id: item for item in staging_method("mgh-s-2005").items}
    assert points(items["antidepressants"], Bounds(2, 3)) == Bounds(2, 3)
    assert points(items["augmentation"], Bounds(1, 3)) == Bounds(0.5, 1.5)
    assert points(items["ect"], Bounds.exactly(2)) == Bounds.exactly(3)
