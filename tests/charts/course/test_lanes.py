"""Life events, goals and answers about self-harm, each in a lane with its words."""

from __future__ import annotations

import datetime as dt

from firstsnow.charts.course.answer_lane import by_item, zeros_text
from firstsnow.charts.course.event_lane import goals, life_events
from firstsnow.record import Record
from tests.charts.people import (
    a_story,
    example,
    laid_out,
    odd_scales,
    person,
    rows_of,
    told,
    words_of,
)


def answered(*answers: int, apart_days: int = 7) -> Record:
    """PHQ-9s at even distances whose item 9 had these answers."""
    first = dt.date(2025, 1, 6)
    items = {str(number): 1 for number in range(1, 9)}
    return person(
        measurements=[
            {
                "scale": "phq-9",
                "time": (first + dt.timedelta(days=apart_days * index)).isoformat(),
                "items": {**items, "9": answer},
            }
            for index, answer in enumerate(answers)
        ]
    )


def figures(record: Record) -> list[int]:
    made = laid_out(record)
    rows = rows_of(made, "answers") + rows_of(made, "answers to act on")
    return [row["answer"] for row in sorted(rows, key=lambda row: row["day"])]


def test_an_event_has_its_words_and_its_date() -> None:
    made = laid_out(a_story())
    assert "Job lost, 18 Aug 2025" in words_of(made)
    assert len(rows_of(made, "life events")) == 3


def test_a_goal_is_a_flag_with_the_persons_words() -> None:
    made = laid_out(a_story())
    assert "“Sing in the choir again.”, 2 May 2026" in words_of(made)
    assert len(rows_of(made, "goals")) == 1


def test_a_goal_without_a_date_has_no_flag() -> None:
    made = laid_out(person(goals=[{"words": "Walk to the sea"}]))
    assert "“Walk to the sea”, no date" in words_of(made)
    assert rows_of(made, "goals") == []


def test_what_happened_later_is_not_told() -> None:
    record = a_story()
    before = dt.date(2026, 1, 1).toordinal()
    assert [each.words for each in life_events(record, before)] == ["Job lost"]
    assert goals(record, before) == ((), ())


def test_a_stay_lasts_and_self_harm_is_a_fact_among_others() -> None:
    made = laid_out(odd_scales())
    (stay,) = rows_of(made, "stays")
    assert stay["end"] - stay["day"] == 19
    assert "Suicide attempt, 1 May 2026" in words_of(made)
    assert "In hospital, 1 May 2026 – 20 May 2026" in words_of(made)


def test_a_stay_that_goes_on_lasts_until_the_day_of_the_history() -> None:
    stays = [{"start": "2026-01-05", "ongoing": True}, {"setting": "ward"}, {"start": "2026-01-02"}]
    record = person(observed_until="2026-02-04", admissions=stays)
    found = life_events(record, told(record).at)
    assert [each.end - each.start for each in found] == [0, 30]


def test_a_month_is_drawn_as_a_month() -> None:
    (row,) = rows_of(
        laid_out(
            person(observed_until="2026-06-30", life_events=[{"time": "2026-04", "what": "A move"}])
        ),
        "imprecise dates",
    )
    assert row["end"] - row["day"] == 29


def test_answers_stand_as_figures_where_they_were_given() -> None:
    assert figures(answered(0, 1, 0, 2, 3, 0)) == [1, 2, 3]


def test_the_last_zeros_are_counted_since_when() -> None:
    (found,) = by_item(told(answered(0, 1, 0, 0)).safety)
    assert str(zeros_text(found, is_calendar=True)) == "0 at all 2 answers since 2025-01-20"


def test_nothing_above_zero_is_said_in_words() -> None:
    assert "0 at all 3 answers" in words_of(laid_out(answered(0, 0, 0)))


def test_the_latest_answer_is_said_where_it_was_above_zero() -> None:
    assert "latest answer 2, 13 Jan 2025" in words_of(laid_out(answered(0, 2)))


def test_very_many_figures_are_the_highest_of_their_days() -> None:
    record = answered(*([1, 2, 1, 3] * 60), apart_days=1)
    shown = figures(record)
    assert len(shown) < 60
    assert max(shown) == 3
    assert any(
        "each figure is the highest of its days" in text for text in words_of(laid_out(record))
    )


def test_an_answer_that_waits_is_a_task_and_one_dealt_with_is_not() -> None:
    waiting = example("only-phq9")
    assert rows_of(laid_out(waiting), "answers to act on")
    told_to_act = [r["tooltip"] for r in rows_of(laid_out(waiting), "answers to act on")]
    assert all(text.endswith("not yet dealt with") for text in told_to_act)
    assert rows_of(laid_out(a_story()), "answers to act on") == []


def test_on_a_narrow_screen_treatments_come_before_events() -> None:
    names = ("Medicines", "Life events")
    wide = [text for text in words_of(laid_out(a_story())) if text in names]
    narrow = [text for text in words_of(laid_out(a_story(), width=360.0)) if text in names]
    assert wide == ["Life events", "Medicines"]
    assert narrow == ["Medicines", "Life events"]
