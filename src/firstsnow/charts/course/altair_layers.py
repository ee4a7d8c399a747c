"""Plain layers turned into one Altair chart: the only part of the picture that knows Altair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from firstsnow.charts.course.frame import Frame
from firstsnow.charts.course.layer import Cell, Layer, Row
from firstsnow.charts.ink import FONT, SNOW, TEXT_PX

if TYPE_CHECKING:
    import altair as alt

Specification = dict[str, Any]

_ZOOM = "wheel![event.ctrlKey]"
"""The wheel alone scrolls the page; with the control key, or two fingers, it zooms."""


def specification(
    frame: Frame, layers: tuple[Layer, ...], height: float, description: str
) -> Specification:
    """Give the Vega-Lite specification of a picture.

    The plot is one view over time: dragging moves through time and the wheel zooms, and everything
    that stands in time moves together. No expression in it needs a function of its own, so that
    Vega's interpreter can draw it under a strict content-security policy.
    """
    # Altair takes a quarter of a second to import, and most commands draw nothing.
    import altair as alt
    from altair.utils.schemapi import debug_mode

    # Altair checks each of some hundred small objects against its schema, which takes longer than
    # all the rest. The finished specification is checked as a whole, in the tests.
    with debug_mode(False):
        drawn = [_chart(frame, layer, number) for number, layer in enumerate(layers)]
        zoom = alt.selection_interval(name="time", bind="scales", encodings=["x"], zoom=_ZOOM)
        moving = [number for number, layer in enumerate(layers) if layer.moves]
        for number in moving[:1]:
            drawn[number] = drawn[number].add_params(zoom)
        chart = (
            alt.layer(*drawn)
            .properties(
                width=round(frame.width, 2),
                height=round(height, 2),
                description=description,
                padding={"left": round(frame.gutter, 2), "top": 0, "right": 0, "bottom": 0},
                autosize=alt.AutoSizeParams(type="none", contains="content"),
                background=SNOW,
            )
            .configure(font=FONT, aria=False)
            .configure_view(stroke=None)
        )
        made: Specification = chart.to_dict(validate=False)
    # Altair would copy every row several times on the way.
    made["datasets"] = {
        _data_name(number): [_values(row) for row in layer.rows]
        for number, layer in enumerate(layers)
    }
    return made


def _data_name(number: int) -> str:
    return f"rows-{number}"


def _values(row: Row) -> dict[str, Cell]:
    """Give a row without what is not said, its numbers to a thousandth of a day or px."""
    return {
        name: round(value, 3) if isinstance(value, float) else value
        for name, value in row.items()
        if value is not None
    }


def _chart(frame: Frame, layer: Layer, number: int) -> alt.Chart:
    import altair as alt

    mark = alt.MarkDef(type=layer.mark, clip=layer.moves, **_style(layer))
    chart = alt.Chart(alt.NamedData(_data_name(number)), mark=mark, name=f"{number} {layer.name}")
    channels = [_x(frame, layer), _px("y"), *_ends(layer), *_own(layer)]
    if any("tooltip" in row for row in layer.rows):
        channels.append(alt.Tooltip(field="tooltip", type="nominal"))
    return chart.encode(*channels)


def _style(layer: Layer) -> dict[str, Any]:
    style: dict[str, Any] = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in layer.style.items()
    }
    if layer.mark == "text":
        style |= {
            "fontSize": TEXT_PX,
            "baseline": "middle",
            "dx": {"expr": "datum.dx"},
            "align": {"expr": "datum.align"},
            "fontWeight": {"expr": "datum.weight"},
        }
    if layer.mark == "point":
        style |= {"opacity": 1}
    if layer.mark == "area":
        style |= {"orient": "vertical", "opacity": 1}
    return style


def _x(frame: Frame, layer: Layer) -> alt.X:
    import altair as alt

    if not layer.moves:
        return alt.X(field="x", type="quantitative", scale=None, axis=None)
    scale = alt.Scale(domain=list(frame.time.domain), nice=False, zero=False)
    return alt.X(field="day", type="quantitative", scale=scale, axis=None)


def _px(field: str) -> alt.Y:
    """Give a channel whose field holds px, not something to be scaled."""
    import altair as alt

    return alt.Y(field=field, type="quantitative", scale=None, axis=None)


def _ends(layer: Layer) -> list[Any]:
    import altair as alt

    if layer.mark in ("rect", "rule"):
        return [alt.X2(field="end" if layer.moves else "x2"), alt.Y2(field="base")]
    return [alt.Y2(field="base")] if layer.mark == "area" else []


def _own(layer: Layer) -> list[Any]:
    import altair as alt

    if layer.mark == "area":
        # An order channel would split an area: its corners are in order of time already.
        return [alt.Detail(field="series", type="nominal")]
    if layer.mark == "line":
        return [
            alt.Detail(field="series", type="nominal"),
            alt.Order(field="order", type="quantitative"),
        ]
    if layer.mark == "text":
        return [
            alt.Text(field="words", type="nominal"),
            alt.Color(field="colour", type="nominal", scale=None),
        ]
    return []
