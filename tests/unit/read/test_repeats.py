"""What a page prints twice is told once."""

from __future__ import annotations

import pytest

from kg.model import Segment, SegmentKind
from kg.read.repeats import without_repeats

HEADLINE, CAPTION, BODY = SegmentKind.HEADLINE, SegmentKind.CAPTION, SegmentKind.BODY
SMOKE = "Smoke rises over the port of Tel Ramin after a raid on Sunday"


def _kinds(*told: tuple[SegmentKind, str]) -> list[str]:
    segments = [Segment(kind, text, tuple(range(len(text)))) for kind, text in told]
    return [str(segment.kind) for segment in without_repeats(segments)]


def test_a_headline_printed_twice_tells_once() -> None:
    told = _kinds((HEADLINE, "Truce frays"), (HEADLINE, "TRUCE FRAYS!"), (BODY, "Shells fell."))
    assert told == ["headline", "boilerplate", "body"]


def test_of_a_headline_that_the_body_says_again_the_body_stays() -> None:
    assert _kinds((HEADLINE, "Shells fell"), (BODY, "Shells fell.")) == ["boilerplate", "body"]


def test_a_paragraph_printed_twice_tells_once() -> None:
    assert _kinds((BODY, "Shells fell."), (BODY, "Shells fell.")) == ["body", "boilerplate"]


@pytest.mark.parametrize(
    ("again", "kind"),
    [
        (SMOKE, "boilerplate"),
        (SMOKE.replace("rises", "billows"), "boilerplate"),
        (f"{SMOKE} evening", "boilerplate"),
        (SMOKE.replace("Sunday", "Monday").replace("port", "town"), "caption"),
        ("A boy in the port of Tel Ramin on Sunday", "caption"),
    ],
)
def test_a_caption_printed_again_with_a_word_changed_tells_once(again: str, kind: str) -> None:
    assert _kinds((CAPTION, SMOKE), (CAPTION, again)) == ["caption", kind]


def test_short_captions_and_body_must_be_the_same_word_for_word() -> None:
    assert _kinds((CAPTION, "A market in ruins"), (CAPTION, "A street in ruins"))[1] == "caption"
    assert _kinds((BODY, SMOKE), (BODY, f"{SMOKE} evening"))[1] == "body"


def test_what_tells_nothing_is_left_as_it_is() -> None:
    assert _kinds((SegmentKind.TEASER, SMOKE), (BODY, SMOKE)) == ["teaser", "body"]
