"""What was tried: each treatment, how much, how long, what changed, and if it could be judged."""

from __future__ import annotations

from collections.abc import Iterator

from firstsnow.charts.course.words import number, scale_name
from firstsnow.history import Adequacy, Attempt, Improvement, Rating, response_percent
from firstsnow.history.answer import elapsed
from firstsnow.i18n import Message, NumberText, Value, message, plural_message
from firstsnow.record import Dose, Exposure
from firstsnow.report.cutoffs import response_note, scale_note
from firstsnow.report.notes import sources_of
from firstsnow.report.page import AttemptRow, Attempts, Said
from firstsnow.report.subject import Subject
from firstsnow.report.times import length
from firstsnow.report.words import (
    FORMATS,
    JUDGEMENTS,
    REASONS_ENDED,
    UNITS,
    VERDICTS,
    Labels,
    joined,
    listed,
    quoted,
    treatment_name,
    with_units,
)
from firstsnow.treatments import AdequacyRule, catalogue

_STEPS_SHOWN = 4


def attempts(subject: Subject) -> Attempts:
    """Tell every treatment that was tried, in order of time."""
    tried = subject.history.attempts
    if not tried:
        return Attempts((), Said(_nothing(subject)))
    labels = Labels(tried, subject.clock)
    return Attempts(tuple(_row(subject, attempt, labels) for attempt in tried), None)


def _nothing(subject: Subject) -> Message:
    names = controls(subject)
    if not names:
        return message("No treatment is on record yet. Next step: add one.")
    return message(
        "Given was {controls}: a control of a study, and no attempt at a treatment.",
        controls=listed(names),
    )


def controls(subject: Subject) -> list[Value]:
    """Name what was given as a control: placebo, waiting, usual care."""
    return [
        treatment_name(exposure)
        for exposure in subject.record.exposures
        if (known := catalogue().get(exposure.treatment or "")) is not None
        and known.role == "control"
    ]


def _row(subject: Subject, attempt: Attempt, labels: Labels) -> AttemptRow:
    exposure = attempt.exposure
    adequacy = attempt.adequacy
    note = _adequacy_note(subject, attempt)
    lasted = length(elapsed(attempt.start, attempt.end))
    return AttemptRow(
        exposure=exposure.id,
        treatment=None if attempt.treatment is None else attempt.treatment.id,
        name=Said(treatment_name(exposure)),
        added_to=_added_to(subject, exposure, labels),
        dose=_dose(exposure, subject.history.at),
        time=Said(_time(subject, attempt)),
        length=None if lasted is None else Said(lasted),
        changes=tuple(_changes(subject, attempt.improvement)),
        adequacy=adequacy.answer,
        verdict=Said(VERDICTS[adequacy.answer], note),
        reasons=tuple(Said(reason) for reason in _reasons(adequacy)),
        ended=None if exposure.reason_ended is None else Said(REASONS_ENDED[exposure.reason_ended]),
        effects=_effects(subject, exposure),
    )


def _added_to(subject: Subject, exposure: Exposure, labels: Labels) -> Said | None:
    known = {attempt.exposure.id: attempt for attempt in subject.history.attempts}
    names = [labels.of(known[one]) for one in exposure.augments if one in known]
    return Said(message("added to {treatments}", treatments=listed(names))) if names else None


def _dose(exposure: Exposure, at: float) -> Said | None:
    parts: list[Value] = []
    doses = tuple(d for d in exposure.doses if d.start is None or d.start.earliest <= at)
    if doses:
        parts.append(_levels(doses))
    sessions = [session for session in exposure.sessions if session.time.earliest <= at]
    attended = sum(session.attended for session in sessions)
    if not exposure.sessions:
        attended = exposure.session_count or 0
    if attended:
        parts.append(plural_message("{number} session", "{number} sessions", attended))
    missed = sum(not session.attended for session in sessions)
    if missed:
        parts.append(plural_message("{number} missed", "{number} missed", missed))
    if exposure.format is not None:
        parts.append(FORMATS[exposure.format])
    return Said(joined(parts)) if parts else None


def _levels(doses: tuple[Dose, ...]) -> Value:
    known = [dose for dose in doses if dose.amount is not None and dose.unit is not None]
    if len(known) < len(doses) or len({dose.unit for dose in known}) > 1:
        return joined([_level(dose) for dose in doses])
    amounts = [dose.amount for dose in known if dose.amount is not None]
    unit = UNITS[known[0].unit or ""]
    if len(amounts) > _STEPS_SHOWN:
        low, high = number(min(amounts)), number(max(amounts))
        return message("{low} to {high} {unit}", low=low, high=high, unit=unit)
    steps: Value = number(amounts[0])
    for amount in amounts[1:]:
        steps = message("{before} → {after}", before=steps, after=number(amount))
    return message("{amount} {unit}", amount=steps, unit=unit)


def _level(dose: Dose) -> Value:
    if dose.amount is not None and dose.unit is not None:
        return message("{amount} {unit}", amount=number(dose.amount), unit=UNITS[dose.unit])
    return quoted(dose.as_written) if dose.as_written else message("dose not known")


def _time(subject: Subject, attempt: Attempt) -> Value:
    clock, exposure = subject.clock.briefly(), attempt.exposure
    start = (
        clock.when(exposure.start) if exposure.start is not None else clock.bounds(attempt.start)
    )
    if exposure.end is not None and exposure.end.earliest <= subject.history.at:
        return clock.span(start, clock.when(exposure.end))
    if exposure.ongoing or exposure.end is not None:
        return message("since {day}", day=start)
    return message("from {day}; its end is not known", day=start)


def _changes(subject: Subject, change: Improvement) -> Iterator[Said]:
    if change.before is not None and change.after is not None:
        yield _measured(subject, change.before, change.after)
    if change.judgement is not None and change.basis != "measured":
        yield Said(_judged(change))
    elif change.contradicts_judgement and change.judgement is not None:
        text = message(
            "the record judges otherwise: {judgement}", judgement=JUDGEMENTS[change.judgement]
        )
        yield Said(text)
    if change.basis == "unknown" and change.judgement is None:
        yield Said(message("no rating before and after"))


def _judged(change: Improvement) -> Value:
    word = JUDGEMENTS[change.judgement or "not-judged"]
    if change.basis == "unknown":
        return word
    return message("judged: {judgement}", judgement=word)


def _measured(subject: Subject, before: Rating, after: Rating) -> Said:
    percent = after.improvement_since(before)
    text = message(
        "{scale} {before} → {after}",
        scale=scale_name(before.scale),
        before=number(before.total),
        after=number(after.total),
    )
    notes = scale_note(subject.notes, before.scale)
    if percent >= response_percent():
        text = message(
            "{change}: response, {percent} % better", change=text, percent=_whole(percent)
        )
        notes = (*response_note(subject.notes), *notes)
    elif percent > 0:
        text = message("{change}: {percent} % better", change=text, percent=_whole(percent))
    elif percent == 0:
        text = message("{change}: no change", change=text)
    else:
        text = message("{change}: higher than before", change=text)
    return Said(text, notes)


def _reasons(adequacy: Adequacy) -> Iterator[Message]:
    for part in adequacy.parts:
        if part.answer != adequacy.answer:
            continue
        reason = with_units(part.reason)
        if part.missing is None:
            yield reason
        else:
            missing = with_units(part.missing)
            yield message("{reason}; would settle it: {missing}", reason=reason, missing=missing)


def _adequacy_note(subject: Subject, attempt: Attempt) -> tuple[int, ...]:
    rule, treatment = attempt.adequacy.rule, attempt.treatment
    if rule is None or treatment is None or not rule.is_sourced:
        return ()
    text = message("{treatment}: {rule}", treatment=treatment.name, rule=joined(list(_rule(rule))))
    sources = sources_of(treatment.sources, _source_keys(rule))
    title = message("Adequate: enough dose for long enough")
    return (subject.notes.cite(f"adequacy {rule.rule_set}", title, [text], sources),)


def _rule(rule: AdequacyRule) -> Iterator[Message]:
    for dose in rule.doses:
        text = message(
            "{amount} {unit} or more", amount=number(dose.minimum), unit=UNITS[dose.unit]
        )
        if dose.formulation is not None:
            text = message("{rule} ({detail})", rule=text, detail=dose.formulation)
        if dose.age_from_years is not None:
            text = message("{rule} from {age} years", rule=text, age=number(dose.age_from_years))
        yield text
    if rule.level is not None:
        yield message(
            "blood level {amount} {unit} or more",
            amount=number(rule.level.minimum),
            unit=rule.level.unit,
        )
    for sessions in rule.sessions:
        count = plural_message(
            "{number} session or more", "{number} sessions or more", sessions.count
        )
        if sessions.variant is not None:
            count = message("{rule} ({detail})", rule=count, detail=sessions.variant)
        yield count
    if rule.duration is not None:
        yield message("for {weeks} weeks or more", weeks=number(rule.duration.weeks))


def _source_keys(rule: AdequacyRule) -> list[str]:
    facts = [*rule.doses, *rule.sessions, rule.duration, rule.level]
    return [fact.source for fact in facts if fact is not None]


def _effects(subject: Subject, exposure: Exposure) -> Said | None:
    known = [event.what for event in subject.record.adverse_events if event.exposure == exposure.id]
    if not known:
        return None
    return Said(message("unwanted effects: {effects}", effects=listed(known)))


def _whole(percent: float) -> NumberText:
    return NumberText(percent, 0)
