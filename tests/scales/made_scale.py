"""A small scale made for tests, to be changed in one place at a time."""

from copy import deepcopy
from typing import Any

from firstsnow.scales import Scale

SOURCE = {"citation": "Made for a test", "read": "full text"}


def description(count: int = 3, low: int = 0, high: int = 3, **changes: object) -> dict[str, Any]:
    """Describe a scale of like items whose total is their sum; ``changes`` replace whole tables."""
    made: dict[str, Any] = {
        "schema": 1,
        "id": "made",
        "name": {"en": "A made scale"},
        "short_name": "Made",
        "family": "made",
        "measures": "depression-severity",
        "rater": "self",
        "direction": "higher-is-worse",
        "recall": {"days": 7, "source": "made"},
        "licence": {"item_text": "ships", "statement": "made", "source": "made"},
        "items": [
            {
                "id": str(i),
                "topic": {"en": f"topic {i}"},
                "minimum": low,
                "maximum": high,
                "source": "made",
            }
            for i in range(1, count + 1)
        ],
        "total": {"rule": "sum", "minimum": low * count, "maximum": high * count, "source": "made"},
        "missing": {"rule": "complete", "source": "made"},
        "sources": {"made": SOURCE},
    }
    return made | deepcopy(changes)


def made_scale(count: int = 3, low: int = 0, high: int = 3, **changes: object) -> Scale:
    """Make a scale of like items whose total is their sum; ``changes`` replace whole tables."""
    return Scale.model_validate(description(count, low, high, **changes))


def bands(*cuts: tuple[float, float, str], name: str = "made", **more: object) -> dict[str, Any]:
    """Describe a set of bands."""
    levels = [{"minimum": a, "maximum": b, "name": {"en": text}} for a, b, text in cuts]
    return {"set": name, "population": "made", "source": "made", "levels": levels} | more
