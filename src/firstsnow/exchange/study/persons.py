"""Rows to persons, and persons to records."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from firstsnow.exchange.study.cells import is_plain_text, shown
from firstsnow.exchange.study.mapping import Mapping
from firstsnow.exchange.study.rows import RowFacts
from firstsnow.i18n import Message, message
from firstsnow.record import Exposure, Measurement, Person, Record, Study

_NOT_IN_IDENTIFIERS = re.compile(r"[^A-Za-z0-9._:-]+")
_LONGEST_IDENTIFIER = 100
NAME_IN_DATA = "person"
"""The column under which a record keeps a name that can't be an identifier."""

_Key: TypeAlias = tuple[str, float, str | None]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What a row says against an earlier row of the same person."""

    role: str
    what: Message
    right: Message


@dataclass
class PersonSoFar:
    """A person as far as the rows were read."""

    name: str
    first_line: int
    arm: str | None = None
    age: float | None = None
    sex: Literal["female", "male"] | None = None
    about_person: dict[str, str] = field(default_factory=dict)
    unknown: dict[str, str] = field(default_factory=dict)
    measurements: dict[_Key, tuple[Measurement, int]] = field(default_factory=dict)

    def contradictions(self, facts: RowFacts) -> Iterator[Contradiction]:
        """Walk over what a row says that an earlier row of this person says otherwise."""
        yield from self._two_values("arm", self.arm, facts.arm)
        yield from self._two_values("sex", self.sex, facts.sex)
        for name, value in facts.about_person.items():
            yield from self._two_values(name, self.about_person.get(name), value)
        for measurement in facts.measurements:
            before = self.measurements.get(_key(measurement))
            if before is not None and before[0] != measurement:
                yield Contradiction(
                    "day",
                    message(
                        "line {line} gives other values for {scale} on the same day",
                        line=before[1],
                        scale=measurement.scale,
                    ),
                    message(
                        "keep one of the two; tell two ratings on one day apart"
                        " by fractions of the day or by their rater"
                    ),
                )

    def _two_values(
        self, role: str, before: str | None, now: str | None
    ) -> Iterator[Contradiction]:
        if before is not None and now is not None and before != now:
            yield Contradiction(
                role,
                message(
                    "this person had {before} in line {line}, and has {now} here",
                    before=shown(before),
                    line=self.first_line,
                    now=shown(now),
                ),
                message("mend one of the two rows; a person has one value for this in a study"),
            )

    def add(self, facts: RowFacts) -> bool:
        """Take in a row, and say whether it was a repetition of what was known."""
        self.arm = self.arm or facts.arm
        self.sex = self.sex or facts.sex
        self.age = facts.age if self.age is None else self.age
        self.about_person.update(facts.about_person)
        new = [one for one in facts.measurements if _key(one) not in self.measurements]
        self.measurements.update({_key(one): (one, facts.line) for one in new})
        return bool(facts.measurements) and not new


def _key(measurement: Measurement) -> _Key:
    return measurement.scale, measurement.time.earliest, measurement.rater


class RecordMaker:
    """Makes records of the persons of one study."""

    def __init__(self, mapping: Mapping, study_name: str) -> None:
        self._mapping = mapping
        self._study_name = mapping.study.name or study_name
        self._declared = mapping.declared_scales()
        self._exposures = {name: _exposures(mapping, name) for name in mapping.arms}
        self._taken: set[str] = set()

    def make(self, person: PersonSoFar, kept: Sequence[str]) -> Record:
        """Make the record of one person.

        Parameters
        ----------
        person
            What the rows said.
        kept
            Columns without a meaning that are kept with the person.

        Raises
        ------
        ValidationError
            If the parts contradict each other.
        """
        name = self._identifier(person.name)
        measurements = tuple(
            one for one, _ in sorted(person.measurements.values(), key=_by_day_and_line)
        )
        used = {one.scale for one in measurements}
        return Record(
            id=name,
            clock="study",
            observed_until=measurements[-1].time if measurements else None,
            person=Person(age_years=person.age, sex=person.sex),
            study=self._study(person, name, kept),
            exposures=self._exposures.get(person.arm or "", ()),
            declared_scales=tuple(one for key, one in self._declared.items() if key in used),
            measurements=measurements,
        )

    def _study(self, person: PersonSoFar, name: str, kept: Sequence[str]) -> Study:
        arm = self._mapping.arms.get(person.arm or "")
        population = self._mapping.population
        columns = dict(person.about_person)
        columns.update({key: person.unknown[key] for key in kept if key in person.unknown})
        if name != person.name:
            columns.setdefault(NAME_IN_DATA, person.name)
        return Study(
            name=self._study_name,
            arm=person.arm,
            blinding=arm.blinding if arm else None,
            believed=arm.believed if arm else None,
            diagnosis=population.diagnosis,
            setting=population.setting,
            min_failed_attempts=population.min_failed_attempts,
            seen_before=self._mapping.study.seen_before,
            columns=tuple(
                (key, value) for key, value in columns.items() if key and is_plain_text(key)
            ),
        )

    def _identifier(self, name: str) -> str:
        """Give a name that a record may have, the data's own wherever that can be."""
        plain = _NOT_IN_IDENTIFIERS.sub("-", name).lstrip("._:-")[:_LONGEST_IDENTIFIER]
        if plain != name or plain in self._taken:
            digest = hashlib.sha256(name.encode()).hexdigest()[:8]
            plain = f"{plain[: _LONGEST_IDENTIFIER - 9]}-{digest}".lstrip("-")
        self._taken.add(plain)
        return plain


def _by_day_and_line(pair: tuple[Measurement, int]) -> tuple[float, int]:
    return pair[0].time.earliest, pair[1]


def _exposures(mapping: Mapping, arm: str) -> tuple[Exposure, ...]:
    given = mapping.arms[arm].exposures
    return tuple(one.as_exposure(f"e{number}") for number, one in enumerate(given, start=1))
