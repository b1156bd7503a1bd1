"""Values that pass between stages keep their offsets and can't be changed."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Document, Interval, Link, Segment, SegmentKind, Stance

# "He&amp;  she" as found, "He& she" as read.
FOUND = "He&amp;  she"
READ = Segment(SegmentKind.BODY, "He& she", (0, 1, 2, 7, 9, 10, 11))


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (0, 2, "He"),
        (0, 3, "He&"),
        (3, 5, "  s"),
        (4, 7, "she"),
        (0, 7, FOUND),
        (6, 7, "e"),
    ],
)
def test_a_span_leads_back_to_the_text_as_found(start: int, end: int, words: str) -> None:
    begin, stop = READ.span(start, end)
    assert FOUND[begin:stop] == words


def test_a_character_that_stood_for_several_spans_its_first_one() -> None:
    assert READ.span(2, 3) == (2, 3)
    assert READ.span(2, 4) == (2, 8)


def test_a_span_past_the_text_is_an_error() -> None:
    with pytest.raises(IndexError):
        READ.span(5, 8)


@given(
    st.text(min_size=1, max_size=40),
    st.sets(st.integers(0, 39)),
    st.tuples(st.integers(0, 39), st.integers(1, 40)),
)
def test_a_span_of_kept_characters_begins_and_ends_with_them(
    found: str, dropped: set[int], cut: tuple[int, int]
) -> None:
    offsets = tuple(at for at in range(len(found)) if at not in dropped)
    segment = Segment(SegmentKind.BODY, "".join(found[at] for at in offsets), offsets)
    start, end = min(cut), max(cut)
    if start == end or end > len(offsets):
        return
    begin, stop = segment.span(start, end)
    assert found[begin] == segment.text[start]
    assert found[stop - 1] == segment.text[end - 1]
    assert stop - begin >= end - start


def test_headlines_captions_and_the_body_tell_reports() -> None:
    assert [kind.value for kind in SegmentKind if kind.tells] == [
        "headline",
        "standfirst",
        "caption",
        "body",
    ]


def test_kinds_of_segments_are_written_as_they_are_named() -> None:
    assert [kind.value for kind in SegmentKind] == [kind.name.lower() for kind in SegmentKind]


def test_stances_are_the_local_names_of_the_vocabulary() -> None:
    assert [stance.value for stance in Stance] == ["Asserted", "Denied", "Alleged", "Planned"]


@pytest.mark.parametrize(
    ("iri", "is_place"), [("place/x", True), ("actor/x", False), ("deal/place/x", False)]
)
def test_a_link_knows_whether_it_is_a_place(iri: str, *, is_place: bool) -> None:
    assert Link(iri, "X", "Area", "x", "label", 1.0).is_place is is_place


@pytest.mark.parametrize(
    ("value", "name"),
    [(Document("a", "text"), "text"), (Interval(None, None), "begin"), (READ, "text")],
)
def test_values_are_frozen_and_slotted(value: object, name: str) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, name, None)
    assert not hasattr(value, "__dict__")
