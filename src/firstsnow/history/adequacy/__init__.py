"""Whether an attempt was enough to judge: dose, duration, sessions, blood level, adherence."""

from firstsnow.history.adequacy.judge import judge_adequacy
from firstsnow.history.adequacy.part import Adequacy, Part

__all__ = ["Adequacy", "Part", "judge_adequacy"]
