"""Draw the pictures of the README from an example record.

    python tools/make_pictures.py

Writes ``docs/images/course.svg``; the same record gives the same picture.
"""

from __future__ import annotations

import re
from pathlib import Path

from firstsnow.charts import course_chart
from firstsnow.exchange import read_record
from firstsnow.history import history
from firstsnow.i18n import translator
from firstsnow.report.font_subset import FONT_FOLDER

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "examples" / "records" / "two-years.json"
PICTURE = ROOT / "docs" / "images" / "course.svg"


def drawn() -> str:
    """Draw the course plot of the example record, as SVG."""
    record = read_record(RECORD)
    return _numbered(course_chart(record, history(record), translator("en")).svg(FONT_FOLDER))


def _numbered(svg: str) -> str:
    """Name the parts that are referred to by their order, which is the same in every process."""
    names = dict.fromkeys(re.findall(r'id="([^"]+)"', svg))
    for number, name in enumerate(names):
        svg = re.sub(rf"{re.escape(name)}(?=[\")])", f"part-{number}", svg)
    return svg + "\n"


def main() -> None:
    """Write the pictures."""
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(drawn(), encoding="utf-8")


if __name__ == "__main__":
    main()
