"""How many antidepressants, augmentations and courses of ECT count, as bounds."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from firstsnow.history.adequacy.least_dose import minimum_dose
from firstsnow.history.adherence import was_taken
from firstsnow.history.answer import Answer, Bounds, all_of, elapsed
from firstsnow.history.attempt import Attempt
from firstsnow.history.counting import count_distinct, judge_attempt, kind_of
from firstsnow.history.definition_file import Definition
from firstsnow.history.dose_time import levels, time_at_dose
from firstsnow.history.evaluation import JudgedAttempt
from firstsnow.i18n import Message, message
from firstsnow.record import Record

_DAYS_PER_WEEK = 7.0


@dataclass(frozen=True, slots=True)
class Known:
    """Bounds of what an item asks, and what would have to be known to say it exactly."""

    number: Bounds
    missing: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Trials:
    """The attempts of a record on a day, as a method judges them.

    Attributes
    ----------
    judged
        Every attempt with whether it counts as an antidepressant that did not help enough.
    of_study
        Whether the record is a study's: what was tried before the study may count.
    """

    judged: tuple[JudgedAttempt, ...]
    of_study: bool

    @property
    def antidepressants(self) -> Known:
        """How many different antidepressants did not help enough."""
        return self._known(count_distinct(self.judged, "treatment"))

    @property
    def antidepressant_trials(self) -> Known:
        """How many trials of antidepressants did not help enough.

        A second trial of the same one may be the first, interrupted.
        """
        different = count_distinct(self.judged, "treatment")
        every = sum(one.counts != "no" for one in self.judged)
        return self._known(Bounds(different.low, every))

    @property
    def augmentations(self) -> Known:
        """How many augmentations did not help enough."""
        what = message("whether the augmentation was enough to judge and did not help enough")
        return self._used([_augments(one) for one in self.judged], what)

    @property
    def ect(self) -> Known:
        """How many courses of electroconvulsive therapy did not help enough."""
        what = message("whether electroconvulsive therapy was given, and how much it helped")
        return self._used([_is_ect(one) for one in self.judged], what)

    @property
    def optimisations(self) -> Known:
        """How often a trial was optimised: a record does not say."""
        if not self.of_study and all(one.counts == "no" for one in self.judged):
            return Known(Bounds.exactly(0))
        return Known(Bounds(0, math.inf), (message("how far each attempt was optimised"),))

    def _known(self, number: Bounds) -> Known:
        missing = [what for one in self.judged if one.counts == "unknown" for what in one.missing]
        return self._with_study(number, missing)

    def _used(self, answers: Sequence[Answer], what: Message) -> Known:
        surely = sum(answer == "yes" for answer in answers)
        perhaps = sum(answer != "no" for answer in answers)
        return self._with_study(Bounds(surely, perhaps), [what] if perhaps > surely else [])

    def _with_study(self, number: Bounds, missing: Iterable[Message]) -> Known:
        listed = list(missing)
        if self.of_study:
            number = Bounds(number.low, math.inf)
            listed.append(message("what was tried before the study"))
        return Known(number, tuple(dict.fromkeys(listed)))


def trials(
    record: Record, attempts: Sequence[Attempt], counting: Definition, began: Bounds, day: float
) -> Trials:
    """Judge attempts in an episode that began then, as a method counts them."""
    judged = tuple(judge_attempt(attempt, counting, began) for attempt in attempts)
    weeks = counting.minimum_weeks
    if weeks is not None:
        judged = tuple(_at_dose(record, one, weeks.value, day) for one in judged)
    return Trials(judged, record.study is not None)


def _at_dose(record: Record, one: JudgedAttempt, weeks: float, day: float) -> JudgedAttempt:
    """Count a trial only if as many weeks were spent at a dose that is high enough."""
    attempt, rule = one.attempt, one.attempt.adequacy.rule
    if rule is None or one.counts == "no":
        return one
    given = elapsed(attempt.start, attempt.end)
    if rule.basis == "daily-dose":
        least, unit = minimum_dose(record, attempt.exposure, rule.doses)
        given = time_at_dose(levels(attempt.exposure, day), least, unit)
    long_enough = given.reaches(weeks * _DAYS_PER_WEEK)
    if long_enough == "yes":
        return one
    counts = all_of([one.counts, long_enough])
    if counts == "no":
        reason = message("shorter than {weeks} weeks", weeks=int(weeks))
        return JudgedAttempt(attempt, "no", (reason,), (), *_rest(one))
    reason = message("how long the dose was taken is not known exactly enough")
    missing = (*one.missing, message("the first and last day at this dose"))
    return JudgedAttempt(attempt, counts, (*one.reasons, reason), missing, *_rest(one))


def _rest(one: JudgedAttempt) -> tuple[Answer, Answer]:
    return one.did_not_help_enough, one.is_in_scope


def _augments(one: JudgedAttempt) -> Answer:
    """Answer whether an attempt counts as augmentation that did not help enough.

    Whether something other than a drug, or a second antidepressant, is one was not read.
    """
    attempt = one.attempt
    if attempt.treatment is None:
        return _used(one, "yes" if attempt.exposure.augments else "unknown")
    if not attempt.is_augmentation or attempt.treatment.id == "ect":
        return "no"
    is_one = kind_of(attempt) == "augmentation" and attempt.treatment.kind == "drug"
    return _used(one, "yes" if is_one else "unknown")


def _is_ect(one: JudgedAttempt) -> Answer:
    treatment = one.attempt.treatment
    if treatment is None:
        return _used(one, "unknown")
    return _used(one, "yes") if treatment.id == "ect" else "no"


def _used(one: JudgedAttempt, is_one: Answer) -> Answer:
    """Answer whether what was given counts as used.

    "Used" and "treatment failure" agree on what was enough to judge and did not help enough, and
    on what was hardly taken or not given in the time that counts; the rest is open.
    """
    if one.is_in_scope == "no" or was_taken(one.attempt.exposure) == "no":
        return "no"
    parts = (is_one, one.attempt.adequacy.answer, one.did_not_help_enough, one.is_in_scope)
    return "yes" if all_of(parts) == "yes" else "unknown"
