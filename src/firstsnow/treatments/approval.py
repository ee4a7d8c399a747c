"""Where a treatment is approved for depression, and since when."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field

from firstsnow.knowledge import Fact, Text
from firstsnow.treatments.caution import Region


def _as_text(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value


PartialDate: TypeAlias = Annotated[
    str, BeforeValidator(_as_text), Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
]
"""A date as exactly as it was read: ``2019-03-05``, ``2019-03`` or ``2019``."""


class Approval(Fact):
    """What one region's authority said of one indication.

    Attributes
    ----------
    region
        The region.
    status
        ``approved``, ``not-approved``, ``refused``, ``withdrawn`` or ``investigational`` (being
        studied, approved nowhere in the region).
    indication
        For what, in short words of our own.
    date
        Since when.
    """

    region: Region
    status: Literal["approved", "not-approved", "refused", "withdrawn", "investigational"]
    indication: Text
    date: PartialDate | None = None
