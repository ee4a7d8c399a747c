"""A tree to a record, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from firstsnow.exchange.limits import MOST_PROBLEMS
from firstsnow.exchange.pointer import in_order, lies_within
from firstsnow.exchange.records.repair import Rest, names_within, without
from firstsnow.exchange.records.tree import Tree
from firstsnow.exchange.shape import is_identifier, is_time
from firstsnow.exchange.wording import (
    finding_of,
    place_of,
    problem_of,
    problem_of_finding,
)
from firstsnow.i18n import message
from firstsnow.knowledge import nearest
from firstsnow.problems import InputError, Problem
from firstsnow.record import Record
from firstsnow.record.checks import Finding, Place

_MOST_ROUNDS = 8
_FEW_ENTRIES = 200
_DEEPEST = 8
_CLOCK: Place = ("clock",)
_STAND_IN = "firstsnow-stand-in-"


def record_from(tree: Tree) -> Record:
    """Make a record of what was read.

    Raises
    ------
    InputError
        With every problem, if there is any.
    """
    if not tree.is_readable:
        raise InputError(tree.problems)
    if not isinstance(tree.value, dict):
        what = message("a record is an object in braces, and this is not one")
        right = message("give one record, or one record a line in a file named .ndjson")
        raise InputError([*tree.problems, Problem(what, right, pointer="")])
    if not tree.faults:
        try:
            return Record.model_validate(tree.value)
        except ValidationError as error:
            raise _everything_wrong(tree, tree.value, error.error_count()) from None
    raise _everything_wrong(tree, tree.value, 0)


def _everything_wrong(tree: Tree, value: dict[str, object], count: int) -> InputError:
    """List what is wrong; ``count`` is how much validation found at first sight."""
    looked_at = _shortened(value) if count > MOST_PROBLEMS else value
    examination = _Examination(looked_at, set(tree.faults))
    examination.run()
    found = [*tree.problems, *examination.problems()]
    listed = found[:MOST_PROBLEMS]
    unlisted = max(count if count > MOST_PROBLEMS else 0, len(found)) - len(listed)
    return InputError([*listed, more_problems(unlisted)] if unlisted > 0 else listed)


def more_problems(count: int) -> Problem:
    """Say how many problems are not listed."""
    return Problem(
        message("at least {count} more problems are not listed", count=count),
        message("mend those above first"),
    )


def _shortened(tree: dict[str, object]) -> dict[str, object]:
    """Keep the first entries of each list, so that a hostile file can't fill the memory."""
    names = [name for name in tree if name in Record.model_fields]
    names += [name for name in tree if name not in Record.model_fields][:_FEW_ENTRIES]
    return {name: _few(tree[name]) for name in names}


def _few(value: object, depth: int = _DEEPEST) -> object:
    if isinstance(value, list):
        return [_few(entry, depth - 1) for entry in value[:_FEW_ENTRIES] if depth]
    if isinstance(value, dict):
        first = islice(value.items(), _FEW_ENTRIES)
        return {name: _few(entry, depth - 1) for name, entry in first if depth}
    return value


@dataclass
class _Examination:
    """Checks a tree again and again, each time without what was found to be faulty."""

    tree: dict[str, object]
    faults: set[Place]
    stand_ins: dict[Place, object] = field(default_factory=dict)
    found: list[tuple[Place, Problem]] = field(default_factory=list)

    def run(self) -> None:
        """Find everything that is wrong."""
        for _ in range(_MOST_ROUNDS):
            self._guess_clock()
            rest = without(self.tree, self.faults, self.stand_ins)
            errors = _errors_of(rest)
            structural = [error for error in errors if finding_of(error) is None]
            if not structural:
                self._add_findings(rest, errors)
                return
            for error in structural:
                self._add_structural(error, rest)

    def problems(self) -> Iterator[Problem]:
        """Walk over what was found, in order of place."""
        for _, problem in sorted(self.found, key=lambda pair: in_order(pair[0])):
            yield problem

    def _add_structural(self, error: ErrorDetails, rest: Rest) -> None:
        place = rest.original(place_of(error))
        if not lies_within(place, self.faults):
            self.found.append((place, problem_of(error, place)))
        if error["type"] == "missing":
            self._fill(place)
        else:
            self.faults.add(place)

    def _fill(self, place: Place) -> None:
        if is_identifier(Record, place):
            self.stand_ins[place] = f"{_STAND_IN}{len(self.stand_ins)}"
        elif is_time(Record, place):
            self.stand_ins[place] = 0.0 if self._counts_days() else "2000"
        else:
            self.faults.add(place[:-1])
        self.faults.discard(place)

    def _guess_clock(self) -> None:
        """Without this, a misspelt clock would make every time a contradiction."""
        names = {str(place[0]) for place in self.faults if len(place) == 1}
        if any(nearest(name, ["clock"]) for name in names):
            self.faults.discard(_CLOCK)
            self.stand_ins[_CLOCK] = "study" if self._counts_days() else "calendar"

    def _counts_days(self) -> bool:
        clock = self.tree.get("clock")
        if clock in ("study", "calendar"):
            return clock == "study"
        entries = self.tree.get("measurements")
        times = (
            [entry.get("time") for entry in entries if isinstance(entry, dict)]
            if isinstance(entries, list)
            else []
        )
        return any(isinstance(time, int | float) for time in times)

    def _add_findings(self, rest: Rest, errors: list[ErrorDetails]) -> None:
        left_out = _LeftOut(self.tree, {*self.faults, *self.stand_ins})
        for error in errors:
            finding = finding_of(error)
            if finding is None:
                continue
            place = rest.original(finding.place)
            if not left_out.explains(finding, place):
                self.found.append((place, problem_of_finding(_without_stand_ins(finding), place)))


def _without_stand_ins(finding: Finding) -> Finding:
    if _STAND_IN not in str(finding.right):
        return finding
    return replace(finding, right=message("name an entry that stands in the record"))


class _LeftOut:
    """What was left out or replaced, and what only seems wrong because of that."""

    def __init__(self, tree: object, places: set[Place]) -> None:
        self._places = places
        self._holders = {place[:-1] for place in places}
        self._names = names_within(tree, places)

    def explains(self, finding: Finding, place: Place) -> bool:
        """Say whether a finding is only there because something was left out."""
        points_to_it = isinstance(finding.value, str) and finding.value in self._names
        lacks_it = place in self._holders or (finding.value is None and place[:-1] in self._holders)
        return points_to_it or lacks_it or lies_within(place, self._places)


def _errors_of(rest: Rest) -> list[ErrorDetails]:
    try:
        Record.model_validate(rest.value)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []
