"""Records that may be, drawn by Hypothesis as the JSON that they would be written in."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=20
)
DAYS = st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2030, 12, 31))
TIMES = st.one_of(
    DAYS.map(dt.date.isoformat),
    DAYS.map(lambda day: day.isoformat()[:7]),
    DAYS.map(lambda day: day.isoformat()[:4]),
    DAYS.map(lambda day: f"{day.isoformat()}T09:30+08:00"),
)
AMOUNTS = st.floats(min_value=0, max_value=1e6, allow_nan=False)
PRESENCE = st.sampled_from(["present", "absent", "unknown"])
COMMON = {
    "source": st.sampled_from(["person", "clinician", "chart"]),
    "certainty": st.sampled_from(["certain", "uncertain"]),
    "entered": TIMES,
    "note": TEXT,
}


def entries(
    required: dict[str, st.SearchStrategy[Any]], **optional: st.SearchStrategy[Any]
) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Draw a few entries of a record with the fields of every entry beside their own."""
    one = st.fixed_dictionaries(required, optional={**COMMON, **optional})
    return st.lists(one, max_size=2)


def form(answers: list[int | None]) -> dict[str, Any]:
    """Write a PHQ-9, with its total where all items were answered."""
    items = {str(item): answer for item, answer in enumerate(answers, start=1)}
    said: dict[str, Any] = {"scale": "phq-9", "items": items}
    given = [answer for answer in answers if answer is not None]
    return {**said, "total": sum(given)} if len(given) == len(answers) else said


FORMS = st.lists(st.one_of(st.none(), st.integers(0, 3)), min_size=9, max_size=9).map(form)
TOTALS = st.fixed_dictionaries(
    {"scale": st.sampled_from(["bdi-ii", "madrs"]), "total": st.integers(0, 60)}
)
MEASUREMENTS = st.lists(
    st.tuples(st.one_of(FORMS, TOTALS), TIMES, st.sampled_from(["clinician", "self"])).map(
        lambda parts: {**parts[0], "time": parts[1], "rater": parts[2]}
    ),
    max_size=4,
)
EXPOSURES = st.lists(
    st.fixed_dictionaries(
        {"treatment": st.sampled_from(["sertraline", "lithium", "ect", "cbt"])},
        optional={
            **COMMON,
            "start": TIMES,
            "ongoing": st.booleans(),
            "adherence_share": st.floats(0, 1),
            "session_count": st.integers(0, 60),
            "outcome": st.fixed_dictionaries(
                {"judgement": st.sampled_from(["response", "no-response", "not-judged"])}
            ),
            "doses": st.lists(
                st.fixed_dictionaries({"amount": AMOUNTS, "unit": st.just("mg/day")}), max_size=2
            ),
        },
    ),
    max_size=3,
).map(lambda found: [{"id": f"e{n}", **one} for n, one in enumerate(found)])

RECORDS = st.fixed_dictionaries(
    {"id": st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,20}", fullmatch=True)},
    optional={
        "schema_version": st.just(1),
        "observed_until": TIMES,
        "person": st.fixed_dictionaries(
            {}, optional={"age_years": st.floats(0, 120), "gender": TEXT}
        ),
        "measurements": MEASUREMENTS,
        "exposures": EXPOSURES,
        "diagnoses": entries({"name": TEXT}, polarity=st.sampled_from(["bipolar", "unipolar"])),
        "family": entries(
            {"relative": st.just("mother"), "condition": TEXT, "presence": PRESENCE},
            treatments=st.just([{"treatment": "lithium", "outcome": {"judgement": "response"}}]),
        ),
        "circumstances": entries({"aspect": st.just("no-savings"), "presence": PRESENCE}),
        "laboratory": entries(
            {"analyte": TEXT, "time": TIMES, "value": AMOUNTS, "unit": TEXT},
            comparator=st.sampled_from(["<", ">"]),
        ),
        "life_events": entries({"time": TIMES, "what": TEXT}),
        "goals": entries({"words": TEXT}, wished_by=TIMES),
        "notes": entries({"time": TIMES, "text": TEXT}),
    },
)
"""Records, most of which may be, as the values that JSON would hold."""
