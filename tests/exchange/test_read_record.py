"""Reading a record: the record, or one list of everything that is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstsnow.exchange import read_record, write_record
from firstsnow.exchange.limits import MOST_BYTES_OF_A_RECORD, MOST_PROBLEMS
from firstsnow.problems import InputError, Problem
from firstsnow.record import Record
from tests.record.strategies import RECORDS

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"


def problems(source: bytes | str | dict[str, Json]) -> tuple[Problem, ...]:
    """Give what is wrong with a record, given as bytes, text or plain values."""
    text = json.dumps(source) if isinstance(source, dict) else source
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(InputError) as caught:
        read_record(data)
    return caught.value.problems


def pointers(source: bytes | str | dict[str, Json]) -> list[str | None]:
    return [problem.pointer for problem in problems(source)]


def words(source: bytes | str | dict[str, Json]) -> str:
    (problem,) = problems(source)
    return f"{problem.what}; {problem.right}"


def person(**said: Json) -> dict[str, Json]:
    return {"id": "p1", **said}


def phq(**said: Json) -> dict[str, Json]:
    return {"scale": "phq-9", "time": "2024-03-05", **said}


def with_total(written: str) -> str:
    """Write a record whose only total is written just so."""
    measurement = f'{{"scale": "phq-9", "time": "2024", "total": {written}}}'
    return f'{{"id": "p1", "measurements": [{measurement}]}}'


class TestFiles:
    def test_a_record_is_read_from_a_file(self, tmp_path: Path) -> None:
        path = tmp_path / "p1.json"
        path.write_text('{"id": "p1"}', encoding="utf-8")
        assert read_record(path) == read_record(str(path)) == Record(id="p1")

    def test_problems_name_the_file(self, tmp_path: Path) -> None:
        path = tmp_path / "p1.json"
        path.write_text('{"id": ""}', encoding="utf-8")
        with pytest.raises(InputError, match=f"{path} /id: "):
            read_record(path)

    def test_a_file_that_is_not_there_or_is_a_folder_is_a_problem(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="there is no such file"):
            read_record(tmp_path / "none.json")
        with pytest.raises(InputError, match="this is a folder"):
            read_record(tmp_path)
        with pytest.raises(InputError, match="can't be read"):
            read_record("a\0b")

    def test_a_file_above_the_limit_is_not_read(self, tmp_path: Path) -> None:
        path = tmp_path / "large.json"
        with path.open("wb") as file:
            file.truncate(100 * 1024**2)
        with pytest.raises(InputError, match="larger than 64 MiB"):
            read_record(path)

    def test_a_file_that_may_not_be_read_is_a_problem(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> None:
            raise PermissionError

        monkeypatch.setattr(Path, "open", refuse)
        with pytest.raises(InputError, match="the file may not be read"):
            read_record(tmp_path / "p1.json")

    def test_a_file_that_grows_while_it_is_read_is_above_the_limit(self) -> None:
        with pytest.raises(InputError, match="larger than 64 MiB"):
            read_record("/dev/zero")

    def test_bytes_above_the_limit_are_not_read(self) -> None:
        assert "larger than" in words(b" " * (MOST_BYTES_OF_A_RECORD + 1))


class TestText:
    def test_a_byte_order_mark_is_no_problem(self) -> None:
        assert read_record(b'\xef\xbb\xbf{"id": "p1"}').id == "p1"

    @pytest.mark.parametrize(
        ("encoding", "name"),
        [
            ("utf-16", "UTF-16"),
            ("utf-16-le", "UTF-16"),
            ("utf-16-be", "UTF-16"),
            ("utf-32", "UTF-32"),
        ],
    )
    def test_another_encoding_is_named(self, encoding: str, name: str) -> None:
        assert f"looks like {name}" in words('{"id": "p1"}'.encode(encoding))

    def test_latin_1_is_named_with_its_line(self) -> None:
        (problem,) = problems('{"id": "p1",\n"goals": [{"words": "für mich"}]}'.encode("latin-1"))
        assert "Latin-1" in str(problem.what)
        assert problem.line == 2

    @pytest.mark.parametrize(("encoding", "name"), [("gb18030", "GB18030"), ("big5", "Big5")])
    def test_chinese_encodings_are_named(self, encoding: str, name: str) -> None:
        text = "重新畫畫" if encoding == "big5" else "重新画画，回到学校"
        assert name in words(f'{{"goals": [{{"words": "{text}"}}]}}'.encode(encoding))

    @pytest.mark.parametrize(
        ("start", "kind"),
        [
            (b"PK\x03\x04", "Excel workbook"),
            (b"%PDF-1.7", "PDF document"),
            (b"\x1f\x8b\x08", "gzip"),
            (b"\0" * 100, "not text"),
            (bytes(range(1, 9)) * 50, "not text"),
        ],
    )
    def test_what_is_no_text_is_named(self, start: bytes, kind: str) -> None:
        assert kind in words(start)

    @pytest.mark.parametrize("nothing", [b"", b"  \n", b"\xef\xbb\xbf"])
    def test_an_empty_file_is_a_problem(self, nothing: bytes) -> None:
        assert "it is empty" in words(nothing)


class TestJson:
    @pytest.mark.parametrize(
        ("text", "line", "what"),
        [
            ('{"id": "p1",}', 1, "a name in double quotation marks is missing, at column 13"),
            ('{"id": "p1"\n"clock": "study"}', 2, "a comma or a bracket is missing"),
            ('{"id" "p1"}', 1, "a colon is missing"),
            ('{"id": }', 1, "a value is missing"),
            ('{"id": "p1}', 1, "a quotation mark is not closed"),
            ('{"id": "p\n1"}', 1, "a text holds a line break or a control character"),
            ('{"id": "p1"} {}', 1, "something follows after the end of the record"),
            ('{"id": "\\q"}', 1, "this is not JSON"),
            ("id: p1", 1, "a value is missing"),
        ],
    )
    def test_a_slip_in_the_text_has_its_line_and_column(
        self, text: str, line: int, what: str
    ) -> None:
        (problem,) = problems(text)
        assert problem.line == line
        assert what in str(problem.what)

    @pytest.mark.parametrize("text", ["[]", '"p1"', "3", "null", "true", '[{"id": "p1"}]'])
    def test_what_is_no_object_is_no_record(self, text: str) -> None:
        assert "a record is an object in braces" in words(text)

    def test_a_name_that_stands_twice_is_a_problem_at_its_place(self) -> None:
        text = '{"id": "p1", "goals": [{"words": "a", "words": "b"}], "id": "p2"}'
        assert pointers(text) == ["/id", "/goals/0/words"]

    @pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
    def test_what_json_has_no_number_for_is_a_problem_at_its_place(self, word: str) -> None:
        text = with_total(word)
        (problem,) = problems(text)
        assert problem.pointer == "/measurements/0/total"
        assert str(problem.what) == f"{word} is not a number"

    @pytest.mark.parametrize("number", ["1e999", "9" * 400, "9" * 5000, "-1e400"])
    def test_a_huge_number_is_a_problem_at_its_place(self, number: str) -> None:
        text = with_total(number)
        assert pointers(text) == ["/measurements/0/total"]

    def test_half_a_character_is_a_problem_at_its_place(self) -> None:
        text = r'{"id": "p1", "goals": [{"words": "\ud83d"}], "a\udc00": 1}'
        assert set(pointers(text)) == {"/goals/0/words", "/a?"}

    def test_a_whole_character_in_two_halves_is_fine(self) -> None:
        assert read_record(rb'{"id": "p1", "goals": [{"words": "\ud83c\udfa8"}]}').goals

    @pytest.mark.parametrize("opening", ["[", '{"a":'])
    def test_deep_nesting_is_a_problem(self, opening: str) -> None:
        assert "nested too deeply" in words(opening * 100_000)

    def test_nesting_that_can_be_parsed_and_is_no_record_is_a_problem(self) -> None:
        assert pointers(f'{{"id": "p1", "goals": {"[" * 300}{"]" * 300}}}') == ["/goals/0"]
        assert pointers(f'{{"id": "p1", "x": {"[" * 300}NaN{"]" * 300}}}') != []

    def test_too_many_values_are_a_problem_before_they_fill_the_memory(self) -> None:
        assert "more than 1000000 values" in words(f'{{"measurements": [{"1," * 1_000_001}1]}}')

    def test_thousands_of_problems_are_listed_up_to_a_limit(self) -> None:
        found = problems(person(measurements=[1] * (MOST_PROBLEMS + 5000)))
        assert len(found) <= MOST_PROBLEMS + 1
        assert "more problems are not listed" in str(found[-1].what)

    def test_a_long_form_of_faulty_answers_is_cut_too(self) -> None:
        said = person(measurements=[phq(items={f"q{n}": "x" for n in range(MOST_PROBLEMS + 5000)})])
        assert "more problems are not listed" in str(problems(said)[-1].what)

    def test_thousands_of_contradictions_are_listed_up_to_a_limit(self) -> None:
        found = problems(person(measurements=[phq(total=99)] * (MOST_PROBLEMS + 5000)))
        assert "more problems are not listed" in str(found[-1].what)

    def test_lists_within_lists_are_cut_too(self) -> None:
        found = problems(person(x=1, measurements=[[1]] * (MOST_PROBLEMS + 5000)))
        assert "more problems are not listed" in str(found[-1].what)


class TestStructure:
    def test_an_unknown_field_comes_with_near_misses(self) -> None:
        said = person(measurments=[], measurements=[phq(totl=3, total=3)], person={"zzz": 1})
        found = {problem.pointer: str(problem.right) for problem in problems(said)}
        assert found["/measurments"].startswith("did you mean measurements")
        assert found["/measurements/0/totl"] == "did you mean total?"
        assert found["/person/zzz"].startswith("leave it out; the fields here are birth, age_years")

    def test_an_unknown_word_comes_with_near_misses(self) -> None:
        said = person(person={"sex": "femal"}, measurements=[phq(total=3, rater="nurse")])
        found = {problem.pointer: str(problem.right) for problem in problems(said)}
        assert found["/person/sex"].startswith("did you mean female")
        assert found["/measurements/0/rater"] == "write one of clinician, self, relative"

    @pytest.mark.parametrize(
        ("said", "pointer", "right"),
        [
            ({"goals": [{}]}, "/goals/0/words", "add it: text in quotation marks"),
            ({"goals": {}}, "/goals", "write a list in square brackets"),
            ({"goals": [3]}, "/goals/0", "write an object with the fields id, source"),
            ({"goals": [{"words": 3}]}, "/goals/0/words", "write text in quotation marks"),
            ({"goals": [{"words": ""}]}, "/goals/0/words", "write something"),
            ({"goals": [{"words": "a\x07"}]}, "/goals/0/words", "leave them out"),
            ({"goals": [{"words": "a" * 301}]}, "/goals/0/words", "at most 300 fit here"),
            ({"person": []}, "/person", "write an object with the fields birth"),
            ({"person": {"age_years": "40"}}, "/person/age_years", "write a number"),
            ({"person": {"age_years": -1}}, "/person/age_years", "write 0 or more"),
            ({"person": {"age_years": 131}}, "/person/age_years", "write 130 or less"),
            ({"person": {"birth": True}}, "/person/birth", "write a time such as 2024"),
            ({"person": {"birth": "5.3.90"}}, "/person/birth", "a time is written as 2024"),
            ({"person": {"birth": "1990-02-30"}}, "/person/birth", "1990-02 has 28 days"),
            ({"study": {}}, "/study/name", "add it: text in quotation marks"),
            ({"study": {"name": "a", "seen_before": 1}}, "/study/seen_before", "true or false"),
            ({"study": {"name": "a", "columns": [["a"]]}}, "/study/columns/0/1", "add it"),
            ({"exposures": [{"treatment": "cbt"}]}, "/exposures/0/id", "add it: a name of"),
            ({"exposures": [{"id": "a b", "treatment": "cbt"}]}, "/exposures/0/id", "use letters"),
            ({"measurements": [phq(items=[1])]}, "/measurements/0/items", "an object that gives"),
            ({"measurements": [phq(items={"1": 1.5})]}, "/measurements/0/items/1", "whole number"),
            ({"measurements": [phq(items={"1": True})]}, "/measurements/0/items/1", "whole number"),
            ({"measurements": [phq(items={"": 1})]}, "/measurements/0/items/", "write something"),
            (
                {"declared_scales": [{"id": "x", "minimum": 0, "maximum": 1, "sd": 0,
                                      "direction": "higher-is-worse", "measures": "mood"}]},
                "/declared_scales/0/sd",
                "write more than 0",
            ),
        ],
    )  # fmt: skip
    def test_every_slip_has_its_pointer_and_says_what_would_be_right(
        self, said: dict[str, Any], pointer: str, right: str
    ) -> None:
        (problem,) = problems(person(**said))
        assert problem.pointer == pointer
        assert right in str(problem.right)
        assert str(problem.what)

    def test_pointers_escape_what_rfc_6901_escapes(self) -> None:
        assert pointers({"id": "p1", "a/b~c": 1}) == ["/a~1b~0c"]

    def test_a_missing_identifier_is_a_problem(self) -> None:
        assert pointers({}) == ["/id"]

    def test_long_values_are_shown_in_part(self) -> None:
        assert "…" in words(person(clock="x" * 500))


class TestOneList:
    """Structure and contradictions come in one list, and nothing false is said on the way."""

    def test_contradictions_are_found_beside_faulty_structure(self) -> None:
        said = person(
            clok="x",
            measurements=[
                phq(time="2024-02-30", items={"1": 9}),
                phq(total=99),
                3,
                phq(scale="phq9", total=1),
            ],
            exposures=[
                {"id": "e1", "treatment": "sertralin", "start": "2024", "end": "2023"},
                {"id": "e2", "treatment": "lithium", "augments": ["e9"]},
            ],
        )
        assert pointers(said) == [
            "/clok",
            "/exposures/0/end",
            "/exposures/0/treatment",
            "/exposures/1/augments/0",
            "/measurements/0/items/1",
            "/measurements/0/time",
            "/measurements/1/total",
            "/measurements/2",
            "/measurements/3/scale",
        ]

    @pytest.mark.parametrize(
        ("said", "pointer"),
        [
            ({"measurements": [phq(totl=3)]}, "/measurements/0/totl"),
            ({"measurements": [phq(items={"1": "x"}, total=3)]}, "/measurements/0/items/1"),
            ({"exposures": [{"id": "e1", "tretment": "cbt"}]}, "/exposures/0/tretment"),
            (
                {
                    "exposures": [
                        {"id": "e1", "treatment": "cbt", "doses": [{"amount": 1, "unit": "x"}]}
                    ]
                },
                "/exposures/0/doses/0/unit",
            ),
            (
                {
                    "exposures": [{"id": "e1", "treatment": "cbt", "adherence": "all"}],
                    "adverse_events": [{"what": "rash", "exposure": "e1"}],
                },
                "/exposures/0/adherence",
            ),
            (
                {
                    "exposures": [{"id": "e1", "treatment": "cbt", "outcome": {}}],
                    "adverse_events": [{"what": "rash", "exposure": "e1"}],
                },
                "/exposures/0/outcome/judgement",
            ),
            (
                {
                    "exposurs": [{"id": "e1", "treatment": "cbt"}],
                    "adverse_events": [{"what": "rash", "exposure": "e1"}],
                },
                "/exposurs",
            ),
            ({"clock": "stdy", "measurements": [phq(time=3, total=3)]}, "/clock"),
            ({"clok": "study", "measurements": [phq(time=3, total=3)]}, "/clok"),
            ({"clock": "calender", "measurements": [phq(total=3)]}, "/clock"),
            (
                {"person": {"birth": "2010"}, "notes": [{"text": "met"}]},
                "/notes/0/time",
            ),
            ({"clock": "study", "notes": [{"text": "met"}]}, "/notes/0/time"),
        ],
    )  # fmt: skip
    def test_what_only_follows_from_a_fault_is_not_reported(
        self, said: dict[str, Any], pointer: str
    ) -> None:
        assert pointers(person(**said)) == [pointer]

    def test_a_name_that_was_put_in_to_check_the_rest_is_never_suggested(self) -> None:
        said = person(
            exposures=[{"treatment": "cbt"}, {"id": "e2", "treatment": "cbt", "augments": ["e1"]}]
        )
        found = {problem.pointer: str(problem.right) for problem in problems(said)}
        assert found["/exposures/1/augments/0"] == "name an entry that stands in the record"

    def test_places_are_those_of_the_file_also_behind_what_was_left_out(self) -> None:
        said = person(measurements=[0, phq(total=1), 0, phq(total=99)])
        assert pointers(said) == ["/measurements/0", "/measurements/2", "/measurements/3/total"]


class TestWriting:
    def test_what_was_written_is_read_again(self, tmp_path: Path) -> None:
        record = Record.model_validate(person(goals=[{"words": "画画"}]))
        write_record(record, tmp_path / "p1.json")
        assert read_record(tmp_path / "p1.json") == record
        assert [path.name for path in tmp_path.iterdir()] == ["p1.json"]

    def test_a_file_that_can_not_be_written_leaves_nothing(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="can't be written"):
            write_record(Record(id="p1"), tmp_path / "no" / "p1.json")
        (tmp_path / "p1.json").mkdir()
        with pytest.raises(InputError, match="can't be written"):
            write_record(Record(id="p1"), tmp_path / "p1.json")
        assert [path.name for path in tmp_path.iterdir()] == ["p1.json"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


class TestAnything:
    """Whatever comes, the answer is a record or an `InputError`."""

    @given(st.binary(max_size=300))
    def test_any_bytes(self, data: bytes) -> None:
        survives(data)

    @given(JSON)
    def test_any_json(self, value: object) -> None:
        survives(json.dumps(value).encode())

    @given(RECORDS, st.data())
    def test_a_record_with_one_thing_changed(
        self, drawn: dict[str, Any], data: st.DataObject
    ) -> None:
        changed = json.loads(json.dumps(drawn))
        holder: Any = changed
        for _ in range(data.draw(st.integers(0, 4))):
            inner = [part for part in parts_of(holder) if isinstance(holder[part], dict | list)]
            if not inner:
                break
            holder = holder[data.draw(st.sampled_from(inner))]
        if parts_of(holder):
            holder[data.draw(st.sampled_from(parts_of(holder)))] = data.draw(JSON)
        survives(json.dumps(changed).encode())

    @given(RECORDS, st.data())
    def test_the_text_of_a_record_with_bytes_changed(
        self, drawn: dict[str, Any], data: st.DataObject
    ) -> None:
        text = bytearray(json.dumps(drawn).encode())
        at = data.draw(st.integers(0, len(text) - 1))
        text[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
        survives(bytes(text))


def parts_of(holder: dict[str, Any] | list[Any]) -> list[Any]:
    return list(holder) if isinstance(holder, dict) else list(range(len(holder)))


def survives(data: bytes) -> None:
    found: tuple[Problem, ...] = ()
    try:
        record = read_record(data)
    except InputError as error:
        record, found = None, error.problems
    assert (record is None) == bool(found)
    for problem in found:
        str(problem).encode("utf-8")
        assert str(problem.what)
        assert str(problem.right)
    if record is not None:
        assert read_record(record.to_json().encode()) == record
