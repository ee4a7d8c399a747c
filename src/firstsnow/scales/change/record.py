"""Whether a change in one person's record is more than error, by facts that were read."""

from __future__ import annotations

from dataclasses import dataclass

from firstsnow.i18n import Message, message
from firstsnow.problems import InputError, Problem
from firstsnow.scales.change.category import Category, category_of
from firstsnow.scales.change.figures import Group, Population, worse_sign
from firstsnow.scales.change.methods import Instrument, Method
from firstsnow.scales.change.not_known import NotKnown
from firstsnow.scales.change.person import Approach, Boundary, PersonChange, change_of
from firstsnow.scales.checking import check_total
from firstsnow.scales.definition import Scale
from firstsnow.scales.interpretation import changes, norms, reliabilities
from firstsnow.scales.meaning import Change, Norm, Reliability
from firstsnow.scales.vocabulary import Number

_USABLE_KINDS = ("internal-consistency", "test-retest")
"""Kinds of reliability that tell how far a person's total scatters by itself, best first.

How well two raters agree is not among them: it says nothing about one rater's next rating.
"""

_NEEDS_LATER_TOTALS = frozenset({"hsu-linn-lord", "hageman-arrindell"})


@dataclass(frozen=True, slots=True)
class ScaleChange:
    """A change in one person's record, judged by sourced figures.

    Attributes
    ----------
    scale
        The variant's id.
    change
        What the method makes of it.
    reliability
        The coefficient that was used.
    norm
        The people whose mean and standard deviation were used.
    """

    scale: str
    change: PersonChange
    reliability: Reliability
    norm: Norm


@dataclass(frozen=True, slots=True)
class PublishedChange:
    """A change in one person's record, against a published size of reliable change.

    Attributes
    ----------
    scale
        The variant's id.
    before, after
        The totals.
    needed
        The published size, with its source.
    category
        What became of the person; nobody is called recovered or harmed.
    """

    scale: str
    before: Number
    after: Number
    needed: Change
    category: Category


def reliable_change(
    scale: Scale,
    before: Number,
    after: Number,
    method: Method = "jacobson-truax",
    *,
    norm: Norm | None = None,
    reliability: Reliability | None = None,
    boundary: Boundary | None = None,
) -> ScaleChange | NotKnown:
    """Judge a person's change by the scale's own sourced reliability and standard deviation.

    Parameters
    ----------
    scale
        The variant that was used.
    before, after
        The totals.
    method
        How to judge; the methods that need the totals of a treated group after its treatment can't
        be used on one record.
    norm
        The people to compare with, of ``scale.norms``; needed where several were read.
    reliability
        The coefficient, of ``scale.reliability``. Without it internal consistency is taken, and
        test-retest reliability where that was not read; of several the lowest, which makes the
        error largest.
    boundary
        The cutoff, where recovery is to be judged.

    Returns
    -------
    ScaleChange or NotKnown
        The judgement with the figures that it rests on, or what was not read.

    Raises
    ------
    InputError
        If a total can't be.
    """
    _check(scale, before, after)
    chosen = _choose(scale, method, norm, reliability)
    if isinstance(chosen, Message):
        return NotKnown(scale.id, chosen)
    people, coefficient = chosen
    change = change_of(
        before,
        after,
        Group(Population(people.mean, people.sd)),
        Approach(Instrument(coefficient.value), method, scale.direction, boundary),
    )
    return ScaleChange(scale.id, change, coefficient, people)


def published_reliable_change(
    scale: Scale, before: Number, after: Number
) -> PublishedChange | NotKnown:
    """Judge a person's change by a published size of reliable change, where one was read.

    A change of exactly that size counts. Where several were read, the largest decides.

    Raises
    ------
    InputError
        If a total can't be.

    >>> from firstsnow.scales import scale
    >>> published_reliable_change(scale("phq-9"), 18, 12).category
    'improved'
    """
    _check(scale, before, after)
    found = [
        entry
        for entry in changes(scale)
        if entry.kind == "reliable-change" and entry.points is not None
    ]
    if not found:
        return NotKnown(
            scale.id,
            message(
                "not known, because no size of reliable change was read for {scale}",
                scale=scale.short_name,
            ),
        )
    needed = max(found, key=lambda entry: entry.points or 0)
    worse = worse_sign(scale.direction) * (after - before)
    reached = abs(worse) >= (needed.points or 0)
    category = category_of(worse=worse if reached else 0, was=None, is_now=None)
    return PublishedChange(scale.id, before, after, needed, category)


def _check(scale: Scale, before: Number, after: Number) -> None:
    mistakes = [mistake for total in (before, after) for mistake in check_total(scale, total)]
    if mistakes:
        raise InputError([Problem(mistake.what, mistake.right) for mistake in mistakes])


def _choose(
    scale: Scale, method: Method, norm: Norm | None, reliability: Reliability | None
) -> tuple[Norm, Reliability] | Message:
    """Give the figures to judge by, or say which is not known."""
    if method in _NEEDS_LATER_TOTALS:
        return message(
            "not known, because the method needs the totals of a group after its treatment"
        )
    coefficient = reliability or _reliability(scale)
    if coefficient is None:
        return message(
            "not known, because no sourced reliability of {scale} is in the catalogue",
            scale=scale.short_name,
        )
    groups = (norm,) if norm is not None else norms(scale)
    if not groups:
        return message(
            "not known, because no sourced standard deviation of {scale} is in the catalogue",
            scale=scale.short_name,
        )
    if len(groups) > 1:
        return message(
            "not known, because standard deviations of several groups were read for {scale}: "
            "choose the group",
            scale=scale.short_name,
        )
    return groups[0], coefficient


def _reliability(scale: Scale) -> Reliability | None:
    for kind in _USABLE_KINDS:
        found = [entry for entry in reliabilities(scale) if entry.kind == kind]
        if found:
            return min(found, key=lambda entry: entry.value)
    return None
