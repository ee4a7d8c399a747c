"""The command line as a process: it starts light, and stops quietly."""

import subprocess
import sys
from pathlib import Path

NOTHING = str(Path(__file__).parents[2] / "examples" / "records" / "nothing-measured.json")
LOADED = """
import sys
from firstsnow.cli.app import app
from typer.testing import CliRunner
done = CliRunner().invoke(app, sys.argv[1].split())
print(done.exit_code, [name for name in sys.argv[2].split() if name in sys.modules])
"""


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, encoding="utf-8", check=False
    )


def test_it_runs_as_a_module() -> None:
    result = python("-m", "firstsnow.cli", "check", NOTHING)
    assert (result.returncode, result.stderr) == (0, "")


def test_help_imports_nothing_heavy() -> None:
    heavy = "pydantic altair vl_convert weasyprint jinja2 babel polars numpy fontTools"
    assert python("-c", LOADED, "--help", heavy).stdout == "0 []\n"


def test_importing_firstsnow_imports_nothing_else() -> None:
    code = """
import sys
before = set(sys.modules)
import firstsnow
print(sorted(set(sys.modules) - before - {"firstsnow"}))
"""
    assert python("-c", code).stdout == "[]\n"


def test_a_page_needs_neither_the_typesetter_nor_tables(tmp_path: Path) -> None:
    command = f"report {NOTHING} -o {tmp_path / 'r.html'}"
    assert python("-c", LOADED, command, "weasyprint polars pandas").stdout == "0 []\n"


def test_a_reader_who_has_seen_enough_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "firstsnow.cli", "history", NOTHING],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaint = process.stderr.read()
        process.wait()
    assert (process.returncode, complaint) == (0, b"")
