"""Colours and type of the charts: those of the pages' style sheet, as values."""

from __future__ import annotations

SNOW = "#ffffff"
DRIFT = "#f4f7f9"
SHADE = "#e6edf2"
HAIR = "#d3dde4"
EDGE = "#71838f"
INK = "#12263a"
INK_2 = "#3b4f61"
INK_3 = "#566877"
WELL = "#0c6657"
WELL_SOFT = "#e3f2ee"
SIGNAL = "#a12a16"
SIGNAL_SOFT = "#fcede8"

TEXT_PX = 12.0
"""Size of every text in a chart: the least that may stand on a screen."""
LINE_PX = 16.0
"""Distance from one line of text to the next."""
BOLD = 600
REGULAR = 400

FONT = (
    '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", '
    '"Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, '
    "sans-serif"
)
