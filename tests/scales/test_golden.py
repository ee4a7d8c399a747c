"""Every scale gives the totals of its golden vectors; each says where it comes from."""

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from firstsnow.scales import NotScoreable, Score, band, catalogue, scale, score, score_table

FOLDER = Path(__file__).parent / "golden"
COLUMNS_APART = ("case", "origin", "total", "reason", "band")


def rows_of(scale_id: str) -> list[dict[str, str]]:
    with (FOLDER / f"{scale_id}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def answers_in(row: dict[str, str]) -> dict[str, int | None]:
    return {
        name.removeprefix("item_"): int(cell) if cell else None
        for name, cell in row.items()
        if name not in COLUMNS_APART
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


@pytest.mark.parametrize("scale_id", list(catalogue()))
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


@pytest.mark.parametrize("scale_id", list(catalogue()))
def test_every_scale_has_vectors_and_every_vector_an_origin(scale_id: str) -> None:
    origins = [row["origin"] for row in rows_of(scale_id)]
    assert all(
        origin.startswith(("published in ", "derived from ", "extreme")) for origin in origins
    )
    assert any(origin.startswith("derived from ") for origin in origins)


@pytest.mark.parametrize("scale_id", [one.id for one in catalogue().values() if one.bands])
def test_every_band_edge_and_its_neighbours_are_in_the_vectors(scale_id: str) -> None:
    one = scale(scale_id)
    step = one.total.multiply
    default = next(group for group in one.bands if group.default)
    edges = {float(end) for level in default.levels for end in (level.minimum, level.maximum)}
    near = {edge + step * by for edge in edges for by in (-1, 0, 1)}
    low, high = float(one.total.minimum or 0), float(one.total.maximum or 0)
    wanted = {total for total in near if low <= total <= high}
    given = {float(row["total"]) for row in rows_of(scale_id) if row["total"]}
    assert wanted <= given
