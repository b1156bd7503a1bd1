"""A table gives back all places that were put under a key, and none of another key."""

from __future__ import annotations

import mmap
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolve.gazetteer.table import Table, written

BITS = 18
#: Keys that share the bucket, the bucket and a row's first bytes, or nothing.
NUMBERS = st.one_of(
    st.integers(0, (1 << 64) - 1),
    st.integers(0, 7).map(lambda low: (1 << 63) | (low << BITS)),
    st.integers(0, 7).map(lambda low: (1 << 63) | (low << 40)),
)


def _table(postings: Sequence[tuple[int, int]]) -> Table:
    directory, rows = written(postings, BITS)
    memory = mmap.mmap(-1, len(directory) + len(rows) + 1)
    memory[:-1] = directory + rows
    return Table(memory, 0, len(directory), BITS)


@settings(max_examples=40)
@given(st.lists(st.tuples(NUMBERS, st.integers(0, (1 << BITS) - 1)), max_size=40), NUMBERS)
def test_what_was_put_in_is_found(postings: list[tuple[int, int]], other: int) -> None:
    table = _table(postings)
    for number in (other, *(number for number, _ in postings)):
        key = number >> BITS
        found = sorted({place for their, place in postings if their >> BITS == key})
        assert table[number] == tuple(found)


def test_the_order_of_postings_does_not_matter() -> None:
    postings = [(number << 40, number) for number in range(100)]
    assert written(postings, BITS) == written(postings[::-1] + postings, BITS)
