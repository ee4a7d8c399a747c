"""The tables: what they hold, and that they agree with what was read elsewhere."""

from typing import Any

import pytest
from pydantic import ValidationError

from firstsnow.scales import catalogue
from firstsnow.scales.linking.curve import read_off, read_off_within
from firstsnow.scales.linking.names import METRICS
from firstsnow.scales.linking.table import LinkFile, link_files, spread_of, steps

FILES = {file.id: file for file in link_files()}


def described(**changes: object) -> dict[str, Any]:
    table: dict[str, Any] = {"scales": ["a", "b"], "rows": [[0, 1], [1, 3]], "source": "made"}
    return {
        "schema": 1,
        "id": "made",
        "method": "equipercentile",
        "population": "made",
        "tables": [table | changes],
        "sources": {"made": {"citation": "made", "read": "table"}},
    }


def test_every_publication_is_there() -> None:
    assert set(FILES) == {
        "carmody-2006",
        "choi-2014",
        "furukawa-2019",
        "rush-2003",
        "wahl-2014",
    }


def test_whatever_is_linked_is_a_scale_of_the_catalogue_or_a_metric() -> None:
    linked = {name for file in link_files() for pairs in file.tables for name in pairs.scales}
    assert linked <= set(catalogue()) | set(METRICS)


def test_no_total_lies_outside_its_scale() -> None:
    for step in steps():
        if step.start in catalogue():
            total = catalogue()[step.start].total
            assert total.minimum is not None
            assert total.maximum is not None
            assert total.minimum <= step.points[0][0]
            assert step.points[-1][0] <= total.maximum


# abstracts: Furukawa 2019; Carmody 2006
@pytest.mark.parametrize(
    ("file", "start", "end", "total", "low", "high"),
    [
        ("furukawa-2019", "ham-d17", "bdi-i", 10, 10, 10),
        ("furukawa-2019", "ham-d17", "bdi-i", 20, 27, 27),
        ("furukawa-2019", "ham-d17", "bdi-i", 30, 42, 42),
        ("carmody-2006", "ham-d17", "madrs", 7, 8, 9),
        # equipercentile linking of 4388 other patients (Leucht 2018) agrees within a point
        ("carmody-2006", "ham-d17", "madrs", 10, 12, 14),
        ("carmody-2006", "ham-d17", "madrs", 20, 25, 27),
        ("carmody-2006", "ham-d17", "madrs", 30, 38, 40),
        ("carmody-2006", "ham-d17", "madrs", 40, 51.5, 53.5),
        # the page of the scale's authors: 5 is HAM-D17 7, HAM-D21 7-8, HAM-D24 8-9, IDS-SR30 12-13
        ("rush-2003", "qids-sr16", "ham-d17", 5, 7, 7),
        ("rush-2003", "qids-sr16", "ham-d21", 5, 7, 8),
        ("rush-2003", "qids-sr16", "ham-d24", 5, 8, 9),
        ("rush-2003", "qids-sr16", "ids-sr30", 5, 12, 13),
        ("rush-2003", "qids-sr16", "ids-sr30", 21, 49, 53),
        ("choi-2014", "phq-9", "promis-depression-t", 10, 59.9, 59.9),
    ],
)
def test_the_tables_say_what_the_publications_say(
    file: str, start: str, end: str, total: float, low: float, high: float
) -> None:
    [step] = [one for one in steps() if (one.start, one.end) == (start, end)]
    assert step.file.id == file
    found = read_off(step.points, total)
    assert found is not None
    assert low <= found <= high


def test_the_misprint_of_the_source_is_left_out() -> None:
    ids = [pairs for pairs in FILES["rush-2003"].tables if "ids-sr30" in pairs.scales]
    assert all(25 not in [row[0] for row in pairs.rows] for pairs in ids)


def test_differences_between_people_were_measured_for_three_scales() -> None:
    found = {
        scale: spread.sd
        for scale in ("phq-9", "ces-d", "bdi-ii", "bdi-i", "madrs")
        if (spread := spread_of(scale, "promis-depression-t")) is not None
    }
    assert found == {"phq-9": 6.73, "ces-d": 5.78, "bdi-ii": 6.01}


def test_the_metric_of_2014_has_errors_where_the_source_gives_them() -> None:
    with_errors = {p.scales[0] for p in FILES["wahl-2014"].tables if p.error_points()}
    assert with_errors == {"phq-9", "bdi-i", "bdi-ii", "ces-d"}


def test_an_unsourced_table_leads_nowhere() -> None:
    assert all(step.pairs.is_sourced for step in steps())


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        ({"rows": [[0, 1], [1]]}, "one total for each scale"),
        ({"rows": [[0, 1], [1, 0]]}, "totals of b fall"),
        ({"errors": [1.0]}, "one error a row"),
        ({"lowest": [0]}, "lowest and highest need one total"),
        ({"highest": [0, 1, 2]}, "lowest and highest need one total"),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(wrong: dict[str, Any], text: str) -> None:
    with pytest.raises(ValidationError, match=text):
        LinkFile.model_validate(described(**wrong))


def test_rows_with_the_same_total_give_their_mean() -> None:
    [pairs] = LinkFile.model_validate(described(rows=[[0, 0], [0, 1], [1, 3]])).tables
    assert pairs.points("a", "b") == ((0, 0.5), (1, 3))
    assert pairs.points("b", "a") == ((0, 0), (1, 0), (3, 1))


def test_values_between_rows_lie_on_a_straight_line_and_none_beyond() -> None:
    points = [(0.0, 10.0), (2.0, 20.0), (3.0, 50.0)]
    assert read_off(points, 1) == 15
    assert read_off(points, 2.5) == 35
    assert read_off(points, 3) == 50
    assert read_off(points, -0.1) is None
    assert read_off(points, 3.1) is None
    assert [read_off_within(points, value) for value in (-1, 0, 2, 3, 9)] == [10, 10, 20, 50, 50]
