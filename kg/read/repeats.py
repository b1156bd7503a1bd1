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
    """The segments; of those that tell something, one that was there before becomes boilerplate.

    So nothing is counted twice because a page prints it twice.
    """
    whole: set[tuple[str, ...]] = set()
    captions: list[frozenset[str]] = []
    for segment in segments:
        if not segment.kind.tells:
            yield segment
            continue
        words = tuple(_WORD.findall(segment.text.lower()))
        again = words in whole
        if segment.kind is SegmentKind.CAPTION:
            again = again or _nearly(frozenset(words), captions[-_BACK:])
            captions.append(frozenset(words))
        whole.add(words)
        yield replace(segment, kind=SegmentKind.BOILERPLATE, rule="repeated") if again else segment


def _nearly(words: frozenset[str], earlier: list[frozenset[str]]) -> bool:
    return len(words) >= _NEARLY and any(
        len(words - other) <= 1 and len(other - words) <= 1 for other in earlier
    )
