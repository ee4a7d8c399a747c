"""Fields are filled as they are; Chinese sets a space beside figures."""

import pytest

from firstsnow.i18n.fill import fields, fill_chinese, spaced


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("和您情况相近的100人中", "和您情况相近的 100 人中"),
        ("第7题", "第 7 题"),
        ("填PHQ-9吧", "填 PHQ-9 吧"),
        ("约58%好转", "约 58% 好转"),
        ("从2026年3月14日起", "从 2026年3月14日起"),
        ("2026年3月14日09:14", "2026年3月14日 09:14"),
        ("共3年", "共 3年"),
        ("已有 100 人", "已有 100 人"),
        ("没有数字。", "没有数字。"),
        ("plain English 100", "plain English 100"),
    ],
)
def test_a_space_stands_between_chinese_and_figures(text: str, right: str) -> None:
    assert spaced(text) == right
    assert spaced(right) == right


@pytest.mark.parametrize(
    ("template", "value", "text"),
    [
        ("用{x}治疗", "舍曲林", "用舍曲林治疗"),
        ("用{x}治疗", "SSRI", "用 SSRI 治疗"),
        ("用 {x} 治疗", "舍曲林", "用舍曲林治疗"),
        ("用 {x} 治疗", "SSRI", "用 SSRI 治疗"),
        ("{x}", "我35岁", "我35岁"),
        ("她说：“{x}”", "我35岁", "她说：“我35岁”"),
        ("{x}{x}", "", ""),
        ("{x}年{x}月", "3", "3年3月"),
    ],
)
def test_the_seam_of_a_field_depends_on_what_fills_it(template: str, value: str, text: str) -> None:
    assert fill_chinese(template, {"x": value}) == text


def test_fields_are_found_in_both_ways_of_writing_them() -> None:
    assert fields("{a} of %(b)s, 100 %, {a}") == {"a", "b"}
