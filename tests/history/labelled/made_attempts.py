"""Attempts as charts hold them: whole, in parts, or in words alone.

What the rules' text leaves open cannot be labelled from it, and is left out here: treatments
without a rule that were hardly taken, light as a kind of its own, esketamine as augmentation,
short courses of stimulation that were whole, selegiline at a low dose by a route that is not on
record, augmentation that was hardly taken, and lithium whose level was seen for less than the
rule's time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from tests.history.labelled.days import written
from tests.history.labelled.dice import Dice
from tests.history.labelled.shelf import treatment

Entry: TypeAlias = dict[str, Any]

ANTIDEPRESSANTS = (
    "sertraline", "escitalopram", "citalopram", "fluoxetine", "paroxetine", "fluvoxamine",
    "venlafaxine", "duloxetine", "desvenlafaxine", "milnacipran", "mirtazapine", "mianserin",
    "bupropion", "vortioxetine", "agomelatine", "trazodone", "reboxetine", "tianeptine",
    "amitriptyline", "nortriptyline", "clomipramine", "imipramine", "maprotiline",
    "tranylcypromine", "phenelzine", "moclobemide",
)  # fmt: skip
ADDED = ("aripiprazole", "quetiapine", "risperidone", "liothyronine", "lamotrigine")
THERAPIES = ("cbt", "ipt", "behavioural-activation", "mbct", "cbasp", "psychodynamic")
MAGNETIC = ("rtms", "theta-burst", "accelerated-tms")
OTHERS = ("exercise", "dbs", "vns", "tdcs", "social-prescribing")
CONTROLS = ("placebo-pill", "waiting-list", "usual-care")
KINDS = (
    "antidepressant", "antidepressant", "antidepressant", "antidepressant", "antidepressant",
    "combination", "augmentation", "lithium", "lithium", "esketamine", "ketamine", "therapy",
    "ect", "magnetic", "other", "words", "control", "selegiline",
)  # fmt: skip
HARDLY = ("antidepressant", "selegiline", "therapy", "magnetic", "ketamine")
"""Kinds of which the text says what follows where hardly any was taken."""
ENDS = ("did-not-help-enough", "side-effects", "person-chose", "course-completed")
JUDGEMENTS = (
    "no-response", "no-response", "no-response", "no-response", "worse", "partial-response",
    "response", "remission", "not-judged",
)  # fmt: skip
FOUR_WEEKS = 28
PERCENTS = (-20.0, 0.0, 10.5, 24.9, 25.0, 33.0, 49.9, 50.0, 72.0)


def length(dice: Dice, kind: str) -> int:
    if kind in ("ect", "magnetic", "esketamine", "ketamine"):
        return dice.of((14, 20, 27, 28, 30, 42, 42))
    if kind == "lithium":
        return dice.of((10, 13, 28, 42, 70))
    if kind in ("therapy", "other"):
        return dice.of((20, 42, 70, 90, 112))
    return dice.of((14, 21, 27, 28, 29, 40, 42, 56, 56, 70, 84))


def make(dice: Dice, kind: str, name: str, first: int, last: int, used: set[str]) -> Entry | None:
    """Make one attempt over some days; none where everything of its kind was used before."""
    made = _MAKERS[kind](dice, first, last)
    if made.get("treatment") in used:
        return None
    made = {"id": name, **made, "start": written(first), "end": written(last)}
    made |= _taken(dice, may_be_hardly=kind in HARDLY) | _outcome(dice)
    if dice.chance(30):
        made["reason_ended"] = dice.of(ENDS)
    return made


def plainly(made: Entry, dice: Dice) -> Entry:
    """Say of an antidepressant that it was given for long, taken, and did not help enough."""
    least = treatment(made["treatment"])["adequacy"][0]["doses"][0]["minimum"]
    kept = {key: value for key, value in made.items() if key != "adherence_share"}
    return kept | {
        "doses": [_level(dice.of((least, 1.5 * least)))],
        "adherence": "full",
        "outcome": {"judgement": dice.of(("no-response", "no-response", "no-response", "worse"))},
    }


def _taken(dice: Dice, *, may_be_hardly: bool) -> Entry:
    if dice.chance(45):
        return {"adherence": "full"}
    if dice.chance(14):
        words = ("partial", "poor", "none") if may_be_hardly else ("partial",)
        return {"adherence": dice.of(words)}
    if dice.chance(14):
        least = (0.3, 0.49) if may_be_hardly else ()
        return {"adherence_share": dice.of((*least, 0.5, 0.8, 0.99, 1.0))}
    return {}


def _outcome(dice: Dice) -> Entry:
    if dice.chance(10):
        return {}
    if dice.chance(20):
        percent = dice.of(PERCENTS)
        return {"outcome": {"judgement": "not-judged", "improvement_percent": percent}}
    return {"outcome": {"judgement": dice.of(JUDGEMENTS), "by": dice.of(("person", "clinician"))}}


def _antidepressant(dice: Dice, first: int, last: int) -> Entry:
    name = dice.of(ANTIDEPRESSANTS)
    least = treatment(name)["adequacy"][0]["doses"][0]["minimum"]
    return {"treatment": name, **_doses(dice, least, first, last)}


def _level(amount: float | None, **times: str) -> Entry:
    if amount is None:
        return {"as_written": "as prescribed", **times}
    return {**times, "amount": amount, "unit": "mg/day"}


def _doses(dice: Dice, least: float, first: int, last: int) -> Entry:
    """Write one level, some levels, a break, an undated change, words, or nothing."""
    way = dice.between(1, 20)
    start, days = written(first), last - first
    low, enough = least / 2, dice.of((least, least, 1.5 * least, 2 * least))
    if way <= 10:
        return {"doses": [_level(enough)]}
    if way <= 12:
        return {"doses": [_level(dice.of((low, 0.98 * least)))]}
    if way == 13:
        return {}
    if way == 14:
        return {"doses": [_level(None)]}
    if way <= 16:
        raised = written(first + dice.of((7, 12, 14)))
        return {"doses": [_level(low, start=start), _level(enough, start=raised)]}
    if way == 17 and days > 50:
        paused, again = written(first + 20), written(first + 20 + dice.of((10, 16)))
        return {"doses": [_level(enough, start=start, end=paused), _level(enough, start=again)]}
    if way == 18:
        return {"doses": [_level(least), _level(2 * least)]}
    if way == 19:
        return {"doses": [_level(low), _level(least)]}
    raised = written(first + days // 2)
    return {"doses": [_level(enough, start=start), _level(2 * least, start=raised)]}


def _selegiline(dice: Dice, _first: int, _last: int) -> Entry:
    route = dice.of(({"route": "oral"}, {"route": "transdermal"}, {}))
    amounts = (3, 6, 9) if route else (6, 9)
    return {"treatment": "selegiline", **route, "doses": [_level(dice.of(amounts))]}


def _augmentation(dice: Dice, _first: int, _last: int) -> Entry:
    return {"treatment": dice.of(ADDED), "doses": [_level(dice.of((1, 2, 5, 150, 300)))]}


def _lithium(dice: Dice, _first: int, _last: int) -> Entry:
    return {"treatment": "lithium", "doses": [_level(dice.of((400, 600, 900)))]}


def _spray(dice: Dice, first: int, last: int) -> Entry:
    made = {"treatment": "esketamine"}
    made |= dice.of(({"route": "intranasal"}, {"route": "intranasal"}, {"route": "intranasal"}, {}))
    amount = dice.of((28, 28, 56, 56, 84))
    return {**made, **_supervised(dice, first, last, amount, "mg", (4, 7, 8, 8, 8, 10))}


def _infusion(dice: Dice, first: int, last: int) -> Entry:
    made = {"treatment": "ketamine", "route": dice.of(("intravenous", "intravenous", "oral"))}
    amount = dice.of((0.25, 0.5, 0.5, 1.0))
    return {**made, **_supervised(dice, first, last, amount, "mg/kg", (1, 2, 3, 6, 6))}


def _supervised(
    dice: Dice, first: int, last: int, amount: float, unit: str, counts: tuple[int, ...]
) -> Entry:
    count = dice.of(counts)
    if dice.chance(45):
        return {"session_count": count, "doses": [{"amount": amount, "unit": unit}]}
    if dice.chance(15):
        return {"session_count": count}
    step = (last - first) / count
    listed = [
        {"time": written(first + int(index * step)), "amount": amount, "unit": unit}
        for index in range(count)
    ]
    if dice.chance(20):
        listed[0] = {**listed[0], "attended": False}
    return {"sessions": listed}


def _therapy(dice: Dice, first: int, last: int) -> Entry:
    made: Entry = {"treatment": dice.of(THERAPIES)}
    if made["treatment"] == "psychodynamic":
        made |= dice.of(({"variant": "short-term"}, {"variant": "long-term"}, {}))
    return {**made, **_course(dice, first, last, (4, 7, 8, 12, 15, 16, 20, 60))}


def _ect(dice: Dice, first: int, last: int) -> Entry:
    placement = dice.of(("bilateral", "bitemporal", "bifrontal", "right-unilateral", None))
    made = {"treatment": "ect", **({"variant": placement} if placement else {})}
    counts = (3, 5, 6, 8, 10, 12) if last - first >= FOUR_WEEKS else (3, 5)
    return {**made, **_course(dice, first, last, counts)}


def _magnetic(dice: Dice, first: int, last: int) -> Entry:
    made: Entry = {"treatment": dice.of(MAGNETIC)}
    if made["treatment"] == "accelerated-tms":
        made |= dice.of(({"variant": "snt"}, {"variant": "other"}, {}))
    counts = (10, 19, 20, 20, 30, 49, 50) if last - first >= FOUR_WEEKS else (10, 19)
    return {**made, **_course(dice, first, last, counts)}


def _course(dice: Dice, first: int, last: int, counts: tuple[int, ...]) -> Entry:
    """Write a number of sessions, their days, or nothing."""
    if dice.chance(10):
        return {}
    count = dice.of(counts)
    if count > last - first or dice.chance(60):
        return {"session_count": count}
    step = (last - first) / count
    listed: list[Entry] = [{"time": written(first + int(n * step))} for n in range(count)]
    if dice.chance(30):
        listed[1] = {**listed[1], "attended": False}
    return {"sessions": listed}


def _other(dice: Dice, first: int, last: int) -> Entry:
    name = dice.of(OTHERS)
    sessions = _course(dice, first, last, (5, 10, 11, 12, 30)) if name == "exercise" else {}
    return {"treatment": name, **sessions}


def _words(dice: Dice, _first: int, _last: int) -> Entry:
    return {"as_written": dice.of(("a tablet from abroad", "two other tablets", "drip, one week"))}


def _control(dice: Dice, _first: int, _last: int) -> Entry:
    return {"treatment": dice.of(CONTROLS)}


_MAKERS: dict[str, Callable[[Dice, int, int], Entry]] = {
    "antidepressant": _antidepressant,
    "combination": _antidepressant,
    "augmentation": _augmentation,
    "lithium": _lithium,
    "esketamine": _spray,
    "ketamine": _infusion,
    "therapy": _therapy,
    "ect": _ect,
    "magnetic": _magnetic,
    "other": _other,
    "words": _words,
    "control": _control,
    "selegiline": _selegiline,
}
