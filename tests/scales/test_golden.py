"""Every scale gives the totals of its golden vectors; each says where it comes from."""

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from firstsnow.scales import (
    BandSet,
    NotScoreable,
    Score,
    band,
    band_set,
    catalogue,
    scale,
    score,
    score_table,
    subscale_scores,
)

FOLDER = Path(__file__).parent / "golden"
COLUMNS_APART = ("case", "origin", "total", "reason", "band")
SUBSCALE = "subscale_"
ASKING = [one.id for one in catalogue().values() if one.items]


def rows_of(scale_id: str) -> list[dict[str, str]]:
    with (FOLDER / f"{scale_id}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def answers_in(row: dict[str, str]) -> dict[str, int | None]:
    return {
        name.removeprefix("item_"): int(cell) if cell else None
        for name, cell in row.items()
        if name not in COLUMNS_APART and not name.startswith(SUBSCALE)
    }


def subscales_in(row: dict[str, str]) -> dict[str, float]:
    return {
        name.removeprefix(SUBSCALE): float(cell)
        for name, cell in row.items()
        if name.startswith(SUBSCALE) and cell
    }


def vectors() -> Iterator[object]:
    for path in sorted(FOLDER.glob("*.csv")):
        for row in rows_of(path.stem):
            yield pytest.param(path.stem, row, id=f"{path.stem}: {row['case']}")


@pytest.mark.parametrize(("scale_id", "row"), list(vectors()))
def test_a_form_gives_what_its_vector_says(scale_id: str, row: dict[str, str]) -> None:
    result = score(scale(scale_id), answers_in(row))
    if row["reason"] == "scored":
        assert isinstance(result, Score)
        assert result.total == pytest.approx(float(row["total"]), abs=1e-12)
        level = band(scale(scale_id), result.total)
        assert (level.name.en if level else "") == row["band"]
    else:
        assert isinstance(result, NotScoreable)
        assert result.code.slug == row["reason"]


@pytest.mark.parametrize(("scale_id", "row"), list(vectors()))
def test_a_form_gives_the_subscales_that_its_vector_says(
    scale_id: str, row: dict[str, str]
) -> None:
    found = subscale_scores(scale(scale_id), answers_in(row))
    named = any(name.startswith(SUBSCALE) for name in row)
    if named:
        assert {one.id: one.total for one in found} == pytest.approx(subscales_in(row))


@pytest.mark.parametrize("scale_id", ASKING)
def test_the_vectors_as_one_table_give_the_same(scale_id: str) -> None:
    rows = rows_of(scale_id)
    answers = [answers_in(row) for row in rows]
    frame = pl.DataFrame({item: [form[item] for form in answers] for item in answers[0]})
    result = score_table(scale(scale_id), frame)
    for row, total, scored in zip(rows, result.totals, result.scored, strict=True):
        assert scored == (row["reason"] == "scored")
        if scored:
            assert total == pytest.approx(float(row["total"]), abs=1e-12)
    assert result.reasons.dtype == np.uint8


@pytest.mark.parametrize("scale_id", ASKING)
def test_every_scale_has_vectors_and_every_vector_an_origin(scale_id: str) -> None:
    origins = [row["origin"] for row in rows_of(scale_id)]
    assert all(
        origin.startswith(("published in ", "derived from ", "extreme")) for origin in origins
    )
    assert any(origin.startswith("derived from ") for origin in origins)


def edges_of(group: BandSet, step: float, low: float, high: float) -> set[float]:
    edges = {float(end) for level in group.levels for end in (level.minimum, level.maximum)}
    near = {edge + step * by for edge in edges for by in (-1, 0, 1)}
    return {total for total in near if low <= total <= high}


@pytest.mark.parametrize("scale_id", [one.id for one in catalogue().values() if one.bands])
def test_every_band_edge_and_its_neighbours_are_in_the_vectors(scale_id: str) -> None:
    one = scale(scale_id)
    group = band_set(one)
    if group is not None:
        low, high = float(one.total.minimum or 0), float(one.total.maximum or 0)
        given = {float(row["total"]) for row in rows_of(scale_id) if row["total"]}
        assert edges_of(group, one.total.multiply, low, high) <= given
    for part in one.subscales:
        group = band_set(one, subscale=part.id)
        if group is not None:
            scores = [subscales_in(row).get(part.id) for row in rows_of(scale_id)]
            assert edges_of(group, 1, float(part.minimum), float(part.maximum)) <= set(scores)
