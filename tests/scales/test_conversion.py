"""A total on another metric is read off a published table, and never between its rows."""

import pytest

from firstsnow.scales import Scale, converted
from tests.scales.made_scale import made_scale


def with_table(*rows: list[float], **more: object) -> Scale:
    table = {"metric": "T", "population": "made", "source": "made", "table": list(rows)} | more
    return made_scale(1, conversion=table)


PLAIN = [[0, 30.5], [1, 40.0], [2, 50.25], [3, 70.0]]


def test_a_total_has_the_value_of_its_row() -> None:
    found = converted(with_table(*PLAIN), 2)
    assert found is not None
    assert (found.metric, found.value, found.error, found.population) == ("T", 50.25, None, "made")


def test_the_standard_error_comes_with_it_where_the_table_has_one() -> None:
    found = converted(with_table(*[[*row, 3.5] for row in PLAIN]), 3)
    assert found is not None
    assert (found.value, found.error) == (70.0, 3.5)


@pytest.mark.parametrize("total", [1.5, -1, 4])
def test_a_total_without_a_row_has_no_value(total: float) -> None:
    assert converted(with_table(*PLAIN), total) is None


def test_a_table_that_nobody_read_is_not_used() -> None:
    assert converted(with_table(*PLAIN, source="unsourced"), 2) is None
    assert converted(made_scale(), 2) is None
