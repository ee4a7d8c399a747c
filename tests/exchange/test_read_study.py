"""Reading a study's table through its mapping: the contract of docs/formats/study-tables.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firstsnow.exchange import StudyReading, read_study
from firstsnow.exchange.limits import MOST_BYTES_OF_A_TABLE
from firstsnow.exchange.study import table
from firstsnow.i18n import message
from firstsnow.problems import InputError, Problem
from firstsnow.record import Record
from firstsnow.record.checks import Finding

PHQ = """\
person,day,scale,total
a,0,phq-9,20
a,14,phq-9,12
b,0,phq-9,18
"""


class Study:
    """A folder with a table and a mapping, to be changed in one place at a time."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data.csv"
        self.mapping = folder / "map.toml"

    def read(self, data: str | bytes = PHQ, mapping: str | bytes = "") -> StudyReading:
        self.data.write_bytes(data if isinstance(data, bytes) else data.encode())
        self.mapping.write_bytes(mapping if isinstance(mapping, bytes) else mapping.encode())
        return read_study(self.data, self.mapping)

    def refused(self, data: str | bytes = PHQ, mapping: str | bytes = "") -> tuple[Problem, ...]:
        with pytest.raises(InputError) as caught:
            self.read(data, mapping)
        return caught.value.problems

    def place(self, problem: Problem) -> str:
        """Give a problem's place without the folder."""
        return problem.place.replace(f"{self.data.parent}/", "")


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return Study(tmp_path)


def totals(record: Record) -> dict[float, float | None]:
    return {one.time.earliest: one.total for one in record.measurements}


class TestContract:
    def test_a_table_with_the_names_of_the_contract_needs_no_mapping(self, study: Study) -> None:
        reading = study.read()
        assert [record.id for record in reading.records] == ["a", "b"]
        assert totals(reading.records[0]) == {0: 20, 14: 12}
        assert {record.clock for record in reading.records} == {"study"}
        assert (reading.rows, reading.skipped_rows, reading.problems) == (3, 0, ())
        assert not reading.too_many_skipped

    def test_columns_may_have_other_names(self, study: Study) -> None:
        data = "PATIENT,RELDAYS,HAMDTL17\n1503,7,21\n"
        mapping = """
            [columns]
            person = "PATIENT"
            day = "RELDAYS"
            total = "HAMDTL17"
            [constants]
            scale = "ham-d17"
            rater = "clinician"
        """
        (record,) = study.read(data, mapping).records
        (one,) = record.measurements
        assert (one.scale, one.total, one.rater) == ("ham-d17", 21, "clinician")

    def test_days_may_be_fractions_and_negative(self, study: Study) -> None:
        (record,) = study.read("person,day,scale,total\na,-7,madrs,30\na,0.5,madrs,20\n").records
        assert totals(record) == {-7: 30, 0.5: 20}
        assert record.observed_until is not None
        assert record.observed_until.earliest == 0.5

    @pytest.mark.parametrize(("unit", "days"), [("day", 2), ("week", 14), ("month", 60.875)])
    def test_the_time_column_has_its_unit(self, study: Study, unit: str, days: float) -> None:
        mapping = f'[study]\ntime_unit = "{unit}"'
        (record,) = study.read("person,day,scale,total\na,2,phq-9,3\n", mapping).records
        assert totals(record) == {days: 3}

    def test_an_empty_cell_is_not_known(self, study: Study) -> None:
        data = "person,day,scale,total,rater,age,sex\na,0,phq-9,20,,,\na,7,phq-9,,,,\na,,,,,,\n"
        reading = study.read(data)
        (record,) = reading.records
        assert totals(record) == {0: 20}
        assert (record.person.age_years, record.person.sex) == (None, None)
        assert reading.problems == ()

    def test_codes_for_missing_values_are_named_by_the_mapping(self, study: Study) -> None:
        data = "person,day,scale,total\na,0,phq-9,NA\na,7,phq-9,-9\na,14,phq-9,-9.0\na,21,phq-9,3\n"
        (record,) = study.read(data, '[missing]\ncodes = ["", "NA", "-9"]').records
        assert totals(record) == {21: 3}
        (again,) = study.read(data, '[missing]\ncodes = ["NA", -9]').records
        assert totals(again) == {21: 3}

    def test_names_of_scales_in_the_data_are_translated(self, study: Study) -> None:
        data = "person,day,scale,total\na,0,HAMD17,20\na,0,bdi-ii,30\n"
        (record,) = study.read(data, '[scales]\nHAMD17 = "ham-d17"').records
        assert [one.scale for one in record.measurements] == ["ham-d17", "bdi-ii"]

    def test_items_stand_in_columns_of_their_own(self, study: Study) -> None:
        header = ",".join(f"item_{n}" for n in range(1, 10))
        data = f"person,day,scale,{header}\na,0,phq-9,1,2,3,0,1,2,3,0,\na,7,bdi-ii,,,,,,,,,\n"
        (record,) = study.read(data).records
        (one,) = record.measurements
        assert dict(one.items or {}) == {
            **dict(zip("12345678", [1, 2, 3, 0] * 2, strict=True)),
            "9": None,
        }

    def test_items_of_several_scales_share_the_table(self, study: Study) -> None:
        data = (
            "person,day,scale,item_1,item_8,total\na,0,phq-9,1,2,\na,0,gad-7,2,,\na,0,madrs,,,30\n"
        )
        (record,) = study.read(data).records
        asked = {one.scale: dict(one.items or {}) for one in record.measurements}
        assert asked == {"phq-9": {"1": 1, "8": 2}, "gad-7": {"1": 2}, "madrs": {}}

    def test_item_columns_may_have_other_names(self, study: Study) -> None:
        data = "person,day,q_one\na,0,2.0\n"
        mapping = '[columns]\nitem_1 = "q_one"\n[constants]\nscale = "phq-9"'
        (record,) = study.read(data, mapping).records
        assert dict(record.measurements[0].items or {}) == {"1": 2}

    def test_arms_say_what_people_got(self, study: Study) -> None:
        data = "person,day,scale,total,arm\na,0,phq-9,20,DRUG\nb,0,phq-9,20,PLACEBO\nc,0,phq-9,9,\n"
        mapping = """
            [study]
            name = "A trial"
            seen_before = true
            [arms.DRUG]
            exposures = [
              { treatment = "duloxetine", dose = 60, unit = "mg/day", start = 0, end = 42 },
            ]
            blinding = "double"
            believed = "unknown"
            [arms.PLACEBO]
            exposures = [{ treatment = "placebo-pill", start = 0, end = 42 }]
            [population]
            diagnosis = "mdd"
            setting = "outpatient"
            min_failed_attempts = 0
        """
        drug, placebo, neither = study.read(data, mapping).records
        assert drug.study is not None
        assert drug.study.model_dump(exclude_defaults=True) == {
            "name": "A trial",
            "arm": "DRUG",
            "blinding": "double",
            "believed": "unknown",
            "diagnosis": "mdd",
            "setting": "outpatient",
            "min_failed_attempts": 0,
            "seen_before": True,
        }
        (exposure,) = drug.exposures
        (dose,) = exposure.doses
        assert (exposure.treatment, dose.amount, dose.unit) == ("duloxetine", 60, "mg/day")
        assert exposure.start is not None
        assert exposure.end is not None
        assert (exposure.start.earliest, exposure.end.earliest) == (0, 42)
        assert placebo.exposures[0].treatment == "placebo-pill"
        assert placebo.exposures[0].doses == ()
        assert neither.exposures == ()

    def test_an_arm_may_be_noted_without_saying_what_it_got(self, study: Study) -> None:
        (record,) = study.read("person,day,scale,total,arm\na,0,phq-9,20,TAU\n").records
        assert record.study is not None
        assert record.study.arm == "TAU"

    def test_a_scale_may_be_declared_in_the_mapping(self, study: Study) -> None:
        mapping = """
            [scale_definitions.my-scale]
            range = [0, 9]
            direction = "higher-is-worse"
            kind = "depression-severity"
            reference = { healthy = 1.0, episode = 5.5, sd = 2.0 }
        """
        data = "person,day,scale,total\na,0,my-scale,9\nb,0,phq-9,3\nb,1,my-scale,10\n"
        reading = study.read(data, mapping)
        (declared,) = reading.records[0].declared_scales
        assert (declared.maximum, declared.episode) == (9, 5.5)
        assert reading.records[1].declared_scales == ()
        assert [study.place(problem) for problem in reading.problems] == ["data.csv:4 total"]

    def test_a_wide_table_has_a_row_for_each_person(self, study: Study) -> None:
        data = "person,bdi.pre,bdi.2m\n1,29,2\n2,32,\n"
        mapping = """
            [[wide]]
            day = 0
            scale = "bdi-ii"
            column = "bdi.pre"
            [[wide]]
            day = 60
            scale = "bdi-ii"
            column = "bdi.2m"
        """
        reading = study.read(data, mapping)
        assert [totals(record) for record in reading.records] == [{0: 29, 60: 2}, {0: 32}]
        assert reading.unknown_columns == ()

    def test_age_sex_and_other_columns_about_the_person_are_kept(self, study: Study) -> None:
        data = (
            "person,day,scale,total,age,sex,site\na,0,phq-9,9,41.5,F,006\nb,0,phq-9,9,30,male,7\n"
        )
        reading = study.read(data, '[columns]\ncentre = "site"')
        first, second = reading.records
        assert (first.person.age_years, first.person.sex) == (41.5, "female")
        assert second.person.sex == "male"
        assert first.study is not None
        assert first.study.columns == (("centre", "006"),)
        assert reading.unknown_columns == ()

    def test_unknown_columns_are_reported_and_those_of_the_person_kept(self, study: Study) -> None:
        data = (
            "person,day,scale,total,site,mood\na,0,phq-9,9,x,1\na,1,phq-9,8,x,2\nb,0,phq-9,3,y,1\n"
        )
        reading = study.read(data)
        assert reading.unknown_columns == ("site", "mood")
        assert reading.kept_columns == ("site",)
        assert reading.records[0].study is not None
        assert reading.records[0].study.columns == (("site", "x"),)

    def test_a_bad_value_is_reported_and_its_row_skipped(self, study: Study) -> None:
        data = "person,day,scale,total\na,0,phq-9,20\na,7,phq-9,twelve\n"
        reading = study.read(data)
        (problem,) = reading.problems
        assert study.place(problem) == "data.csv:3 total"
        assert totals(reading.records[0]) == {0: 20}
        assert (reading.rows, reading.skipped_rows) == (2, 1)

    @pytest.mark.parametrize(("bad", "too_many"), [(1, False), (2, True)])
    def test_more_than_a_tenth_of_the_rows_is_too_many(
        self, study: Study, bad: int, too_many: bool
    ) -> None:
        rows = [f"p{n},0,phq-9,{99 if n < bad else 9}\n" for n in range(10)]
        reading = study.read("person,day,scale,total\n" + "".join(rows))
        assert reading.skipped_rows == bad
        assert reading.too_many_skipped is too_many

    def test_the_study_is_named_after_its_table_where_the_mapping_gives_no_name(
        self, study: Study
    ) -> None:
        (record, _) = study.read().records
        assert record.study is not None
        assert record.study.name == "data"


class TestExtensions:
    """What goes beyond the contract, and leaves files that follow it as they are."""

    def test_a_rating_before_treatment_beside_every_row_is_one_measurement(
        self, study: Study
    ) -> None:
        data = "person,day,scale,total,base\na,7,phq-9,12,20\na,14,phq-9,9,20\n"
        mapping = '[[wide]]\nday = 0\nscale = "phq-9"\ncolumn = "base"'
        (record,) = study.read(data, mapping).records
        assert totals(record) == {0: 20, 7: 12, 14: 9}

    def test_a_rating_before_treatment_that_changes_is_a_contradiction(self, study: Study) -> None:
        data = "person,day,scale,total,base\na,7,phq-9,12,20\na,14,phq-9,9,21\n"
        mapping = '[[wide]]\nday = 0\nscale = "phq-9"\ncolumn = "base"'
        reading = study.read(data, mapping)
        (problem,) = reading.problems
        assert study.place(problem) == "data.csv:3 day"
        assert "line 2 gives other values for phq-9" in str(problem.what)

    def test_columns_of_several_scales_may_share_the_rows_day(self, study: Study) -> None:
        data = "person,day,hamd,bdi\na,0,20,30\na,7,,25\n"
        mapping = """
            [[wide]]
            scale = "ham-d17"
            column = "hamd"
            rater = "clinician"
            [[wide]]
            scale = "bdi-ii"
            column = "bdi"
            rater = "self"
        """
        (record,) = study.read(data, mapping).records
        found = [(one.scale, one.time.earliest, one.rater) for one in record.measurements]
        assert found == [("ham-d17", 0, "clinician"), ("bdi-ii", 0, "self"), ("bdi-ii", 7, "self")]

    def test_a_column_without_a_day_of_its_own_needs_the_rows_day(self, study: Study) -> None:
        mapping = '[[wide]]\nscale = "bdi-ii"\ncolumn = "bdi"'
        reading = study.read("person,day,bdi\na,,20\nb,0,30\n", mapping)
        assert [study.place(problem) for problem in reading.problems] == ["data.csv:2 day"]
        (problem,) = study.refused("person,bdi\na,20\n", mapping)
        assert problem.field == "day"

    def test_a_column_may_hold_the_answers_to_one_item(self, study: Study) -> None:
        data = "person,madrs,suicide\na,38,4\nb,40,\n"
        mapping = """
            [[wide]]
            day = 0
            scale = "madrs"
            column = "madrs"
            [[wide]]
            day = 0
            scale = "madrs"
            item = 10
            column = "suicide"
        """
        first, second = study.read(data, mapping).records
        assert dict(first.measurements[0].items or {}) == {"10": 4}
        assert first.measurements[0].total == 38
        assert second.measurements[0].items is None

    def test_rows_that_repeat_a_measurement_are_read_once(self, study: Study) -> None:
        data = "person,day,scale,total\n" + "a,7,phq-9,12\n" * 6
        reading = study.read(data)
        assert totals(reading.records[0]) == {7: 12}
        assert (reading.rows, reading.repeated_rows, reading.skipped_rows) == (6, 5, 0)

    def test_a_treatment_may_be_given_in_words(self, study: Study) -> None:
        mapping = '[constants]\narm = "X"\n[arms.X]\nexposures = [{ as_written = "a pill" }]'
        assert study.read(PHQ, mapping).records[0].exposures[0].as_written == "a pill"

    def test_two_ratings_of_a_day_are_told_apart_by_their_rater(self, study: Study) -> None:
        data = "person,day,scale,total,rater\na,0,phq-9,12,self\na,0,phq-9,14,clinician\n"
        assert len(study.read(data).records[0].measurements) == 2


class TestPersons:
    @pytest.mark.parametrize("name", ["1503", "a-1", "P_7.b:2"])
    def test_an_identifier_stays_as_it_is(self, study: Study, name: str) -> None:
        (record,) = study.read(f"person,day,scale,total\n{name},0,phq-9,3\n").records
        assert record.id == name

    def test_any_name_of_a_person_can_be_read(self, study: Study) -> None:
        names = ["Müller 3", "Müller-3", "患者 1", "#", "x" * 200, "=1+1", "M ller 3"]
        rows = "".join(f"{name},0,phq-9,3\n" for name in names)
        reading = study.read("person,day,scale,total\n" + rows)
        assert reading.problems == ()
        assert len({record.id for record in reading.records}) == len(names)
        kept = [
            dict(record.study.columns).get("person") for record in reading.records if record.study
        ]
        assert kept[0] == "Müller 3"
        assert kept[2] == "患者 1"

    def test_someone_in_two_arms_is_a_contradiction(self, study: Study) -> None:
        data = "person,day,scale,total,arm\na,0,phq-9,20,X\na,7,phq-9,12,Y\n"
        (problem,) = study.read(data).problems
        assert study.place(problem) == "data.csv:3 arm"
        assert "had X in line 2, and has Y here" in str(problem.what)

    @pytest.mark.parametrize(("column", "one", "other"), [("sex", "f", "m"), ("site", "1", "2")])
    def test_what_is_said_of_a_person_does_not_change(
        self, study: Study, column: str, one: str, other: str
    ) -> None:
        data = f"person,day,scale,total,{column}\na,0,phq-9,20,{one}\na,7,phq-9,12,{other}\n"
        (problem,) = study.read(data, f'[columns]\n{column} = "{column}"').problems
        assert study.place(problem) == f"data.csv:3 {column}"

    def test_someone_may_have_a_birthday_during_the_study(self, study: Study) -> None:
        data = "person,day,scale,total,age\na,0,phq-9,20,40\na,300,phq-9,12,41\n"
        reading = study.read(data)
        assert reading.records[0].person.age_years == 40
        assert reading.problems == ()

    def test_two_totals_for_one_day_are_a_contradiction(self, study: Study) -> None:
        data = "person,day,scale,total\na,0,phq-9,20\na,0,phq-9,12\n"
        reading = study.read(data)
        (problem,) = reading.problems
        assert "line 2 gives other values for phq-9 on the same day" in str(problem.what)
        assert totals(reading.records[0]) == {0: 20}

    def test_someone_whose_rows_are_all_skipped_has_no_record(self, study: Study) -> None:
        reading = study.read("person,day,scale,total\na,0,phq-9,99\nb,0,phq-9,9\n")
        assert [record.id for record in reading.records] == ["b"]


BAD_CELLS = [
    ("total", "12,5", "write 12.5"),
    ("total", "1_000", "write a number such as 12.5"),
    ("total", "twelve", "write a number such as 12.5"),
    ("total", "NaN", "write a number such as 12.5"),
    ("total", "inf", "write a number such as 12.5"),
    ("total", "1e999", "write a number such as 12.5"),
    ("total", "１２", "write a number such as 12.5"),
    ("total", "=1+1", "write a number such as 12.5"),
    ("total", "99", "a total lies between 0 and 27"),
    ("total", "-1", "a total lies between 0 and 27"),
    ("total", "NA", "name codes for missing values under [missing]"),
    ("day", "2024-03-05", "dates are not read here"),
    ("day", "5.3.2024", "dates are not read here"),
    ("day", "soon", "write a number"),
    ("day", "1e9", "a study day lies between -100000 and 100000"),
    ("day", "", "fill the cell in"),
    ("scale", "", "fill the cell in"),
    ("scale", "phq9", "did you mean phq-9"),
    ("scale", "zzzqqq", "declare it under [scale_definitions]"),
    ("item_1", "4", "an answer is one of 0, 1, 2, 3"),
    ("item_1", "1.5", "write the answer as a whole number"),
    ("item_1", "x", "write a number"),
    ("person", "", "write the person's identifier"),
    ("person", "a\x00b", "leave them out"),
    ("rater", "nurse", "write one of clinician, self"),
    ("rater", "clinican", "did you mean clinician?"),
    ("age", "old", "write a number"),
    ("age", "200", "an age lies between 0 and 130"),
    ("sex", "x", "write one of f, m, female, male"),
    ("arm", "drug", "did you mean DRUG?"),
    ("arm", "other", "say under [arms] what it got"),
    ("arm", "x" * 400, "say under [arms] what it got"),
]


class TestBadCells:
    @pytest.mark.parametrize(("column", "cell", "right"), BAD_CELLS)
    def test_a_cell_that_can_not_be_used_is_named_with_what_would_be_right(
        self, study: Study, column: str, cell: str, right: str
    ) -> None:
        good = {
            "person": "a",
            "day": "0",
            "scale": "phq-9",
            "total": "12",
            "item_1": "3",
            "arm": "DRUG",
            "rater": "self",
            "age": "40",
            "sex": "f",
        }
        bad = {**good, column: cell}
        quoted = [",".join(f'"{value}"' for value in row.values()) for row in (good, bad)]
        data = "\n".join([",".join(good), *quoted, ""])
        reading = study.read(data, "[arms.DRUG]\nexposures = []")
        (problem,) = reading.problems
        assert study.place(problem) == f"data.csv:3 {column}"
        assert right in str(problem.right)
        assert reading.skipped_rows == 1

    def test_every_bad_cell_of_a_row_is_named(self, study: Study) -> None:
        reading = study.read("person,day,scale,total,sex\n,x,phq-9,y,z\n")
        assert [problem.field for problem in reading.problems] == ["person", "sex", "total", "day"]
        assert reading.skipped_rows == 1

    def test_the_column_is_named_as_the_table_names_it(self, study: Study) -> None:
        mapping = '[columns]\nperson = "Who"\nitem_1 = "Q1"\ntotal = "Sum"'
        data = "Who,day,scale,Q1,Sum\na,0,phq-9,7,5\nb,0,phq-9,1,99\n"
        found = study.read(data, mapping).problems
        assert [study.place(problem) for problem in found] == ["data.csv:2 Q1", "data.csv:3 Sum"]

    def test_a_total_that_contradicts_its_items_is_found(self, study: Study) -> None:
        header = ",".join(f"item_{n}" for n in range(1, 10))
        data = f"person,day,scale,total,{header}\na,0,phq-9,12,{','.join('1' * 9)}\n"
        (problem,) = study.read(data).problems
        assert "contradicts its items, which give 9" in str(problem.what)

    def test_an_item_of_another_scale_is_found(self, study: Study) -> None:
        data = "person,day,scale,item_1,item_17\na,0,phq-9,1,1\n"
        (problem,) = study.read(data).problems
        assert problem.field == "item_17"

    def test_text_about_a_person_that_is_too_long_is_named_where_the_mapping_asks_for_it(
        self, study: Study
    ) -> None:
        data = f"person,day,scale,total,site\na,0,phq-9,3,{'x' * 301}\n"
        (problem,) = study.read(data, '[columns]\nsite = "site"').problems
        assert "at most 300 fit here" in str(problem.right)

    def test_text_in_an_unknown_column_is_nobodys_fault(self, study: Study) -> None:
        data = f"person,day,scale,total,note\na,0,phq-9,3,{'x' * 301}\nb,0,phq-9,3,=HYPERLINK(1)\n"
        reading = study.read(data)
        assert reading.problems == ()
        assert reading.kept_columns == ()


class TestPersonsAsAWhole:
    def test_a_contradiction_that_only_shows_in_the_whole_record_costs_the_persons_rows(
        self, study: Study, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """No such contradiction is known; the next check of records may bring one."""

        def findings(record: Record) -> list[Finding]:
            wrong = Finding((), message("wrong"), message("right"))
            return [wrong] if record.id == "a" else []

        monkeypatch.setattr("firstsnow.record.record.findings", findings)
        reading = study.read()
        assert [record.id for record in reading.records] == ["b"]
        assert [study.place(problem) for problem in reading.problems] == ["data.csv:2"]
        assert reading.skipped_rows == 2


class TestCsv:
    def test_a_byte_order_mark_and_windows_lines_are_no_problem(self, study: Study) -> None:
        data = b"\xef\xbb\xbf" + PHQ.replace("\n", "\r\n").encode()
        assert len(study.read(data).records) == 2

    def test_white_space_empty_lines_and_trailing_commas_are_no_problem(self, study: Study) -> None:
        data = "\nperson , day,scale,total\n\n a ,0, phq-9 ,3,,\n,,,\n   \nb,0,phq-9,4\n\n"
        reading = study.read(data)
        assert [record.id for record in reading.records] == ["a", "b"]
        assert reading.problems == ()

    def test_lines_within_quotation_marks_are_part_of_the_cell(self, study: Study) -> None:
        data = 'person,day,scale,total,note\na,0,phq-9,3,"one\ntwo, ""three"""\nb,0,phq-9,99,x\n'
        reading = study.read(data)
        assert reading.records[0].study is not None
        assert reading.records[0].study.columns == (("note", 'one\ntwo, "three"'),)
        assert [problem.line for problem in reading.problems] == [4]

    @pytest.mark.parametrize(
        ("separator", "name"), [(";", "semicolons"), ("\t", "tabs"), ("|", "vertical bars")]
    )
    def test_other_separators_are_named_with_what_to_do(
        self, study: Study, separator: str, name: str
    ) -> None:
        (problem,) = study.refused(PHQ.replace(",", separator))
        assert str(problem.what) == f"its columns are separated by {name}"
        assert "separate columns by commas, and write decimal numbers with a point" in str(
            problem.right
        )

    @pytest.mark.parametrize(
        ("encoding", "name"),
        [
            ("utf-16", "UTF-16"),
            ("latin-1", "Latin-1"),
        ],
    )
    def test_other_encodings_are_named(self, study: Study, encoding: str, name: str) -> None:
        data = PHQ.replace("b,", "Björn,")
        (problem,) = study.refused(data.encode(encoding))
        assert name in str(problem.what)
        assert problem.file == str(study.data)

    def test_a_fault_of_encoding_far_down_has_its_line(self, study: Study) -> None:
        data = PHQ.encode() + b"c,0,phq-9,3\n" * 20_000 + b"B\xf6rn,0,phq-9,3\n"
        (problem,) = study.refused(data)
        assert problem.line == 20_005

    def test_chinese_encodings_are_named(self, study: Study) -> None:
        (problem,) = study.refused(PHQ.replace("b,", "患者张三,").encode("gb18030"))
        assert "GB18030" in str(problem.what)

    def test_a_workbook_is_named(self, study: Study) -> None:
        (problem,) = study.refused(b"PK\x03\x04" + b"\0" * 100)
        assert "Excel workbook" in str(problem.what)

    @pytest.mark.parametrize(
        ("data", "what"),
        [
            ("", "it is empty"),
            ("\n\n  \n", "it is empty"),
            (",,\n,,\n", "it has no header"),
            ("person,day,scale,total\n", "it has a header and no rows"),
            ("person,day,scale,total\n,,,\n", "it has a header and no rows"),
            ('"person,day\n', "a quotation mark that opens here is not closed"),
        ],
    )
    def test_a_table_without_rows_is_a_problem(self, study: Study, data: str, what: str) -> None:
        (problem,) = study.refused(data)
        assert what in str(problem.what)

    @pytest.mark.parametrize(
        ("row", "what"),
        [
            ("a,0,phq-9", "the row has 3 cells, the header 4"),
            ("a,0,phq-9,3,4", "the row has 5 cells, the header 4"),
            ('a,0,"phq"-9,3', "a quotation mark stands in the wrong place"),
        ],
    )
    def test_a_row_of_another_shape_is_skipped(self, study: Study, row: str, what: str) -> None:
        reading = study.read(f"person,day,scale,total\n{row}\nb,0,phq-9,3\n")
        (problem,) = reading.problems
        assert study.place(problem) == "data.csv:2"
        assert what in str(problem.what)
        assert [record.id for record in reading.records] == ["b"]

    def test_rows_behind_an_open_quotation_mark_count_as_skipped(self, study: Study) -> None:
        rows = "".join(f"p{n},0,phq-9,3\n" for n in range(50))
        reading = study.read(f'person,day,scale,total\nx,0,phq-9,3\n"a,0,phq-9,3\n{rows}')
        assert reading.rows == 52
        assert reading.skipped_rows == 51
        assert reading.too_many_skipped

    def test_a_cell_without_end_is_not_taken_for_an_open_quotation_mark(self, study: Study) -> None:
        reading = study.read(f"{PHQ}{'a' * 200_000}\n")
        (problem,) = reading.problems
        assert str(problem.what) == "a cell is longer than 131072 characters"
        assert problem.line == 5

    def test_a_column_that_is_used_stands_once(self, study: Study) -> None:
        (problem,) = study.refused("person,day,scale,total,total\na,0,phq-9,3,4\n")
        assert study.place(problem) == "data.csv:1 total"

    def test_a_column_that_nothing_asks_for_may_stand_twice(self, study: Study) -> None:
        data = "person,day,scale,total,x,x,,\na,0,phq-9,3,4,5,6,7\n"
        assert study.read(data).unknown_columns == ("x", "x", "", "")

    def test_a_file_above_the_limit_is_not_read(self, study: Study) -> None:
        study.mapping.write_text("", encoding="utf-8")
        with study.data.open("wb") as file:
            file.truncate(MOST_BYTES_OF_A_TABLE + 1)
        with pytest.raises(InputError, match="larger than 256 MiB"):
            read_study(study.data, study.mapping)

    def test_too_many_rows_or_columns_are_not_read(
        self, study: Study, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (problem,) = study.refused(",".join(f"c{n}" for n in range(10_001)))
        assert "more than 10000 columns" in str(problem.what)
        monkeypatch.setattr(table, "MOST_ROWS_OF_A_TABLE", 2)
        (problem,) = study.refused()
        assert "more than 2 rows" in str(problem.what)

    def test_thousands_of_problems_are_listed_up_to_a_limit(self, study: Study) -> None:
        reading = study.read("person,day,scale,total\n" + "a,0,phq-9,99\n" * 12_000)
        assert reading.skipped_rows == 12_000
        assert len(reading.problems) == 10_001
        assert "at least 2000 more problems" in str(reading.problems[-1].what)

    def test_a_table_that_is_not_there_is_a_problem(self, study: Study) -> None:
        study.mapping.write_text("", encoding="utf-8")
        with pytest.raises(InputError, match="there is no such file"):
            read_study(study.data, study.mapping)


class TestHeader:
    def test_a_column_of_the_mapping_that_the_table_lacks_comes_with_near_misses(
        self, study: Study
    ) -> None:
        mapping = (
            '[columns]\nperson = "PATIENT"\n\n[[wide]]\nscale = "phq-9"\ncolumn = "none"\nday = 0'
        )
        found = study.refused("PATIEN,day,scale,total\na,0,phq-9,3\n", mapping)
        assert [study.place(problem) for problem in found] == [
            "map.toml:2 columns.person",
            "map.toml:6 wide[0].column",
        ]
        assert str(found[0].right) == "did you mean PATIEN?"
        assert "name one of its columns: PATIEN, day" in str(found[1].right)

    def test_every_column_that_is_needed_is_asked_for_at_once(self, study: Study) -> None:
        found = study.refused("Person,x,Total\na,0,3\n", "[arms.X]\nexposures = []")
        assert [study.place(problem) for problem in found] == [
            "data.csv:1 person",
            "data.csv:1 total",
            "data.csv:1 arm",
        ]
        assert "did you mean Person?" in str(found[0].right)
        found = study.refused("person,total\na,3\n")
        assert [problem.field for problem in found] == ["scale", "day"]

    def test_a_constant_may_stand_for_a_column(self, study: Study) -> None:
        mapping = '[constants]\nperson = "one"\nday = 3\nscale = "phq-9"\nsex = "f"\nsite = "X"'
        (record,) = study.read("total\n3\n", mapping).records
        assert (record.id, record.person.sex, totals(record)) == ("one", "female", {3: 3})
        assert record.study is not None
        assert record.study.columns == (("site", "X"),)

    def test_a_constant_goes_before_a_column_of_that_name(self, study: Study) -> None:
        reading = study.read(PHQ, '[constants]\nscale = "gad-7"')
        assert reading.records[0].measurements[0].scale == "gad-7"
        assert reading.unknown_columns == ("scale",)


LONG = "x" * 101

BAD_MAPPINGS = [
    ("[study]\nnam = 'x'", "map.toml:2 study.nam", "did you mean name?"),
    ("[studi]\nname = 'x'", "map.toml:1 studi", "did you mean study?"),
    ("[study]\ntime_unit = 'weeks'", "map.toml:2 study.time_unit", "did you mean week"),
    ("[study]\nseen_before = 'no'", "map.toml:2 study.seen_before", "write true or false"),
    ("[columns]\nperson = 3", "map.toml:2 columns.person", "write text in quotation marks"),
    ("[missing]\ncode = []", "map.toml:2 missing.code", "did you mean codes?"),
    ("[missing]\ncodes = 'NA'", "map.toml:2 missing.codes", "write a list in square brackets"),
    ("[scales]\nHAMD = 'ham-d-17'", "map.toml:2 scales.HAMD", "did you mean ham-d17"),
    ("[constants]\nscale = 'phq9'", "map.toml:2 constants.scale", "did you mean phq-9"),
    ("[constants]\nrater = 'nurse'", "map.toml:2 constants.rater", "one of clinician, self"),
    ("[constants]\nsex = 'x'", "map.toml:2 constants.sex", "one of f, m, female, male"),
    ("[constants]\nday = 'x'", "map.toml:2 constants.day", "write a number"),
    ("[constants]\ntotal = 3", "map.toml:2 constants.total", "name its column"),
    ("[constants]\nitem_1 = 3", "map.toml:2 constants.item_1", "name its column"),
    (
        "[columns]\nscale = 'scale'\n[constants]\nscale = 'phq-9'",
        "map.toml:4 constants.scale",
        "keep one of the two",
    ),
    ("[[wide]]\nscale = 'phq-9'", "map.toml:1 wide[0].column", "add it"),
    (
        "[[wide]]\nscale = 'phq9'\ncolumn = 'x'\nday = 0",
        "map.toml:2 wide[0].scale",
        "did you mean phq-9",
    ),
    (
        "[arms.A]\nexposures = []\n[arms.B]\nblinding = 'triple'",
        "map.toml:4 arms.B.blinding",
        "write one of double, single, open",
    ),
    (
        "[arms.A]\nexposures = [{ treatment = 'duloxetin' }]",
        "map.toml:2 arms.A.exposures[0].treatment",
        "did you mean duloxetine",
    ),
    (
        "[arms.A]\nexposures = [{ start = 0 }]",
        "map.toml:2 arms.A.exposures[0].treatment",
        "name a treatment",
    ),
    (
        "[arms.A]\nexposures = [{ treatment = 'cbt', dose = 60 }]",
        "map.toml:2 arms.A.exposures[0].unit",
        "write both",
    ),
    (
        "[arms.A]\nexposures = [{ treatment = 'cbt', unit = 'mg' }]",
        "map.toml:2 arms.A.exposures[0].dose",
        "write both",
    ),
    (
        "[arms.A]\nexposures = [{ treatment = 'cbt', dose = 1, unit = 'mgs' }]",
        "map.toml:2 arms.A.exposures[0].unit",
        "did you mean mg",
    ),
    (
        "[arms.A]\nexposures = [{ treatment = 'cbt', start = 9, end = 3 }]",
        "map.toml:2 arms.A.exposures[0].end",
        "exchange the two",
    ),
    (
        "[arms.A]\nexposures = [{ treatment = 'cbt', start = 9e9 }]",
        "map.toml:2 arms.A.exposures[0].start",
        "write 100000 or less",
    ),
    (
        "[population]\ndiagnosis = 'depression'",
        "map.toml:2 population.diagnosis",
        "write one of mdd, trd",
    ),
    (
        "[population]\nmin_failed_attempts = -1",
        "map.toml:2 population.min_failed_attempts",
        "write 0 or more",
    ),
    (
        f"[arms.A]\nexposures = [{{ treatment = '{LONG}' }}]",
        "map.toml:2 arms.A.exposures[0].treatment",
        "at most 100 fit here",
    ),
    (
        f"[scale_definitions.{LONG}]\nrange = [0, 1]\ndirection = 'higher-is-worse'\nkind = 'mood'",
        f"map.toml:1 scale_definitions.{LONG}",
        "at most 100 fit here",
    ),
    (
        "[scale_definitions.x]\nrange = [0]\ndirection = 'higher-is-worse'\nkind = 'mood'",
        "map.toml:2 scale_definitions.x.range[1]",
        "add it: a number",
    ),
    (
        "[scale_definitions.x]\nrange = [9, 0]\ndirection = 'higher-is-worse'\nkind = 'mood'",
        "map.toml:2 scale_definitions.x.range",
        "give the range as least, greatest",
    ),
    (
        "[scale_definitions.phq-9]\nrange = [0, 9]\ndirection = 'higher-is-worse'\nkind = 'mood'",
        "map.toml:1 scale_definitions.phq-9",
        "use the catalogue's scale",
    ),
    (
        "[scale_definitions.x]\nrange = [0, 9]\ndirection = 'up'\nkind = 'mood'",
        "map.toml:3 scale_definitions.x.direction",
        "write one of higher-is-worse, higher-is-better",
    ),
]


class TestMapping:
    @pytest.mark.parametrize(("mapping", "place", "right"), BAD_MAPPINGS)
    def test_every_slip_has_its_file_line_and_key_and_says_what_would_be_right(
        self, study: Study, mapping: str, place: str, right: str
    ) -> None:
        (problem,) = study.refused(PHQ, mapping)
        assert study.place(problem) == place
        assert right in str(problem.right)

    def test_every_slip_is_listed(self, study: Study) -> None:
        mapping = "[study]\nnam = 'x'\n[population]\ndiagnosis = 'x'\n[missing]\ncodes = 1"
        assert len(study.refused(PHQ, mapping)) == 3

    @pytest.mark.parametrize(
        ("mapping", "line"),
        [
            ("[study\nname = 1", 1),
            ("[study]\nname = ", 2),
            ("a = 1\na = 2", 2),
            ("a = " + "[" * 20_000, None),
            ("a = " + "9" * 5000, None),
        ],
    )
    def test_what_is_no_toml_is_a_problem(
        self, study: Study, mapping: str, line: int | None
    ) -> None:
        (problem,) = study.refused(PHQ, mapping)
        assert "this is not TOML" in str(problem.what)
        assert line is None or problem.line == line

    def test_a_mapping_in_another_encoding_is_named(self, study: Study) -> None:
        (problem,) = study.refused(PHQ, '[study]\nname = "Zürich"'.encode("latin-1"))
        assert "Latin-1" in str(problem.what)
        assert problem.file == str(study.mapping)

    def test_keys_in_quotation_marks_and_dotted_keys_have_their_lines(self, study: Study) -> None:
        mapping = "study.nam = 'x'\n[arms.\"Arm A\"]\nblindin = 'double'\n['scales']\nx.y = 1"
        found = study.refused(PHQ, mapping)
        assert [problem.line for problem in found] == [1, 3, 5]


class TestAnything:
    """Whatever comes, the answer is a reading or an `InputError`."""

    ANYTHING = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])

    @ANYTHING
    @given(data=st.binary(max_size=300))
    def test_any_table(self, study: Study, data: bytes) -> None:
        survives(study, data, b"")

    @ANYTHING
    @given(mapping=st.binary(max_size=300))
    def test_any_mapping(self, study: Study, mapping: bytes) -> None:
        survives(study, PHQ.encode(), mapping)

    @ANYTHING
    @given(
        rows=st.lists(
            st.lists(
                st.one_of(
                    st.text(max_size=9), st.sampled_from(["a", "0", "3", "phq-9", "-1", "NA", "f"])
                )
            ),
            max_size=6,
        )
    )
    def test_any_cells(self, study: Study, rows: list[list[str]]) -> None:
        lines = ["person,day,scale,total,item_1,sex,age,arm,rater", *map(",".join, rows)]
        survives(study, "\n".join(lines).encode("utf-8", "replace"), b"")

    @ANYTHING
    @given(st.data())
    def test_a_table_and_a_mapping_with_bytes_changed(
        self, study: Study, data: st.DataObject
    ) -> None:
        trial = Path(__file__).parents[2] / "examples" / "antidepressant-trial"
        table = bytearray((trial / "antidepressant_data.csv").read_bytes()[:400])
        mapping = bytearray((trial / "MAP.toml").read_bytes())
        for text in (table, mapping):
            at = data.draw(st.integers(0, len(text) - 1))
            text[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
        survives(study, bytes(table), bytes(mapping))


def survives(study: Study, data: bytes, mapping: bytes) -> None:
    reading: StudyReading | None = None
    found: tuple[Problem, ...] = ()
    try:
        reading = study.read(data, mapping)
    except InputError as error:
        found = error.problems
    if reading is None:
        assert found
    else:
        found = reading.problems
        assert reading.skipped_rows <= reading.rows
        assert bool(reading.skipped_rows) == bool(found)
    for problem in found:
        str(problem).encode("utf-8")
        assert problem.file


def test_the_examples_of_the_documentation_can_be_read(tmp_path: Path) -> None:
    page = Path(__file__).parents[2] / "docs" / "formats" / "study-tables.md"
    blocks = re.findall(r"```(text|toml)\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    tables = [text for kind, text in blocks if kind == "text"]
    mappings = [text for kind, text in blocks if kind == "toml"]
    assert len(tables) == len(mappings) > 1
    for data, mapping in zip(tables, mappings, strict=True):
        reading = Study(tmp_path).read(data, mapping)
        assert reading.problems == ()
        assert reading.unknown_columns == ()
        assert all(record.measurements for record in reading.records)
