"""Answers that someone must look at, read one by one and at once."""

from __future__ import annotations

from collections.abc import Mapping

from firstsnow.scales.definition import Scale
from firstsnow.scales.results import SafetyFinding


def safety_findings(scale: Scale, answers: Mapping[str, int | None]) -> tuple[SafetyFinding, ...]:
    """List the answers that call for attention, whether or not the form is complete.

    Rules without a source are read too: an answer about suicide is never passed over because
    nobody has written down where its threshold comes from. Answers that the item does not have
    are left to `check_answers`.

    >>> from firstsnow.scales import scale
    >>> [(found.item, found.answer) for found in safety_findings(scale("phq-9"), {"9": 1})]
    [('9', 1)]
    """
    findings = []
    for rule in scale.safety:
        answer = answers.get(rule.item)
        if answer is None or answer < rule.at_least:
            continue
        if answer not in scale.plan.items[rule.item].allowed:
            continue
        findings.append(
            SafetyFinding(
                scale=scale.id,
                item=rule.item,
                answer=answer,
                at_least=rule.at_least,
                window_days=rule.window_days,
                level=rule.level,
                about=rule.about,
            )
        )
    return tuple(findings)
