"""Rating scales as data: what they ask, how they are scored, what their totals mean."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from firstsnow.scales.branching import is_asked, next_item
from firstsnow.scales.catalogue import (
    LoincNotice,
    UnknownScale,
    catalogue,
    loinc_notice,
    read_scale,
    scale,
    suggestions,
)
from firstsnow.scales.checking import AnswerMistake, TotalMistake, check_answers, check_total
from firstsnow.scales.conversion import Conversion
from firstsnow.scales.criteria import Criterion, CriterionPart
from firstsnow.scales.definition import Scale
from firstsnow.scales.interpretation import (
    band,
    band_set,
    changes,
    converted,
    norms,
    reliabilities,
    threshold,
    thresholds,
)
from firstsnow.scales.items import AskedWhen, Item, Option, OptionSet
from firstsnow.scales.judging import criteria, criterion
from firstsnow.scales.meaning import (
    BandLevel,
    BandSet,
    Change,
    Norm,
    Reliability,
    SafetyItem,
    Threshold,
)
from firstsnow.scales.results import (
    BandFinding,
    Converted,
    NotScoreable,
    Part,
    Reason,
    SafetyFinding,
    Score,
    SubscaleScore,
)
from firstsnow.scales.safety import safety_findings
from firstsnow.scales.scoring import score, subscale_scores

if TYPE_CHECKING:
    from firstsnow.scales.table import NOT_SCORED, TableScores, score_table

_FROM_TABLE = frozenset({"NOT_SCORED", "TableScores", "score_table"})


def __getattr__(name: str) -> object:
    """Import the scoring of tables when it is first asked for: NumPy and Polars take a while."""
    if name in _FROM_TABLE:
        return getattr(import_module("firstsnow.scales.table"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "NOT_SCORED",
    "AnswerMistake",
    "AskedWhen",
    "BandFinding",
    "BandLevel",
    "BandSet",
    "Change",
    "Conversion",
    "Converted",
    "Criterion",
    "CriterionPart",
    "Item",
    "LoincNotice",
    "Norm",
    "NotScoreable",
    "Option",
    "OptionSet",
    "Part",
    "Reason",
    "Reliability",
    "SafetyFinding",
    "SafetyItem",
    "Scale",
    "Score",
    "SubscaleScore",
    "TableScores",
    "Threshold",
    "TotalMistake",
    "UnknownScale",
    "band",
    "band_set",
    "catalogue",
    "changes",
    "check_answers",
    "check_total",
    "converted",
    "criteria",
    "criterion",
    "is_asked",
    "loinc_notice",
    "next_item",
    "norms",
    "read_scale",
    "reliabilities",
    "safety_findings",
    "scale",
    "score",
    "score_table",
    "subscale_scores",
    "suggestions",
    "threshold",
    "thresholds",
]
