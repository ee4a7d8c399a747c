"""The runner of the documents' examples notices what a document gets wrong."""

from tests.examples_in_docs import Command, commands_of, difference_between

BLOCK = """\
$ firstsnow check a.json
fine

$ firstsnow report a.json \\
>     -o report.html
$ echo $?
0
"""


def test_a_block_is_split_at_its_prompts() -> None:
    assert list(commands_of(BLOCK)) == [
        Command("firstsnow check a.json", "fine\n"),
        Command("firstsnow report a.json -o report.html", ""),
        Command("echo $?", "0\n"),
    ]


def test_equal_output_has_no_difference_whatever_the_spaces_at_line_ends() -> None:
    assert difference_between("a\nb\n", "a  \nb\n\n") is None


def test_dots_stand_for_anything() -> None:
    assert difference_between("PHQ-9 ...\n...\nend\n", "PHQ-9 14\n1\n2\nend\n") is None


def test_other_output_is_shown_line_by_line() -> None:
    assert difference_between("total 14\n", "total 15\n") is not None


def test_output_that_the_document_leaves_out_is_a_difference() -> None:
    assert difference_between("", "a surprise\n") is not None
