"""Reading many records, one after the other; those that can't be used are named and passed over."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firstsnow.exchange import RecordReading, read_records
from firstsnow.exchange.limits import MOST_BYTES_OF_A_RECORD
from firstsnow.problems import InputError


def record(name: str) -> str:
    return json.dumps(
        {"id": name, "measurements": [{"scale": "phq-9", "time": "2024", "total": 9}]}
    )


def outcomes(readings: Sequence[RecordReading]) -> list[tuple[int | None, str]]:
    """Give each line with the record's name or with the first problem's pointer."""
    return [
        (one.line, one.record.id if one.record else str(one.problems[0].pointer))
        for one in readings
    ]


def written(folder: Path, *lines: str) -> Path:
    path = folder / "records.ndjson"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("workers", [1, 2])
def test_a_bad_line_is_named_and_the_rest_goes_on_in_order(tmp_path: Path, workers: int) -> None:
    names = [f"p{n}" for n in range(200)]
    lines = [record(name) if name != "p77" else '{"id": 3}' for name in names]
    path = written(tmp_path, *lines)
    found = outcomes(list(read_records(path, workers=workers)))
    expected = [(n, name) for n, name in enumerate(names, start=1)]
    expected[77] = (78, "/id")
    assert found == expected


def test_problems_have_file_line_and_pointer(tmp_path: Path) -> None:
    path = written(tmp_path, record("a"), '{"id": "b", "clock": "x"}', "{", "")
    _, contradiction, syntax = read_records(path)
    assert [str(problem).startswith(f"{path}:2 /clock: ") for problem in contradiction.problems]
    assert syntax.problems[0].line == 3
    assert syntax.problems[0].file == syntax.file == str(path)


def test_empty_lines_and_a_byte_order_mark_are_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "records.ndjson"
    path.write_bytes(b"\xef\xbb\xbf" + f"{record('a')}\r\n\r\n  \n{record('b')}".encode())
    assert outcomes(list(read_records(path))) == [(1, "a"), (4, "b")]


def test_of_two_records_with_one_name_the_second_is_a_problem(tmp_path: Path) -> None:
    first, second, third = read_records(written(tmp_path, record("a"), record("a"), record("b")))
    assert first.record is not None
    assert second.record is None
    assert str(second.problems[0].what) == f"the record a also stands in {first.file}:1"
    assert third.record is not None


def test_a_line_in_another_encoding_is_a_problem_of_that_line(tmp_path: Path) -> None:
    path = tmp_path / "records.ndjson"
    path.write_bytes(f"{record('a')}\n".encode() + b'{"id": "b\xf6"}\n' + record("c").encode())
    first, second, third = read_records(path)
    assert (first.problems, third.problems) == ((), ())
    assert "Latin-1" in str(second.problems[0].what)


def test_a_line_above_the_limit_is_passed_over_without_being_held(tmp_path: Path) -> None:
    path = tmp_path / "records.ndjson"
    with path.open("wb") as file:
        file.write(f"{record('a')}\n".encode())
        for _ in range(100):
            file.write(b" " * 1024**2)
        file.write(f"\n{record('b')}\n".encode())
    tracemalloc.start()
    found = list(read_records(path))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert outcomes(found)[::2] == [(1, "a"), (3, "b")]
    assert "larger than" in str(found[1].problems[0].what)
    assert most < 3 * MOST_BYTES_OF_A_RECORD


def test_only_a_few_records_are_held_at_a_time(tmp_path: Path) -> None:
    path = written(tmp_path, *(record(f"p{n}") for n in range(5_000)))
    next(read_records(path))
    tracemalloc.start()
    for _ in read_records(path):
        pass
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 4 * 1024**2


def test_reading_may_end_early(tmp_path: Path) -> None:
    path = written(tmp_path, *(record(f"p{n}") for n in range(1_000)))
    readings = read_records(path, workers=2)
    assert next(readings).line == 1
    readings.close()  # type: ignore[attr-defined]  # it is a generator


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}.json").write_text(record(name), encoding="utf-8")
    (tmp_path / "d.json").write_text("", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no record", encoding="utf-8")
    found = list(read_records(tmp_path))
    assert [one.record.id for one in found if one.record] == ["a", "b", "c"]
    assert "it is empty" in str(found[3].problems[0].what)
    assert found[3].file == str(tmp_path / "d.json")
    assert [one.line for one in found] == [None] * 4


def test_a_large_file_in_a_folder_is_a_problem_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(record("a"), encoding="utf-8")
    with (tmp_path / "b.json").open("wb") as file:
        file.truncate(MOST_BYTES_OF_A_RECORD + 1)
    first, second = read_records(tmp_path)
    assert first.record is not None
    assert "larger than" in str(second.problems[0].what)


def test_a_file_that_ends_in_json_holds_one_record_over_any_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(json.loads(record("a")), indent=2), encoding="utf-8")
    (reading,) = read_records(path)
    assert reading.record is not None
    assert reading.line is None


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "it is empty"),
        (b"\n \n", "it is empty"),
        (b"PK\x03\x04", "Excel workbook"),
        ('{"id": "a"}'.encode("utf-16"), "UTF-16"),
        (b'{\n "id": "a"\n}', "its first record goes over several lines"),
        (b'[\n{"id": "a"}\n]', "its first record goes over several lines"),
    ],
)
def test_what_is_no_file_of_records_is_refused_as_a_whole(
    tmp_path: Path, data: bytes, what: str
) -> None:
    path = tmp_path / "records.ndjson"
    path.write_bytes(data)
    with pytest.raises(InputError, match=what):
        list(read_records(path))


def test_nothing_to_read_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        list(read_records(tmp_path / "none.ndjson"))
    with pytest.raises(InputError, match=r"no file that ends in \.json"):
        list(read_records(str(tmp_path)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.binary(max_size=40), st.just(b'{"id": "a"}')), max_size=5))
def test_whatever_comes_the_answer_is_readings_or_an_input_error(
    tmp_path: Path, lines: list[bytes]
) -> None:
    path = tmp_path / "records.ndjson"
    path.write_bytes(b"\n".join(lines))
    found: list[RecordReading] = []
    refusal: InputError | None = None
    try:
        found = list(read_records(path))
    except InputError as error:
        refusal = error
    assert bool(found) or (refusal is not None and bool(refusal.problems))
    assert all((one.record is None) == bool(one.problems) for one in found)
