"""The strip at the top: how someone was, in words."""

from __future__ import annotations

import pytest

from firstsnow.charts.course.strip import episode_shading, stretches
from firstsnow.history import Segment
from firstsnow.history.segment import State
from tests.charts.people import (
    a_story,
    example,
    laid_out,
    one_sheet,
    person,
    rows_of,
    told,
    totals,
    words_of,
)


def test_neighbouring_times_of_one_state_are_one_however_they_are_known() -> None:
    segments = (
        Segment("episode", 0, 10, "dated"),
        Segment("episode", 10, 20, "measured"),
        Segment("remission", 20, 30, "measured"),
    )
    first, second = stretches(segments, 30)
    assert (first.segment.start, first.segment.end) == (0, 20)
    assert not first.is_dated
    assert (first.is_current, second.is_current) == (False, True)


def test_the_present_state_says_since_when() -> None:
    assert "In an episode since Aug 2025" in words_of(laid_out(example("nothing-measured")))


def test_a_past_state_says_from_when_to_when() -> None:
    assert "Episode, Sept 2024 – Feb 2026" in words_of(laid_out(a_story()))


def test_a_state_too_short_for_its_words_has_them_underneath() -> None:
    made = laid_out(example("forty-treatments"))
    (row,) = [
        row
        for layer in made.layers
        for row in layer.rows
        if row.get("words") == "Well since Feb 2024, recovered"
    ]
    assert float(str(row["y"])) > 22


def test_remission_and_the_recovery_that_it_became_are_one_box() -> None:
    made = laid_out(example("forty-treatments"))
    (row,) = rows_of(made, "state: remission")
    assert "recovery by definition on" in row["tooltip"]
    assert rows_of(made, "state: recovery") == []


def test_one_sheet_is_a_day_and_not_a_time_since() -> None:
    assert "Episode, 2 Mar 2026" in words_of(laid_out(one_sheet()))


def test_what_was_not_measured_is_no_state() -> None:
    made = laid_out(example("only-phq9"))
    assert len(rows_of(made, "not measured")) == 1
    assert "Not measured" in words_of(made)


def test_dated_by_a_clinician_is_said() -> None:
    (row,) = rows_of(laid_out(example("nothing-measured")), "state: episode")
    assert row["tooltip"].endswith("as a clinician dated it")


def test_a_remission_that_did_not_last_is_said_to_be_brief() -> None:
    record = person(
        clock="study",
        observed_until=20,
        measurements=totals("phq-9", (0, 14), (7, 3), (14, 12)),
    )
    assert "Briefly well" in " ".join(words_of(laid_out(record)))


def test_a_remission_that_may_last_says_that_it_is_not_known() -> None:
    record = person(clock="study", observed_until=10, measurements=totals("phq-9", (0, 14), (7, 3)))
    (row,) = rows_of(laid_out(record), "state: remission")
    assert "whether it lasts is not known yet" in row["tooltip"]


@pytest.mark.parametrize(
    ("states", "shaded"),
    [
        (("episode", "response", "remission"), 2),
        (("symptoms", "response", "remission"), 0),
        (("unobserved", "episode"), 1),
    ],
)
def test_episodes_shade_the_ground_and_a_response_as_part_of_one(
    states: tuple[State, ...], shaded: int
) -> None:
    segments = tuple(
        Segment(state, 10 * number, 10 * number + 10, "measured")
        for number, state in enumerate(states)
    )
    assert len(episode_shading(stretches(segments, 100), 0.0, 10.0).rows) == shaded


def test_nothing_known_has_no_strip() -> None:
    made = laid_out(person())
    assert told(person()).status.segments == ()
    assert not [layer for layer in made.layers if layer.name.startswith("state")]
