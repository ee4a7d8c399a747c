"""How a scale's answers become numbers, in words."""

from __future__ import annotations

from docs.catalogue.citing import mark, sourced
from docs.catalogue.markdown import both, listed, number, plain, section, table
from firstsnow.scales import Scale
from firstsnow.scales.rules import Component

_HOW = {"sum": "sum", "mean": "mean"}


def scoring_section(scale: Scale) -> str:
    """Say how the total is formed and what happens when answers are missing."""
    return section("Scoring", _total(scale), _components(scale), _missing(scale))


def subscales_section(scale: Scale) -> str:
    """List the scores over some of the items."""
    rows = [
        (
            both(part.name.en, part.name.zh) + mark(part),
            f"{part.rule} of items {_items(part.items)}",
            f"{number(part.minimum)} to {number(part.maximum)}",
        )
        for part in sourced(scale.subscales)
    ]
    return section("Subscales", table(["subscale", "formed as", "range"], rows))


def conversion_section(scale: Scale) -> str:
    """Give the totals on another metric."""
    conversion = scale.conversion
    if conversion is None or not conversion.is_sourced:
        return ""
    has_error = len(conversion.table[0]) > 2  # noqa: PLR2004  total and value, then its error
    heads = ["total", conversion.metric, *(["standard error"] if has_error else [])]
    rows = [[number(cell) for cell in row] for row in conversion.table]
    words = f"{plain(conversion.metric)}: established in {plain(conversion.population)}."
    return section("On another metric", words + mark(conversion), table(heads, rows))


def _total(scale: Scale) -> str:
    total = scale.total
    if not total.is_sourced:
        return "How a total is formed was not read: firstsnow gives none."
    if total.rule == "none" or total.minimum is None or total.maximum is None:
        return f"The instrument has no total.{mark(total)}"
    times = f", times {total.multiply}" if total.multiply > 1 else ""
    return (
        f"The total is the {_HOW[total.rule]} of {_values(scale)}{times}. It runs from "
        f"{number(total.minimum)} to {number(total.maximum)}.{mark(total)}"
    )


def _values(scale: Scale) -> str:
    grouped = {name for part in scale.components for name in part.items}
    alone = [item.id for item in scale.items if item.in_total and item.id not in grouped]
    if not scale.components:
        return "its items" if len(alone) == len(scale.items) else f"items {_items(alone)}"
    components = "its components, listed below"
    return f"{components}, and of items {_items(alone)}" if alone else components


def _components(scale: Scale) -> str:
    rows = [
        (both(part.topic.en, part.topic.zh) + mark(part), _formed(part))
        for part in sourced(scale.components)
    ]
    return table(["component", "its value"], rows)


def _formed(part: Component) -> str:
    if len(part.items) == 1:
        return f"item {_items(part.items)}"
    words = f"{'highest' if part.rule == 'max' else 'sum'} of items {_items(part.items)}"
    either = [f"{_items(group, 'or')}" for group in part.either]
    return f"{words}; of {listed(either)} one answer is enough" if either else words


def _missing(scale: Scale) -> str:
    missing = scale.missing
    if not missing.is_sourced:
        if not scale.total.is_sourced or scale.total.rule == "none":
            return ""
        return (
            "What happens when answers are missing was not read: firstsnow gives no total while an "
            "answer that it needs is missing."
        )
    if missing.rule == "complete":
        return f"Where an answer that it needs is missing, there is no total.{mark(missing)}"
    values = "1 missing value is" if missing.most == 1 else f"{missing.most} missing values are"
    words = f"Up to {values} replaced by the mean of the others"
    if missing.never_missing:
        words += f", never without item {_items(missing.never_missing)}"
    return f"{words}.{mark(missing)}"


def _items(names: tuple[str, ...] | list[str], last: str = "and") -> str:
    return listed([plain(name) for name in names], last)
