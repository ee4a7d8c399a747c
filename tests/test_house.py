"""What must be true of the house itself: its locks, its licence, its wheel and its documents."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tools.check_hosts import registry_hosts_in, tracked_files

REPOSITORY = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = sorted((REPOSITORY / "requirements").glob("*.txt"))
ROOMS = sorted(path.parent.name for path in (REPOSITORY / "src/firstsnow").glob("*/__init__.py"))

REQUIREMENT = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
HOST = re.compile(r"https?:|[a-z0-9-]+\.(?:org|com|io|net)\b|--(?:extra-)?index-url|--find-links")


def versions_in(lock: Path) -> set[tuple[str, str]]:
    return {
        (found["name"], found["version"])
        for found in REQUIREMENT.finditer(lock.read_text(encoding="utf-8"))
    }


def named_in(requirements: list[str]) -> set[str]:
    return {re.split(r"[^A-Za-z0-9-]", requirement)[0] for requirement in requirements}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_package_carries_hashes(lock: Path) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", lock.read_text(encoding="utf-8"))[1:]
    assert entries
    assert [entry.split()[0] for entry in entries if not HASH.search(entry)] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_locks_name_no_host_and_no_index(lock: Path) -> None:
    assert HOST.findall(lock.read_text(encoding="utf-8")) == []


def test_what_is_tested_is_what_is_deployed() -> None:
    runtime, dev = (
        versions_in(REPOSITORY / f"requirements/{name}.txt") for name in ("runtime", "dev")
    )
    assert runtime <= dev


def test_every_declared_dependency_is_locked() -> None:
    runtime, dev = (
        {name for name, _ in versions_in(REPOSITORY / f"requirements/{lock}.txt")}
        for lock in ("runtime", "dev")
    )
    assert named_in(PYPROJECT["project"]["dependencies"]) <= runtime
    assert named_in(PYPROJECT["dependency-groups"]["dev"]) <= dev
    assert named_in(PYPROJECT["build-system"]["requires"]) <= dev


def test_no_file_names_a_package_registry() -> None:
    assert [place for path in tracked_files() for place in registry_hosts_in(path)] == []


def test_a_registry_host_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.check_hosts.REPOSITORY", tmp_path)
    settings = tmp_path / "settings"
    host = "pypi" + ".org"
    settings.write_text(f"one\nindex = {host}\n")
    assert registry_hosts_in(settings) == [f"settings:2: {host}"]


def test_the_licence_is_apache_2_and_ships_with_its_notice() -> None:
    assert PYPROJECT["project"]["license"] == "Apache-2.0"
    assert PYPROJECT["project"]["license-files"] == ["LICENSE", "NOTICE"]
    licence = (REPOSITORY / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in licence
    assert "Version 2.0, January 2004" in licence
    assert "END OF TERMS AND CONDITIONS" in licence


def test_the_version_is_said_once_and_repeated_truly() -> None:
    version = PYPROJECT["project"]["version"]
    citation = (REPOSITORY / "CITATION.cff").read_text(encoding="utf-8")
    code = (REPOSITORY / "src/firstsnow/__init__.py").read_text(encoding="utf-8")
    assert f"\nversion: {version}\n" in citation
    assert f'__version__ = "{version}"' in code


def test_the_wheel_holds_everything_in_the_package(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
    )
    [wheel] = tmp_path.glob("*.whl")
    shipped = set(zipfile.ZipFile(wheel).namelist())
    source = REPOSITORY / "src"
    expected = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert expected <= shipped
    assert {"LICENSE", "NOTICE"} <= {Path(name).name for name in shipped}


@pytest.mark.parametrize("room", ROOMS)
def test_importing_a_room_imports_nothing_heavy(room: str) -> None:
    heavy = ["altair", "babel", "fontTools", "jax", "polars", "vl_convert", "weasyprint"]
    program = (
        f"import sys, firstsnow.{room}; print([name for name in {heavy} if name in sys.modules])"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True
    )
    assert (finished.stdout, finished.stderr) == ("[]\n", "")
