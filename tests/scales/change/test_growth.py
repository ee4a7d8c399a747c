"""Lines through three or more ratings of each person."""

import random
from statistics import fmean

import pytest

from firstsnow.problems import InputError
from firstsnow.scales.change import Boundary, Lines, NoLines, Population, lines_of

Ratings = dict[str, list[tuple[float, float]]]


def made_ratings(people: int = 40) -> Ratings:
    chance = random.Random(20260101)  # noqa: S311 - no secret
    ratings: Ratings = {}
    for person in range(people):
        start, slope = chance.gauss(25, 4), chance.gauss(-2, 1.5)
        ratings[f"p{person}"] = [
            (float(week), start + slope * week + chance.gauss(0, 1.5)) for week in range(5)
        ]
    return ratings


def own_slope(points: list[tuple[float, float]]) -> float:
    mean_time, mean_total = fmean(t for t, _ in points), fmean(y for _, y in points)
    return sum((t - mean_time) * (y - mean_total) for t, y in points) / sum(
        (t - mean_time) ** 2 for t, _ in points
    )


def drawn(ratings: Ratings, **more: object) -> Lines:
    lines = lines_of(ratings, **more)  # type: ignore[arg-type]
    assert isinstance(lines, Lines)
    return lines


def test_with_the_same_times_for_all_the_common_slope_is_the_mean_of_the_slopes() -> None:
    ratings = made_ratings()
    slopes = [own_slope(points) for points in ratings.values()]
    assert drawn(ratings).slope == pytest.approx(fmean(slopes), abs=1e-6)


def test_a_person_s_slope_is_drawn_towards_everyone_s() -> None:
    ratings = made_ratings()
    lines = drawn(ratings)
    apart = [
        (abs(own_slope(ratings[name]) - lines.slope), abs(line.slope - lines.slope))
        for name, line in lines.people.items()
        if line is not None
    ]
    assert fmean(drawn_in for _, drawn_in in apart) < fmean(own for own, _ in apart)
    assert fmean(line.slope for line in lines.people.values() if line is not None) == pytest.approx(
        lines.slope, abs=1e-3
    )


def test_a_line_is_compared_with_no_change_or_with_everyone_s() -> None:
    ratings = made_ratings()
    alone, others = drawn(ratings), drawn(ratings, against="average")
    for name in ratings:
        one, two = alone.people[name], others.people[name]
        assert one is not None
        assert two is not None
        assert one.difference == one.slope
        assert two.difference == pytest.approx(one.slope - others.slope)
    # everyone fell by two points a week on average, so that few stood still and half fell less
    assert alone.counts()["improved"] > others.counts()["improved"]
    assert others.counts()["deteriorated"] > alone.counts()["deteriorated"]


def test_the_order_of_ratings_does_not_matter() -> None:
    ratings = made_ratings(12)
    turned = {name: points[::-1] for name, points in ratings.items()}
    assert drawn(turned) == drawn(ratings)


def test_better_and_worse_are_mirror_images() -> None:
    ratings = made_ratings(12)
    mirrored = {name: [(t, -y) for t, y in points] for name, points in ratings.items()}
    boundary, other = Boundary("c", Population(8, 5)), Boundary("c", Population(-8, 5))
    one = drawn(ratings, boundary=boundary)
    two = drawn(mirrored, boundary=other, direction="higher-is-better")
    assert one.counts() == two.counts()
    assert one.cutoff is not None
    assert two.cutoff == pytest.approx(-one.cutoff)


def test_someone_with_two_ratings_has_no_line() -> None:
    ratings = made_ratings(12)
    ratings["late"] = [(0.0, 25.0), (1.0, 20.0)]
    ratings["twice"] = [(0.0, 25.0), (0.0, 24.0), (1.0, 20.0)]
    lines = drawn(ratings)
    assert lines.people["late"] is None
    assert lines.people["twice"] is None
    assert lines.used == 12
    assert sum(lines.counts().values()) == 12


def test_two_people_are_needed() -> None:
    with pytest.raises(InputError, match="two people with three ratings"):
        lines_of({"p1": [(0, 20), (1, 18), (2, 15)]})


def test_ratings_without_error_can_not_be_estimated() -> None:
    flat = {f"p{i}": [(0.0, 20.0), (1.0, 20.0), (2.0, 20.0)] for i in range(3)}
    assert isinstance(lines_of(flat), NoLines)


def test_slopes_that_can_not_be_told_apart_are_not_told_apart() -> None:
    # the scatter around the common line is the same for everyone: nobody's slope is their own
    wobble = [0.0, 1.0, -1.0, 0.5]
    alike = {
        f"p{i}": [(float(t), 20.0 + i - 2 * t + wobble[(t + i) % 4]) for t in range(4)]
        for i in range(4)
    }
    found = lines_of(alike)
    assert isinstance(found, NoLines) or all(
        line is not None and line.standard_error > 0 for line in found.people.values()
    )
