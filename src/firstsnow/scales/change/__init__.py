"""Reliable and clinically significant change: between two ratings, over many, in one record."""

from firstsnow.scales.change.category import CATEGORIES, Category
from firstsnow.scales.change.cutoff import CutoffKind, cutoff
from firstsnow.scales.change.figures import Group, Population, group_of
from firstsnow.scales.change.growth import Against, Line, Lines, NoLines, lines_of
from firstsnow.scales.change.methods import (
    METHODS,
    Instrument,
    Method,
    critical_value,
    difference,
)
from firstsnow.scales.change.not_known import NotKnown
from firstsnow.scales.change.outcome import Answer, Outcomes, outcome_of
from firstsnow.scales.change.people import GroupShares, PeopleChange, changes_of
from firstsnow.scales.change.person import Approach, Boundary, PersonChange, change_of
from firstsnow.scales.change.record import (
    PublishedChange,
    ScaleChange,
    published_reliable_change,
    reliable_change,
)

__all__ = [
    "CATEGORIES",
    "METHODS",
    "Against",
    "Answer",
    "Approach",
    "Boundary",
    "Category",
    "CutoffKind",
    "Group",
    "GroupShares",
    "Instrument",
    "Line",
    "Lines",
    "Method",
    "NoLines",
    "NotKnown",
    "Outcomes",
    "PeopleChange",
    "PersonChange",
    "Population",
    "PublishedChange",
    "ScaleChange",
    "change_of",
    "changes_of",
    "critical_value",
    "cutoff",
    "difference",
    "group_of",
    "lines_of",
    "outcome_of",
    "published_reliable_change",
    "reliable_change",
]
