"""What a report says, as facts: safety first, the finding, attempts, definitions, empty states."""

from typing import Any

import pytest

from firstsnow.i18n import Value, translator
from firstsnow.report import Report, Said
from tests.report.examples import CARE, example_report, record_with, reported, trial

PHQ9_FULL = {str(item): 1 for item in range(1, 9)}


def texts(report: Report, said: tuple[Said, ...]) -> list[str]:
    return [text(report, one.text) for one in said]


def text(report: Report, value: Value) -> str:
    return translator(report.language).text(value)


def sheet(day: str, ninth: int, identifier: str = "m1", **answers: int) -> dict[str, Any]:
    items = PHQ9_FULL | {"9": ninth} | answers
    return {"id": identifier, "scale": "phq-9", "time": day, "items": items}


def test_an_open_answer_about_self_harm_stands_at_the_top_and_asks_for_someone() -> None:
    made = reported(record_with(measurements=[sheet("2026-03-01", 2)]))
    assert made.safety.state == "open"
    headline = text(made, made.safety.headline.text)
    assert "PHQ-9 item 9 (thoughts of death or self-harm): 2 on 1 March 2026" in headline
    assert "What was done about it is not on record." in headline
    assert "Next step: talk about it today, then record what was done." in texts(
        made, made.safety.lines
    )


def test_every_open_answer_is_told_not_the_latest_alone() -> None:
    sheets = [sheet("2026-02-01", 1, "a"), sheet("2026-02-20", 3, "b"), sheet("2026-03-01", 2, "c")]
    made = reported(record_with(measurements=sheets))
    headline = text(made, made.safety.headline.text)
    assert "Before, also open: 3 on 20 February 2026 and 1 on 1 February 2026." in headline


def test_an_answer_that_was_dealt_with_leaves_the_top_and_says_what_was_done() -> None:
    review = {"measurement": "m1", "time": "2026-03-01", "action": "Safety plan gone through."}
    made = reported(record_with(measurements=[sheet("2026-03-01", 2)], safety_reviews=[review]))
    assert made.safety.state == "clear"
    headline = text(made, made.safety.headline.text)
    assert headline.endswith("What was done on 1 March 2026: Safety plan gone through.")


def test_a_zero_today_describes_and_does_not_predict() -> None:
    made = reported(record_with(measurements=[sheet("2026-03-02", 0)]))
    assert made.safety.state == "clear"
    assert text(made, made.safety.headline.text).endswith("was 0 today.")
    assert texts(made, made.safety.lines)[0] == "This describes; it does not predict."


def test_an_old_answer_that_nobody_dealt_with_stays_visible_without_red() -> None:
    sheets = [sheet("2025-01-01", 1, "a"), sheet("2026-03-01", 0, "b")]
    made = reported(record_with(measurements=sheets))
    assert made.safety.state == "past"
    assert any("1 earlier answer" in line for line in texts(made, made.safety.lines))


def test_no_answer_at_all_is_not_a_zero() -> None:
    made = example_report("nothing-measured")
    assert made.safety.state == "not-asked"
    assert "Next step: ask" in texts(made, made.safety.lines)[0]


def test_the_lead_of_forty_treatments_tells_the_recovery_and_what_came_before() -> None:
    made = example_report("forty-treatments")
    lead = " ".join(texts(made, made.lead))
    assert "Recovery since" in lead
    assert "MADRS is 3" in lead
    assert "40 treatments are on record." in lead
    assert "Ketamine" in lead


def test_attempts_stand_in_order_with_dose_time_and_verdict() -> None:
    made = example_report("nothing-measured")
    rows = made.attempts.rows
    assert [row.treatment for row in rows] == ["escitalopram", "mirtazapine", "venlafaxine"]
    assert [row.adequacy for row in rows] == ["yes", "no", "yes"]
    mirtazapine = rows[1]
    assert text(made, mirtazapine.time.text) == "8 Dec 2025 – 27 Dec 2025"
    assert mirtazapine.length is not None
    assert text(made, mirtazapine.length.text) == "2.7 weeks"
    assert texts(made, mirtazapine.reasons) == ["2.7 of 4 weeks: too short to judge"]
    assert mirtazapine.ended is not None
    assert text(made, mirtazapine.ended.text) == "ended: side effects"


def test_an_unknown_verdict_says_what_would_settle_it() -> None:
    made = example_report("only-phq9")
    sertraline = made.attempts.rows[0]
    assert sertraline.adequacy == "unknown"
    assert texts(made, sertraline.reasons) == [
        "the dose is not known as a number; would settle it: the dose in mg/day"
    ]


def test_ketamine_shows_the_ratings_before_and_after_with_their_notes() -> None:
    made = example_report("forty-treatments")
    ketamine = next(row for row in made.attempts.rows if row.treatment == "ketamine")
    (change, *_) = ketamine.changes
    assert text(made, change.text).startswith("MADRS 37 → ")
    assert "response" in text(made, change.text)
    titles = {note.number: text(made, note.title) for note in made.notes}
    assert any(titles[number].startswith("Response") for number in change.notes)


def test_definitions_say_when_they_were_met_and_that_they_no_longer_are() -> None:
    made = example_report("forty-treatments")
    fda = next(entry for entry in made.definitions.entries if entry.id == "fda-2018")
    assert fda.answer == "no"
    assert text(made, fda.now.text) == "not met now"
    assert len(fda.met) == 1
    assert fda.counted
    assert fda.not_counted


def test_an_open_definition_says_how_the_answer_would_change() -> None:
    made = example_report("nothing-measured")
    fda = next(entry for entry in made.definitions.entries if entry.id == "fda-2018")
    assert fda.answer == "unknown"
    assert "if it counts, met; if not, not met" in " ".join(texts(made, fda.open))


@pytest.mark.parametrize("name", [*CARE, "trial"])
def test_every_note_that_is_cited_stands_in_the_list(name: str) -> None:
    made = example_report(name)
    numbers = [note.number for note in made.notes]
    assert numbers == list(range(1, len(numbers) + 1))
    cited = {number for said in _all_said(made) for number in said.notes}
    assert cited <= set(numbers)
    assert cited


def test_a_source_stands_in_full_once() -> None:
    made = example_report("forty-treatments")
    firsts = [
        source.citation
        for note in made.notes
        for source in note.sources
        if source.first_note == note.number
    ]
    assert len(firsts) == len(set(firsts))


def test_symptoms_compare_the_last_complete_sheet_with_the_worst() -> None:
    sheets = [
        sheet("2026-01-01", 0, "a"),
        sheet("2026-02-01", 3, "b"),
        sheet("2026-03-01", 0, "c"),
        {"id": "d", "scale": "phq-9", "time": "2026-03-02", "items": {"1": 3}},
    ]
    made = reported(record_with(measurements=sheets))
    assert made.symptoms.before is not None
    assert text(made, made.symptoms.before.text) == "Worst, 1 Feb 2026"
    ninth = made.symptoms.rows[-1]
    assert (ninth.item, ninth.before, ninth.now, ninth.maximum) == ("9", 3, 0, 3)


def test_where_the_last_sheet_is_the_worst_it_is_compared_with_the_first() -> None:
    sheets = [sheet("2026-01-01", 0, "a"), sheet("2026-02-01", 1, "b")]
    made = reported(record_with(measurements=sheets))
    assert made.symptoms.before is not None
    assert text(made, made.symptoms.before.text) == "First, 1 Jan 2026"


def test_empty_parts_say_what_will_stand_there_and_the_next_step() -> None:
    made = reported(record_with())
    told = {"untried", "staging", "review", "cautions"}
    empty = [passage.empty for passage in made.passages if passage.id not in told]
    assert made.attempts.empty is not None
    assert made.symptoms.empty is not None
    for said in (made.attempts.empty, made.symptoms.empty, *empty):
        assert said is not None
        assert "Next step: " in text(made, said.text)


def test_a_control_is_named_and_is_no_attempt() -> None:
    control = next(one for one in trial() if one.study is not None and one.study.arm == "PLACEBO")
    made = reported(control)
    assert made.attempts.rows == ()
    assert made.attempts.empty is not None
    assert "Placebo pill" in text(made, made.attempts.empty.text)


def test_a_trial_speaks_of_days_and_of_no_date() -> None:
    made = example_report("trial")
    assert text(made, made.heading.seen_on.text).startswith("As known on day ")
    assert "20" not in text(made, made.definitions.last)


def test_nothing_after_the_day_of_the_report_is_told() -> None:
    made = reported(
        record_with(
            life_events=[{"time": "2026-02-01", "what": "Moved"}],
            function=[{"time": "2026-02-01", "aspect": "work", "level": "reduced"}],
            goals=[{"words": "Sing", "set_on": "2026-02-01"}],
            measurements=[sheet("2026-02-01", 3)],
        ),
        at="2026-01-01",
    )
    assert made.safety.state == "not-asked"
    assert all(not made.passage(name).lines for name in ("events", "function", "goals"))


def test_the_same_record_gives_the_same_report() -> None:
    first, second = (reported(record_with(measurements=[sheet("2026-03-01", 2)])) for _ in "ab")
    assert first.versions == second.versions
    assert first.notes == second.notes


def test_a_passage_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(LookupError, match="no passage 'forecast'; there are: course"):
        example_report("only-phq9").passage("forecast")


def test_no_word_of_judgement_and_no_forecast() -> None:
    for name in CARE:
        made = example_report(name)
        words = " ".join(text(made, said.text) for said in _all_said(made)).casefold()
        for word in ("failed", "failure", "non-responder", "refused", "complain", "predicts"):
            assert word not in words


def _all_said(value: object) -> list[Said]:
    """Every piece of text with notes, wherever it stands."""
    if isinstance(value, Said):
        return [value]
    if isinstance(value, tuple):
        return [said for one in value for said in _all_said(one)]
    if type(value).__module__ == "firstsnow.report.page":
        names = [name for name in type(value).__slots__ if name != "plot"]  # type: ignore[attr-defined]  # a slotted dataclass
        return [said for name in names for said in _all_said(getattr(value, name))]
    return []


def exposure(**parts: object) -> dict[str, Any]:
    return {"id": "e1", "treatment": "sertraline", "start": "2025-01-01", **parts}


def row(**parts: object) -> tuple[Report, Any]:
    made = reported(record_with(exposures=[exposure(**parts)]))
    return made, made.attempts.rows[0]


@pytest.mark.parametrize(
    ("doses", "said"),
    [
        ([(50, "mg/day"), (100, "mg/day")], "50 → 100 mg/day"),
        ([(n, "mg/day") for n in (25, 50, 75, 100, 150)], "25 to 150 mg/day"),
        ([(0.1, "g/day"), (200, "mg/day")], "0.1 g/day; 200 mg/day"),
    ],
)
def test_doses_are_steps_a_range_or_told_one_by_one(
    doses: list[tuple[float, str]], said: str
) -> None:
    listed = [
        {"start": f"2025-0{index + 1}-01", "amount": amount, "unit": unit}
        for index, (amount, unit) in enumerate(doses)
    ]
    made, found = row(doses=listed)
    assert text(made, found.dose.text) == said


def test_a_dose_of_which_nothing_is_known_is_not_passed_over() -> None:
    made, found = row(doses=[{"start": "2025-01-01"}, {"start": "2025-02", "as_written": "more"}])
    assert text(made, found.dose.text) == "dose not known; “more”"


def test_sessions_are_counted_with_those_missed() -> None:
    days = ["2025-01-01", "2025-01-08", "2025-01-15"]
    sessions = [{"time": day, "attended": day != "2025-01-08"} for day in days]
    made, found = row(treatment="cbt", sessions=sessions, format="group")
    assert text(made, found.dose.text) == "2 sessions; 1 missed; in a group"


def test_times_say_whether_it_goes_on() -> None:
    made, goes_on = row(ongoing=True)
    assert text(made, goes_on.time.text) == "since 1 Jan 2025"
    made, open_end = row()
    assert text(made, open_end.time.text) == "from 1 Jan 2025; its end is not known"
    sessions = [{"time": "2025-01-01"}]
    made, no_start = row(start=None, treatment="cbt", sessions=sessions)
    assert "1 Jan 2025 or before" in text(made, no_start.time.text)


@pytest.mark.parametrize(
    ("after", "said"),
    [(4, "response, 80 % better"), (15, "25 % better"), (20, "no change"), (22, "higher than")],
)
def test_what_was_measured_before_and_after_is_told_as_it_is(after: int, said: str) -> None:
    totals = [("2025-01-01", 20), ("2025-02-26", after)]
    sheets = [
        {"id": f"m{day}", "scale": "phq-9", "time": day, "total": total} for day, total in totals
    ]
    record = record_with(exposures=[exposure(end="2025-02-28")], measurements=sheets)
    made = reported(record)
    (change,) = made.attempts.rows[0].changes
    assert f"PHQ-9 20 → {after}" in text(made, change.text)
    assert said in text(made, change.text)


def test_a_judgement_that_the_ratings_contradict_is_told_beside_them() -> None:
    sheets = [
        {"id": f"m{total}", "scale": "phq-9", "time": day, "total": total}
        for day, total in [("2025-01-01", 20), ("2025-02-26", 19)]
    ]
    given = exposure(end="2025-02-28", outcome={"judgement": "response", "by": "clinician"})
    made = reported(record_with(exposures=[given], measurements=sheets))
    said = texts(made, made.attempts.rows[0].changes)
    assert said[1] == "the record judges otherwise: response"


def test_an_outcome_that_nobody_judged_says_so() -> None:
    made, found = row(end="2025-02", outcome={"judgement": "not-judged"})
    assert texts(made, found.changes) == ["not judged"]


def test_rules_name_age_formulation_level_and_sessions() -> None:
    made = reported(
        record_with(
            exposures=[
                {"id": f"e{index}", "treatment": name, "start": "2025-01", "end": "2025-12"}
                for index, name in enumerate(("escitalopram", "ect", "venlafaxine", "ketamine"))
            ]
        )
    )
    details = " ".join(text(made, detail) for note in made.notes for detail in note.details)
    assert "mg/day or more" in details
    assert "sessions or more" in details


def test_circumstances_in_every_state() -> None:
    made = reported(
        record_with(
            circumstances=[
                {"aspect": "debt", "presence": "present", "start": "2020", "end": "2022"},
                {"aspect": "no-work", "presence": "present", "ongoing": False},
                {"aspect": "loneliness", "presence": "present"},
                {
                    "aspect": "social-media",
                    "presence": "present",
                    "amount": 3,
                    "unit": "hours a day",
                    "start": "2025",
                },
                {
                    "aspect": "other",
                    "presence": "present",
                    "note": "A court case",
                    "end": "2026-12",
                },
                {"aspect": "conflict", "presence": "absent"},
                {"aspect": "no-savings", "presence": "unknown"},
            ]
        )
    )
    assert texts(made, made.passage("needs").lines) == [
        "Loneliness",
        "Social media use weighs: 3 hours a day, since 2025",
        "Something else “A court case”, until December 2026",
        "No longer: Debt, 2020 to 2022 and No work",
        "Asked, and not so: Conflict",
        "Not known: No savings",
    ]


def test_goals_and_stays_in_hospital_in_order() -> None:
    made = reported(
        record_with(
            goals=[
                {"words": "Sing", "reached": "2025-05"},
                {"words": "Cycle", "wished_by": "2026-08"},
                {"words": "Rest"},
            ],
            admissions=[
                {"start": "2025-03-01", "end": "2025-03-20", "setting": "day-clinic"},
                {"reason": "not known when"},
            ],
            life_events=[{"time": "2025-01-10", "what": "Moved"}],
        )
    )
    assert texts(made, made.passage("goals").lines) == [
        "“Sing” reached: May 2025",
        "“Cycle” wished for by August 2026",
        "“Rest”",
    ]
    assert texts(made, made.passage("events").lines) == [
        "at a time that is not known: In hospital",
        "10 January 2025: “Moved”",
        "1 March 2025 to 20 March 2025: In a day clinic",
    ]


def test_a_declared_scale_goes_by_its_own_name_and_cites_nothing() -> None:
    declared = {
        "id": "my-scale",
        "minimum": 0,
        "maximum": 9,
        "direction": "higher-is-worse",
        "measures": "depression-severity",
    }
    made = reported(
        record_with(
            declared_scales=[declared],
            measurements=[{"id": "m1", "scale": "my-scale", "time": "2026-01-05", "total": 5}],
        )
    )
    assert "my-scale is 5 (5 January 2026)." in texts(made, made.lead)


def test_a_single_complete_sheet_waits_for_a_second() -> None:
    made = reported(record_with(measurements=[sheet("2026-03-01", 0)]))
    assert made.symptoms.empty is not None
    assert "A second complete sheet" in text(made, made.symptoms.empty.text)


def test_two_attempts_of_one_name_are_told_apart_by_their_start() -> None:
    second = exposure(start="2025-06-01", end="2025-06-10") | {"id": "e2"}
    made = reported(record_with(exposures=[exposure(end="2025-01-09"), second]))
    not_counted = " ".join(texts(made, made.definitions.entries[0].not_counted))
    assert "Sertraline (1 Jan 2025)" in not_counted
    assert "Sertraline (1 Jun 2025)" in not_counted
