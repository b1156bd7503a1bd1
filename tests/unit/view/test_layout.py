"""Places: the same on every run, and no box upon another."""

from __future__ import annotations

from itertools import combinations

import pytest

from kg.view.layout import Box, Position, layout


def wide(name: str) -> Box:
    return Box(name, width=120, above=14, below=40)


def overlaps(boxes: list[Box], places: tuple[Position, ...]) -> list[tuple[str, str]]:
    size = {box.id: box for box in boxes}
    return [
        (one.id, two.id)
        for one, two in combinations(places, 2)
        if abs(one.x - two.x) < (size[one.id].width + size[two.id].width) / 2
        and one.y - size[one.id].above < two.y + size[two.id].below
        and two.y - size[two.id].above < one.y + size[one.id].below
    ]


STAR = [("hub", f"leaf-{number}") for number in range(40)]
CHAIN = [(f"link-{number}", f"link-{number + 1}") for number in range(12)]
DENSE = [(f"n{a}", f"n{b}") for a, b in combinations(range(14), 2)]


@pytest.mark.parametrize("edges", [STAR, CHAIN, DENSE, STAR + CHAIN + DENSE])
def test_no_two_boxes_overlap(edges: list[tuple[str, str]]) -> None:
    boxes = [wide(name) for name in sorted({end for edge in edges for end in edge})]
    boxes += [wide(f"alone-{number}") for number in range(5)]
    assert overlaps(boxes, layout(boxes, edges)) == []


def test_the_order_of_boxes_and_edges_does_not_matter() -> None:
    boxes = [wide(name) for name in sorted({end for edge in STAR for end in edge})]
    turned = [(second, first) for first, second in reversed(STAR)]
    assert layout(reversed(boxes), turned) == layout(boxes, STAR)


def test_nothing_and_one_thing_have_places() -> None:
    assert layout([], []) == ()
    assert layout([wide("a")], [("a", "a")]) == (Position("a", 60, 14),)


def test_small_parts_stand_beside_the_large_one_and_clearly_apart() -> None:
    pairs = [(f"left-{number}", f"right-{number}") for number in range(8)]
    boxes = [wide(name) for name in sorted({end for edge in DENSE + pairs for end in edge})]
    places = layout(boxes, DENSE + pairs)
    large = [place for place in places if place.id.startswith("n")]
    small = [place for place in places if not place.id.startswith("n")]
    beside = [place for place in small if place.y <= max(other.y for other in large)]
    assert len(beside) >= 4
    assert min(place.x for place in beside) - max(place.x for place in large) >= 150 + 120
