"""What has not been tried, by class of mechanism."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firstsnow.history.attempt import Attempt
from firstsnow.treatments import Treatment, catalogue


@dataclass(frozen=True, slots=True)
class Untried:
    """Classes of mechanism beside what has been tried.

    Attributes
    ----------
    mechanisms
        Classes of the catalogue of which nothing was given. Classes of which everything is still
        being studied, approved nowhere that was read, are left out.
    not_judged
        Classes of which something was given, but nothing that was enough to judge.
    is_complete
        Whether the record tells everything that was tried; a study's own record does not.
    unreadable
        Number of exposures that are only known in the source's words: they may belong to any class.
    """

    mechanisms: tuple[str, ...]
    not_judged: tuple[str, ...]
    unreadable: int
    is_complete: bool = True


def untried(attempts: Sequence[Attempt], *, is_complete: bool = True) -> Untried:
    """Compare what was tried with the classes of the catalogue, in the catalogue's order."""
    given = [attempt for attempt in attempts if attempt.treatment is not None]
    tried = {_mechanism(a.treatment) for a in given if a.treatment is not None}
    judged = {
        _mechanism(a.treatment)
        for a in given
        if a.treatment is not None and a.adequacy.answer == "yes"
    }
    classes = dict.fromkeys(_mechanism(t) for t in catalogue().values() if _can_be_given(t))
    return Untried(
        mechanisms=tuple(name for name in classes if name not in tried),
        not_judged=tuple(name for name in classes if name in tried - judged),
        unreadable=len(attempts) - len(given),
        is_complete=is_complete,
    )


def _can_be_given(treatment: Treatment) -> bool:
    said = {approval.status for approval in treatment.approvals if approval.is_sourced}
    is_studied_only = "investigational" in said and "approved" not in said
    return treatment.role != "control" and not is_studied_only


def _mechanism(treatment: Treatment) -> str:
    return treatment.mechanism.id
