"""Linking depression scales: where a total lies on another scale, and how surely."""

from firstsnow.scales.linking.table import LinkMethod, Step
from firstsnow.scales.linking.ways import (
    GroupValue,
    Link,
    LinkLevel,
    PersonValue,
    Refusal,
    UnknownLink,
    link,
    links,
)

__all__ = [
    "GroupValue",
    "Link",
    "LinkLevel",
    "LinkMethod",
    "PersonValue",
    "Refusal",
    "Step",
    "UnknownLink",
    "link",
    "links",
]
