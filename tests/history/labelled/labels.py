"""Labels of every record, by the second implementation alone."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any, TypeAlias

from tests.history.labelled.counts import begun, met
from tests.history.labelled.days import date, span
from tests.history.labelled.dice import Dice
from tests.history.labelled.enough import enough
from tests.history.labelled.made_records import records
from tests.history.labelled.points import staged
from tests.history.labelled.shelf import DEFINITIONS
from tests.history.labelled.three import word

Entry: TypeAlias = dict[str, Any]
HERE = Path(__file__).parent
COLUMNS = ("record", "day", "enough", *DEFINITIONS, "maudsley")


def days(record: Entry) -> list[int]:
    """Give the record's last day and, where its course was simple, an earlier one."""
    last = int(span(record["observed_until"])[1])
    dice = Dice(record["id"])
    is_simple = record["episodes"] and record["episodes"][-1].get("ongoing")
    starts = sorted(span(one["start"])[1] for one in record["exposures"] if "start" in one)
    if not is_simple or record["measurements"] or len(starts) < 3 or dice.chance(40):
        return [last]
    earlier = int(starts[2]) + dice.between(0, 40)
    begun_by = span(record["episodes"][-1]["start"])[1] <= earlier
    return [earlier, last] if begun_by and earlier < last else [last]


def label(record: Entry, day: int) -> dict[str, str]:
    """Say everything of one record on one day."""
    row = {"record": record["id"], "day": date(day).isoformat()}
    row["enough"] = " ".join(
        f"{one['id']}={word(enough(record, one, day).answer)}" for one in begun(record, day)
    )
    for name in DEFINITIONS:
        found = met(record, name, day)
        each = " ".join(f"{key}={word(one)}" for key, one in found.attempts.items())
        row[name] = f"{word(found.answer)} {found.low}-{found.high}: {each}".strip()
    points = staged(record, day)
    score = "" if points.applies is False else f" {points.low:g}-{points.high:g}"
    row["maudsley"] = f"{word(points.applies)}{score}"
    return row


def labels() -> str:
    """Write the labels of every record as one table."""
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    table.writeheader()
    for record in records():
        table.writerows(label(record, day) for day in days(record))
    return text.getvalue()


def record_lines() -> str:
    return "".join(
        json.dumps(one, ensure_ascii=False, separators=(",", ":")) + "\n" for one in records()
    )


if __name__ == "__main__":
    HERE.joinpath("records.ndjson").write_text(record_lines(), encoding="utf-8")
    HERE.joinpath("labels.csv").write_text(labels(), encoding="utf-8")
