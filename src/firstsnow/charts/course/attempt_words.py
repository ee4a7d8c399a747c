"""A treatment in words: its name and doses, whether it was enough to judge, what became of it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from firstsnow.charts.course.words import number, scale_name, sentence_case
from firstsnow.charts.text_width import SLACK, shortened, text_width
from firstsnow.history import Answer, Attempt, Improvement
from firstsnow.history.course_definitions import response_percent
from firstsnow.i18n import Message, Translator, Value, message, plural_message
from firstsnow.record import Exposure
from firstsnow.record.exposure import Judgement
from firstsnow.scales import catalogue as scales
from firstsnow.scales import threshold
from firstsnow.treatments import catalogue

_VERDICTS: dict[Answer, Message] = {
    "yes": message("Adequate"),
    "no": message("Not adequate"),
    "unknown": message("Adequacy not known"),
}
_JUDGED: dict[Judgement, Message] = {
    "remission": message("judged as remission"),
    "response": message("judged as response"),
    "partial-response": message("judged as partial response"),
    "no-response": message("judged as no response"),
    "worse": message("judged as worse"),
    "not-judged": message("not judged"),
}
_MOST_DOSES = 4


def treatment_name(exposure: Exposure) -> Value:
    """Give the name of what was given, with its formulation; the source's words where unknown."""
    known = catalogue().get(exposure.treatment or "")
    name: Value = exposure.as_written or message("unnamed treatment")
    if known is not None:
        name = known.name
    if exposure.formulation is not None:
        name = message("{name} {formulation}", name=name, formulation=exposure.formulation)
    if exposure.augments:
        return message("{name} (added)", name=name)
    return name


def doses_text(exposure: Exposure) -> Value | None:
    """Give the doses in their order, ``None`` where none is on record."""
    steps = _dose_steps(exposure)
    if not steps:
        written = [dose.as_written for dose in exposure.doses if dose.as_written is not None]
        return message("“{words}”", words=written[0]) if written else None
    if len({unit for _, unit in steps}) > 1:
        amount, unit = steps[-1]
        return message("to {amount} {unit}", amount=number(amount), unit=unit)
    amounts = [amount for amount, _ in steps]
    if len(amounts) > _MOST_DOSES:
        amounts = [amounts[0], max(amounts), amounts[-1]]
    return message("{amounts} {unit}", amounts=_arrows(amounts), unit=steps[0][1])


def top_dose_text(exposure: Exposure) -> Value | None:
    """Give the highest dose, ``None`` where none is known as a number."""
    steps = _dose_steps(exposure)
    if not steps or len({unit for _, unit in steps}) > 1:
        return None
    amount = max(amount for amount, _ in steps)
    return message("{amount} {unit}", amount=number(amount), unit=steps[0][1])


def sessions_text(exposure: Exposure) -> Message | None:
    """Say how many sessions were attended, and of how many; ``None`` where there were none."""
    offered = len(exposure.sessions)
    attended = sum(session.attended for session in exposure.sessions)
    if not offered and exposure.session_count is None:
        return None
    if not offered or attended == offered:
        count = max(attended, exposure.session_count or 0)
        return plural_message("{number} session", "{number} sessions", count)
    return message("{attended} of {offered} sessions", attended=attended, offered=offered)


def head_text(exposure: Exposure, translator: Translator) -> str:
    """Give name, doses and sessions in one line."""
    parts: list[Value | None] = [doses_text(exposure), sessions_text(exposure)]
    name = sentence_case(translator.text(treatment_name(exposure)))
    said = [translator.text(part) for part in parts if part is not None]
    return "  ".join([name, translator.text(message(", ")).join(said)]).strip()


def verdict_text(attempt: Attempt) -> Message:
    """Say whether it was enough to judge."""
    return _VERDICTS[attempt.adequacy.answer]


def outcome_text(found: Improvement) -> Message | None:
    """Say how much better someone became under it, ``None`` where nothing is known."""
    if found.basis == "measured" and found.before is not None and found.after is not None:
        return message(
            "{what}: {scale} {before} → {after}",
            what=_extent(found.before.scale, found.percent.low),
            scale=scale_name(found.before.scale),
            before=number(found.before.total),
            after=number(found.after.total),
        )
    if found.basis == "judged" and found.judgement is not None:
        return _JUDGED[found.judgement]
    return None


def _extent(scale: str, percent: float) -> Message:
    """Name a fall in percent; a partial response by the scale's own sourced threshold."""
    if percent >= response_percent():
        return message("response")
    known = scales().get(scale)
    partial = None if known is None else threshold(known, "partial-response")
    if partial is not None and percent >= (partial.fall_percent or math.inf):
        return message("partial response")
    return message("no response")


def tail_text(attempt: Attempt, translator: Translator) -> str:
    """Give verdict, first reason and outcome in one line."""
    verdict = translator.text(verdict_text(attempt))
    if attempt.adequacy.reasons:
        reason = translator.text(attempt.adequacy.reasons[0])
        verdict = translator.text(message("{verdict}: {reason}", verdict=verdict, reason=reason))
    outcome = outcome_text(attempt.improvement)
    if outcome is None:
        return verdict
    return translator.text(message("{verdict}; {outcome}", verdict=verdict, outcome=outcome))


def short_text(exposure: Exposure, attempt: Attempt | None, translator: Translator) -> str:
    """Give name, highest dose and verdict in a few words."""
    name = sentence_case(translator.text(treatment_name(exposure)))
    dose = top_dose_text(exposure) if not exposure.sessions else None
    named = name if dose is None else f"{name} {translator.text(dose)}"
    return _with_verdict(named, attempt, translator)


def shortest_text(
    exposure: Exposure, attempt: Attempt | None, translator: Translator, width: float
) -> str:
    """Give name and verdict within a width in px; where it is too small, the name is cut."""
    name = sentence_case(translator.text(treatment_name(exposure)))
    verdict = SLACK * text_width(_with_verdict("", attempt, translator))
    return _with_verdict(shortened(name, width - verdict), attempt, translator)


def _with_verdict(named: str, attempt: Attempt | None, translator: Translator) -> str:
    if attempt is None:
        return named
    answer = attempt.adequacy.answer
    if answer == "yes":
        said = message("{name}, adequate", name=named)
    elif answer == "no":
        said = message("{name}, not adequate", name=named)
    else:
        said = message("{name}, not known", name=named)
    return translator.text(said)


def _dose_steps(exposure: Exposure) -> list[tuple[float, str]]:
    given = [(dose.amount, dose.unit) for dose in exposure.doses]
    given = given or [(session.amount, session.unit) for session in exposure.sessions]
    steps: list[tuple[float, str]] = []
    for amount, unit in given:
        if amount is None or unit is None or not math.isfinite(amount):
            continue
        if not steps or steps[-1] != (amount, unit):
            steps.append((amount, unit))
    return steps


def _arrows(amounts: Sequence[float]) -> str:
    return " → ".join(f"{number(amount):g}" for amount in amounts)
