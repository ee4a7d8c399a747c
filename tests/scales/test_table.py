"""Scoring a table gives what scoring form by form gives, in little memory."""

import tracemalloc
from collections.abc import Callable

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from firstsnow import scales
from firstsnow.problems import InputError
from firstsnow.scales import NOT_SCORED, Reason, Scale, Score, catalogue, scale, score, score_table
from firstsnow.scales.table import ROWS_AT_ONCE
from tests.scales.made_scale import description, made_scale


def prorating() -> Scale:
    items = description(5, 1, 4)["items"]
    items[1]["reverse"] = True
    items[3]["not_assessed"] = [3]
    items[4]["in_total"] = False
    return made_scale(
        5,
        1,
        4,
        items=items,
        total={"rule": "sum", "minimum": 4, "maximum": 16, "source": "made"},
        missing={"rule": "prorate", "most": 2, "never_missing": ["1"], "source": "made"},
    )


def prorated_mean() -> Scale:
    return made_scale(
        4,
        total={"rule": "mean", "multiply": 2, "minimum": 0, "maximum": 6, "source": "made"},
        missing={"rule": "prorate", "most": 4, "source": "made"},
    )


def summed_components() -> Scale:
    parts = [
        {"id": "a", "topic": {"en": "a"}, "items": ["1", "2"], "rule": "sum", "source": "made"},
        {"id": "b", "topic": {"en": "b"}, "items": ["3", "4"], "rule": "max", "source": "made"},
    ]
    return made_scale(
        4,
        -1,
        2,
        components=parts,
        total={"rule": "sum", "minimum": -3, "maximum": 6, "source": "made"},
    )


def pointed() -> Scale:
    items = description(4)["items"]
    items[0]["points"] = {"0": 0, "1": 0, "2": 1, "3": 1}
    items[2]["points"] = {"0": 2, "1": -1, "2": 0, "3": 0}
    items[3]["not_assessed"] = [3]
    return made_scale(
        4,
        items=items,
        total={"rule": "sum", "minimum": -1, "maximum": 8, "source": "made"},
        missing={"rule": "prorate", "most": 1, "source": "made"},
    )


SCALES = [
    *catalogue().values(),
    prorating(),
    prorated_mean(),
    summed_components(),
    pointed(),
]
cells = st.one_of(st.none(), st.integers(-2, 8))


@st.composite
def tables(draw: st.DrawFn) -> tuple[Scale, list[dict[str, int | None]]]:
    one = draw(st.sampled_from(SCALES))
    usual = st.one_of(*(st.just(answer) for answer in (0, 1, 2)), cells)
    form = st.fixed_dictionaries(dict.fromkeys(one.items_by_id, usual))
    return one, draw(st.lists(form, min_size=1, max_size=8))


def compare(
    one: Scale, forms: list[dict[str, int | None]], totals: object, reasons: object
) -> None:
    for form, total, reason in zip(forms, totals, reasons, strict=True):  # type: ignore[call-overload]  # arrays
        alone = score(one, form)
        if isinstance(alone, Score):
            assert (total, reason) == (alone.total, Reason.SCORED)
        else:
            assert reason == alone.code
            assert np.isnan(total) or total == NOT_SCORED


@given(tables())
def test_a_frame_gives_what_forms_give_one_by_one(
    made: tuple[Scale, list[dict[str, int | None]]],
) -> None:
    one, forms = made
    schema = dict.fromkeys(one.items_by_id, pl.Int64)
    result = score_table(one, pl.DataFrame(forms, schema=schema))
    compare(one, forms, result.totals.tolist(), result.reasons.tolist())


@given(tables())
def test_arrays_give_what_forms_give_one_by_one(
    made: tuple[Scale, list[dict[str, int | None]]],
) -> None:
    one, forms = made
    cells = [[form[name] for name in one.items_by_id] for form in forms]
    rows = [[np.nan if cell is None else float(cell) for cell in row] for row in cells]
    result = score_table(one, np.array(rows))
    compare(one, forms, result.totals.tolist(), result.reasons.tolist())
    coded = np.where(np.isnan(rows), -99, rows).astype(np.int64)
    again = score_table(one, coded, missing=-99)
    assert again.reasons.tolist() == result.reasons.tolist()
    np.testing.assert_array_equal(again.totals, result.totals)


@pytest.mark.parametrize("kind", [np.int8, np.int16, np.int64, np.float32, np.float64])
def test_any_kind_of_number_will_do(kind: type[np.generic]) -> None:
    sheets = np.array([[3] * 9, [0] * 9], dtype=kind)
    assert score_table(scale("phq-9"), sheets).totals.tolist() == [27, 0]


def test_unsigned_answers_and_a_code_that_they_can_hold() -> None:
    sheets = np.array([[3] * 9, [0] * 8 + [255]], dtype=np.uint8)
    result = score_table(scale("phq-9"), sheets, missing=255)
    assert result.reasons.tolist() == [Reason.SCORED, Reason.MISSING]


@pytest.mark.parametrize("answer", [0.5, np.inf, -np.inf, 300.0])
def test_an_answer_between_or_beyond_the_options_is_out_of_range(answer: float) -> None:
    sheets = np.array([[1.0] * 8 + [answer]])
    assert score_table(scale("phq-9"), sheets).reasons.tolist() == [Reason.OUT_OF_RANGE]


def test_an_array_may_hold_the_items_outside_the_total_too() -> None:
    sheets = np.ones((2, 10), dtype=np.int8)
    sheets[1, 9] = 7
    result = score_table(scale("phq-9"), sheets)
    assert result.reasons.tolist() == [Reason.SCORED, Reason.OUT_OF_RANGE]


def plain(count: int) -> dict[str, NDArray[np.int64]]:
    return {f"item_{i}": np.full(count, 1) for i in range(1, 10)}


@pytest.mark.parametrize("kind", [dict, pl.DataFrame])
def test_columns_are_found_by_item_or_item_with_a_prefix(kind: Callable[..., object]) -> None:
    named = plain(2)
    named["2"] = named.pop("item_2")
    named["person"] = np.array([7, 8])
    result = score_table(scale("phq-9"), kind(named))  # type: ignore[arg-type]  # both are tables
    assert result.totals.tolist() == [9, 9]


@pytest.mark.parametrize("kind", [dict, pl.DataFrame])
def test_a_code_for_missing_answers_works_in_named_columns(kind: Callable[..., object]) -> None:
    named = plain(2)
    named["item_3"] = np.array([1, -9])
    result = score_table(scale("phq-9"), kind(named), missing=-9)  # type: ignore[arg-type]  # tables
    assert result.counts() == {Reason.SCORED: 1, Reason.MISSING: 1}


@pytest.mark.parametrize("kind", [dict, pl.DataFrame])
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"item_3": None}, "no column for item 3"),
        ({"3": np.ones(2)}, "item 3 stands in two columns"),
        ({"item_3": np.array(["a", "b"])}, "not numbers"),
        ({"item_3": np.array([True, False])}, "not numbers"),
    ],
)
def test_a_table_that_can_not_be_read_is_refused_with_its_column(
    kind: Callable[..., object], change: dict[str, NDArray[np.generic] | None], words: str
) -> None:
    named = {name: column for name, column in (plain(2) | change).items() if column is not None}
    with pytest.raises(InputError, match=words) as caught:
        score_table(scale("phq-9"), kind(named))  # type: ignore[arg-type]  # both are tables
    assert caught.value.problems[0].field in {"3", "item_3"}


def test_columns_of_different_lengths_are_refused() -> None:
    with pytest.raises(InputError, match="different lengths"):
        score_table(scale("phq-9"), plain(2) | {"item_3": np.ones(3)})


@pytest.mark.parametrize("shape", [(4, 8), (9,), (2, 3, 9)])
def test_an_array_of_another_shape_is_refused_and_told_the_right_one(
    shape: tuple[int, ...],
) -> None:
    with pytest.raises(InputError, match="9 columns, or 10 with all items"):
        score_table(scale("phq-9"), np.zeros(shape, dtype=np.int8))
    with pytest.raises(InputError, match="one row a form and 7 columns"):
        score_table(scale("gad-7"), np.zeros(shape, dtype=np.int8))


def test_an_array_of_words_is_refused() -> None:
    with pytest.raises(InputError, match="not numbers"):
        score_table(scale("phq-9"), np.full((1, 9), "1"))


@pytest.mark.parametrize(
    "empty", [np.zeros((0, 9), dtype=np.int8), pl.DataFrame(plain(0)), plain(0)]
)
def test_an_empty_table_gives_empty_totals(empty: object) -> None:
    result = score_table(scale("phq-9"), empty)  # type: ignore[arg-type]  # all are tables
    assert (len(result.totals), len(result.reasons), result.counts()) == (0, 0, {})


@pytest.mark.parametrize("rows", [ROWS_AT_ONCE - 1, ROWS_AT_ONCE, ROWS_AT_ONCE + 1])
def test_the_edges_of_the_stretches_are_scored_like_the_rest(rows: int) -> None:
    sheets = np.zeros((rows, 9), dtype=np.int8)
    sheets[:, 0] = np.arange(rows) % 4
    assert score_table(scale("phq-9"), sheets).totals.tolist() == (np.arange(rows) % 4).tolist()


def test_a_scale_without_a_total_gives_none() -> None:
    result = score_table(scale("c-ssrs-screener"), pl.DataFrame({"1": [1, 0]}))
    assert result.counts() == {Reason.NO_TOTAL: 2}
    assert (result.minimum, result.maximum) == (None, None)


def test_whole_totals_are_whole_and_fractions_are_not() -> None:
    phq = score_table(scale("phq-9"), np.ones((1, 9), dtype=np.int8))
    scl = score_table(scale("scl-90-r-dep"), np.ones((1, 13), dtype=np.int8))
    assert [phq.totals.dtype.name, scl.totals.dtype.name] == ["int16", "float64"]
    assert (phq.minimum, phq.maximum) == (0, 27)


def test_scoring_takes_less_memory_than_the_sheets() -> None:
    sheets = np.ones((400_000, 9), dtype=np.int8)
    score_table(scale("phq-9"), sheets[:1])
    tracemalloc.start()
    score_table(scale("phq-9"), sheets)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < sheets.nbytes


def test_the_room_has_nothing_by_a_wrong_name() -> None:
    with pytest.raises(AttributeError, match="score_tables"):
        _ = scales.score_tables
