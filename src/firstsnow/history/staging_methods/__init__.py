"""Methods that stage treatment resistance by points: their files, and what they give on a day."""

from firstsnow.history.staging_methods.method_file import (
    Band,
    Item,
    Level,
    StagingMethod,
    UnknownStagingMethod,
    staging_method,
    staging_methods,
)
from firstsnow.history.staging_methods.points import points
from firstsnow.history.staging_methods.stagings import ItemPoints, Staging, stagings

__all__ = [
    "Band",
    "Item",
    "ItemPoints",
    "Level",
    "Staging",
    "StagingMethod",
    "UnknownStagingMethod",
    "points",
    "staging_method",
    "staging_methods",
    "stagings",
]
