"""A scale of which nobody has read anything yet is listed by its name, and scores nothing."""

from typing import Any

import numpy as np
import polars as pl

from firstsnow.scales import (
    NotScoreable,
    Reason,
    Scale,
    band,
    check_answers,
    check_total,
    criteria,
    next_item,
    norms,
    safety_findings,
    score,
    score_table,
    subscale_scores,
    thresholds,
)
from tests.scales.made_scale import description


def skeleton() -> Scale:
    made: dict[str, Any] = description(
        direction="none",
        items=[],
        recall={"source": "unsourced"},
        licence={"item_text": "pack", "statement": "not read", "source": "unsourced"},
        total={"rule": "none", "source": "unsourced"},
        missing={"rule": "complete", "source": "unsourced"},
        sources={},
    )
    return Scale.model_validate(made)


def test_it_loads_and_no_fact_of_it_was_read() -> None:
    assert skeleton().short_name == "Made"
    assert not any(fact.is_sourced for _, fact in skeleton().facts())


def test_it_scores_nothing_and_does_not_say_that_it_has_no_total() -> None:
    result = score(skeleton(), {})
    assert isinstance(result, NotScoreable)
    assert result.code is Reason.UNSOURCED_RULE
    assert score(skeleton(), {"1": 1}) == result
    assert subscale_scores(skeleton(), {}) == ()
    table = score_table(skeleton(), pl.DataFrame({"1": [1, 2]}))
    assert (table.minimum, table.maximum) == (None, None)
    assert score_table(skeleton(), np.zeros((3, 0))).counts() == {Reason.UNSOURCED_RULE: 3}


def test_nothing_of_it_can_be_recorded_or_judged() -> None:
    right = "leave the measurement out: nothing of Made is in the catalogue yet but its name"
    (answer,) = check_answers(skeleton(), {"1": 1})
    (total,) = check_total(skeleton(), 5)
    assert (str(answer.what), str(answer.right)) == ("Made has no item 1", right)
    assert "nobody has read a source" in str(total.what)
    assert str(total.right) == right
    assert next_item(skeleton(), {}) is None
    assert (band(skeleton(), 1), thresholds(skeleton()), criteria(skeleton())) == (None, (), ())
    assert (norms(skeleton()), safety_findings(skeleton(), {"1": 1})) == ((), ())
