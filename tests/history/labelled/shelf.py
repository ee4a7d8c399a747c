"""The rules as they stand in the files, read without firstsnow."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

Toml: TypeAlias = dict[str, Any]

_PACKAGE = Path(__file__).parents[3] / "src" / "firstsnow"
DEFINITIONS = ("fda-2018", "ema-2013", "eu-pearl-2022", "consensus-2021", "thase-rush-1997")
SCALES = ("madrs", "ham-d17", "phq-9")
"""Scales of these records, in the order in which they are preferred."""


def _read(*parts: str) -> Toml:
    return tomllib.loads(_PACKAGE.joinpath(*parts).read_text(encoding="utf-8"))


@cache
def treatment(name: str) -> Toml:
    return _read("treatments", "data", f"{name}.toml")


@cache
def definition(name: str) -> Toml:
    return _read("history", "data", "definitions", f"{name}.toml")


@cache
def maudsley() -> Toml:
    return _read("history", "data", "staging", "maudsley-2009.toml")


@cache
def conventions() -> Toml:
    return _read("history", "data", "conventions.toml")


@cache
def scale(name: str) -> Toml:
    return _read("scales", "data", f"{name}.toml")


def sourced(part: Toml | None) -> Any:  # noqa: ANN401  a figure, a word or a flag of a file
    """Give the value of a part of a definition, or none where it was not read."""
    if part is None or part["source"] == "unsourced":
        return None
    return part["value"]


@cache
def line(name: str, outcome: str) -> Toml | None:
    """Give a scale's own line for remission, relapse or being a case, where it was read."""
    for one in scale(name)["thresholds"]:
        read = one["source"] != "unsourced" and one.get("default", False)
        if one["outcome"] == outcome and read:
            return dict(one)
    return None


@cache
def remission_line(name: str) -> float:
    found = line(name, "remission")
    assert found is not None
    return float(found["at_most"])


@cache
def episode_line(name: str) -> tuple[float, int] | None:
    """Give the total that meets an episode, and how many ratings in a row have to."""
    found = line(name, "relapse") or line(name, "caseness")
    return None if found is None else (found["at_least"], found.get("assessments", 1))


def band(name: str, total: float) -> str:
    levels = next(one for one in scale(name)["bands"] if one.get("default"))["levels"]
    return str(next(one["severity"] for one in levels if one["minimum"] <= total <= one["maximum"]))
