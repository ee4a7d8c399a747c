"""Which attempts count for a definition, and whether it is met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from tests.history.labelled.course import ORDER, Course, course, is_bipolar, severities
from tests.history.labelled.days import ended_by, first_day, time_given
from tests.history.labelled.enough import WEEK, enough, is_of_sessions
from tests.history.labelled.helped import did_not_help
from tests.history.labelled.shelf import Toml, definition, sourced, treatment
from tests.history.labelled.three import Three, at_least, every, not_

Entry: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Met:
    """Whether a definition is met on a day, how many attempts count, and which."""

    answer: Three
    low: int
    high: int
    attempts: dict[str, Three]


def begun(record: Entry, day: int) -> list[Entry]:
    """Give the attempts that had begun; controls are none."""
    return [
        one
        for one in record.get("exposures", [])
        if first_day(one)[0] <= day and kind(one) != "control"
    ]


def met(record: Entry, name: str, day: int) -> Met:
    rules = definition(name)
    now = course(record, day)
    attempts = counting(record, rules, day, now)
    low, high = number(record, attempts, rules)
    needed = (rules["minimum_attempts"]["value"],) * 2
    answer = every(
        at_least((low, high), needed),
        now.goes_on,
        _is_severe_enough(record, rules, day),
        _is_not_excluded(record, rules),
    )
    return Met(answer, low, high, attempts)


def counting(record: Entry, rules: Toml, day: int, now: Course) -> dict[str, Three]:
    return {one["id"]: counts(record, one, rules, day, now) for one in begun(record, day)}


def counts(record: Entry, exposure: Entry, rules: Toml, day: int, now: Course) -> Three:
    """Tell whether an attempt counts: its kind, its course, its effect, its time."""
    below = rules["improvement_below_percent"]["value"]
    from_on = rules.get("improvement_from_percent")
    return every(
        _kind_counts(exposure, rules),
        _was_enough(record, exposure, rules, day),
        _was_taken(exposure, rules),
        _was_long(exposure, rules, day),
        did_not_help(record, exposure, day, below, from_on["value"] if from_on else None),
        _is_in_scope(exposure, rules, now),
    )


def kind(exposure: Entry) -> str | None:
    """Give the kind of an attempt, as definitions name them; none where they name none."""
    if "treatment" not in exposure:
        return None
    found = treatment(exposure["treatment"])
    added = bool(exposure.get("augments"))
    role = found["role"]
    if role == "antidepressant":
        return "combination" if added else "antidepressant"
    if role == "either":
        return "augmentation" if added else None
    return str(found["kind"] if role == "stand-alone" else role)


def _kind_counts(exposure: Entry, rules: Toml) -> Three:
    named = kind(exposure)
    answers = [sourced(one) for one in rules["counts"] if one["attempt"] == named]
    return answers[0] if answers else None


def _was_enough(record: Entry, exposure: Entry, rules: Toml, day: int) -> Three:
    found = enough(record, exposure, day)
    early = rules.get("early_stop")
    if early is None:
        return found.answer
    ended_early = every(
        ended_by(exposure, day),
        not_(at_least(time_given(exposure, day), (early["before_weeks"] * WEEK,) * 2)),
    )
    if ended_early is False:
        return found.answer
    if found.answer_but_for_length is False:
        return False
    return None if ended_early or found.answer is False else found.answer


def _was_taken(exposure: Entry, rules: Toml) -> Three:
    """Ask that it was taken, where the definition does; sessions are attended, not taken."""
    if "adherence" not in rules or is_of_sessions(exposure):
        return True
    if exposure.get("adherence") == "full" or exposure.get("adherence_share") == 1:
        return True
    return None


def _was_long(exposure: Entry, rules: Toml, day: int) -> Three:
    if "minimum_weeks" not in rules:
        return True
    return at_least(time_given(exposure, day), (rules["minimum_weeks"]["value"] * WEEK,) * 2)


def _is_in_scope(exposure: Entry, rules: Toml, now: Course) -> Three:
    """Ask for the current episode; without a word on earlier ones, they may count."""
    held = now.holds(exposure)
    return held if "scope" in rules or held is True else None


def number(record: Entry, attempts: dict[str, Three], rules: Toml) -> tuple[int, int]:
    """Count different attempts that surely count and that may; words may each be one more."""
    surely: set[str] = set()
    perhaps: set[str] = set()
    for exposure in record.get("exposures", []):
        answer = attempts.get(exposure["id"], False)
        name = _different_by(exposure, rules)
        surely |= {name} if answer is True else set()
        perhaps |= {name} if answer is not False else set()
    return len(surely), len(perhaps)


def _different_by(exposure: Entry, rules: Toml) -> str:
    if "treatment" not in exposure:
        return f"in words: {exposure['id']}"
    if rules["distinct"]["value"] == "mechanism":
        mechanism = treatment(exposure["treatment"])["mechanism"]
        assert mechanism["source"] != "unsourced", "these records use classes that were read"
        return str(mechanism["id"])
    return str(exposure["treatment"])


def _is_severe_enough(record: Entry, rules: Toml, day: int) -> Three:
    if "severity" not in rules:
        return True
    least = ORDER.index(rules["severity"]["at_least"])
    found = {ORDER.index(one) >= least for one in severities(record, day)}
    return found.pop() if len(found) == 1 else None


def _is_not_excluded(record: Entry, rules: Toml) -> Three:
    excluded = [one["condition"] for one in rules.get("excludes", [])]
    return not_(is_bipolar(record)) if "bipolar" in excluded else True
