"""Which attempts a definition counts, and how many different ones there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from firstsnow.history.adherence import was_taken
from firstsnow.history.answer import Answer, Bounds, all_of, elapsed
from firstsnow.history.attempt import Attempt
from firstsnow.history.definition_file import AttemptKind, Definition
from firstsnow.history.dose_time import moment_bounds
from firstsnow.history.evaluation import JudgedAttempt
from firstsnow.i18n import Message, message

_DAYS_PER_WEEK = 7.0

_Part = tuple[Answer, Message, tuple[Message, ...]]


def judge_attempt(attempt: Attempt, definition: Definition, began: Bounds) -> JudgedAttempt:
    """Judge whether a definition counts an attempt in an episode that began then."""
    in_scope = _in_scope(attempt, definition, began)
    did_not_help_enough = _did_not_help_enough(attempt, definition)
    judged = [*_parts(attempt, definition), did_not_help_enough, in_scope]
    parts = [part for part in judged if part[0] != "yes"]
    counts = all_of(part[0] for part in parts)
    deciding = [part for part in parts if part[0] == counts]
    missing = [what for part in deciding for what in part[2]] if counts == "unknown" else []
    return JudgedAttempt(
        attempt,
        counts,
        tuple(part[1] for part in deciding),
        tuple(dict.fromkeys(missing)),
        did_not_help_enough[0],
        in_scope[0],
    )


def reconciled(judged: Sequence[JudgedAttempt]) -> tuple[JudgedAttempt, ...]:
    """Leave open what sources disagree about.

    Where several sources tell of one treatment over the same time and not all of their accounts
    count, whether it counts is not known.
    """
    return tuple(
        replace(
            one,
            counts="unknown",
            reasons=(message("the sources disagree about this treatment"),),
            missing=(message("which of the sources is right about this treatment"),),
        )
        if one.counts == "yes" and any(_contradicts(other, one) for other in judged)
        else one
        for one in judged
    )


def _contradicts(other: JudgedAttempt, one: JudgedAttempt) -> bool:
    mine, its = one.attempt, other.attempt
    is_same = mine.treatment is not None and mine.treatment is its.treatment
    sources = (mine.exposure.source, its.exposure.source)
    overlaps = mine.start.low < its.end.high and its.start.low < mine.end.high
    disagrees = None not in sources and sources[0] != sources[1] and other.counts != "yes"
    return is_same and overlaps and disagrees


def count_distinct(judged: Iterable[JudgedAttempt], by: str) -> Bounds:
    """Give the bounds of the number of different attempts that count."""
    everyone = tuple(judged)
    sure = {_key(one.attempt, by) for one in everyone if one.counts == "yes"}
    possible = {_key(one.attempt, by) for one in everyone if one.counts != "no"}
    return Bounds(len(sure), len(sure | possible))


def _key(attempt: Attempt, by: str) -> str:
    if attempt.treatment is None:
        return f"exposure {attempt.exposure.id}"
    return attempt.treatment.mechanism.id if by == "mechanism" else attempt.treatment.id


def _parts(attempt: Attempt, definition: Definition) -> Sequence[_Part]:
    return [
        _kind(attempt, definition),
        _mechanism(attempt, definition),
        _adequate(attempt, definition),
        _taken(attempt, definition),
        _long_enough(attempt, definition),
    ]


_COUNTS: _Part = ("yes", message("it counts"), ())


def kind_of(attempt: Attempt) -> AttemptKind | None:
    """Give the kind of an attempt in the words of the definitions, ``None`` where none fits."""
    treatment = attempt.treatment
    if treatment is None:
        return None
    if treatment.kind == "psychotherapy":
        return "psychotherapy"
    if treatment.kind == "neuromodulation":
        return "neuromodulation"
    if treatment.kind == "drug" and attempt.is_augmentation:
        return "combination" if treatment.role == "antidepressant" else "augmentation"
    if treatment.role in ("antidepressant", "either"):
        return "antidepressant"
    return "rapid-acting" if treatment.role == "rapid-acting" else None


def _kind(attempt: Attempt, definition: Definition) -> _Part:
    if attempt.treatment is None:
        return "unknown", message("it is not known what it was"), (message("what it was"),)
    kind = kind_of(attempt)
    counted = None if kind is None else definition.counts_kind(kind)
    if counted is None:
        reason = message("what was read of the definition does not say whether this kind counts")
        return "unknown", reason, (message("whether the definition counts this kind"),)
    if counted:
        return _COUNTS
    if attempt.is_augmentation:
        return "no", message("it was added to another treatment"), ()
    return "no", message("this definition does not count this kind of treatment"), ()


def _mechanism(attempt: Attempt, definition: Definition) -> _Part:
    if definition.distinct.value != "mechanism" or attempt.treatment is None:
        return _COUNTS
    if attempt.treatment.mechanism.is_sourced:
        return _COUNTS
    reason = message("its class of mechanism has no source that was read")
    return "unknown", reason, (message("a source for its class of mechanism"),)


def _adequate(attempt: Attempt, definition: Definition) -> _Part:
    adequacy = attempt.adequacy
    if adequacy.is_only_too_short and _may_have_ended_early(attempt, definition):
        reason = message(
            "it ended early: the definition counts it only if it had clearly not helped"
        )
        return "unknown", reason, (message("whether it had clearly not helped when it ended"),)
    return adequacy.answer, adequacy.reasons[0], adequacy.missing


def _may_have_ended_early(attempt: Attempt, definition: Definition) -> bool:
    """Whether it may have ended early and not helped, where the definition may count that."""
    early = definition.early_stop
    if early is None or not early.is_sourced or attempt.exposure.ongoing:
        return False
    if moment_bounds(attempt.exposure.end).low > attempt.end.high:
        return False
    lasted = elapsed(attempt.start, attempt.end)
    limit = definition.improvement_below_percent.value
    is_short = lasted.low < early.before_weeks * _DAYS_PER_WEEK
    return is_short and attempt.improvement.is_below(limit) != "no"


def _taken(attempt: Attempt, definition: Definition) -> _Part:
    """Adherence, where the definition asks for it: not on record is not taken for granted."""
    asked = definition.adherence
    taken = was_taken(attempt.exposure)
    if asked is None or not asked.value or taken == "yes":
        return _COUNTS
    if attempt.treatment is None or attempt.treatment.kind != "drug":
        return _COUNTS
    if taken == "no":
        return "no", message("most of it was not taken"), ()
    reason = message("whether it was taken as prescribed is not on record")
    if taken == "unknown":
        reason = message("part of it was not taken")
    return "unknown", reason, (message("whether it was taken as prescribed"),)


def _long_enough(attempt: Attempt, definition: Definition) -> _Part:
    needed = definition.minimum_weeks
    if needed is None:
        return _COUNTS
    answer = elapsed(attempt.start, attempt.end).reaches(needed.value * _DAYS_PER_WEEK)
    reason = message("shorter than {weeks} weeks", weeks=int(needed.value))
    if answer == "unknown":
        reason = message("how long it was given is not known exactly enough")
    return answer, reason, (message("its first and last day"),)


def _did_not_help_enough(attempt: Attempt, definition: Definition) -> _Part:
    below = definition.improvement_below_percent.value
    upper = definition.improvement_from_percent
    percent = attempt.improvement.percent
    if percent.is_below(below) == "yes":
        return _COUNTS
    if percent.reaches(below if upper is None else upper.value) == "yes":
        reason = message("it helped by {percent} % or more", percent=int(below))
        if upper is not None:
            reason = message("it helped by {percent} % or more", percent=int(upper.value))
        return "no", reason, ()
    if attempt.improvement.basis == "unknown":
        reason = message("how much it helped is not known")
        return "unknown", reason, (message("ratings before and after it, or how it was judged"),)
    reason = message("it helped in part, and the definition sets no figure")
    return "unknown", reason, (message("whether this help was enough for the definition"),)


def _in_scope(attempt: Attempt, definition: Definition, began: Bounds) -> _Part:
    scope = None if definition.scope is None else definition.scope.value
    if scope == "lifetime":
        return _COUNTS
    if attempt.end.low >= began.high:
        return _COUNTS
    if attempt.end.high >= began.low:
        reason = message("whether it was given in the current episode is not known")
        return "unknown", reason, (message("when the current episode began"),)
    if scope is None:
        reason = message("it was given before the current episode; whether that counts is not said")
        return "unknown", reason, (message("whether the definition counts earlier episodes"),)
    return "no", message("it was given before the current episode"), ()
