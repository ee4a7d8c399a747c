"""How the person was over time, in words: episodes, response, remission, recovery, relapse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from firstsnow.charts.course.words import number, scale_name
from firstsnow.history import Answer, Change, Status
from firstsnow.history.status import State
from firstsnow.i18n import Message, Value, message, plural_message
from firstsnow.record import When
from firstsnow.report.cutoffs import course_note, response_note, scale_note
from firstsnow.report.page import Passage, Said
from firstsnow.report.subject import Subject

STATES: dict[str, Message] = {
    "episode": message("In an episode"),
    "response": message("Response"),
    "remission": message("Remission"),
    "recovery": message("Recovery"),
    "symptoms": message("Above the remission line"),
    "unobserved": message("Not known (no measurement for too long)"),
}

_CHANGES: dict[str, Message] = {
    "response": message("Response reached"),
    "remission": message("Remission reached"),
    "recovery": message("Recovery reached"),
    "relapse": message("Relapse"),
    "recurrence": message("Recurrence"),
}


def course(subject: Subject) -> Passage:
    """Tell how the person was over time, and what happened by definition."""
    title = message("The course in words")
    told = subject.history.status
    lines = [Said(stretch_text(subject, one), _notes(subject, one)) for one in stretches(told)]
    lines += list(_changes(subject))
    lines += list(_episodes(subject))
    empty = None
    if not lines:
        empty = Said(
            message(
                "Neither a rating nor a dated episode is on record."
                " Next step: add a measurement, or send a check-in."
            )
        )
    return Passage("course", title, tuple(lines), empty)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time of one state, measured or dated or both by turns."""

    state: State
    start: float
    end: float
    settled: Answer
    is_measured: bool
    is_dated: bool


def stretches(told: Status) -> list[Stretch]:
    """Give the course as stretches of one state each: how it is known does not part them."""
    found: list[Stretch] = []
    for one in told.segments:
        next_one = Stretch(
            one.state,
            one.start,
            one.end,
            one.settled,
            one.basis == "measured",
            one.basis == "dated",
        )
        if found and _continues(found[-1], next_one):
            last = found.pop()
            next_one = replace(
                next_one,
                start=last.start,
                is_measured=last.is_measured or next_one.is_measured,
                is_dated=last.is_dated or next_one.is_dated,
            )
        found.append(next_one)
    return found


def _continues(last: Stretch, following: Stretch) -> bool:
    same = (last.state, last.settled) == (following.state, following.settled)
    return same and last.end == following.start


def stretch_text(subject: Subject, segment: Stretch) -> Message:
    """Say one stretch of the course with its time."""
    state: Value = STATES[segment.state]
    if segment.is_dated and segment.is_measured:
        state = message("{state} (as dated and as measured)", state=state)
    elif segment.is_dated:
        state = message("{state} (as dated on record)", state=state)
    elif segment.settled == "unknown":
        state = message("{state} (not yet known to have lasted)", state=state)
    elif segment.settled == "no":
        state = message("{state} (shorter than its definition asks)", state=state)
    start = _edge(subject, segment.start)
    if segment.end >= subject.history.at:
        return message("{state} since {day}", state=state, day=start)
    end = _edge(subject, segment.end)
    return message("{state} from {start} to {end}", state=state, start=start, end=end)


def _changes(subject: Subject) -> Iterator[Said]:
    for change in subject.history.status.changes:
        if change.kind in ("relapse", "recurrence", "recovery"):
            yield Said(_change(subject, change), _change_notes(subject))


def _episodes(subject: Subject) -> Iterator[Said]:
    """Tell how many episodes there were, as far as was seen, and whether a recovery lasts."""
    found = subject.history.episodes
    low, high = int(found.count.low), int(found.count.high)
    if low == high > 1:
        text = plural_message(
            "{number} episode of depression on record.",
            "{number} episodes of depression on record.",
            low,
        )
        yield Said(text, _change_notes(subject))
    elif low != high:
        text = message(
            "Between {low} and {high} episodes of depression on record: what was not seen may have"
            " parted them.",
            low=low,
            high=high,
        )
        yield Said(text, _change_notes(subject))
    if found.recovery is not None and found.recovery.holds == "unknown":
        text = message(
            "Whether the recovery still holds is not known: last seen on {day}.",
            day=subject.clock.day(found.recovery.seen_until),
        )
        yield Said(text, _change_notes(subject))


def _change(subject: Subject, change: Change) -> Message:
    what = _CHANGES[change.kind]
    day = subject.clock.day(change.day)
    if change.rating is None:
        return message("{what} on {day}", what=what, day=day)
    return message(
        "{what} on {day}: {scale} {total}",
        what=what,
        day=day,
        scale=scale_name(change.rating.scale),
        total=number(change.rating.total),
    )


def _change_notes(subject: Subject) -> tuple[int, ...]:
    told = subject.history.status
    return course_note(subject.notes, told.convention)


def _notes(subject: Subject, segment: Stretch) -> tuple[int, ...]:
    told = subject.history.status
    if not segment.is_measured or segment.state == "unobserved" or told.scale is None:
        return ()
    scale = scale_note(subject.notes, told.scale)
    if segment.state == "response":
        return (*response_note(subject.notes), *scale)
    if segment.state in ("remission", "recovery"):
        return (*course_note(subject.notes, told.convention), *scale)
    return scale


def _edge(subject: Subject, day: float) -> Value:
    """Write the end of a segment, as exactly as the episode that it comes from is dated."""
    for episode in subject.record.episodes:
        for when in (episode.start, episode.end):
            if isinstance(when, When) and when.middle == day:
                return subject.clock.when(when)
    return subject.clock.day(day)
