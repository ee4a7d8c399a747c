"""The command line: what it writes, what it says when something is wrong, and how it ends."""

import json
from importlib.metadata import version
from pathlib import Path

import pytest
from pypdf import PdfReader
from typer.testing import CliRunner, Result

from firstsnow.cli.app import app
from firstsnow.cli.ending import UsageError
from firstsnow.cli.outputs import make_folder, write_whole

EXAMPLES = Path(__file__).parents[2] / "examples"
NOTHING, PHQ9 = (EXAMPLES / "records" / f"{n}.json" for n in ("nothing-measured", "only-phq9"))
TRIAL = EXAMPLES / "antidepressant-trial" / "antidepressant_data.csv"
MAP = EXAMPLES / "antidepressant-trial" / "MAP.toml"
GOOD = "1,2,3,4,5,6,7,8,9"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments])


def test_help_lists_the_commands_and_the_endings() -> None:
    result = run("--help")
    assert result.exit_code == 0
    for word in ("report", "history", "score", "check", "called wrongly"):
        assert word in result.stdout


def test_version() -> None:
    assert run("--version").stdout == f"firstsnow {version('firstsnow')}\n"


@pytest.mark.parametrize("form", ["html", "pdf", "json"])
def test_a_report_in_every_form(tmp_path: Path, form: str) -> None:
    target = tmp_path / f"r.{form}"
    result = run("report", NOTHING, "-o", target)
    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"{target}\n"
    data = target.read_bytes()
    assert data.startswith({"html": b"<!doctype html>", "pdf": b"%PDF-", "json": b"{"}[form])
    if form == "pdf":
        assert "The course so far" in PdfReader(target).pages[0].extract_text()
    assert [one.name for one in tmp_path.iterdir()] == [target.name]


def test_a_report_is_for_its_owner_alone(tmp_path: Path) -> None:
    target = tmp_path / "r.json"
    run("report", NOTHING, "-o", target)
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_report_in_chinese_as_on_an_earlier_day(tmp_path: Path) -> None:
    target = tmp_path / "r.json"
    assert run("report", PHQ9, "-o", target, "--lang", "zh", "--at", "2025-05-01").exit_code == 0
    document = json.loads(target.read_text(encoding="utf-8"))
    assert document["language"] == "zh-Hans"
    assert document["heading"]["seen_on"]["text"] == "截至 2025年5月1日所知"
    assert document["safety"]["state"] == "clear"


def test_one_person_of_a_study_on_a_day_of_its_clock(tmp_path: Path) -> None:
    target = tmp_path / "r.json"
    result = run("report", TRIAL, "--mapping", MAP, "--person", "1503", "-o", target, "--at", "14")
    assert result.exit_code == 0, result.stderr
    assert json.loads(target.read_text(encoding="utf-8"))["day"] == 14


def test_a_folder_for_every_record(tmp_path: Path) -> None:
    result = run("report", EXAMPLES / "records", "-o", tmp_path / "out", "--format", "json")
    assert result.exit_code == 0, result.stderr
    written = {one.name for one in (tmp_path / "out").iterdir()}
    assert "example-nothing-measured.json" in written
    assert len(written) == len(list((EXAMPLES / "records").glob("*.json")))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["report", NOTHING, "-o", "r.docx"], "a report can't be written as docx"),
        (["report", NOTHING, "-o", "no-such-folder/r.html"], "can't be written; name a file in"),
        (
            ["report", EXAMPLES / "records", "-o", "r.html"],
            "persons don't fit into r.html; choose one with --person",
        ),
        (["report", TRIAL, "-o", "r.html"], "no mapping was named; name its mapping with"),
        (["report", MAP, "-o", "r.html"], "can't be told from its name; records end in .json"),
        (["report", NOTHING, "-o", "r.html", "--at", "2025-13-01"], "is no date; a month lies"),
        (["report", NOTHING, "-o", "r.html", "--person", "nobody"], "there is no person nobody"),
        (["history", EXAMPLES / "records"], "persons; choose one with --person"),
        (["check", MAP], "can't be told from its name"),
        (["score", "phq9", NOTHING], "there is no scale phq9; did you mean phq-9?"),
        (["score", "zzzzzz", NOTHING], "there is no scale zzzzzz; docs/formats/scale-file.md"),
    ],
)
def test_calling_it_wrongly_says_what_would_be_right(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str | Path],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_a_date_is_no_day_of_a_study() -> None:
    result = run("history", TRIAL, "--mapping", MAP, "--person", "1503", "--at", "2025-01-01")
    assert result.exit_code == 2
    assert "give a number of days, such as 14" in result.stderr


def test_a_person_who_is_not_there_is_answered_with_those_near() -> None:
    result = run("history", TRIAL, "--mapping", MAP, "--person", "15033")
    assert result.exit_code == 2
    assert "did you mean 1503" in result.stderr


def test_a_language_that_is_not_offered() -> None:
    result = run("history", NOTHING, "--lang", "fr")
    assert result.exit_code == 2
    assert "choose one of: en, zh" in result.stderr.replace("\n", " ")


def test_bad_input_lists_every_problem_and_leaves_what_stood_there(tmp_path: Path) -> None:
    target, bad = tmp_path / "r.html", tmp_path / "bad.json"
    target.write_text("what stood there", encoding="utf-8")
    bad.write_text(
        '{"id": "p1", "measurements": [{"scale": "phq-99", "time": "2025-02-30", "total": 3}]}',
        encoding="utf-8",
    )
    result = run("report", bad, "-o", target)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) >= 2
    assert "2025-02 has 28 days" in result.stderr
    assert "phq-9" in result.stderr
    assert target.read_text(encoding="utf-8") == "what stood there"


def test_problems_in_chinese(tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"id": "p1", "person": {"age_years": 300}}', encoding="utf-8")
    result = run("check", bad, "--lang", "zh")
    assert result.exit_code == 1
    assert any("\u4e00" <= letter <= "\u9fff" for letter in result.stderr)


def test_history_as_text() -> None:
    result = run("history", NOTHING)
    assert result.exit_code == 0
    for words in (
        "No answer about thoughts of self-harm is on record.",
        "Mirtazapine, 15 mg/day, 8 Dec 2025 – 27 Dec 2025, 2.7 weeks",
        "Not adequate: 2.7 of 4 weeks: too short to judge",
        "FDA 2018: not known",
        "Not tried so far",
    ):
        assert words in result.stdout


def test_history_of_nothing_at_all(tmp_path: Path) -> None:
    empty = tmp_path / "empty.json"
    empty.write_text('{"id": "p1"}', encoding="utf-8")
    asked = run("history", empty)
    assert asked.exit_code == 2
    assert "the record p1 has no date; say on which day to see it" in asked.stderr
    result = run("history", empty, "--at", "2026-03-05")
    assert result.exit_code == 0
    assert run("report", empty, "--at", "2026-03-05", "-o", tmp_path / "r.pdf").exit_code == 0
    assert "No treatment is on record yet. Next step: add one." in result.stdout


def test_history_as_json_holds_days_answers_and_reasons() -> None:
    document = json.loads(run("history", NOTHING, "--json").stdout)
    assert (document["format"], document["version"]) == ("firstsnow-history", 1)
    mirtazapine = document["attempts"][1]
    assert mirtazapine["adequate"] == "no"
    assert mirtazapine["reasons"] == ["2.7 of 4 weeks: too short to judge"]
    fda = document["definitions"][0]
    assert (fda["definition"], fda["answer"]) == ("fda-2018", "unknown")
    assert fda["open"][0]["if_so"] == "yes"
    assert document["safety"] == {"open": [], "past": [], "latest": None}


def test_history_as_json_of_a_long_record_and_of_open_answers() -> None:
    forty = json.loads(run("history", EXAMPLES / "records/forty-treatments.json", "--json").stdout)
    assert len(forty["attempts"]) == 40
    ketamine = next(one for one in forty["attempts"] if one["treatment"] == "ketamine")
    assert ketamine["improvement"]["before"]["scale"] == "madrs"
    assert forty["status"]["segments"]
    phq9 = json.loads(run("history", PHQ9, "--json").stdout)
    assert [one["answer"] for one in phq9["safety"]["open"]] == [1, 1]


def test_scores_of_a_table(tmp_path: Path) -> None:
    table = tmp_path / "forms.csv"
    table.write_text(
        f"person,{GOOD}\nann,1,1,1,1,1,1,1,1,1\nben,1,1,1,1,1,1,,1,1\n,3,3,3,3,3,3,3,3,3\n",
        encoding="utf-8",
    )
    result = run("score", "phq-9", table)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "form 1 (ann): 9 of 27, mild",
        "form 2 (ben): cannot be scored: item 7 of PHQ-9 is not answered",
        "form 3: 27 of 27, severe",
    ]


def test_scores_as_json_from_json(tmp_path: Path) -> None:
    forms = tmp_path / "forms.json"
    full = {str(item): 1 for item in range(1, 10)}
    forms.write_text(json.dumps([full, full | {"7": None}]), encoding="utf-8")
    scored, not_scored = json.loads(run("score", "phq-9", forms, "--json").stdout)
    assert (scored["total"], scored["minimum"], scored["maximum"]) == (9, 0, 27)
    assert scored["bands"][0]["name"] == "mild"
    assert not_scored["total"] is None
    assert not_scored["reason"] == "missing"
    assert not_scored["items"] == ["7"]


def test_one_form_as_json_on_a_scale_without_chosen_bands(tmp_path: Path) -> None:
    form = tmp_path / "form.json"
    form.write_text(json.dumps({str(item): 1 for item in range(1, 15)}), encoding="utf-8")
    result = run("score", "shaps", form)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("form 1: ")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", f"{GOOD}\n1,1,x,1,1,1,1,1,1\n", "a.csv:2 3: “x” is no answer"),
        ("a.csv", f"{GOOD}\n1,1,1,1,1,1,1,1,7\n", "a.csv:2 9: 7 is not an answer to item 9"),
        ("a.csv", f"{GOOD}\n1,1,1\n", "a.csv:2"),
        ("a.csv", "a,b\n1,2\n", "a.csv:1: no column is an item of PHQ-9"),
        ("a.json", "{", "this is not JSON; give an object of answers"),
        ("a.json", "[" * 100_000, "this is not JSON"),
        ("a.json", "[3]", "a.json /0: this is no form"),
        ("a.json", '{"1": "x"}', "a.json /1: “x” is no answer"),
        ("a.json", '{"1": true}', "“True” is no answer"),
        ("a.json", '{"77": 1}', "a.json /77: PHQ-9 has no item 77"),
    ],
)
def test_answers_that_cannot_be_are_listed_and_nothing_is_scored(
    tmp_path: Path, name: str, content: str, said: str
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    result = run("score", "phq-9", path)
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stdout == ""


def test_check_says_what_was_read() -> None:
    assert run("check", NOTHING).stdout == f"{NOTHING}: 1 record, no problem\n"
    study = run("check", TRIAL, "--mapping", MAP)
    assert study.exit_code == 0
    assert "172 persons from 608 rows, no problem" in study.stdout


def test_check_of_a_study_lists_the_rows_that_cannot_be_used(tmp_path: Path) -> None:
    table, mapping = tmp_path / "t.csv", tmp_path / "m.toml"
    table.write_text("person,day,scale,total\na,0,phq-9,5\na,7,phq-9,99\n", encoding="utf-8")
    mapping.write_text('[study]\nname = "T"\n', encoding="utf-8")
    result = run("check", table, "--mapping", mapping)
    assert result.exit_code == 1
    assert "1 row was skipped" in result.stdout
    assert "t.csv:3 total" in result.stderr
    assert run("report", table, "--mapping", mapping, "-o", tmp_path / "r.html").exit_code == 1
    assert not (tmp_path / "r.html").exists()


def test_a_file_that_is_not_there() -> None:
    result = run("check", "no-such.json")
    assert result.exit_code == 1
    assert "no-such.json" in result.stderr


def test_many_records_in_one_file(tmp_path: Path) -> None:
    lines = tmp_path / "many.ndjson"
    lines.write_text('{"id": "a"}\n{"id": "b"}\n', encoding="utf-8")
    assert run("check", lines).stdout == f"{lines}: 2 records, no problem\n"
    assert run("history", lines, "--person", "b", "--at", "2026-01").exit_code == 0
    lines.write_text('{"id": "a"}\n{"id": 3}\n', encoding="utf-8")
    assert run("check", lines).exit_code == 1
    assert run("history", lines).exit_code == 1


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    with pytest.raises(UsageError, match="can't be written"):
        write_whole(taken, b"x")
    assert list(tmp_path.iterdir()) == [taken]
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UsageError, match="can't be made"):
        make_folder(tmp_path / "file" / "below")
