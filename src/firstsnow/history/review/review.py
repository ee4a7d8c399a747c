"""The review: what stands in the way, what weighs, what is wanted, what helped, what is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firstsnow.history.answer import Answer
from firstsnow.history.attempt import Attempt
from firstsnow.history.review.course import (
    bipolar_entries,
    earlier_episode_entries,
    in_episode_entries,
    long_episode_entries,
    onset_entries,
    psychosis_entries,
    self_harm_answer_entries,
)
from firstsnow.history.review.entries import (
    adversity_entries,
    circumstance_entries,
    condition_entries,
    function_entries,
    life_event_entries,
    specifier_entries,
)
from firstsnow.history.review.entry import Entry, weighed
from firstsnow.history.review.field_file import (
    Group,
    Informant,
    ReviewField,
    ReviewFile,
    ReviewOption,
    review_file,
)
from firstsnow.history.review.given import (
    adequacy_entries,
    adherence_entries,
    attempt_name,
    side_effect_entries,
)
from firstsnow.history.review.help import Helped, RelativeHelped, relatives_helped, what_helped
from firstsnow.history.review.questions import Question, whom_to_ask
from firstsnow.history.safety import SafetyAnswers
from firstsnow.history.status import Status
from firstsnow.history.untried import Untried
from firstsnow.i18n import message
from firstsnow.record import Goal, Record
from firstsnow.record.fact import Presence


@dataclass(frozen=True, slots=True)
class ReviewedField:
    """One field of the review, held against a record.

    Attributes
    ----------
    field
        The field.
    presence
        Present, absent or unknown.
    entries
        What speaks of it; entries that contradict each other all stand here.
    ask
        Who should be asked, the next one first; empty where the answer is known.
    """

    field: ReviewField
    presence: Presence
    entries: tuple[Entry, ...] = ()
    ask: tuple[Informant, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """A sort of treatment, and whether anything of it was tried."""

    option: ReviewOption
    tried: Answer


@dataclass(frozen=True, slots=True)
class Review:
    """A review of a record on a day. It has no score, and its order is no ranking.

    Attributes
    ----------
    file
        What it looks at, with sources.
    day
        The day, on the record's clock.
    fields
        Every field with its answer.
    goals
        The person's goals, in their own words.
    helped
        Attempts that helped, or of which that is not known, in order of their start.
    relatives
        What helped relatives.
    options
        Sorts of treatment, and whether any was tried.
    untried
        Classes of mechanism of which nothing was given.
    questions
        What is not known, and who should be asked next.
    """

    file: ReviewFile
    day: float
    fields: tuple[ReviewedField, ...]
    goals: tuple[Goal, ...]
    helped: tuple[Helped, ...]
    relatives: tuple[RelativeHelped, ...]
    options: tuple[Option, ...]
    untried: Untried
    questions: tuple[Question, ...]

    def of_group(self, group: Group) -> tuple[ReviewedField, ...]:
        """Give the fields of one group."""
        return tuple(one for one in self.fields if one.field.group == group)

    def to_ask(self, who: Informant) -> tuple[Question, ...]:
        """Give the questions for which someone should be asked next."""
        return tuple(question for question in self.questions if question.next == who)


def review(
    record: Record,
    attempts: Sequence[Attempt],
    told: Status,
    safety: SafetyAnswers,
    untried: Untried,
    day: float,
) -> Review:
    """Review a record on a day.

    Parameters
    ----------
    record
        The record.
    attempts, told, safety, untried
        What the history says of it on that day.
    day
        The day, on the record's clock.
    """
    look = _Look(record, attempts, told, safety, day)
    fields = tuple(look.at(field) for field in review_file().fields if field.is_sourced)
    goals = tuple(goal for goal in record.goals if _is_set(goal, day))
    helped, relatives = what_helped(attempts), relatives_helped(record)
    return Review(
        file=review_file(),
        day=day,
        fields=fields,
        goals=goals,
        helped=helped,
        relatives=relatives,
        options=_options(record, attempts),
        untried=untried,
        questions=tuple(_questions(fields, goals, helped, relatives)),
    )


@dataclass(frozen=True, slots=True)
class _Look:
    """Looks up what a record says of a field."""

    record: Record
    attempts: Sequence[Attempt]
    told: Status
    safety: SafetyAnswers
    day: float

    def at(self, field: ReviewField) -> ReviewedField:
        """Answer one field."""
        entries = tuple(self._entries(field))
        presence = weighed(entries)
        ask = whom_to_ask(field, entries) if presence == "unknown" else ()
        return ReviewedField(field, presence, entries, ask)

    def _entries(self, field: ReviewField) -> Iterator[Entry]:
        record, day = self.record, self.day
        match field.seen_in:
            case "adversity":
                return adversity_entries(record)
            case "life-events":
                return life_event_entries(record, day)
            case "circumstances":
                return circumstance_entries(record, field, day)
            case "conditions":
                return condition_entries(record, field, day)
            case "specifiers":
                return specifier_entries(record, field, day)
            case "function":
                return function_entries(record, field, day)
            case "bipolar":
                return bipolar_entries(record, day)
            case "psychosis":
                return psychosis_entries(record, day)
            case _:
                return self._entries_over_time(field)

    def _entries_over_time(self, field: ReviewField) -> Iterator[Entry]:
        record, day = self.record, self.day
        match field.seen_in:
            case "self-harm-answers":
                return self_harm_answer_entries(self.safety, day)
            case "episode-months":
                return long_episode_entries(record, field, self.told, day)
            case "episodes":
                return earlier_episode_entries(record, self.told, day)
            case "onset":
                return onset_entries(record, field, day)
            case "in-episode":
                return in_episode_entries(self.told, day)
            case "adequacy":
                return adequacy_entries(record, self.attempts)
            case "adherence":
                return adherence_entries(record, self.attempts)
            case "side-effects":
                return side_effect_entries(record, self.attempts, day)
            case _:
                return iter(())


def _is_set(goal: Goal, day: float) -> bool:
    return goal.set_on is None or goal.set_on.earliest <= day


def _options(record: Record, attempts: Sequence[Attempt]) -> tuple[Option, ...]:
    options = (option for option in review_file().options if option.is_sourced)
    return tuple(Option(option, _tried(option, record, attempts)) for option in options)


def _tried(option: ReviewOption, record: Record, attempts: Sequence[Attempt]) -> Answer:
    """Answer whether anything of a sort was given; a study's record does not tell everything."""
    known = [attempt.treatment for attempt in attempts]
    if any(one is not None and one.kind in option.kinds for one in known):
        return "yes"
    return "unknown" if record.study is not None or None in known else "no"


def _questions(
    fields: Sequence[ReviewedField],
    goals: Sequence[Goal],
    helped: Sequence[Helped],
    relatives: Sequence[RelativeHelped],
) -> Iterator[Question]:
    if not goals:
        yield Question(message("what the person wants to reach"), ("person",))
    for one in fields:
        if one.presence == "unknown":
            yield Question(one.field.name, one.ask, one.field)
    for found in helped:
        if found.how_much == "not-known":
            what = message("how much {treatment} helped", treatment=attempt_name(found.attempt))
            yield Question(what, ("person", "chart", "gp-or-pharmacy"))
    if not relatives:
        what = message("whether a treatment helped a relative")
        yield Question(what, ("relative", "person"))
