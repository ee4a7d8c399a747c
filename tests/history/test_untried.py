"""What has not been tried, by class of mechanism."""

from __future__ import annotations

from firstsnow.history import Untried, history
from firstsnow.treatments import catalogue
from tests.history.records import record

STUDIED_ONLY = {"orexin-antagonist", "psychedelic", "deep-brain-stimulation"}
EVERY = {one.mechanism.id for one in catalogue().values() if one.role != "control"}
CLASSES = EVERY - STUDIED_ONLY


def untried(attempts: str) -> Untried:
    return history(record(attempts), 1000).untried


def test_everything_is_untried_at_first_but_controls_are_no_treatment() -> None:
    found = untried("")
    assert set(found.mechanisms) == CLASSES
    assert len(found.mechanisms) == len(CLASSES)
    assert "no-active-treatment" not in found.mechanisms
    assert (found.not_judged, found.unreadable) == ((), 0)


def test_what_was_given_is_tried_and_what_was_not_enough_is_not_judged() -> None:
    found = untried("sertraline 100 0-42 none; venlafaxine 150 0-9 none; lithium 600 0-42 ? added")
    assert set(found.mechanisms) == CLASSES - {"ssri", "snri", "mood-stabiliser"}
    assert set(found.not_judged) == {"snri", "mood-stabiliser"}


def test_one_that_was_enough_is_enough_for_its_class() -> None:
    found = untried("sertraline 100 0-9 none; escitalopram 10 20-60 none")
    assert found.not_judged == ()


def test_what_is_known_in_words_alone_may_be_of_any_class() -> None:
    found = untried("in words 0-42 none; sertraline 100 0-42 none; in words 0-42 none")
    assert found.unreadable == 2


def test_controls_are_not_tried() -> None:
    assert set(untried("placebo-pill ? 0-42 none").mechanisms) == CLASSES


def test_classes_stand_in_the_catalogue_s_order() -> None:
    order = dict.fromkeys(one.mechanism.id for one in catalogue().values())
    found = untried("sertraline 100 0-42 none; dbs ? 0-42 none; ect ? 0-42 none")
    assert list(found.mechanisms) == [name for name in order if name in found.mechanisms]
    assert list(found.not_judged) == [name for name in order if name in found.not_judged]
