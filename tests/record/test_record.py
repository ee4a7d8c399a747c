"""A record says nothing impossible, never changes, and stays the same when written and read."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from firstsnow.exchange import read_record
from firstsnow.problems import InputError
from firstsnow.record import SCHEMA_VERSION, Record
from firstsnow.record.schema import SCHEMA_FILE, record_schema, schema_text
from tests.record.strategies import RECORDS

SCHEMA = Draft202012Validator(record_schema())


def accepted(drawn: dict[str, Any]) -> Record | None:
    """Make a record, or nothing where the draw contradicts itself."""
    try:
        return Record.model_validate(drawn)
    except ValidationError:
        return None


@given(RECORDS)
def test_a_record_is_the_same_after_it_was_written_and_read(drawn: dict[str, Any]) -> None:
    record = accepted(drawn)
    if record is not None:
        again = read_record(record.to_json().encode())
        assert again == record
        assert again.to_json() == record.to_json()
        assert hash(again) == hash(record)


@given(RECORDS)
def test_what_a_record_may_be_the_published_schema_accepts(drawn: dict[str, Any]) -> None:
    if accepted(drawn) is not None:
        SCHEMA.validate(drawn)


def test_most_drawn_records_may_be() -> None:
    counts = {True: 0, False: 0}

    @given(RECORDS)
    def count(drawn: dict[str, Any]) -> None:
        counts[accepted(drawn) is not None] += 1

    count()
    assert counts[True] > counts[False]


def test_a_written_record_names_its_schema_and_says_nothing_that_says_nothing() -> None:
    record = Record(id="p1", clock="calendar")
    assert record.to_json() == '{"schema_version":1,"id":"p1"}'


def test_an_answer_that_was_left_out_stays_apart_from_an_item_that_was_not_asked() -> None:
    said = {"id": "p1", "measurements": [{"scale": "phq-9", "time": "2024", "items": {"1": None}}]}
    record = Record.model_validate(said)
    assert '"items":{"1":null}' in record.to_json()


def test_text_in_other_scripts_is_written_as_it_is() -> None:
    record = Record.model_validate({"id": "p1", "goals": [{"words": "重新画画 🎨"}]})
    assert "重新画画 🎨" in record.to_json()


def test_the_published_schema_is_current() -> None:
    written = SCHEMA_FILE.read_text(encoding="utf-8")
    assert written == schema_text(), "write it anew: python -m firstsnow.record.schema"


def test_the_published_schema_is_a_schema_and_tells_what_fields_mean() -> None:
    schema = record_schema()
    Draft202012Validator.check_schema(schema)
    assert SCHEMA_FILE.name == f"record-{SCHEMA_VERSION}.schema.json"
    measurement = schema["$defs"]["Measurement"]  # type: ignore[index]  # a schema is plain JSON
    assert "was answered or rated" in measurement["properties"]["time"]["description"]
    assert "how sure" in measurement["properties"]["certainty"]["description"].casefold()


@pytest.mark.parametrize("version", [0, 2, True, 1.0, "1", None])
def test_another_version_of_the_schema_is_refused_by_the_record_and_by_the_schema(
    version: object,
) -> None:
    said = {"id": "p1", "schema_version": version}
    assert accepted(said) is None
    if version != 1.0 or version is True:
        assert not SCHEMA.is_valid(said)


def test_a_record_and_its_parts_never_change() -> None:
    record = Record.model_validate(
        {"id": "p1", "measurements": [{"scale": "phq-9", "time": "2024", "items": {"1": 2}}]}
    )
    with pytest.raises(ValidationError):
        record.id = "p2"  # type: ignore[misc]  # this is what must not work
    with pytest.raises(ValidationError):
        record.measurements[0].total = 3  # type: ignore[misc]  # this is what must not work
    with pytest.raises(TypeError):
        record.measurements[0].items["1"] = 3  # type: ignore[index]  # this is what must not work


def test_a_record_can_be_told_from_another_and_put_into_a_set() -> None:
    said = {"id": "p1", "measurements": [{"scale": "phq-9", "time": "2024", "items": {"1": 2}}]}
    assert len({Record.model_validate(said), Record.model_validate(said)}) == 1


def test_the_facts_of_a_record_are_its_entries_of_every_kind() -> None:
    record = Record.model_validate(
        {"id": "p1", "goals": [{"words": "to sing"}], "episodes": [{"start": "2024"}]}
    )
    assert [type(fact).__name__ for fact in record.facts()] == ["Episode", "Goal"]


def test_a_contradiction_is_given_with_its_place() -> None:
    with pytest.raises(InputError) as caught:
        read_record(b'{"id": "p1", "person": {"birth": "1990", "death": "1980"}}')
    assert [problem.pointer for problem in caught.value.problems] == ["/person/death"]
