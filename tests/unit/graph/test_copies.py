"""Copies among articles: exact, rewritten and shortened ones, and what only sounds alike."""

from __future__ import annotations

import dataclasses
import datetime
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.copies import copies
from kg.graph.quads import Sheet
from kg.model import IssueDate, Segment, SegmentKind
from kg.read.signature import signature

STORY = (
    "Mortar rounds fell on the hill town of Deir Salim on Friday, killing four farmers who were "
    "on their way to market, medics said. The Northern Front denied that it had fired and blamed "
    "the militia across the river, which had no comment. Some 300 people left for the valley "
    "overnight, the district council said, most of them on foot, since the only bus of the town "
    "was burnt in the first week of the fighting. The truce that both sides signed in March was "
    "to last until the harvest. Monitors have counted 41 breaches of it so far."
)
REWRITTEN = (
    "Four farmers were killed when mortar rounds fell on the hill town of Deir Salim on Friday, "
    "medics said. The Northern Front denied that it had fired and blamed the militia across the "
    "river, which had no comment. Some 300 people left for the valley overnight, the district "
    "council said, most of them on foot, since the only bus of the town was burnt in the first "
    "week of the fighting. The truce that both sides signed in March was to last until the "
    "harvest. Monitors have counted 41 breaches of it so far, a spokeswoman said."
)
SHORTENED = STORY[: STORY.index(" The truce")]
OTHER = (
    "Mortar rounds fell on the river port of Tel Ramin on Sunday, killing nine dockers at the "
    "end of their shift, a union said. The Southern Guard admitted that a shell had gone astray "
    "and offered to pay for the funerals. About 1,200 people spent the night in the customs "
    "house, the mayor told reporters, because trains to the capital have not run since the bridge "
    "was blown up. A truce that envoys had hoped to see signed this month is further off than "
    "ever, diplomats said. Nobody counts the breaches any more."
)


def _sheet(local: str, text: str, day: int | None = None) -> Sheet:
    segment = Segment(SegmentKind.BODY, text, tuple(range(len(text))))
    issued = IssueDate(datetime.date(2031, 5, day) if day else None)
    return Sheet(local, local, (), issued, local, (), signature=signature([segment]))


def test_the_earliest_is_the_origin_and_the_undated_come_last() -> None:
    sheets = [_sheet("a", STORY), _sheet("b", STORY, 4), _sheet("c", REWRITTEN, 3)]
    assert copies(sheets) == {"a": "c", "b": "c"}


def test_of_one_day_the_longest_is_the_origin() -> None:
    assert copies([_sheet("a", SHORTENED, 3), _sheet("b", STORY, 3)]) == {"a": "b"}


@pytest.mark.parametrize("text", [STORY, STORY.upper(), REWRITTEN, SHORTENED])
def test_copies_rewrites_and_shortened_copies_are_found(text: str) -> None:
    assert copies([_sheet("a", STORY, 1), _sheet("b", text, 2)]) == {"b": "a"}


@pytest.mark.parametrize("text", [OTHER, f"{OTHER} {STORY[:90]}", STORY[:120], ""])
def test_what_only_sounds_alike_or_is_too_short_is_no_copy(text: str) -> None:
    assert copies([_sheet("a", STORY, 1), _sheet("b", text, 2)]) == {}


def test_headlines_and_what_surrounds_a_text_do_not_count() -> None:
    body = Segment(SegmentKind.BODY, STORY, tuple(range(len(STORY))))
    noise = [
        Segment(kind, OTHER, tuple(range(len(OTHER))))
        for kind in (SegmentKind.HEADLINE, SegmentKind.CAPTION, SegmentKind.BOILERPLATE)
    ]
    assert signature([noise[0], body, *noise[1:]]) == signature([body])


@given(st.permutations(range(5)))
@settings(max_examples=20, deadline=None)
def test_the_order_of_articles_does_not_matter(order: list[int]) -> None:
    texts = (STORY, REWRITTEN, SHORTENED, OTHER, STORY)
    sheets = [_sheet(f"a{at}", text, at + 1) for at, text in enumerate(texts)]
    assert copies([sheets[at] for at in order]) == {"a1": "a0", "a2": "a0", "a4": "a0"}


def test_a_copy_of_a_copy_has_the_same_origin() -> None:
    words = STORY.split()
    chain = [" ".join(words[at : at + 70]) for at in (0, 9, 18)]
    sheets = [_sheet(f"a{at}", text, at + 1) for at, text in enumerate(chain)]
    for one, other in itertools.pairwise(sheets):
        assert copies([one, other]) == {other.local: one.local}
    assert copies(sheets) == {"a1": "a0", "a2": "a0"}


def test_an_article_without_a_signature_copies_nothing() -> None:
    sheet = dataclasses.replace(_sheet("a", STORY), signature=None)
    assert copies([sheet, _sheet("b", STORY)]) == {}
