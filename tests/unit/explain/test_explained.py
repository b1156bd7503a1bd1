"""Reports are numbered as in the graph and chosen by number, offset and words."""

from __future__ import annotations

import pytest

from explain.made import all_of, article, told
from kg.explain.explained import Asked, explained
from kg.model import Article, Segment, SegmentKind

WITHIN = article("Shells fell on Ostrin.", "Rockets  fell on Ostrin, too.")
REPORTS = (
    told(WITHIN, "fell", "Shells fell on Ostrin", same_as="e1"),
    told(WITHIN, "Shells", same_as="e2"),
    told(WITHIN, "Rockets", "Rockets  fell on Ostrin, too", same_as="e1"),
)


def numbers(asked: Asked) -> list[int]:
    return [each.number for each in explained(WITHIN, REPORTS, asked).chosen]


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        (Asked(), [1, 2, 3]),
        (Asked(number=2), [2]),
        (Asked(number=4), []),
        (Asked(offset=0), [1, 2]),
        (Asked(offset=6), [1]),
        (Asked(offset=20), [1]),
        (Asked(offset=21), []),
        (Asked(offset=10_000), []),
        (Asked(words="fell on"), [1, 3]),
        (Asked(words="ROCKETS fell\non"), [3]),
        (Asked(words="Ostrin."), []),
        (Asked(words="fell.on"), []),
        (Asked(words=" "), []),
        (Asked(number=3, words="fell on"), [3]),
        (Asked(number=3, offset=0), []),
    ],
)
def test_reports_are_chosen_by_all_that_is_asked(asked: Asked, chosen: list[int]) -> None:
    assert numbers(asked) == chosen


def test_words_are_found_as_written_and_as_repaired() -> None:
    segment = Segment(SegmentKind.BODY, "Déluge hit", (0, 1, 3, 4, 5, 6, 7, 8, 9, 10))
    found = article("DÃ©luge hit")
    within = Article(found.document, (segment,), found.issued)
    own = told(within, "hit", "DÃ©luge hit")
    for words in ("Déluge hit", "dÃ©luge"):
        assert explained(within, [own], Asked(words=words)).chosen


def test_each_report_stands_under_its_segment() -> None:
    own = explained(WITHIN, REPORTS, Asked())
    assert [[each.number for each in found] for _, found in own.told] == [[1, 2], [3]]
    (one,) = explained(WITHIN, REPORTS, Asked(number=3)).told
    assert one[0] is WITHIN.segments[1]


def test_segments_that_tell_nothing_are_left_out() -> None:
    assert all_of(article("Read also", kind=SegmentKind.TEASER)).told == []
    assert all_of(article()).told == []


def test_reports_of_one_happening_name_each_other() -> None:
    own = all_of(WITHIN, *REPORTS, told(WITHIN, "too", same_as=""), told(WITHIN, "too"))
    assert [own.with_it(each) for each in own.every] == [[3], [], [1], [], []]
