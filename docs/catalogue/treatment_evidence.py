"""Where a treatment is approved, and what studies and guidelines found."""

from __future__ import annotations

from docs.catalogue.citing import mark, sourced
from docs.catalogue.markdown import number, plain, section, table, words
from docs.catalogue.places import REGIONS
from firstsnow.treatments import Treatment
from firstsnow.treatments import catalogue as treatments
from firstsnow.treatments.approval import Approval
from firstsnow.treatments.evidence import Finding

DAYS_OF_A_WEEK = 7


def approvals_section(treatment: Treatment) -> str:
    """Give what each region's authority said."""
    rows = [
        (REGIONS[one.region], _status(one), plain(one.indication.en) + mark(one))
        for one in sourced(treatment.approvals)
    ]
    return section("Approvals", table(["region", "status", "for"], rows))


def evidence_section(treatment: Treatment) -> str:
    """Give published results, each with its people."""
    rows = [
        (words(one.design), _result(one), plain(one.population) + mark(one))
        for one in sourced(treatment.evidence)
    ]
    how = (
        "Brackets hold 95 % intervals. Below zero, and below one for a ratio, means less of the "
        "outcome than under the comparator."
    )
    return section("Evidence", how if rows else "", table(["design", "result", "in whom"], rows))


def _status(one: Approval) -> str:
    return words(one.status) + (f", {one.date}" if one.date else "")


def _result(one: Finding) -> str:
    parts = [_figure(one)] if one.value is not None else []
    if one.at_weeks is not None:
        parts.append(_when(one.at_weeks))
    if one.studies is not None:
        parts.append(f"{one.studies} {'study' if one.studies == 1 else 'studies'}")
    if one.people is not None:
        parts.append(f"{one.people} people")
    if one.certainty is not None:
        parts.append(f"the source's own word on certainty: {plain(one.certainty)}")
    return "; ".join(parts)


def _figure(one: Finding) -> str:
    against = f" against {plain(treatments()[one.comparator].name.en)}" if one.comparator else ""
    bounds = ""
    if one.low is not None and one.high is not None:
        bounds = f" ({number(one.low)} to {number(one.high)})"
    value = number(one.value or 0)
    if one.measure == "percent":
        return f"{one.outcome}{against}: {value} %{bounds}"
    return f"{one.outcome}{against}: {words(one.measure or '')} {value}{bounds}"


def _when(weeks: float) -> str:
    days = round(weeks * DAYS_OF_A_WEEK)
    if 1 <= days < DAYS_OF_A_WEEK:
        return "after 1 day" if days == 1 else f"after {days} days"
    return "after 1 week" if weeks == 1 else f"after {number(weeks)} weeks"
