"""What became of several people between two ratings, judged by their own figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from firstsnow.i18n import message
from firstsnow.scales.change.category import CATEGORIES, Category
from firstsnow.scales.change.figures import Group, group_of, problem, worse_sign
from firstsnow.scales.change.methods import after_of, change_reliability, measurement_error
from firstsnow.scales.change.person import Approach, PersonChange, change_of, cutoff_of


@dataclass(frozen=True, slots=True)
class GroupShares:
    """Which shares of a group are estimated to have changed and to be functional.

    They are not counts of people: each is the share of a normal distribution of true values
    (Hageman and Arrindell 1999).

    Attributes
    ----------
    improved
        Share whose true total is better than before.
    functional
        Share whose true total after is on the functional side; ``None`` without a cutoff.
    """

    improved: float
    functional: float | None


@dataclass(frozen=True, slots=True)
class PeopleChange:
    """What became of several people.

    Attributes
    ----------
    people
        One result a person, in the order given; ``None`` for a person without both ratings.
    group
        The figures of the people with both ratings.
    shares
        Shares of the group, where the method estimates them.
    """

    people: tuple[PersonChange | None, ...]
    group: Group
    shares: GroupShares | None = None

    @property
    def used(self) -> int:
        """How many people had both ratings."""
        return sum(one is not None for one in self.people)

    def counts(self) -> dict[Category, int]:
        """How many people are in each category, from best to worst."""
        found = [one.category for one in self.people if one is not None]
        return {category: found.count(category) for category in CATEGORIES}


def changes_of(
    before: Sequence[float | None], after: Sequence[float | None], approach: Approach
) -> PeopleChange:
    """Judge the changes of several people, with means and standard deviations of their own.

    Parameters
    ----------
    before, after
        One total a person; ``None`` where there is none.
    approach
        How to judge.

    Raises
    ------
    InputError
        If fewer than two people have both ratings, or a figure is missing or can't be.

    >>> from firstsnow.scales.change import Instrument
    >>> result = changes_of([25, 30, 22, 28], [8, 29, 20, 12], Approach(Instrument(0.85)))
    >>> result.counts()["improved"], result.counts()["unchanged"]
    (2, 2)
    """
    if len(before) != len(after):
        raise problem(
            message(
                "{first} totals before and {second} after", first=len(before), second=len(after)
            ),
            message("give one of each for every person, None where there is none"),
        )
    pairs = list(zip(before, after, strict=True))
    both = [(start, end) for start, end in pairs if start is not None and end is not None]
    group = group_of([start for start, _ in both], [end for _, end in both])
    people = tuple(
        None if start is None or end is None else change_of(start, end, group, approach)
        for start, end in pairs
    )
    is_shared = approach.method == "hageman-arrindell"
    return PeopleChange(people, group, _shares(group, approach) if is_shared else None)


def _shares(group: Group, approach: Approach) -> GroupShares:
    worse, line = worse_sign(approach.direction), cutoff_of(group, approach)
    end, error = after_of(group), measurement_error(approach.instrument, group.before)
    spread = (group.change_sd or 0.0) * change_reliability(approach.instrument, group) ** 0.5
    improved = NormalDist(worse * (end.mean - group.before.mean), spread).cdf(0.0)
    functional = None
    true_variance = end.sd**2 - error**2
    if line is not None and true_variance > 0:
        functional = NormalDist(worse * (end.mean - line), true_variance**0.5).cdf(0.0)
    return GroupShares(improved, functional)
