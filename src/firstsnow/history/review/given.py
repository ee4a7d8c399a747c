"""What the treatments so far say: enough to judge, taken, borne."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firstsnow.history.adherence import was_taken
from firstsnow.history.attempt import Attempt
from firstsnow.history.review.entry import Entry
from firstsnow.i18n import LocalizedText, Message, message
from firstsnow.record import Record
from firstsnow.record.fact import Presence


def attempt_name(attempt: Attempt) -> str | LocalizedText | Message:
    """Give the name of what was given, in the source's words where it is only known by them."""
    if attempt.treatment is not None:
        return attempt.treatment.name
    return attempt.exposure.as_written or message("a treatment without a name")


def adequacy_entries(record: Record, attempts: Sequence[Attempt]) -> Iterator[Entry]:
    """Walk over attempts: which were not enough to judge.

    Only where every attempt was enough is none too little; a study's record does not hold them all.
    """
    for attempt in attempts:
        said = _too_little(attempt)
        yield _entry(record, attempt, said, is_all=record.study is None)


def adherence_entries(record: Record, attempts: Sequence[Attempt]) -> Iterator[Entry]:
    """Walk over medicines: which could not be taken as planned; silence is unknown."""
    for attempt in attempts:
        if attempt.treatment is not None and attempt.treatment.kind != "drug":
            continue
        taken = was_taken(attempt.exposure)
        said: Presence = "absent" if taken == "yes" else "unknown" if taken is None else "present"
        yield _entry(record, attempt, said, is_all=record.study is None)


def side_effect_entries(record: Record, attempts: Sequence[Attempt], day: float) -> Iterator[Entry]:
    """Walk over side effects; a record does not say that there were none."""
    for index, event in enumerate(record.adverse_events):
        if event.may_have_begun(day):
            place = f"adverse_events[{index}]"
            yield Entry(place, event.what, "present", event.start, event.source)
    for attempt in attempts:
        if attempt.exposure.reason_ended == "side-effects" and _is_over(attempt, day):
            yield _entry(record, attempt, "present")


def _is_over(attempt: Attempt, day: float) -> bool:
    """Whether the reason why it ended was known by a day."""
    return attempt.exposure.end is None or attempt.exposure.end.earliest <= day


def _too_little(attempt: Attempt) -> Presence:
    """Answer whether dose or length was too little; what was hardly taken is another field's."""
    too_little = sum(part.answer == "no" for part in attempt.adequacy.parts)
    if too_little > (was_taken(attempt.exposure) == "no"):
        return "present"
    return "absent" if attempt.adequacy.answer == "yes" else "unknown"


def _entry(record: Record, attempt: Attempt, presence: Presence, *, is_all: bool = True) -> Entry:
    exposure = attempt.exposure
    place = f"exposures[{record.exposures.index(exposure)}]"
    return Entry(place, attempt_name(attempt), presence, exposure.start, exposure.source, is_all)
