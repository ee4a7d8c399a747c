"""The box at the top: answers about self-harm, what was done about them, and what remains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firstsnow.charts.course.words import scale_name
from firstsnow.history import SafetyAnswer
from firstsnow.i18n import LocalizedText, Message, Value, message, plural_message
from firstsnow.report.notes import sources_of
from firstsnow.report.page import SafetyBox, SafetyState, Said
from firstsnow.report.subject import Subject
from firstsnow.report.words import SELF_HARM, listed
from firstsnow.scales import SafetyItem, Scale, catalogue

_DESCRIBES = message("This describes; it does not predict.")


def safety_box(subject: Subject) -> SafetyBox:
    """Tell the answers about self-harm; open ones come first and can't be put aside."""
    found = subject.history.safety
    after = tuple(_past_lines(subject)) + tuple(_self_harm_lines(subject))
    if found.open:
        headline, *others = _by_item(subject, found.open)
        return SafetyBox("open", headline, (*others, *_what_to_do(), *after))
    if found.latest is None:
        headline = Said(message("No answer about thoughts of self-harm is on record."))
        ask = Said(message("Next step: ask, and add a measurement with such an item."))
        return SafetyBox("not-asked", headline, (ask, *after))
    headline, *others = [_latest(subject, one) for one in _latest_by_item(found.answers)]
    state: SafetyState = "past" if found.past else "clear"
    return SafetyBox(state, headline, (Said(_DESCRIBES), *others, *after))


def _by_item(subject: Subject, answers: Sequence[SafetyAnswer]) -> list[Said]:
    """One sentence an item, the item with the latest answer first."""
    grouped: dict[tuple[str, str], list[SafetyAnswer]] = {}
    for answer in reversed(answers):
        grouped.setdefault((answer.scale, answer.item), []).append(answer)
    return [_open(subject, group) for group in grouped.values()]


def _open(subject: Subject, answers: Sequence[SafetyAnswer]) -> Said:
    last, *earlier = answers
    note = _note(subject, last)
    text = message(
        "{item}: {answer} on {day}. What was done about it is not on record.",
        item=_item(last),
        answer=last.answer,
        day=_day(subject, last),
    )
    if earlier:
        told = [
            message("{answer} on {day}", answer=one.answer, day=_day(subject, one))
            for one in earlier
        ]
        text = message("{now} Before, also open: {earlier}.", now=text, earlier=listed(told))
    return Said(text, (note,))


def _what_to_do() -> Iterator[Said]:
    yield Said(message("Next step: talk about it today, then record what was done."))
    yield Said(_DESCRIBES)


def _latest_by_item(answers: Sequence[SafetyAnswer]) -> list[list[SafetyAnswer]]:
    """All answers of each item that was on the last form, latest first."""
    last = answers[-1]
    items = [one.item for one in answers if one.index == last.index]
    return [
        [one for one in reversed(answers) if (one.scale, one.item) == (last.scale, item)]
        for item in items
    ]


def _latest(subject: Subject, answers: Sequence[SafetyAnswer]) -> Said:
    last, *earlier = answers
    note = _note(subject, last)
    if subject.clock.is_today(last.day):
        text = message("{item} was {answer} today.", item=_item(last), answer=last.answer)
    else:
        text = message(
            "{item} was {answer} on {day}.",
            item=_item(last),
            answer=last.answer,
            day=_day(subject, last),
        )
    above = next((one for one in earlier if one.finding is not None), None)
    if last.finding is not None and last.review is not None:
        text = message("{text} {done}", text=text, done=_done(subject, last))
    elif above is not None:
        told = message(
            "Last {threshold} or more: {day}.",
            threshold=above.finding.at_least if above.finding is not None else 1,
            day=_day(subject, above),
        )
        text = message("{text} {done}", text=text, done=told)
    return Said(text, (note,))


def _done(subject: Subject, answer: SafetyAnswer) -> Message:
    if answer.review is None:
        raise ValueError("what was done can only be told of an answer that was reviewed")
    return message(
        "What was done on {day}: {action}.",
        day=subject.clock.when(answer.review.time),
        action=answer.review.action.rstrip(".。"),
    )


def _past_lines(subject: Subject) -> Iterator[Said]:
    past = subject.history.safety.past
    if not past:
        return
    text = plural_message(
        "{number} earlier answer at or above its threshold has no record of what was done: {day}.",
        "{number} earlier answers at or above their threshold have no record of what was done,"
        " the last: {day}.",
        len(past),
        day=message(
            "{item}: {answer} on {day}",
            item=_item(past[-1]),
            answer=past[-1].answer,
            day=_day(subject, past[-1]),
        ),
    )
    yield Said(text, (_note(subject, past[-1]),))


def _self_harm_lines(subject: Subject) -> Iterator[Said]:
    events = [e for e in subject.record.self_harm if e.time.earliest <= subject.history.at]
    if not events:
        return
    told = [
        message("{event}, {day}", event=SELF_HARM[event.kind], day=subject.clock.when(event.time))
        for event in events
    ]
    yield Said(message("Self-harm on record: {events}.", events=listed(told)))


def _day(subject: Subject, answer: SafetyAnswer) -> Value:
    return subject.clock.when(subject.record.measurements[answer.index].time)


def _item(answer: SafetyAnswer) -> Message:
    return message(
        "{scale} item {item} ({topic})",
        scale=scale_name(answer.scale),
        item=answer.item,
        topic=_topic(catalogue()[answer.scale], answer.item),
    )


def _topic(scale: Scale, item: str) -> LocalizedText:
    return scale.items_by_id[item].topic


def _note(subject: Subject, answer: SafetyAnswer) -> int:
    scale = catalogue()[answer.scale]
    rules = [rule for rule in scale.safety if rule.item == answer.item]
    return subject.notes.cite(
        f"safety {answer.scale} {answer.item}",
        message("{scale} item {item}", scale=scale.short_name, item=answer.item),
        [_rule(rule) for rule in rules],
        sources_of(scale.sources, [rule.source for rule in rules]),
    )


def _rule(rule: SafetyItem) -> Message:
    text = message("someone looks at it from an answer of {least}", least=rule.at_least)
    if rule.window_days is not None:
        text = plural_message(
            "someone looks at it from an answer of {least}; it asks about the last {number} day",
            "someone looks at it from an answer of {least}; it asks about the last {number} days",
            rule.window_days,
            least=rule.at_least,
        )
    if rule.is_sourced:
        return text
    return message(
        "{rule}; for this no source was read, and it is used because no answer is passed over",
        rule=text,
    )
