"""The small pictures of a report, drawn here: time lines of definitions, symptoms then and now."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from firstsnow.report.page import DefinitionEntry, PeriodText, SymptomRow

_INK, _SNOW, _EDGE = "#12263a", "#ffffff", "#71838f"
_STRIP_WIDTH, _STRIP_HEIGHT = 640.0, 16.0
_LEAST_WIDTH = 2.0
_DUMBBELL_WIDTH, _DUMBBELL_HEIGHT, _DOT = 96.0, 14.0, 4.0

_STRIP = Markup(
    '<svg width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}" '
    'preserveAspectRatio="none" aria-hidden="true" focusable="false">{hatch}'
    '<path d="M0 {middle:g}H{width:g}" stroke="{edge}" stroke-width="1.5"/>{bars}</svg>'
)
_HATCH = Markup(
    '<defs><pattern id="{id}" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="6" height="6" fill="{snow}"/>'
    '<path d="M1 0V6" stroke="{ink}" stroke-width="2"/></pattern></defs>'
)
_BAR = Markup(
    '<rect x="{x:.1f}" y="2" width="{width:.1f}" height="{height:g}" fill="{fill}" '
    'stroke="{ink}" stroke-width="1"/>'
)
_DUMBBELL = Markup(
    '<svg width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}" '
    'focusable="false"><path d="M{left:g} {middle:g}H{right:g}" stroke="{edge}"/>'
    '<path d="M{before:.1f} {middle:g}H{now:.1f}" stroke="{ink}" stroke-width="2"/>'
    '<circle cx="{before:.1f}" cy="{middle:g}" r="{dot:g}" fill="{snow}" stroke="{ink}" '
    'stroke-width="1.5"/><circle cx="{now:.1f}" cy="{middle:g}" r="{dot:g}" fill="{ink}"/></svg>'
)


def time_strip(entry: DefinitionEntry, first: float, last: float) -> Markup:
    """Draw when a definition was met (filled), not known (hatched) or not met (a line)."""
    hatch_id = f"hatch-{entry.id}"
    bars = Markup("").join(
        _bar(period, first, last, hatch_id) for period in entry.periods if period.answer != "no"
    )
    return _STRIP.format(
        width=_STRIP_WIDTH,
        height=_STRIP_HEIGHT,
        middle=_STRIP_HEIGHT / 2,
        edge=_EDGE,
        hatch=_HATCH.format(id=hatch_id, snow=_SNOW, ink=_INK),
        bars=bars,
    )


def _bar(period: PeriodText, first: float, last: float, hatch_id: str) -> Markup:
    span = max(last - first, 1.0)
    start = (period.start - first) / span * _STRIP_WIDTH
    width = max((period.end - period.start) / span * _STRIP_WIDTH, _LEAST_WIDTH)
    return _BAR.format(
        x=min(start, _STRIP_WIDTH - width) + 0.5,
        width=max(width - 1, 1.0),
        height=_STRIP_HEIGHT - 4,
        fill=_INK if period.answer == "yes" else f"url(#{hatch_id})",
        ink=_INK,
    )


def dumbbell(row: SymptomRow) -> Markup:
    """Draw one symptom from none (left) to most (right): open then, filled now."""
    left, right = _DOT + 1, _DUMBBELL_WIDTH - _DOT - 1

    def place(answer: int) -> float:
        return left + (right - left) * answer / max(row.maximum, 1)

    return _DUMBBELL.format(
        width=_DUMBBELL_WIDTH,
        height=_DUMBBELL_HEIGHT,
        middle=_DUMBBELL_HEIGHT / 2,
        left=left,
        right=right,
        before=place(row.before),
        now=place(row.now),
        dot=_DOT,
        edge=_EDGE,
        ink=_INK,
        snow=_SNOW,
    )


def strips(entries: Sequence[DefinitionEntry]) -> dict[str, Markup]:
    """Draw the time line of every definition over the same days."""
    periods = [period for entry in entries for period in entry.periods]
    first = min((period.start for period in periods), default=0.0)
    last = max((period.end for period in periods), default=1.0)
    return {entry.id: time_strip(entry, first, last) for entry in entries}
