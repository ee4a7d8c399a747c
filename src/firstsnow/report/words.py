"""Words for the closed lists of records and histories, and names of treatments and scales."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from firstsnow.history import Answer, Attempt
from firstsnow.i18n import Language, Listing, LocalizedText, Message, Value, message
from firstsnow.record import Exposure
from firstsnow.report.page import Said
from firstsnow.report.times import Clock
from firstsnow.treatments import Treatment
from firstsnow.treatments import catalogue as treatments

VERDICTS: dict[Answer, Message] = {
    "yes": message("Adequate"),
    "no": message("Not adequate"),
    "unknown": message("Not known"),
}
"""Whether an attempt was enough to judge."""

ANSWERS: dict[Answer, Message] = {
    "yes": message("met"),
    "no": message("not met"),
    "unknown": message("not known"),
}
"""Whether a definition is met."""

JUDGEMENTS: dict[str, Message] = {
    "remission": message("remission"),
    "response": message("response"),
    "partial-response": message("partial response"),
    "no-response": message("did not help enough"),
    "worse": message("worse"),
    "not-judged": message("not judged"),
}

JUDGES: dict[str, Message] = {
    "person": message("by the person"),
    "clinician": message("by a clinician"),
    "relative": message("by a relative"),
}

REASONS_ENDED: dict[str, Message] = {
    "did-not-help-enough": message("ended: did not help enough"),
    "side-effects": message("ended: side effects"),
    "well": message("ended: well"),
    "person-chose": message("ended: the person's choice"),
    "cost-or-access": message("ended: cost or access"),
    "interaction": message("ended: interaction"),
    "pregnancy": message("ended: pregnancy"),
    "course-completed": message("ended: course completed"),
    "study-ended": message("ended: the study ended"),
    "other": message("ended: another reason"),
}

UNITS: dict[str, Message] = {
    "mg/day": message("mg/day"),
    "ug/day": message("µg/day"),
    "g/day": message("g/day"),
    "mg/kg": message("mg/kg"),
    "mg": message("mg"),
    "ug": message("µg"),
    "session": message("a session"),
    "minutes": message("minutes"),
    "lux": message("lux"),
}

FORMATS: dict[str, Message] = {
    "individual": message("individual"),
    "group": message("in a group"),
    "couple": message("as a couple"),
    "family": message("with the family"),
    "online": message("online"),
    "guided-self-help": message("guided self-help"),
}

SEXES: dict[str, Message] = {
    "female": message("female"),
    "male": message("male"),
    "intersex": message("intersex"),
}

SELF_HARM: dict[str, Message] = {
    "attempt": message("suicide attempt"),
    "interrupted-attempt": message("interrupted suicide attempt"),
    "self-injury-without-intent": message("self-injury without intent to die"),
    "preparation": message("preparation for suicide"),
}

CIRCUMSTANCES: dict[str, Message] = {
    "no-savings": message("No savings"),
    "debt": message("Debt"),
    "insecure-housing": message("Housing not secure"),
    "food-insecurity": message("Food not secure"),
    "insecure-care": message("Access to care not secure"),
    "insecure-work": message("Work not secure"),
    "no-work": message("No work"),
    "loneliness": message("Loneliness"),
    "living-alone": message("Living alone"),
    "social-media": message("Social media use weighs"),
    "caring-for-others": message("Caring for others"),
    "conflict": message("Conflict"),
    "other": message("Something else"),
}

FUNCTION_ASPECTS: dict[str, Message] = {
    "work": message("Work"),
    "study": message("Study"),
    "home": message("Home"),
    "relations": message("Relations"),
    "leisure": message("Leisure"),
    "self-care": message("Self-care"),
}

FUNCTION_LEVELS: dict[str, Message] = {
    "full": message("in full"),
    "reduced": message("reduced"),
    "not-possible": message("not possible"),
    "unknown": message("not known"),
}

ADMISSIONS: dict[str, Message] = {
    "ward": message("In hospital"),
    "day-clinic": message("In a day clinic"),
    "crisis-house": message("In a crisis house"),
    "emergency": message("In an emergency department"),
}

PREGNANCY: dict[str, Message] = {
    "pregnant": message("Pregnant"),
    "postpartum": message("After a birth"),
    "breastfeeding": message("Breastfeeding"),
    "planning": message("Wishes for a child"),
    "not-pregnant": message("Not pregnant"),
}

VITAL_SIGNS: dict[str, Message] = {
    "weight-kg": message("Weight in kg"),
    "height-cm": message("Height in cm"),
    "waist-cm": message("Waist in cm"),
    "systolic-mmhg": message("Systolic blood pressure in mmHg"),
    "diastolic-mmhg": message("Diastolic blood pressure in mmHg"),
    "pulse-per-minute": message("Pulse in beats a minute"),
    "temperature-celsius": message("Temperature in °C"),
    "oxygen-saturation-percent": message("Oxygen saturation in percent"),
}

POLARITIES: dict[str, Message] = {
    "unipolar": message("unipolar"),
    "bipolar": message("bipolar"),
    "unknown": message("polarity not known"),
}

OTHER_EPISODES: dict[str, Message] = {
    "manic": message("Mania, as dated on record"),
    "hypomanic": message("Hypomania, as dated on record"),
    "mixed": message("Mixed episode, as dated on record"),
}

PSYCHOSIS: dict[str, Message] = {
    "present": message("with psychosis"),
    "absent": message("without psychosis"),
    "unknown": message("psychosis not known"),
}


def quoted(words: str) -> Message:
    """Set someone's own words in quotation marks."""
    return message("“{words}”", words=words)


def with_units(said: Message) -> Message:
    """Write the unit of a message from another room in the reader's language."""
    values = tuple(
        (name, UNITS.get(value, value) if name == "unit" and isinstance(value, str) else value)
        for name, value in said.values
    )
    return Message(said.template, values, said.plural, said.number)


def joined(parts: Sequence[Value]) -> Value:
    """Set several short statements side by side."""
    if not parts:
        return ""
    told = parts[0]
    for part in parts[1:]:
        told = message("{left}; {right}", left=told, right=part)
    return told


def listed(parts: Sequence[Value]) -> Value:
    """Join values as a sentence does."""
    return parts[0] if len(parts) == 1 else Listing(tuple(parts))


def treatment_name(exposure: Exposure) -> Value:
    """Name what was given, with its formulation or variant; in the source's words if need be."""
    treatment = treatments().get(exposure.treatment) if exposure.treatment is not None else None
    if treatment is None:
        return quoted(exposure.as_written or exposure.treatment or "?")
    detail = _variant_name(treatment, exposure) or exposure.formulation
    if detail is None:
        return capitalised(treatment.name)
    return message("{treatment} {detail}", treatment=capitalised(treatment.name), detail=detail)


def capitalised(text: LocalizedText) -> LocalizedText:
    """Begin the English text with a capital letter."""
    return LocalizedText(text.en[:1].upper() + text.en[1:], text.zh)


def _variant_name(treatment: Treatment, exposure: Exposure) -> Value | None:
    for variant in treatment.variants:
        if variant.id == exposure.variant:
            return variant.name
    return exposure.variant


class Labels:
    """Names of attempts that tell them apart: with the start where a name occurs twice."""

    def __init__(self, attempts: Sequence[Attempt], clock: Clock) -> None:
        self._clock = clock
        names = {attempt.exposure.id: treatment_name(attempt.exposure) for attempt in attempts}
        counts = Counter(names.values())
        self._labels = {
            attempt.exposure.id: self._label(attempt, names[attempt.exposure.id], counts)
            for attempt in attempts
        }

    def of(self, attempt: Attempt) -> Value:
        """Give the label of an attempt."""
        return self._labels[attempt.exposure.id]

    def _label(self, attempt: Attempt, name: Value, counts: Counter[Value]) -> Value:
        if counts[name] == 1 or attempt.exposure.start is None:
            return name
        start = self._clock.briefly().when(attempt.exposure.start)
        return message("{treatment} ({time})", treatment=name, time=start)


def says_english(text: LocalizedText, language: Language) -> bool:
    """Whether a text has no words in the reader's language, so that it is shown in English."""
    return language is Language.CHINESE and text.zh is None


def plain(text: Value, *notes: int) -> Said:
    """Make a piece of text with its notes."""
    return Said(text, notes)
