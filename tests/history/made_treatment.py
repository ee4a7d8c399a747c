"""Treatments with rules made for tests, to be changed in one place at a time."""

from __future__ import annotations

from typing import Any

from firstsnow.treatments import Treatment

SOURCE = {"citation": "Made for a test", "read": "full text"}


def least(minimum: float, unit: str = "mg/day", **conditions: object) -> dict[str, object]:
    return {"minimum": minimum, "unit": unit, "source": "made", **conditions}


def weeks(number: float, source: str = "made") -> dict[str, object]:
    return {"weeks": number, "source": source}


def sessions(count: int, **conditions: object) -> dict[str, object]:
    return {"count": count, "source": "made", **conditions}


def rule(basis: str, **parts: object) -> dict[str, object]:
    return {"rule_set": "made", "basis": basis, **parts}


def treatment(*rules: dict[str, object], **changes: object) -> Treatment:
    """Make a treatment with rules; ``changes`` replace whole entries."""
    made: dict[str, Any] = {
        "schema": 1,
        "id": "sertraline",
        "kind": "drug",
        "role": "antidepressant",
        "mechanism": {"id": "ssri", "source": "made"},
        "names": {"generic": {"en": "made", "source": "made"}},
        "variants": [
            {"id": name, "en": name, "source": "made"} for name in ("bilateral", "right-unilateral")
        ],
        "adequacy": list(rules),
        "sources": {"made": SOURCE},
        **changes,
    }
    return Treatment.model_validate(made)
