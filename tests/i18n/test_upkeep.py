"""The catalogues are kept in step with the code, and a fault in them is found."""

import subprocess
import sys
from pathlib import Path

import pytest

from firstsnow.i18n.upkeep import catalogue_faults, updated_catalogues

TOOLS = Path(__file__).parents[2] / "tools"
CODE = """
from firstsnow.i18n import message, plural_message

FOUND = message("item {item} is missing", item=7)
# Translators: weeks of a treatment
LONG = plural_message("{number} week", "{number} weeks", 3)
"""
PAGE = """<h1>{{ _("What was tried") }}</h1>
{% trans n=3 %}{{ n }} attempt{% pluralize %}{{ n }} attempts{% endtrans %}"""
TRANSLATIONS = {
    "item {item} is missing": "缺第 {item} 题",
    "{number} week": "{number} 周",
    "What was tried": "用过的治疗",
    "%(n)s attempt": "%(n)s 次尝试",
}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Make a package with a module, a template and complete catalogues."""
    package = tmp_path / "firstsnow"
    (package / "report").mkdir(parents=True)
    (package / "report" / "page.py").write_text(CODE, "utf-8")
    (package / "report" / "page.html").write_text(PAGE, "utf-8")
    update(package)
    chinese = po(package)
    text = chinese.read_text("utf-8")
    for english, translation in TRANSLATIONS.items():
        head, entry, tail = text.partition(f'msgid "{english}"\n')
        assert entry
        text = head + entry + filled(tail, translation)
    chinese.write_text(text, "utf-8")
    assert catalogue_faults(package) == []
    return package


def filled(tail: str, translation: str) -> str:
    form, _, rest = tail.partition('""')
    return f'{form}"{translation}"{rest}'


def po(package: Path, folder: str = "zh_Hans") -> Path:
    return package / "i18n" / "locales" / folder / "firstsnow.po"


def update(package: Path) -> None:
    for path, text in updated_catalogues(package).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_the_template_names_files_but_no_lines_dates_or_machines(package: Path) -> None:
    text = (package / "i18n" / "locales" / "firstsnow.pot").read_text("utf-8")
    assert "#. weeks of a treatment\n#: firstsnow/report/page.py\n" in text
    assert 'msgid "{number} week"\nmsgid_plural "{number} weeks"\n' in text
    assert 'msgid "%(n)s attempt"\nmsgid_plural "%(n)s attempts"\n' in text
    assert "Date" not in text
    assert str(package.parent) not in text


def test_updating_twice_changes_nothing(package: Path) -> None:
    before = updated_catalogues(package)
    replace(package / "report" / "page.py", "FOUND", "\n\nFOUND")
    assert updated_catalogues(package) == before
    assert before[po(package)] == po(package).read_text("utf-8")


def test_a_new_text_is_missing_until_it_is_translated(package: Path) -> None:
    replace(package / "report" / "page.html", "</h1>", "</h1>{{ _('Function') }}")
    assert catalogue_faults(package) == [
        (
            "locales/zh_Hans/firstsnow.po: lacks 'Function'; "
            "run tools/update_catalogues.py and translate it"
        )
    ]
    update(package)
    assert catalogue_faults(package) == [
        "locales/zh_Hans/firstsnow.po: 'Function' has no translation"
    ]


def test_a_changed_text_keeps_its_translation_as_fuzzy(package: Path) -> None:
    replace(package / "report" / "page.py", "is missing", "is missing today")
    assert any("is stale" in fault for fault in catalogue_faults(package))
    update(package)
    assert catalogue_faults(package) == [
        (
            "locales/zh_Hans/firstsnow.po: 'item {item} is missing today' is fuzzy: "
            "read it, mend it and take the mark away"
        )
    ]


def test_catalogues_that_a_tool_would_write_otherwise_are_out_of_date(package: Path) -> None:
    replace(package / "i18n" / "locales" / "firstsnow.pot", "page.py", "sheet.py")
    assert catalogue_faults(package) == ["locales: out of date; run tools/update_catalogues.py"]


def test_a_text_that_is_gone_leaves_the_catalogue(package: Path) -> None:
    (package / "report" / "page.html").unlink()
    update(package)
    assert "用过的治疗" not in po(package).read_text("utf-8")
    assert catalogue_faults(package) == []


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ("缺第 {item} 题", "缺第 {itme} 题", "has the fields ['item'], its translation"),
        ("缺第 {item} 题", "缺一题", "has the fields ['item'], its translation"),
        ("%(n)s 次尝试", "%(m)s 次尝试", "has the fields ['n'], its translation"),
        ("用过的治疗", "用过的10种治疗", "lacks a space between Chinese and figures"),
    ],
)
def test_a_translation_that_cannot_be_right_is_found(
    package: Path, right: str, wrong: str, fault: str
) -> None:
    replace(po(package), right, wrong)
    (found,) = catalogue_faults(package)
    assert fault in found


def test_a_form_may_leave_the_number_out(package: Path) -> None:
    replace(po(package), "{number} 周", "一周")
    assert catalogue_faults(package) == []


def test_english_holds_only_what_differs_from_the_code(package: Path) -> None:
    english = po(package, "en")
    header = english.read_text("utf-8")
    assert "What was tried" not in header
    english.write_text(f'{header}\nmsgid "What was tried"\nmsgstr "Tried so far"\n', "utf-8")
    update(package)
    assert "Tried so far" in english.read_text("utf-8")
    assert catalogue_faults(package) == []
    (package / "report" / "page.html").unlink()
    assert any(each.startswith("locales/en/") for each in catalogue_faults(package))


@pytest.mark.parametrize(
    ("call", "fault"),
    [
        ("message(name)", "firstsnow/report/page.py:7: the text of a message is not written here"),
        ('message(f"{name}!")', "the text of a message is not written here"),
        ('plural_message("a", name, 2)', "the text of a message is not written here"),
        ('message("{dose:.1f} mg")', "the field {dose} of '{dose:.1f} mg' should be a name"),
        ('message("{0}")', "the field {0} of '{0}' should be a name"),
        ('message("100 {")', "'100 {' can't be filled"),
    ],
)
def test_a_message_that_no_catalogue_can_hold_is_found(
    package: Path, call: str, fault: str
) -> None:
    page = package / "report" / "page.py"
    page.write_text(page.read_text("utf-8") + f"{call}\n", "utf-8")
    assert any(fault in each for each in catalogue_faults(package))


def test_the_tools_update_and_check(package: Path) -> None:
    def run(tool: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(TOOLS / tool), str(package)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    assert run("check_catalogues.py").returncode == 0
    replace(package / "report" / "page.html", "tried", "tried before")
    assert run("check_catalogues.py").returncode == 1
    assert "written: i18n/locales/zh_Hans/firstsnow.po" in run("update_catalogues.py").stdout
    assert "is fuzzy" in run("check_catalogues.py").stdout
