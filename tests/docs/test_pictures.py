"""The pictures of the README are those that the code draws now."""

from __future__ import annotations

from pathlib import Path

from tools.make_pictures import PICTURE, drawn


def test_the_course_plot_is_current() -> None:
    assert Path(PICTURE).read_text(encoding="utf-8") == drawn(), "run tools/make_pictures.py"
