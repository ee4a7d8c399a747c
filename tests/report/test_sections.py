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
    empty = [passage.empty for passage in made.passages if passage.id != "untried"]
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
