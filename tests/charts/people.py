"""People whose course is drawn in the tests: written by hand, so that what is expected is plain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from firstsnow.charts.course.composition import Composition, composed
from firstsnow.history import History, history
from firstsnow.i18n import translator
from firstsnow.record import Record

_EXAMPLES = Path(__file__).parents[2] / "examples" / "records"

Entry = Mapping[str, Any]


@cache
def a_story() -> Record:
    """Nineteen months in an episode, ketamine, remission, rising a little."""
    return example("two-years")


@cache
def example(name: str) -> Record:
    """One of the records that ship as examples."""
    return Record.model_validate_json((_EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def person(**parts: object) -> Record:
    """Make a record of these parts."""
    return Record.model_validate({"id": "someone", **parts})


def totals(scale: str, *pairs: tuple[str | float, float]) -> list[Entry]:
    """Measurements of a scale: pairs of time and total."""
    return [{"scale": scale, "time": time, "total": float(total)} for time, total in pairs]


def trial_person(treatment: str = "duloxetine") -> Record:
    """Six weeks on a study's clock, from 32 to 6 on the HAM-D17."""
    doses = [{"amount": 60.0, "unit": "mg/day"}] if treatment == "duloxetine" else []
    given = {"id": "e1", "treatment": treatment, "start": 0, "end": 42, "doses": doses}
    return person(
        clock="study",
        observed_until=42,
        exposures=[given],
        measurements=totals("ham-d17", (0, 32), (8, 25), (15, 18), (29, 9), (42, 6)),
    )


def one_sheet() -> Record:
    """One PHQ-9 and nothing else."""
    return person(measurements=totals("phq-9", ("2026-03-02", 14)))


def odd_scales() -> Record:
    """Give a declared scale, one without bands and one with, beside dates that are not exact."""
    months: Sequence[int] = range(1, 9)
    return person(
        declared_scales=[
            {
                "id": "my-scale",
                "minimum": 0.0,
                "maximum": 9.0,
                "direction": "higher-is-worse",
                "measures": "depression-severity",
            }
        ],
        measurements=[
            *totals("my-scale", *((f"2026-0{m}-02", m) for m in months)),
            *totals("phq-9", *((f"2026-0{m}", 14 + m) for m in months)),
            *totals("scl-90-r-dep", *((f"2026-0{m}-07", 1 + m / 4) for m in months)),
        ],
        exposures=[
            {"id": "e1", "as_written": "something in a bottle that had lost its label " * 3},
            {"id": "e2", "treatment": "lithium"},
            {"id": "e3", "treatment": "sertraline", "start": "2026"},
        ],
        life_events=[{"time": "2026-04", "what": "A long story, told in many words. " * 6}],
        self_harm=[{"time": "2026-05-01", "kind": "attempt"}],
        admissions=[{"start": "2026-05-01", "end": "2026-05-20", "setting": "ward"}],
        goals=[{"words": "Walk to the sea"}],
    )


def everyone() -> dict[str, Record]:
    """Every person of the tests by name."""
    return {
        "story": a_story(),
        "forty treatments": example("forty-treatments"),
        "PHQ-9s and free-text doses": example("only-phq9"),
        "nothing measured": example("nothing-measured"),
        "trial": trial_person(),
        "placebo": trial_person("placebo-pill"),
        "one sheet": one_sheet(),
        "odd scales": odd_scales(),
        "nothing at all": person(),
    }


def told(record: Record, at: str | float | None = None) -> History:
    """Give the history of a record."""
    return history(record, at)


def laid_out(record: Record, *, language: str = "en", width: float = 1104.0) -> Composition:
    """Give a picture before it is drawn."""
    return composed(record, told(record), translator(language), width)


def words_of(made: Composition) -> list[str]:
    """Every text of a picture before it is drawn."""
    return [
        str(row["words"]) for layer in made.layers if layer.mark == "text" for row in layer.rows
    ]


def rows_of(made: Composition, name: str) -> list[Mapping[str, Any]]:
    """Give the rows of the layers with a name."""
    return [row for layer in made.layers if layer.name == name for row in layer.rows]
