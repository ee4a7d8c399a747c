"""Choices of firstsnow where no published definition says how a record is to be read."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pydantic import Field, PositiveFloat

from firstsnow.knowledge import KnowledgeModel, read_knowledge


class AttemptRating(KnowledgeModel):
    """Which ratings a treatment is judged by, in days around its first and last day."""

    before_days: PositiveFloat
    grace_days: PositiveFloat
    after_days: PositiveFloat
    reason: str


class Observation(KnowledgeModel):
    """How long a rating speaks for the time after it, in days."""

    gap_days: PositiveFloat
    reason: str


class ScalePreference(KnowledgeModel):
    """Which of several scales is preferred, best first."""

    order: tuple[str, ...]
    reason: str


class SafetyWindow(KnowledgeModel):
    """How long an unhandled answer counts as recent, in days."""

    recent_days: PositiveFloat
    reason: str


class RecentReadings(KnowledgeModel):
    """How long a vital sign or laboratory value speaks for the day, in days."""

    recent_days: PositiveFloat
    reason: str


class Conventions(KnowledgeModel):
    """Every convention, with its reason."""

    schema_version: int = Field(alias="schema")
    attempt_rating: AttemptRating
    observation: Observation
    scale_preference: ScalePreference
    safety: SafetyWindow
    readings: RecentReadings


@cache
def conventions() -> Conventions:
    """Give the conventions of ``data/conventions.toml``."""
    return read_knowledge(files("firstsnow.history") / "data" / "conventions.toml", Conventions)
