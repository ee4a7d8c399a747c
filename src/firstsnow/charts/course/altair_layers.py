"""Plain layers turned into one Altair chart: the only part of the picture that knows Altair."""

from __future__ import annotations

from typing import Any, TYPE_CHECKING

from firstsnow.charts.course.frame import Frame
from firstsnow.charts.course.layer import Layer
from firstsnow.charts.ink import FONT, SNOW, TEXT_PX

if TYPE_CHECKING:
    import altair as alt

Specification = dict[str, Any]


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

    first, last = frame.time.domain
    scale = alt.Scale(domain=[first, last], nice=False, zero=False)
    drawn = [_chart(layer, scale, number) for number, layer in enumerate(layers)]
    if drawn:
        zoom = alt.selection_interval(name="time", bind="scales", encodings=["x"])
        drawn[0] = drawn[0].add_params(zoom)
    chart = alt.layer(*drawn).properties(
        width=round(frame.width, 2),
        height=round(height, 2),
        description=description,
        padding={"left": round(frame.gutter, 2), "top": 0, "right": 0, "bottom": 0},
        autosize=alt.AutoSizeParams(type="none", contains="content"),
        background=SNOW,
    )
    chart = chart.configure(font=FONT, aria=False).configure_view(stroke=None)
    made: Specification = chart.to_dict(validate=False)
    return made


def _chart(layer: Layer, scale: alt.Scale, number: int) -> alt.Chart:
    import altair as alt

    values = [{name: value for name, value in row.items() if value is not None} for row in layer.rows]
    mark: dict[str, Any] = {"type": layer.mark, "clip": layer.moves, **_style(layer)}
    channels: dict[str, Any] = {
        "x": _place("day", scale) if layer.moves else _px("x"),
        "y": _px("y"),
        **_ends(layer, scale),
        **_own(layer),
    }
    if any("tooltip" in row for row in values):
        channels["tooltip"] = alt.Tooltip(field="tooltip", type="nominal")
    chart = alt.Chart(alt.InlineData(values=values), mark=alt.MarkDef(**mark), name=f"{number} {layer.name}")
    return chart.encode(**channels)


def _style(layer: Layer) -> dict[str, Any]:
    style = {
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


def _place(field: str, scale: alt.Scale) -> alt.X:
    import altair as alt

    return alt.X(field=field, type="quantitative", scale=scale, axis=None)


def _px(field: str) -> dict[str, Any]:
    """A channel whose field holds px, not something to be scaled."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def _ends(layer: Layer, scale: alt.Scale) -> dict[str, Any]:
    if layer.mark in ("rect", "rule"):
        return {"x2": {"field": "end" if layer.moves else "x2"}, "y2": {"field": "base"}}
    if layer.mark == "area":
        return {"y2": {"field": "base"}}
    return {}


def _own(layer: Layer) -> dict[str, Any]:
    if layer.mark in ("area", "line"):
        return {
            "detail": {"field": "series", "type": "nominal"},
            "order": {"field": "order", "type": "quantitative"},
        }
    if layer.mark == "text":
        return {
            "text": {"field": "words", "type": "nominal"},
            "color": {"field": "colour", "type": "nominal", "scale": None},
        }
    return {}
