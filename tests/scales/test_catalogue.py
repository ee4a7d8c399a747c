"""The catalogue as a whole: what every scale has, and what someone finds in it."""

from pathlib import Path

import pytest

from firstsnow.knowledge import KnowledgeError
from firstsnow.scales import (
    UnknownScale,
    catalogue,
    loinc_notice,
    read_scale,
    scale,
    suggestions,
)

EVERY = list(catalogue())


def test_the_catalogue_has_the_scales_that_records_name() -> None:
    named = {"phq-9", "gad-7", "ham-d17", "madrs", "qids-sr16", "bdi-ii", "scl-90-r-dep"}
    assert named | {"c-ssrs-screener", "who-5", "shaps", "symptom-count-9"} <= set(EVERY)
    assert sorted(EVERY) == EVERY


def test_the_catalogue_can_not_be_changed() -> None:
    with pytest.raises(TypeError):
        catalogue()["mine"] = scale("phq-9")  # type: ignore[index]  # that is the point


@pytest.mark.parametrize("scale_id", EVERY)
def test_item_texts_stand_only_where_the_licence_lets_them_ship(scale_id: str) -> None:
    one = scale(scale_id)
    if one.licence.item_text != "ships":
        assert all(item.text is None for item in one.items)
        assert all(o.text is None for group in one.options.values() for o in group.values)
    else:
        assert all(item.text is not None for item in one.items)
        assert one.licence.is_sourced


def test_texts_ship_only_for_scales_that_are_free_to_copy() -> None:
    shipping = {one.id for one in catalogue().values() if one.licence.item_text == "ships"}
    assert {"phq-9", "gad-7", "ham-d17"} <= shipping
    free = {"ace", "audit", "cgi", "gad", "ham-d", "pcl", "phq"}
    assert {scale(name).family for name in shipping} <= free


@pytest.mark.parametrize("scale_id", EVERY)
def test_every_scale_reads_in_both_languages_by_name_and_topic(scale_id: str) -> None:
    one = scale(scale_id)
    texts = [one.name, *(i.topic for i in one.items), *(c.topic for c in one.components)]
    texts += [level.name for group in one.bands for level in group.levels]
    texts += [part.name for part in one.subscales] + [entry.name for entry in one.criteria]
    assert all(text.zh for text in texts)


@pytest.mark.parametrize("scale_id", EVERY)
def test_every_source_is_used_and_an_address_is_one(scale_id: str) -> None:
    one = scale(scale_id)
    used = {fact.source for _, fact in one.facts() if fact.is_sourced}
    assert used == set(one.sources)
    addresses = [source.url for source in one.sources.values() if source.url is not None]
    assert all(url.startswith(("https://", "http://")) for url in addresses)


@pytest.mark.parametrize("scale_id", [name for name in EVERY if scale(name).items])
def test_the_rule_for_the_total_was_read(scale_id: str) -> None:
    one = scale(scale_id)
    assert one.total.is_sourced
    assert all(fact.is_sourced for fact in (*one.items, *one.components, *one.safety))


def test_a_misspelt_scale_is_refused_with_what_may_be_meant() -> None:
    with pytest.raises(
        UnknownScale, match=r"no scale 'phq9' in the catalogue; did you mean phq-9"
    ) as caught:
        scale("phq9")
    assert (caught.value.wanted, caught.value.suggestions) == ("phq9", ("phq-9",))


def test_a_name_that_is_right_but_for_hyphens_and_capitals_leaves_no_other_guess() -> None:
    assert suggestions("ham d 17") == ("ham-d17",)
    assert set(suggestions("PHQ 8")) == {"phq-2", "phq-9"}


def test_a_name_like_no_other_is_refused_without_a_guess() -> None:
    with pytest.raises(UnknownScale, match=r"'zzzzzz' in the catalogue$"):
        scale("zzzzzz")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("HAMD17", "ham-d17"),
        ("HDRS", "ham-d17"),
        ("Patient Health Questionnaire", "phq-9"),
        ("Montgomery Asberg", "madrs"),
        ("beck", "bdi-ii"),
        ("SCL90", "scl-90-r-dep"),
        ("QIDS", "qids-sr16"),
        ("蒙哥马利-艾森贝格抑郁评定量表", "madrs"),
    ],
)
def test_scales_are_found_by_the_names_that_people_use(text: str, meant: str) -> None:
    assert suggestions(text)[0] == meant


def test_a_file_must_bear_its_own_name(tmp_path: Path) -> None:
    source = Path(__file__).parents[2] / "src/firstsnow/scales/data/gad-7.toml"
    copy = tmp_path / "gad7.toml"
    copy.write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"the file would be named gad-7\.toml"):
        read_scale(copy)
    assert read_scale(source) == scale("gad-7")


def test_codes_of_loinc_come_with_the_notice_that_its_licence_asks_for() -> None:
    assert any(one.codes for one in catalogue().values())
    text = loinc_notice().notice.en
    assert "LOINC is copyright" in text
    assert "http://loinc.org/license" in text
    assert "Regenstrief Institute" in text


def test_the_phq_9_has_the_codes_of_the_us_core_questionnaire() -> None:
    codes = scale("phq-9").codes
    assert codes is not None
    assert (codes.loinc_panel, codes.loinc_total) == ("44249-1", "44261-6")
    assert codes.loinc_items["9"] == "44260-8"


def test_the_lowest_answer_of_the_gad_7_is_not_at_all() -> None:
    lowest = scale("gad-7").options["frequency"].values[0].text
    assert lowest is not None
    assert lowest.en == "Not at all"
