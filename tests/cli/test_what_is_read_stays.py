"""A command never writes over what it reads, and never lets a file speak to the terminal."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from firstsnow.cli.app import app

NOTHING = Path(__file__).parents[2] / "examples" / "records" / "nothing-measured.json"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments])


@pytest.fixture
def record(tmp_path: Path) -> Path:
    copy = tmp_path / "example-nothing-measured.json"
    copy.write_bytes(NOTHING.read_bytes())
    return copy


def test_a_report_does_not_replace_its_record(record: Path) -> None:
    result = run("report", record, "-o", record)
    assert result.exit_code == 2
    assert "is what is read, and a report would replace it; name another file" in result.stderr
    assert record.read_bytes() == NOTHING.read_bytes()


def test_nor_under_another_name(record: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.hardlink_to(record)
    assert run("report", record, "-o", other).exit_code == 2
    assert record.read_bytes() == NOTHING.read_bytes()


def test_reports_do_not_replace_the_records_of_their_folder(record: Path) -> None:
    result = run("report", record.parent, "-o", record.parent, "--format", "json")
    assert result.exit_code == 2
    assert record.read_bytes() == NOTHING.read_bytes()


def test_reports_may_lie_beside_their_records(record: Path) -> None:
    assert run("report", record.parent, "-o", record.parent).exit_code == 0
    assert record.with_suffix(".html").exists()
    assert record.read_bytes() == NOTHING.read_bytes()


def test_a_report_is_not_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("report", NOTHING, "-o", "-")
    assert result.exit_code == 2
    assert "name a file that ends in .html, .pdf or .json" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_marks_that_command_a_terminal_are_written_out(tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text(
        '{"id": "p1", "exposures": [{"id": "e1", "treatment": "\\u001b[2J\\u202eno\\nproblem"}]}',
        encoding="utf-8",
    )
    result = run("check", bad)
    assert result.exit_code == 1
    assert "the treatment \\u001b[2J\\u202eno\\u000aproblem is not known" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_full_disk_is_told_in_words() -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "firstsnow.cli", "history", str(NOTHING)],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert result.returncode == 2
    assert result.stderr.startswith("firstsnow: what was to be printed can't be written")
    assert "Traceback" not in result.stderr


def test_a_mistake_in_a_form_is_told_with_its_column(tmp_path: Path) -> None:
    table = tmp_path / "forms.csv"
    table.write_text("who,item_1,item_2\nann,1,9\n", encoding="utf-8")
    result = run("score", "phq-9", table)
    assert result.exit_code == 1
    assert "forms.csv:2 item_2: 9 is not an answer to item 2" in result.stderr
