"""Of several acts of saying the innermost is the source; a lone one speaks for what stands beside."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from extract.trees import Told, to, told
from kg.extract.attribution import Attribution, source_of

RED, GREEN = to("actor/red-front"), to("actor/green-legion")


def saying(read: Told, word: str, who: str, **more: Any) -> Attribution:
    """A saying by one actor that covers nothing, or what `more` tells."""
    return replace(Attribution(read.the(word), (to(who),), "say", frozenset()), **more)


def test_the_innermost_of_those_that_cover_a_word_is_its_source() -> None:
    read = told("a/X/root@0 b/X/dep@1 c/X/dep@1 d/X/dep@1")
    wide = saying(read, "a", "actor/red-front", content=frozenset((1, 2, 3)))
    narrow = saying(read, "b", "actor/green-legion", content=frozenset((2, 3)))
    assert source_of(read.the("d"), [wide, narrow]) == (GREEN,)
    assert source_of(read.the("b"), [wide, narrow]) == (RED,)
    assert source_of(read.the("d"), []) == ()


def test_what_is_denied_and_what_nobody_says_has_no_source() -> None:
    read = told("a/X/root@0 b/X/dep@1")
    denial = saying(read, "a", "actor/red-front", manner="deny", content=frozenset((1,)))
    nobody = saying(read, "a", "actor/red-front", speakers=(), content=frozenset((1,)))
    assert source_of(read.the("b"), [denial, nobody]) == ()


@pytest.mark.parametrize(
    ("rows", "framed"),
    [
        # "X said …": a main verb speaks for what follows
        ("said/VERB/root@0 b/X/dep@1", True),
        ("said/VERB/amod@2 b/X/root@0", False),
        # "…, said X": a verb near the end speaks for what stands before
        ("b/X/dep@2 said/VERB/root@0 X/X/dep@2", True),
        ("b/X/dep@2 said/VERB/root@0" + " c/X/dep@2" * 8, True),
        ("b/X/dep@2 said/VERB/root@0" + " c/X/dep@2" * 9, False),
        # "according to X" speaks for its sentence
        ("said/PROPN/amod@2 b/X/root@0", True),
    ],
)
def test_the_only_saying_of_a_sentence_frames_what_stands_beside(
    rows: str,
    framed: bool,
) -> None:
    read = told(rows)
    only = saying(read, "said", "actor/red-front")
    assert source_of(read.the("b"), [only]) == ((RED,) if framed else ())
    assert source_of(read.the("b"), [only, only]) == ()
