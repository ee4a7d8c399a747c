"""Records in a few words, so that a test or a table shows only what matters.

Times are days on a study's clock, and someone's depression is unipolar, moderate and going on
since day 0, unless a test says otherwise.

An attempt is written as ``treatment dose first-last outcome words``, for example
``sertraline 100 0-42 none``:

- the dose is in the unit of the treatment's rule, ``?`` where it is not known;
- the days are ``0-42``, ``0-`` where it goes on, ``0-?`` where its end and ``?-42`` where its
  beginning is not known;
- the outcome is ``none``, ``part``, ``response``, ``remission``, ``worse``, ``?``, or a percentage
  such as ``24.9%``;
- words are ``untold``, ``partly`` or ``hardly`` for how it was taken (otherwise fully), ``added``
  for something added to the attempt before it, ``n=8`` for sessions, ``via=oral`` for the route
  and anything else for the way it was given.

``in words`` instead of a treatment stands for one that is known by the source's words alone.
"""

from __future__ import annotations

import re
from typing import Any

from firstsnow.record import Record
from firstsnow.treatments import catalogue

_OUTCOMES = {
    "none": "no-response",
    "part": "partial-response",
    "response": "response",
    "remission": "remission",
    "worse": "worse",
    "?": "not-judged",
}
_ADHERENCE = {"untold": None, "partly": "partial", "hardly": "poor"}

DEPRESSED = ({"start": 0, "ongoing": True, "severity": "moderate"},)
UNIPOLAR = ({"name": "depression", "polarity": "unipolar", "psychosis": "absent"},)


def record(
    attempts: str = "",
    ratings: str = "",
    *,
    episodes: tuple[dict[str, Any], ...] = DEPRESSED,
    diagnoses: tuple[dict[str, Any], ...] = UNIPOLAR,
    **parts: Any,  # noqa: ANN401  any other part of a record, as its JSON has it
) -> Record:
    """Make a record of attempts, set apart by ``;``, and ratings such as ``phq-9@0=20``."""
    return Record.model_validate(
        {
            "id": "p1",
            "clock": "study",
            "episodes": episodes,
            "diagnoses": diagnoses,
            "exposures": exposures(attempts),
            "measurements": measurements(ratings),
            **parts,
        }
    )


def exposures(attempts: str) -> list[dict[str, Any]]:
    """Read attempts, set apart by ``;``; they are called ``e1``, ``e2`` and so on."""
    written = [one.strip() for one in attempts.split(";") if one.strip()]
    return [_exposure(one, number) for number, one in enumerate(written, start=1)]


def measurements(ratings: str) -> list[dict[str, Any]]:
    """Read ratings, set apart by spaces: ``phq-9@0=20 madrs@7=31``."""
    found = []
    for one in ratings.split():
        scale, day, total = re.fullmatch(r"(.+)@(.+)=(.+)", one).groups()  # type: ignore[union-attr]  # a slip in a test ends it
        found.append({"scale": scale, "time": _day(day), "total": float(total)})
    return found


def _exposure(written: str, number: int) -> dict[str, Any]:
    made: dict[str, Any] = {"id": f"e{number}", "adherence": "full"}
    if written.startswith("in words"):
        made |= {"as_written": "two other tablets"}
        dose, days, outcome, *words = ["?", *written.split()[2:]]
    else:
        made["treatment"], dose, days, outcome, *words = written.split()
    first, last = re.fullmatch(r"(\?|-?\d+)-(.*)", days).groups()  # type: ignore[union-attr]  # a slip in a test ends it
    if first != "?":
        made["start"] = _day(first)
    if last == "":
        made["ongoing"] = True
    elif last != "?":
        made["end"] = _day(last)
    if dose != "?":
        made["doses"] = [{"amount": float(dose), "unit": _unit(made["treatment"])}]
    made["outcome"] = _outcome(outcome)
    for word in words:
        made |= _said(word, number)
    return made


def _outcome(written: str) -> dict[str, Any]:
    if written.endswith("%"):
        return {"judgement": "not-judged", "improvement_percent": float(written[:-1])}
    return {"judgement": _OUTCOMES[written]}


def _said(word: str, number: int) -> dict[str, Any]:
    if word in _ADHERENCE:
        return {"adherence": _ADHERENCE[word]}
    if word == "added":
        return {"augments": [f"e{number - 1}"]}
    name, _, value = word.partition("=")
    if name == "n":
        return {"session_count": int(value)}
    if name == "via":
        return {"route": value}
    return {"variant": word}


def _unit(treatment: str) -> str:
    rules = catalogue()[treatment].adequacy
    return rules[0].doses[0].unit if rules and rules[0].doses else "mg/day"


def _day(written: str) -> int | float:
    return float(written) if "." in written else int(written)
