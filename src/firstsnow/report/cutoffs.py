"""Notes that several sections share: what a total means on its scale, and by whose definition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from firstsnow.charts.course.words import number, scale_name
from firstsnow.history.course_definitions import CourseDefinitionFile, Lasting, course_definition
from firstsnow.i18n import Duration, LocalizedText, Message, Value, message
from firstsnow.knowledge import Source, read_knowledge
from firstsnow.report.notes import Notebook, sources_of
from firstsnow.scales import Scale, Threshold, band_set, catalogue, threshold

_RESPONSE = "frank-1991"


def scale_note(notes: Notebook, identifier: str) -> tuple[int, ...]:
    """Cite what a scale's totals mean: range, bands, remission, and the licence of its wording."""
    scale = catalogue().get(identifier)
    if scale is None:
        return ()
    title = message("{scale}: {name}", scale=scale_name(identifier), name=scale.name)
    keys = [scale.total.source, scale.licence.source]
    bands = band_set(scale)
    lines = [threshold(scale, "remission"), threshold(scale, "relapse")]
    keys += [fact.source for fact in (bands, *lines) if fact is not None]
    sources = sources_of(scale.sources, keys)
    number = notes.cite(f"scale {identifier}", title, _details(scale), sources, _licence(scale))
    return (number,)


def response_note(notes: Notebook) -> tuple[int, ...]:
    """Cite what a response is."""
    definition = course_definition(_RESPONSE)
    response = definition.response
    if response is None or not response.is_sourced:
        return ()
    text = message(
        "response: a fall of the total by {percent} % or more from where the treatment began",
        percent=number(response.from_percent),
    )
    title = message("Response ({name})", name=_fact(definition.name))
    return (notes.cite("response", title, [text], _course_sources([response.source])),)


def course_note(notes: Notebook, convention: str) -> tuple[int, ...]:
    """Cite how long remission and recovery last, and what relapse and recurrence are."""
    definition = course_definition(convention)
    parts = (definition.remission, definition.recovery, definition.relapse, definition.recurrence)
    details = [
        message("remission: at least {time}", time=_time(definition.remission)),
        message("recovery: at least {time} after remission began", time=_time(definition.recovery)),
        message("relapse: the episode returns before recovery; recurrence: after it"),
    ]
    title = message("Course ({name})", name=_fact(definition.name))
    keys = [part.source for part in parts]
    return (notes.cite(f"course {convention}", title, details, _course_sources(keys)),)


def _details(scale: Scale) -> Iterator[Value]:
    if scale.total.minimum is not None and scale.total.maximum is not None:
        low, high = scale.total.minimum, scale.total.maximum
        if scale.total.is_sourced:
            yield message("totals from {low} to {high}", low=low, high=high)
    remission = threshold(scale, "remission")
    if remission is not None:
        yield _with_population(
            message("remission: {total} or less", total=remission.at_most or 0), remission
        )
    relapse = threshold(scale, "relapse")
    if relapse is not None:
        yield _with_population(
            message("ill again: {total} or more", total=relapse.at_least or 0), relapse
        )
    bands = band_set(scale)
    if bands is not None:
        levels = [
            message("{name} {low}-{high}", name=level.name, low=level.minimum, high=level.maximum)
            for level in bands.levels
        ]
        yield message(
            "bands: {bands} ({population})", bands=_row(levels), population=_fact(bands.population)
        )


def _licence(scale: Scale) -> Iterator[Value]:
    if scale.licence.is_sourced:
        yield message("licence: {statement}", statement=_fact(scale.licence.statement))


def _with_population(text: Message, fact: Threshold) -> Message:
    return message("{rule} ({population})", rule=text, population=_fact(fact.population))


def _fact(text: str) -> LocalizedText:
    """Give a text that a knowledge file has in English alone."""
    return LocalizedText(text)


def _row(parts: list[Message]) -> Value:
    told: Value = parts[0]
    for part in parts[1:]:
        told = message("{left}, {right}", left=told, right=part)
    return told


def _course_sources(keys: Iterable[str]) -> tuple[Source, ...]:
    return sources_of(_sources_of_course_definitions(), keys)


@cache
def _sources_of_course_definitions() -> Mapping[str, Source]:
    path = files("firstsnow.history") / "data" / "course-definitions.toml"
    return read_knowledge(path, CourseDefinitionFile).sources


def _time(lasting: Lasting) -> Value:
    return Duration(number(lasting.at_least), lasting.unit)
