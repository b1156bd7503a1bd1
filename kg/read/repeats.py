"""Segments that say again what an earlier one said: a headline twice, a caption twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.model import Segment, SegmentKind

_WORD = re.compile(r"\w+")
#: Captions of so many words are the same if they differ in no more than one word.
_NEARLY = 8
#: So many captions back one is looked for.
_BACK = 20


def without_repeats(segments: Iterable[Segment]) -> Iterator[Segment]:
    """The segments; of those that tell something, one that is there twice becomes boilerplate.

    So nothing is counted twice because a page prints it twice. Of a headline that the body says
    again, the body stays.
    """
    told = list(segments)
    body = {_words(one) for one in told if one.kind is SegmentKind.BODY}
    whole: set[tuple[str, ...]] = set()
    captions: list[frozenset[str]] = []
    for segment in told:
        if not segment.kind.tells:
            yield segment
            continue
        words = _words(segment)
        again = words in whole or (segment.kind is not SegmentKind.BODY and words in body)
        if segment.kind is SegmentKind.CAPTION:
            again = again or _nearly(frozenset(words), captions[-_BACK:])
            captions.append(frozenset(words))
        if again:
            yield replace(segment, kind=SegmentKind.BOILERPLATE, rule="repeated")
        else:
            whole.add(words)
            yield segment


def _words(segment: Segment) -> tuple[str, ...]:
    return tuple(_WORD.findall(segment.text.lower()))


def _nearly(words: frozenset[str], earlier: list[frozenset[str]]) -> bool:
    return len(words) >= _NEARLY and any(
        len(words - other) <= 1 and len(other - words) <= 1 for other in earlier
    )
