"""What paper leaves out or says once, so that most people's report fits on one page."""

from __future__ import annotations

from collections.abc import Mapping

from firstsnow.i18n import Value, message
from firstsnow.report.page import Report
from firstsnow.report.statements import statements

_ON_SCREEN_ALONE = frozenset({"review", "staging"})
"""Passages that are worked through on a screen, and would not fit on most people's page."""


_NOT_ABOUT_THE_RECORD = frozenset({"cautions"})
"""Passages that are empty where nothing was found, and not because nothing was entered."""


def brevity(report: Report) -> Mapping[str, object]:
    """Give what the templates need to be brief on paper.

    ``statements``: what several definitions say alike; ``passages_on_paper``: the passages that say
    something that the lead does not; ``not_on_record``: titles of the parts that are empty, in one
    sentence; ``symptoms_said``: whether there are answers to single items.
    """
    on_paper = [passage for passage in report.passages if passage.id not in _ON_SCREEN_ALONE]
    said = [passage for passage in on_paper if passage.lines]
    # A course of one stretch is the first sentence of the lead.
    told = [one.id for one in said if one.id != "course" or len(one.lines) > 1]
    empty: list[Value] = [
        passage.title
        for passage in on_paper
        if passage.empty is not None and passage.id not in _NOT_ABOUT_THE_RECORD
    ]
    symptoms_said = bool(report.symptoms.rows)
    if not symptoms_said:
        empty.append(message("Answers to single items"))
    return {
        "statements": statements(report.definitions.entries),
        "passages_on_paper": told,
        "not_on_record": empty,
        "symptoms_said": symptoms_said,
    }
