"""The words that a scale file may use where only certain words make sense."""

from __future__ import annotations

from typing import Literal, TypeAlias

from firstsnow.knowledge import Text

Measures: TypeAlias = Literal[
    "depression-severity",
    "depression-symptom-count",
    "anxiety-severity",
    "suicide-risk",
    "anhedonia",
    "rumination",
    "function",
    "wellbeing",
    "dissociation",
    "sedation",
    "adversity",
    "alexithymia",
    "loneliness",
    "sleep",
    "ptsd",
    "alcohol",
    "adhd",
    "cognition",
    "psychosis",
    "side-effects",
    "global",
]
"""What a scale measures."""

Rater: TypeAlias = Literal["self", "clinician", "observer"]
"""Who gives the answers."""

Direction: TypeAlias = Literal["higher-is-worse", "higher-is-better", "none"]
"""What a higher total means; ``none`` where there is no total."""

Severity: TypeAlias = Literal["none", "mild", "moderate", "severe", "very-severe"]
"""Severity on a scale that all instruments share, for comparing and colouring."""

Outcome: TypeAlias = Literal["remission", "response", "partial-response", "relapse", "caseness"]
"""What a threshold decides."""

Level: TypeAlias = Literal["low", "moderate", "high"]
"""Triage level of a safety item, where the instrument's authors give one."""

Sex: TypeAlias = Literal["female", "male"]
"""The sex for which a threshold was found, where it was found for one only."""

Answered: TypeAlias = Literal["yes", "no", "unknown"]
"""What can be said of a rule from the answers that are there: unknown never becomes no."""

Number: TypeAlias = int | float

__all__ = [
    "Answered",
    "Direction",
    "Level",
    "Measures",
    "Number",
    "Outcome",
    "Rater",
    "Severity",
    "Sex",
    "Text",
]
