"""What nobody has read yet, named without its value."""

from __future__ import annotations

from firstsnow.knowledge import Fact
from firstsnow.scales import Change, Reliability, SafetyItem, Threshold
from firstsnow.scales.definition import Codes, Licence, Recall
from firstsnow.scales.items import Item
from firstsnow.scales.rules import Missing, Total
from firstsnow.treatments import MinimumDose, MinimumDuration, MinimumLevel, MinimumSessions

_WORDS: dict[type[Fact], str] = {
    Codes: "its LOINC codes",
    Licence: "what its licence allows",
    MinimumDose: "the least dose of a rule for an adequate attempt",
    MinimumDuration: "the least duration of a rule for an adequate attempt",
    MinimumLevel: "the least blood level of a rule for an adequate attempt",
    MinimumSessions: "the least number of sessions of a rule for an adequate attempt",
    Missing: "what happens when answers are missing",
    Recall: "how many days it looks back",
    SafetyItem: "an answer that someone must look at (firstsnow heeds it all the same)",
    Total: "how its total is formed, and its range",
}


def what_is_lacking(path: str, fact: Fact) -> str:
    """Name an unsourced fact in plain words, without its value.

    Parameters
    ----------
    path
        Its path in its file, the name where there is no better word.
    fact
        The fact.
    """
    if isinstance(fact, Threshold):
        return f"a threshold for {fact.outcome.replace('-', ' ')}"
    if isinstance(fact, Change):
        return f"the size of a change: {fact.kind.replace('-', ' ')}"
    if isinstance(fact, Reliability):
        return f"a reliability: {fact.kind.replace('-', ' ')}"
    if isinstance(fact, Item):
        return f"item {fact.id}"
    return _WORDS.get(type(fact), path.partition("[")[0].replace(".", " ").replace("_", " "))
