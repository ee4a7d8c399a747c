"""A caution: something that speaks against a planned treatment, and whether it is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from firstsnow.i18n import LocalizedText, Message
from firstsnow.knowledge import Source
from firstsnow.record.fact import Presence
from firstsnow.treatments import Treatment
from firstsnow.treatments.caution import Region, Weight


@dataclass(frozen=True, slots=True)
class Ground:
    """An entry of the record that an answer rests on.

    Attributes
    ----------
    place
        Where it stands in the record, such as ``conditions[2]``.
    words
        What it says.
    presence
        For what it speaks.
    """

    place: str
    words: str | Message
    presence: Presence


@dataclass(frozen=True, slots=True)
class Presented:
    """Whether something is there, on which entries that rests, and what to ask where it is open.

    Attributes
    ----------
    presence
        Present, absent or unknown; what is not on record is unknown.
    grounds
        The entries it rests on, those that contradict each other included.
    ask
        What would have to be asked; ``None`` where the answer is known.
    """

    presence: Presence
    grounds: tuple[Ground, ...] = ()
    ask: Message | None = None


@dataclass(frozen=True, slots=True)
class Caution:
    """One clause of a label or guideline, held against a record.

    Attributes
    ----------
    kind
        Whether it is about the person or about something else that is given.
    treatment
        The planned treatment.
    about
        The condition, treatment, class or substance.
    weight
        How much it weighs in the source's words.
    clause
        What the source says.
    source
        Where that was read.
    region
        Where it holds, where the source is the label of one region.
    found
        Whether it is there.
    """

    kind: Literal["condition", "interaction"]
    treatment: Treatment
    about: LocalizedText
    weight: Weight
    clause: LocalizedText
    source: Source
    region: Region | None
    found: Presented

    @property
    def presence(self) -> Presence:
        """Whether it is there."""
        return self.found.presence
