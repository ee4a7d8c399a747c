"""Staging by points: the score, or its bounds, what it is made of and what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from firstsnow.charts.course.words import number
from firstsnow.history import Bounds, Staging
from firstsnow.i18n import Message, Value, message
from firstsnow.report.notes import sources_of
from firstsnow.report.page import Passage, Said
from firstsnow.report.subject import Subject
from firstsnow.report.words import joined, listed, with_units


def staging(subject: Subject) -> Passage:
    """Tell what each method of staging gives on the day of the report."""
    lines = tuple(said for one in subject.history.staging for said in _lines(subject, one))
    empty = None if lines else Said(message("No method of staging was read."))
    return Passage("staging", message("Staging"), lines, empty)


def _lines(subject: Subject, one: Staging) -> Iterator[Said]:
    note = _note(subject, one)
    if one.score is None:
        reasons = [asked.reason for asked in one.requirements if asked.answer == "no"]
        text = message("{method}: does not apply", method=one.method.name)
        if reasons:
            reason = listed(reasons)
            text = message(
                "{method}: does not apply ({reasons})", method=one.method.name, reasons=reason
            )
        yield Said(text, (note,))
        return
    yield Said(_score(one), (note,))
    parts = [
        message("{item} {points}", item=part.item.name, points=_between(part.points))
        for part in one.items
    ]
    yield Said(message("Points: {items}.", items=listed(parts)), (note,))
    if one.missing:
        yield Said(
            message(
                "What is missing: {what}.", what=joined([with_units(what) for what in one.missing])
            )
        )


def _score(one: Staging) -> Message:
    score = _between(one.score or Bounds.unknown())
    name = one.method.name
    if one.applies != "yes":
        return message(
            "{method}: whether it applies is not known; if it does, {score}",
            method=name,
            score=score,
        )
    if one.band is None:
        return message("{method}: {score}", method=name, score=score)
    return message("{method}: {score} ({band})", method=name, score=score, band=one.band.name)


def _between(points: Bounds) -> Value:
    if points.is_exact:
        return number(points.low)
    if points.high == float("inf"):
        return message("{low} or more", low=number(points.low))
    return message("between {low} and {high}", low=number(points.low), high=number(points.high))


def _note(subject: Subject, one: Staging) -> int:
    method = one.method
    keys = [fact.source for _, fact in method.facts()]
    details: list[Value] = []
    if method.total is not None:
        details.append(
            message(
                "range {low} to {high}",
                low=number(method.total.minimum),
                high=number(method.total.maximum),
            )
        )
    details += [
        message(
            "{band}: {low} to {high}",
            band=band.name,
            low=number(band.minimum),
            high=number(band.maximum),
        )
        for band in method.bands
        if band.is_sourced
    ]
    sources = sources_of(method.sources, keys)
    more = [method.clause]
    return subject.notes.cite(f"staging {method.id}", method.name, details, sources, more)
