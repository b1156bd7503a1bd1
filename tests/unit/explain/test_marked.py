"""Triggers are marked in a segment's words, however they lie, and no word is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explain.made import all_of, article, told
from kg.explain.marked import Mark, lines, marked_lines, marks
from kg.model import Segment, SegmentKind
from kg.terminal import width_of

TEXT = "heavy air strikes hit Ostrin"


def shown(*found: Mark, text: str = TEXT) -> str:
    return "\n".join(marked_lines(text, found, 200))


@pytest.mark.parametrize(
    ("found", "line"),
    [
        ([], "heavy air strikes hit Ostrin"),
        ([Mark(6, 17, 1)], "heavy [1 air strikes] hit Ostrin"),
        ([Mark(0, 28, 1)], "[1 heavy air strikes hit Ostrin]"),
        ([Mark(6, 9, 1), Mark(9, 17, 2)], "heavy [1 air] [2 strikes] hit Ostrin"),
        ([Mark(6, 17, 8), Mark(6, 17, 1)], "heavy [1,8 air strikes] hit Ostrin"),
        ([Mark(0, 17, 1), Mark(6, 9, 2)], "[1 heavy] [1,2 air] [1 strikes] hit Ostrin"),
        ([Mark(0, 9, 1), Mark(6, 17, 2)], "[1 heavy] [1,2 air] [2 strikes] hit Ostrin"),
        ([Mark(0, 3, 1), Mark(3, 5, 2)], "[1 hea][2 vy] air strikes hit Ostrin"),
        ([Mark(5, 6, 1)], "heavy air strikes hit Ostrin"),
        ([Mark(18, 99, 1)], "heavy air strikes [1 hit Ostrin]"),
    ],
    ids=["none", "one", "all", "adjacent", "equal", "nested", "crossing", "in a word", "space",
         "past the end"],
)  # fmt: skip
def test_marks_are_brackets_with_the_numbers_of_their_reports(found: list[Mark], line: str) -> None:
    assert shown(*found) == line


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted)


@given(st.text("ab \x1b\n\u202fイ", max_size=30), st.lists(SPANS, max_size=5), st.integers(1, 20))
def test_without_its_brackets_the_text_is_as_it_was(
    text: str, spans: list[list[int]], width: int
) -> None:
    found = [Mark(start, end, number) for number, (start, end) in enumerate(spans, start=1)]
    told = list(marked_lines(text, found, width))
    bare = re.sub(r"\[[\d,]+ |\]", "", " ".join(told))
    assert bare.split() == text.replace("\x1b", " ").split()
    assert all(width_of(line) <= width or " " not in line for line in told)


def test_painted_or_not_the_lines_break_alike() -> None:
    found = [Mark(6, 17, 1)]
    painted = list(marked_lines(TEXT, found, 14, lambda words: f"<{words}>"))
    assert painted == ["heavy <[1 air>", "<strikes]> hit", "Ostrin"]
    assert [re.sub("[<>]", "", line) for line in painted] == list(marked_lines(TEXT, found, 14))


def test_what_could_steer_a_terminal_is_not_shown() -> None:
    text = "heavy\x1b[2J \x9b1mclashes\r\x07"
    assert shown(Mark(0, len(text), 1), text=text) == "[1 heavy [2J  1mclashes]"
    assert lines("a\x1b]0;x\x07b\nc", 80) == ["a ]0;x b c"]


def test_a_long_word_has_a_line_of_its_own() -> None:
    assert lines(f"a {'x' * 30} b", 10) == ["a", "x" * 30, "b"]
    assert lines("", 10) == []


def test_marks_stand_where_the_trigger_was_repaired() -> None:
    """Of "DÃ©luge hit" the first word has one letter more as found than as repaired."""
    segment = Segment(SegmentKind.BODY, "Déluge hit", (0, 1, 3, 4, 5, 6, 7, 8, 9, 10))
    within = article("DÃ©luge hit")
    both = all_of(within, told(within, "DÃ©luge"), told(within, "hit"))
    assert marks(segment, both.every) == [Mark(0, 6, 1), Mark(7, 10, 2)]


def test_a_trigger_elsewhere_has_no_mark() -> None:
    within = article("Shells fell.", "Rockets fell.", "Bombs fell.")
    own = all_of(within, told(within, "Shells"), told(within, "Bombs"))
    assert marks(within.segments[1], own.every) == []
