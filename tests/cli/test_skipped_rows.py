"""A study's table with bad rows: up to a tenth is told and left out, more is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from firstsnow.cli.app import app

MAPPING = '[study]\nname = "A study"\ntime_unit = "day"\n[constants]\nscale = "phq-9"\n'


def table(folder: Path, rows: int, bad: int) -> tuple[Path, Path]:
    """Write a table of one person of which the last rows have impossible totals."""
    totals = ["99" if day >= rows - bad else "12" for day in range(rows)]
    lines = [f"p1,{day},{total}" for day, total in enumerate(totals)]
    data, mapping = folder / "data.csv", folder / "map.toml"
    data.write_text("\n".join(["person,day,total", *lines, ""]), encoding="utf-8")
    mapping.write_text(MAPPING, encoding="utf-8")
    return data, mapping


@pytest.mark.parametrize(("bad", "status"), [(0, 0), (1, 0), (2, 0), (3, 1)])
def test_a_report_goes_on_without_a_tenth_of_the_rows(
    tmp_path: Path, bad: int, status: int
) -> None:
    data, mapping = table(tmp_path, 20, bad)
    target = tmp_path / "r.json"
    arguments = ["report", str(data), "--mapping", str(mapping), "-o", str(target)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == status
    assert len(result.stderr.splitlines()) == bad
    assert target.exists() == (status == 0)
    if bad:
        assert f"data.csv:{22 - bad} total: " in result.stderr
