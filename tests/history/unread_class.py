"""A catalogue for tests, in which nobody has read the class of mechanism of one treatment."""

from __future__ import annotations

import pytest

from firstsnow.history import attempt
from firstsnow.treatments import Mechanism, catalogue

NAME = "nefazodone"


def forget_the_class_of_nefazodone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let attempts find nefazodone without the source of its class of mechanism."""
    known = catalogue()[NAME]
    unread = Mechanism(id=known.mechanism.id, source="unsourced")
    made = known.model_copy(update={"mechanism": unread})
    monkeypatch.setattr(attempt, "catalogue", lambda: {**catalogue(), NAME: made})
