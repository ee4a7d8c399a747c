"""A place for words in a busy picture."""

from __future__ import annotations

from firstsnow.charts.course.layer import Box, Label
from firstsnow.charts.course.placing import Ground, Place, beside, led_to

ROOM = Box(0.0, 0.0, 400.0, 200.0)
WORDS = [("PHQ-9", True)]


def at(x: float, y: float) -> Place:
    return Place((Label("PHQ-9", x, y),))


def test_the_first_free_place_is_taken() -> None:
    assert Ground(ROOM).best([at(50, 50), at(90, 90)]) == at(50, 50)


def test_words_keep_clear_of_what_is_there() -> None:
    ground = Ground(ROOM)
    ground.take(Box(40, 40, 120, 60))
    assert ground.best([at(50, 50), at(50, 90)]) == at(50, 90)


def test_words_keep_clear_of_words_placed_before() -> None:
    ground = Ground(ROOM)
    assert ground.best([at(50, 50)]) == at(50, 50)
    assert ground.best([at(52, 50)]) is None


def test_words_do_not_leave_the_room() -> None:
    assert Ground(ROOM).best([at(390, 50), at(50, 198)]) is None


def test_a_place_right_beside_comes_before_one_further_off() -> None:
    found = Ground(ROOM).best((*beside((200, 100), WORDS), *led_to((200, 100), WORDS, (40.0,))))
    assert found is not None
    assert found.leader is None


def test_a_leader_takes_the_shortest_free_way() -> None:
    ground = Ground(ROOM)
    ground.take(Box(150, 70, 250, 130))
    found = ground.best((*beside((200, 100), WORDS), *led_to((200, 100), WORDS, (45.0, 80.0))))
    assert found is not None
    assert found.leader is not None
    assert abs(found.leader.y - 100) == 45


def test_a_leader_ends_short_of_its_point() -> None:
    (place, *_) = led_to((200, 100), WORDS, (40.0,))
    assert place.leader is not None
    assert abs(place.leader.to_y - 100) == 6
