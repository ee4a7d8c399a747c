"""A site's wordings are used only when they fit the skeleton of their scale in everything."""

import datetime as dt
from pathlib import Path

import pytest

from firstsnow.problems import InputError
from firstsnow.scales import catalogue, scale
from firstsnow.scales.packs import pack_template, read_pack, read_packs, worded_items

TODAY = dt.date(2026, 11, 24)
HEAD = """schema = 1
scale = "{scale}"
language = "{language}"
origin = "made up for a test"

[licence]
holder = "Example Clinic"
statement = "no licence: these are not the wordings"
valid_until = {until}
"""


def pack_text(
    scale_id: str = "madrs", *, until: str = "2030-12-31", language: str = "en", without: str = ""
) -> str:
    form = scale(scale_id)
    parts = [HEAD.format(scale=scale_id, language=language, until=until)]
    for name, group in form.options.items():
        rows = "\n".join(f'{option.value} = "answer {option.value}"' for option in group.values)
        parts.append(f'[options."{name}"]\n{rows}\n')
    parts += [
        f'[items."{item.id}"]\ntext = "words for item {item.id}"\n'
        for item in form.items
        if item.id != without
    ]
    return "\n".join(parts)


def written(folder: Path, text: str, name: str = "pack.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_pack(written(folder, text), TODAY)
    return [str(problem) for problem in caught.value.problems]


WITH_ITEMS = [one.id for one in catalogue().values() if one.items]


@pytest.mark.parametrize("scale_id", WITH_ITEMS)
def test_every_scale_takes_a_pack_that_words_all_of_it(tmp_path: Path, scale_id: str) -> None:
    pack = read_pack(written(tmp_path, pack_text(scale_id)), TODAY)
    worded = worded_items(scale(scale_id), "en", pack)
    assert [one.text for one in worded] == [
        f"words for item {item.id}" for item in scale(scale_id).items
    ]
    assert all(one.is_wording for one in worded)


@pytest.mark.parametrize("scale_id", WITH_ITEMS)
def test_a_template_that_nobody_filled_in_is_refused_at_every_empty_place(
    tmp_path: Path, scale_id: str
) -> None:
    found = problems(tmp_path, pack_template(scale(scale_id), "en"))
    assert sum(".text" in line for line in found) == len(scale(scale_id).items)


def test_an_item_without_wording_is_named(tmp_path: Path) -> None:
    (line,) = problems(tmp_path, pack_text(without="7"))
    assert "item 7 has no wording" in line


def test_an_item_that_the_scale_does_not_have_is_named_with_its_line(tmp_path: Path) -> None:
    text = pack_text() + '\n[items."11"]\ntext = "more"\n'
    (line,) = problems(tmp_path, text)
    number = text.splitlines().index('[items."11"]') + 1
    assert line.startswith(f"{tmp_path / 'pack.toml'}:{number} items.11: madrs has no 11")


def test_an_anchor_of_an_answer_that_can_not_be_given_is_refused(tmp_path: Path) -> None:
    text = pack_text().replace(
        'text = "words for item 1"', 'text = "words for item 1"\nanchors = { "7" = "more" }'
    )
    (line,) = problems(tmp_path, text)
    assert "item 1 has no answer 7; its answers are 0, 1, 2, 3, 4, 5, 6" in line


def test_an_answer_without_wording_is_named(tmp_path: Path) -> None:
    text = pack_text("gad-7").replace('3 = "answer 3"\n', "")
    (line,) = problems(tmp_path, text)
    assert "the answers 3 have no wording" in line


def test_a_wording_in_two_places_was_copied_into_the_wrong_one(tmp_path: Path) -> None:
    text = pack_text().replace("words for item 2", "words for item 1")
    found = problems(tmp_path, text)
    assert [line.split(": ")[1].split(";")[0] for line in found] == [
        "another item has the same wording as item 1",
        "another item has the same wording as item 2",
    ]


@pytest.mark.parametrize(("until", "refused"), [("2026-11-23", True), ("2026-11-24", False)])
def test_a_licence_holds_to_the_end_of_its_last_day(
    tmp_path: Path, until: str, refused: bool
) -> None:
    text = pack_text(until=until)
    if refused:
        (line,) = problems(tmp_path, text)
        assert "the licence ended on 2026-11-23" in line
    else:
        read_pack(written(tmp_path, text), TODAY)


@pytest.mark.parametrize(
    "mend",
    [
        lambda text: text.replace("[licence]", "[permission]"),
        lambda text: text.replace('holder = "Example Clinic"', 'holder = " "'),
        lambda text: text.replace("words for item 3", "words \u202e for item 3"),
        lambda text: text.replace('scale = "madrs"', 'scale = "madr"'),
        lambda text: text.replace('language = "en"', 'language = "English"'),
        lambda text: text.replace("schema = 1", "schema = 2"),
        lambda text: text + "\n[items\n",
    ],
)
def test_what_is_no_pack_is_refused_with_its_place(tmp_path: Path, mend: object) -> None:
    assert callable(mend)
    found = problems(tmp_path, mend(pack_text()))
    assert all(str(tmp_path / "pack.toml") in line for line in found)


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="can't be read"):
        read_pack(tmp_path / "none.toml")


def test_bytes_that_are_no_text_are_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "pack.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="UTF-8"):
        read_pack(path)


def test_a_site_has_one_pack_for_a_scale_and_language(tmp_path: Path) -> None:
    written(tmp_path, pack_text(), "a.toml")
    written(tmp_path, pack_text(language="zh-Hans"), "b.toml")
    assert set(read_packs(tmp_path, TODAY)) == {("madrs", "en"), ("madrs", "zh-Hans")}
    written(tmp_path, pack_text(), "c.toml")
    with pytest.raises(InputError, match="there is another pack for madrs in en"):
        read_packs(tmp_path, TODAY)


def test_without_a_pack_a_licensed_scale_shows_our_topics_which_are_no_wording() -> None:
    (first, *_) = worded_items(scale("madrs"), "zh")
    assert (first.text, first.is_wording, first.origin) == ("可见的悲伤", False, "topic")


def test_a_wording_that_ships_is_never_shown_in_place_of_a_missing_translation() -> None:
    english, chinese = (worded_items(scale("phq-9"), language)[0] for language in ("en", "zh"))
    assert english.is_wording
    assert english.anchors[3] == "Nearly every day"
    assert not chinese.is_wording


def test_a_pack_of_another_scale_is_not_used(tmp_path: Path) -> None:
    pack = read_pack(written(tmp_path, pack_text("madrs")), TODAY)
    with pytest.raises(ValueError, match="the pack is for madrs"):
        worded_items(scale("gad-7"), "en", pack)
