"""People as charts hold them, drawn from a fixed seed.

Left out, because the rules' text does not say how to read it: first days that are not on record
beside ratings, months of which some days give two ratings and others do not, a noted severity that
ratings contradict, and psychosis where nothing says how severe the depression is.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeAlias

from tests.history.labelled.course import last_rating
from tests.history.labelled.days import span, written
from tests.history.labelled.dice import Dice
from tests.history.labelled.helped import may_be_measured
from tests.history.labelled.made_attempts import KINDS, length, make, plainly
from tests.history.labelled.shelf import remission_line

Entry: TypeAlias = dict[str, Any]

NUMBER = 260
STORIES = (
    "dated", "dated", "dated", "dated", "dated and rated", "dated and rated", "dated and rated",
    "rated", "stale", "well", "just well", "relapsed", "recurred", "dipped", "over",
    "over long ago", "open", "second episode", "nothing",
)  # fmt: skip
UNRATED = ("dated", "over", "over long ago", "open", "second episode", "nothing")
HIGH = {"phq-9": (10, 27), "madrs": (22, 50), "ham-d17": (15, 38)}
EVERY = 35
"""Days between two ratings."""
BEFORE_THE_FIRST = 10


def records() -> list[Entry]:
    return [_record(number) for number in range(1, NUMBER + 1)]


def _record(number: int) -> Entry:
    dice = Dice(f"labelled histories 1, {number}")
    story = STORIES[number % len(STORIES)]
    first = dt.date(2016, 1, 1).toordinal() + dice.between(0, 2000)
    made = _attempts(dice, first, story)
    last = max([first, *made["ends"]])
    person = _person(dice)
    record: Entry = {
        "id": f"r{number:03}",
        **({"person": person} if person else {}),
        "diagnoses": _diagnoses(dice),
        "exposures": made["exposures"],
        "dosing_sessions": made["dosing_sessions"],
        "laboratory": made["laboratory"],
    }
    return _without_the_undecided({**record, **_story(dice, story, first, last)})


def _without_the_undecided(record: Entry) -> Entry:
    """Leave out what the text does not say how to read."""
    return _with_days(_without_psychosis(_without_contradiction(record)))


def _last(record: Entry) -> int:
    return int(span(record["observed_until"])[1])


def _without_contradiction(record: Entry) -> Entry:
    """Keep no mild severity beside ratings, all of which begin and end at least moderate."""
    if not record["measurements"]:
        return record
    return record | {
        "episodes": [
            {key: value for key, value in one.items() if (key, value) != ("severity", "mild")}
            for one in record["episodes"]
        ]
    }


def _without_psychosis(record: Entry) -> Entry:
    last = record["episodes"][-1:]
    is_noted = bool(last) and "severity" in last[0] and last[0].get("ongoing", False)
    if is_noted or last_rating(record, _last(record)) is not None:
        return record
    return record | {
        "diagnoses": [{**one, "psychosis": "unknown"} for one in record["diagnoses"]],
    }


def _with_days(record: Entry) -> Entry:
    """Write days where ratings judge an attempt on some days of its months alone."""
    exposures = []
    for one in record["exposures"]:
        is_open = may_be_measured(record, one, _last(record)) is None
        exposures.append({**one, **_days_for(one)} if is_open else one)
    return {**record, "exposures": exposures}


def _days_for(exposure: Entry) -> Entry:
    days = {"start": "-10", "end": "-28"}
    return {
        name: exposure[name] + day
        for name, day in days.items()
        if len(exposure.get(name, "")) == len("2024-03")
    }


def _person(dice: Dice) -> Entry:
    if dice.chance(25):
        return {}
    year = dice.of((1938, 1944, 1947, 1965, 1978, 1990, 1996))
    return {"birth": dice.of((f"{year}", f"{year}-07", f"{year}-07-02"))}


def _diagnoses(dice: Dice) -> list[Entry]:
    psychosis = dice.of((*({"psychosis": "absent"},) * 3, {"psychosis": "present"}, {}))
    said = dice.between(1, 12)
    one: Entry = {"name": "depression", **psychosis}
    if said == 1:
        return []
    if said == 2:
        return [{**one, "polarity": "bipolar"}]
    if said == 3:
        return [one]
    if said == 4:
        return [{**one, "polarity": "unipolar"}, {"name": "bipolar II", "polarity": "bipolar"}]
    if said == 5:
        doubted = {"name": "bipolar II", "polarity": "bipolar", "status": "ruled-out"}
        return [{**one, "polarity": "unipolar"}, doubted]
    return [{**one, "polarity": "unipolar"}]


def _attempts(dice: Dice, first: int, story: str) -> dict[str, list[Any]]:
    """Make attempts one after the other, some added to the one before."""
    found: dict[str, list[Any]] = {
        "exposures": [],
        "dosing_sessions": [],
        "laboratory": [],
        "ends": [],
    }
    exposures: list[Entry] = found["exposures"]
    used: set[str] = set()
    day = first + dice.between(3, 20)
    is_plain = dice.chance(45)
    numbers = (2, 3, 3, 4, 5, 8) if is_plain else (0, 1, 2, 2, 3, 3, 3, 4, 4, 5, 6, 9)
    for index in range(dice.of(numbers)):
        kind = "antidepressant" if index == 0 or is_plain else dice.of(KINDS)
        kind = dice.of(KINDS) if index > 1 else kind
        is_long = is_plain and kind == "antidepressant"
        start, end = day, day + (dice.of((42, 56, 70)) if is_long else length(dice, kind))
        made = make(dice, kind, f"e{index + 1}", start, end, used)
        if made is None:
            continue
        made = plainly(made, dice) if is_long else made
        before = exposures[-1] if exposures else None
        may_be_added = kind in ("combination", "augmentation", "lithium")
        if may_be_added and before is not None and (kind == "combination" or dice.chance(80)):
            made["augments"] = [before["id"]]
        used.add(made.get("treatment", ""))
        used.discard("")
        _blood(dice, made, start, end, found)
        _move_sessions(dice, made, found)
        exposures.append(made)
        found["ends"].append(end)
        day = end + dice.of((1, 1, 1, 5, 12))
    _blur(dice, exposures, story)
    return found


def _blood(dice: Dice, made: Entry, start: int, end: int, found: dict[str, list[Any]]) -> None:
    """Measure lithium weekly: steadily at the level or below it, or never."""
    if made.get("treatment") != "lithium":
        return
    value = dice.of((0.3, 0.5, 0.62, 0.71, None))
    if value is not None:
        found["laboratory"] += [
            {"analyte": "lithium", "time": written(time), "value": value, "unit": "mmol/L"}
            for time in range(start + 5, end + 1, 7)
        ]


def _move_sessions(dice: Dice, made: Entry, found: dict[str, list[Any]]) -> None:
    """Write supervised doses apart from the exposure, as a clinic does."""
    listed = made.get("sessions", [])
    is_supervised = made.get("treatment") in ("esketamine", "ketamine")
    if is_supervised and dice.chance(30) and all(one.get("attended", True) for one in listed):
        made.pop("sessions", None)
        found["dosing_sessions"] += [{"exposure": made["id"], **one} for one in listed]


def _blur(dice: Dice, exposures: list[Entry], story: str) -> None:
    """Leave days out of attempts, or write them to the month, as charts do."""
    is_supported = story in ("dated", "dated and rated", "second episode", "open", "nothing")
    is_rated = story not in UNRATED
    for index, made in enumerate(exposures):
        has_days_within = "sessions" in made or any("start" in one for one in made.get("doses", []))
        is_last = index == len(exposures) - 1
        if is_last and is_supported and made.get("treatment") != "lithium" and dice.chance(40):
            del made["end"]
            made.pop("reason_ended", None)
            made.update({"ongoing": True} if dice.chance(70) else {})
        elif has_days_within or made.get("treatment") in ("lithium", "esketamine", "ketamine"):
            continue
        elif dice.chance(12):
            made["start"], made["end"] = made["start"][:7], made["end"][:7]
        elif dice.chance(8):
            made["end"] = made["end"][:7]
        elif not is_rated and dice.chance(4):
            del made["start"]


def _story(dice: Dice, story: str, first: int, last: int) -> Entry:
    """Tell how the person was, and until when the record goes."""
    scale = dice.of(("phq-9", "madrs"))
    until = last + dice.of((2, 20, 40, 60))
    episode: Entry = {"start": written(first), **_severity(dice)}
    if dice.chance(15) and story in ("dated", "over"):
        episode["start"] = episode["start"][:7]
    ongoing = {**episode, "ongoing": True}
    mania = _mania(dice, first)
    if story == "dated":
        return _whole(until, [*mania, ongoing])
    if story == "dated and rated":
        scale = dice.of(("phq-9", "madrs", "ham-d17"))
        rated = _rated(dice, scale, first + BEFORE_THE_FIRST, until, above=True)
        return _whole(until, [*mania, ongoing], rated + _second(dice, scale, rated))
    if story == "rated":
        return _whole(until, [], _rated(dice, scale, first, until))
    if story == "stale":
        rated = _rated(dice, scale, first + BEFORE_THE_FIRST, last)
        noted = {**ongoing, "severity": dice.of(("moderate", "severe"))}
        return _whole(last + dice.between(80, 300), [noted], rated)
    if story in UNRATED:
        return _dated(dice, story, episode, first, last)
    return _turned(dice, story, scale, first, last)


def _dated(dice: Dice, story: str, episode: Entry, first: int, last: int) -> Entry:
    """Tell what a clinician dated, and nothing else."""
    until = last + dice.of((2, 20, 40, 60))
    if story == "open":
        return _whole(until, [episode])
    if story == "second episode":
        earlier = {
            "start": written(first - dice.between(700, 900)),
            "end": written(first - dice.between(300, 500)),
        }
        start = written(first + dice.between(0, (last - first) // 2 + 1))
        return _whole(until, [earlier, {**episode, "start": start, "ongoing": True}])
    if story == "nothing":
        return _whole(until, [])
    since = dice.between(5, 65) if story == "over" else dice.between(220, 400)
    return _whole(last + since, [{**episode, "end": written(last + 5)}])


def _turned(dice: Dice, story: str, scale: str, first: int, last: int) -> Entry:
    """Tell of ratings that turned: well, well for days, well for a while and ill again."""
    rated = _rated(dice, scale, first, last)
    turn = last + 8
    well = {"well": 60, "just well": 14, "dipped": 14, "relapsed": 80, "recurred": 150}[story]
    step = 7 if well < 20 else 20
    rated += [_rating(dice, scale, day, 0, 4) for day in range(turn, turn + well + 1, step)]
    end = turn + well
    if story in ("dipped", "relapsed", "recurred"):
        low, high = HIGH[scale]
        again = turn + (18 if story == "dipped" else well + 12)
        rated += [_rating(dice, scale, again + days, low, high) for days in (0, 14)]
        end = again + 14
    episode = {"start": written(first), "ongoing": True, "severity": "moderate"}
    dated = [episode] if story == "just well" else []
    return _whole(end + dice.between(0, 4), dated, rated)


def _severity(dice: Dice) -> Entry:
    said = dice.of(("mild", "moderate", "moderate", "severe", "severe", None))
    return {"severity": said} if said else {}


def _mania(dice: Dice, first: int) -> list[Entry]:
    if not dice.chance(5):
        return []
    times = {"start": written(first - 500), "end": written(first - 480)}
    return [{"polarity": dice.of(("manic", "hypomanic")), **times}]


def _rating(dice: Dice, scale: str, day: int, low: int, high: int) -> Entry:
    return {"scale": scale, "time": written(day), "total": dice.between(low, high)}


def _rated(dice: Dice, scale: str, first: int, last: int, *, above: bool = False) -> list[Entry]:
    """Rate again and again; ``above`` takes any total above the line of remission."""
    low, high = HIGH[scale]
    least = int(remission_line(scale)) + 1 if above and dice.chance(40) else low
    days = range(first, last + 1, EVERY)
    return [
        _rating(dice, scale, day, low if day in (first, days[-1]) else least, high) for day in days
    ]


def _second(dice: Dice, scale: str, rated: list[Entry]) -> list[Entry]:
    """Rate on another scale too, on fewer days."""
    other = dice.of([one for one in HIGH if one != scale])
    if len(rated) < 4 or dice.chance(60):
        return []
    days = [dt.date.fromisoformat(one["time"]).toordinal() + 3 for one in rated[:-2]]
    return [_rating(dice, other, day, *HIGH[other]) for day in days]


def _whole(until: int, episodes: list[Entry], rated: list[Entry] | None = None) -> Entry:
    return {
        "episodes": episodes,
        "measurements": rated or [],
        "observed_until": written(until),
    }
