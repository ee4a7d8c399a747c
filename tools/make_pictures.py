"""Draw the pictures of the README from an example record.

    python tools/make_pictures.py

Writes ``docs/images/course.svg``; the same record gives the same picture.
"""

from __future__ import annotations

from pathlib import Path

from firstsnow.charts import course_chart
from firstsnow.exchange import read_record
from firstsnow.history import history
from firstsnow.i18n import translator

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "examples" / "records" / "two-years.json"
PICTURE = ROOT / "docs" / "images" / "course.svg"


def main() -> None:
    """Draw the course plot of the example record."""
    record = read_record(RECORD)
    chart = course_chart(record, history(record), translator("en"))
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(chart.svg(), encoding="utf-8")


if __name__ == "__main__":
    main()
