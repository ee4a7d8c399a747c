"""Whether what was prescribed was taken, from words or from a share."""

from __future__ import annotations

from firstsnow.history.answer import Answer
from firstsnow.record import Exposure

_MOST = 0.5


def was_taken(exposure: Exposure) -> Answer | None:
    """Answer whether it was taken as prescribed; ``None`` where nothing about it is on record.

    No: most of it was not taken. Unknown: part of it was not, and nobody has said how much is
    enough.
    """
    share = exposure.adherence_share
    if exposure.adherence in ("poor", "none") or (share is not None and share < _MOST):
        return "no"
    if exposure.adherence == "partial" or (share is not None and share < 1):
        return "unknown"
    return None if exposure.adherence is None and share is None else "yes"
