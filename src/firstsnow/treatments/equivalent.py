"""Doses of two drugs that one source found to do the same."""

from __future__ import annotations

from pydantic import PositiveFloat

from firstsnow.knowledge import Fact
from firstsnow.treatments.dose import DoseUnit


class Equivalent(Fact):
    """A daily dose of this drug that one source takes to equal a dose of a reference drug.

    Attributes
    ----------
    amount, unit
        The dose of this drug.
    reference
        Identifier of the reference drug in the catalogue.
    reference_amount
        Its dose, in the same unit.
    """

    amount: PositiveFloat
    unit: DoseUnit
    reference: str
    reference_amount: PositiveFloat
