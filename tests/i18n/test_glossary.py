"""The glossary: every word in both languages, and where the Chinese one was read."""

import tomllib
from pathlib import Path

from firstsnow.i18n.fill import spaced
from tools.make_glossary import DATA, PAGE, glossary_page

WORDS = tomllib.loads(DATA.read_text("utf-8"))


def test_the_page_is_made_from_the_data() -> None:
    assert PAGE.read_text("utf-8") == glossary_page(WORDS)


def test_every_word_names_a_source_or_says_that_it_has_none() -> None:
    known = {"ours", "unsourced", *WORDS["sources"]}
    assert {word["source"] for word in WORDS["words"]} <= known
    assert set(WORDS["sources"]) <= {word["source"] for word in WORDS["words"]}


def test_no_word_stands_twice_and_none_is_empty() -> None:
    for key in ("en", "zh", "means_en", "means_zh"):
        texts = [word[key] for word in WORDS["words"]]
        assert all(texts)
        assert len(set(texts)) == len(texts)


def test_chinese_explanations_set_a_space_beside_figures() -> None:
    for word in WORDS["words"]:
        assert spaced(word["means_zh"]) == word["means_zh"]


def test_the_data_ships_with_the_package() -> None:
    assert DATA.parent == Path(spaced.__code__.co_filename).parent
