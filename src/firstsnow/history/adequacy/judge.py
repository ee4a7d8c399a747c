"""Judging an attempt: the rule that fits it, and the parts of that rule."""

from __future__ import annotations

from firstsnow.history.adequacy.dose import daily_dose, duration
from firstsnow.history.adequacy.level import blood_level
from firstsnow.history.adequacy.part import Adequacy, Part
from firstsnow.history.adequacy.sessions import enough_sessions, session_dose
from firstsnow.history.adherence import was_taken
from firstsnow.history.answer import all_of
from firstsnow.history.dose_time import levels
from firstsnow.i18n import message
from firstsnow.record import Exposure, Record
from firstsnow.treatments import AdequacyRule, Treatment


def judge_adequacy(
    record: Record, exposure: Exposure, treatment: Treatment | None, until: float
) -> Adequacy:
    """Judge whether an exposure was an adequate attempt, as far as it had gone on day ``until``."""
    rule = _fitting_rule(exposure, treatment)
    if rule is None:
        return _no_rule(exposure, treatment)
    if not rule.is_sourced:
        reason = message("the rule for this treatment has no source that was read")
        missing = message("a source for the rule of this treatment")
        return Adequacy("unknown", (Part("unknown", reason, missing),), rule)
    parts = [*_rule_parts(record, exposure, rule, until), _adherence(exposure)]
    shown = tuple(part for part in parts if part is not None)
    ordered = tuple(sorted(shown, key=lambda part: ("no", "unknown", "yes").index(part.answer)))
    return Adequacy(all_of(part.answer for part in shown), ordered, rule)


def _fitting_rule(exposure: Exposure, treatment: Treatment | None) -> AdequacyRule | None:
    if treatment is None:
        return None
    added = bool(exposure.augments) or treatment.role == "augmentation"
    use = "augmentation" if added else "alone"
    fitting = [rule for rule in treatment.adequacy if rule.given_as in (use, "either")]
    return fitting[0] if fitting else None


def _no_rule(exposure: Exposure, treatment: Treatment | None) -> Adequacy:
    if treatment is None:
        reason = message("it is only known as “{words}”", words=exposure.as_written or "?")
        missing = message("which treatment of the catalogue it was")
    else:
        reason = message("no rule that was read says when this treatment is enough to judge")
        missing = message("a sourced rule for this treatment")
    return Adequacy("unknown", (Part("unknown", reason, missing),))


def _rule_parts(record: Record, exposure: Exposure, rule: AdequacyRule, until: float) -> list[Part]:
    given = levels(exposure, until)
    if rule.basis == "daily-dose":
        return [daily_dose(record, exposure, rule, given)]
    if rule.basis == "blood-level":
        return [duration(exposure, rule, until), blood_level(record, exposure, rule, until)]
    parts = [enough_sessions(record, exposure, rule, until)]
    if rule.basis == "dose-sessions":
        parts.append(session_dose(record, exposure, rule, until))
    if rule.duration is not None:
        parts.append(duration(exposure, rule, until))
    return parts


def _adherence(exposure: Exposure) -> Part | None:
    taken = was_taken(exposure)
    if taken == "no":
        return Part("no", message("most of it was not taken"))
    if taken == "unknown":
        reason = message("part of it was not taken")
        return Part("unknown", reason, message("how much of it was taken"))
    return None
