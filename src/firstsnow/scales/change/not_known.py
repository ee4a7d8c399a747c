"""An answer that can't be given because something was not read anywhere."""

from __future__ import annotations

from dataclasses import dataclass

from firstsnow.i18n import Message


@dataclass(frozen=True, slots=True)
class NotKnown:
    """Why there is no answer; no number stands in for what was not read.

    Attributes
    ----------
    scale
        The variant's id.
    reason
        What is missing, as a sentence.
    """

    scale: str
    reason: Message
