"""Whether there were enough sessions."""

from __future__ import annotations

import math
from collections.abc import Sequence

from firstsnow.history.adequacy.part import Part, plain
from firstsnow.history.answer import Answer, Bounds
from firstsnow.i18n import message, plural_message
from firstsnow.record import Exposure
from firstsnow.treatments import AdequacyRule, MinimumSessions


def enough_sessions(exposure: Exposure, rule: AdequacyRule, until: float) -> Part:
    """Judge whether there were enough sessions up to a day."""
    needed = _needed_sessions(exposure, rule.sessions)
    had = _session_count(exposure, until)
    answer: Answer = had.reaches(needed.high)
    if answer == "no" and had.reaches(needed.low) != "no":
        answer = "unknown"
    if answer == "yes":
        reason = plural_message(
            "{number} session", "{number} sessions", int(had.low), needed=plain(needed.high)
        )
        return Part("yes", reason)
    if answer == "no":
        reason = message(
            "{had} of {needed} sessions: too few to judge",
            had=plain(had.high),
            needed=plain(needed.low),
        )
        return Part("no", reason)
    if not needed.is_exact:
        reason = message("the number of sessions needed depends on how it was given")
        return Part("unknown", reason, message("how it was given"))
    reason = message("the number of sessions is not known")
    return Part("unknown", reason, message("the number of sessions"))


def _needed_sessions(exposure: Exposure, rules: Sequence[MinimumSessions]) -> Bounds:
    exact = [
        rule.count
        for rule in rules
        if rule.variant is not None and rule.variant == exposure.variant
    ]
    general = [rule.count for rule in rules if rule.variant is None]
    counts = exact or (general if exposure.variant is not None or general else [])
    counts = counts or [rule.count for rule in rules]
    return Bounds(min(counts), max(counts))


def _session_count(exposure: Exposure, until: float) -> Bounds:
    """Count sessions up to a day; a bare number counts in full once the exposure has ended."""
    if exposure.sessions:
        attended = [session.time for session in exposure.sessions if session.attended]
        sure = sum(time.latest <= until for time in attended)
        possible = sum(time.earliest <= until for time in attended)
        return Bounds(sure, max(possible, exposure.session_count or 0))
    if exposure.session_count is None:
        return Bounds(0, math.inf)
    end = exposure.end
    over = end.latest <= until if end is not None else not exposure.ongoing
    return Bounds(exposure.session_count if over or end is None else 0, exposure.session_count)
