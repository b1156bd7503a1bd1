"""The signature of an article's words, by which copies find each other (MinHash; Broder 1997)."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy
from rensa import RMinHash

from kg.model import Segment, SegmentKind, Signature

#: Numbers in a signature.
WIDTH = 128
#: Words of a shingle: long enough that common phrases are rare, short enough that a light rewrite
#: leaves most of them alone.
SHINGLE = 4
#: Fewest shingles of an article that can be told to be a copy.
LEAST = 30
#: No more words than this are looked at.
MOST = 20_000

_WORD = re.compile(r"[^\W_]+")


def signature(segments: Sequence[Segment]) -> Signature | None:
    """The signature of an article's body; None if it is too short to tell a copy by.

    Headlines, captions and what surrounds the text are left out: editors change them.
    """
    body = " ".join(one.text for one in segments if one.kind is SegmentKind.BODY)
    words = _WORD.findall(body.lower())[:MOST]
    shingles = {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}
    if len(shingles) < LEAST:
        return None
    found = RMinHash(num_perm=WIDTH, seed=1)
    found.update(sorted(shingles))
    return Signature(numpy.array(found.digest(), "<u4").tobytes(), len(shingles))
