"""Where totals stand: in their own units alone, lined up by their own bands together."""

from __future__ import annotations

import pytest

from firstsnow.charts.course.severity_axis import SeverityAxis, severity_axes
from firstsnow.scales import band, catalogue
from tests.charts.people import odd_scales, person, told, totals

SHARED = ("madrs", "phq-9", "qids-sr16")


def axes_of(*scales: str) -> tuple[SeverityAxis, ...]:
    day = "2026-01-0"
    sheets = [
        sheet for n, scale in enumerate(scales, 1) for sheet in totals(scale, (f"{day}{n}", 12))
    ]
    seen = told(person(measurements=sheets))
    return severity_axes(seen.ratings, seen.status.scale)


def test_one_scale_stands_in_its_own_units_with_its_own_words() -> None:
    (axis,) = axes_of("phq-9")
    assert not axis.is_shared
    assert [str(each.word) for each in axis.bands] == [
        "minimal",
        "mild",
        "moderate",
        "moderately severe",
        "severe",
    ]
    assert axis.height("phq-9", 10) == pytest.approx(2 * axis.height("phq-9", 5))


def test_an_axis_that_is_cut_shows_no_number_at_its_end() -> None:
    (axis,) = axes_of("phq-9")
    assert axis.is_cut
    assert [number.total for number in axis.numbers("phq-9")] == [0, 5, 10, 15, 20]


@pytest.mark.parametrize("scale", SHARED)
def test_on_a_shared_axis_every_total_lies_in_the_band_of_its_own_word(scale: str) -> None:
    (axis,) = axes_of(*SHARED)
    words = ["none", "mild", "moderate", "severe", "very-severe"]
    known = catalogue()[scale]
    for total in range(int(known.total.minimum or 0), int(known.total.maximum or 0)):
        found = band(known, total)
        assert found is not None
        assert found.severity is not None
        place = words.index(found.severity)
        assert axis.bands[place].low <= axis.height(scale, total) <= axis.bands[place].high


@pytest.mark.parametrize("scale", SHARED)
def test_on_a_shared_axis_a_higher_total_stands_higher(scale: str) -> None:
    (axis,) = axes_of(*SHARED)
    heights = [axis.height(scale, total) for total in range(28)]
    assert heights == sorted(heights)
    assert len(set(heights)) == len(heights)


def test_the_lower_ends_of_like_bands_line_up() -> None:
    (axis,) = axes_of(*SHARED)
    assert axis.height("madrs", 20) == axis.height("phq-9", 10) == axis.height("qids-sr16", 11)


def test_a_scale_whose_bands_end_at_severe_never_reaches_very_severe() -> None:
    (axis,) = axes_of("madrs", "phq-9")
    assert axis.height("madrs", 60) == axis.bands[3].high


def test_a_scale_without_bands_has_an_axis_of_its_own_without_words() -> None:
    seen = told(odd_scales())
    main, *others = severity_axes(seen.ratings, seen.status.scale)
    assert main.scales == ("phq-9",)
    assert {axis.scales for axis in others} == {("my-scale",), ("scl-90-r-dep",)}
    assert all(axis.bands == () for axis in others)
    assert all(axis.numbers(axis.scales[0])[0].total == 0 for axis in others)


def test_nothing_measured_has_no_axis() -> None:
    assert severity_axes({}, None) == ()
