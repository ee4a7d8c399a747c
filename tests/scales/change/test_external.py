"""Real and made-up people whose categories the R package clinicalsignificance has published."""

import csv
import os
from pathlib import Path

import pytest

from firstsnow.scales.change import (
    Approach,
    Boundary,
    CutoffKind,
    Instrument,
    Lines,
    Method,
    PeopleChange,
    Population,
    changes_of,
    lines_of,
)

pytestmark = pytest.mark.external

FUNCTIONAL = Population(8, 8)


def rows(name: str) -> list[dict[str, str]]:
    path = Path(os.environ["FIRSTSNOW_DATA"]) / "clinicalsignificance" / name
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def series(
    column: str, name: str = "claus_2020.csv", person: str = "id", time: str = "time", **only: str
) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for row in rows(name):
        if all(row[key] == value for key, value in only.items()):
            ratings = found.setdefault(row[person], {})
            if row[column]:
                ratings[row[time]] = float(row[column])
    return found


def between(
    ratings: dict[str, dict[str, float]], approach: Approach, first: str = "1.0", last: str = "4.0"
) -> PeopleChange:
    return changes_of(
        [one.get(first) for one in ratings.values()],
        [one.get(last) for one in ratings.values()],
        approach,
    )


def in_patients(method: Method, kind: CutoffKind = "c") -> PeopleChange:
    after = 0.5 if method == "nunnally-kotsch" else None
    approach = Approach(Instrument(0.8, after), method, boundary=Boundary(kind, FUNCTIONAL))
    return between(series("hamd"), approach)


@pytest.mark.parametrize(
    ("method", "counts"),
    [
        ("jacobson-truax", [26, 3, 10, 1, 0]),
        ("edwards-nunnally", [26, 6, 5, 3, 0]),
        ("hsu-linn-lord", [12, 0, 16, 11, 1]),
        ("gulliksen-lord-novick", [26, 3, 10, 1, 0]),
        ("nunnally-kotsch", [26, 2, 11, 1, 0]),
        ("hageman-arrindell", [23, 9, 7, 1, 0]),
    ],
)
def test_in_patients_on_the_ham_d_are_in_the_published_categories(
    method: Method, counts: list[int]
) -> None:
    result = in_patients(method)
    assert result.used == 40
    assert len(result.people) == 43
    assert list(result.counts().values()) == counts


def test_in_patients_on_the_ham_d_have_the_published_shares() -> None:
    shares = in_patients("hageman-arrindell").shares
    assert shares is not None
    assert shares.functional is not None
    assert (round(shares.improved, 2), round(shares.functional, 2)) == (0.90, 0.76)


def test_lines_through_four_ratings_give_the_published_categories() -> None:
    ratings = {
        person: [(float(time), total) for time, total in one.items()]
        for person, one in series("hamd").items()
    }
    lines = lines_of(ratings, against="average", boundary=Boundary("c", FUNCTIONAL))
    assert isinstance(lines, Lines)
    assert lines.used == 40
    assert list(lines.counts().values()) == [10, 1, 20, 9, 0]
    # the same people, each compared with standing still
    alone = lines_of(ratings)
    assert isinstance(alone, Lines)
    assert alone.counts()["deteriorated"] == 0


@pytest.mark.parametrize(("kind", "cutoff"), [("a", 19.16), ("c", 21.6)])
def test_in_patients_on_the_bdi_have_the_published_cutoffs_and_categories(
    kind: CutoffKind, cutoff: float
) -> None:
    approach = Approach(Instrument(0.8), boundary=Boundary(kind, FUNCTIONAL))
    result = between(series("bdi"), approach)
    found = next(one for one in result.people if one is not None).cutoff
    assert found == pytest.approx(cutoff, abs=0.005)
    assert (result.group.before.mean, result.group.before.sd) == pytest.approx(
        (35.48, 8.16), abs=0.006
    )
    assert list(result.counts().values()) == [10, 8, 22, 0, 0]


def test_the_made_up_patients_on_antidepressants_are_in_the_published_categories() -> None:
    ratings = series("mom_di", "antidepressants_FICTIONAL.csv", "patient", "measurement")
    result = between(ratings, Approach(Instrument(0.8)), "Before", "After")
    counts = result.counts()
    assert result.used == 555
    assert (counts["improved"], counts["unchanged"], counts["deteriorated"]) == (274, 237, 44)
