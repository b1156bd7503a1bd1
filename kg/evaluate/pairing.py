"""One to one: what gold wants and what the graph tells, paired first come, first served."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Wanted = TypeVar("Wanted")
Found = TypeVar("Found")


def paired(
    wanted: Sequence[Wanted], found: Sequence[Found], same: Callable[[Wanted, Found], bool]
) -> dict[int, int]:
    """Position of each one wanted that has a partner -> position of the partner.

    >>> paired("aab", "ba", lambda one, other: one == other)
    {0: 1, 2: 0}
    """
    partner: dict[int, int] = {}
    free = dict(enumerate(found))
    for at, want in enumerate(wanted):
        met = next((place for place, find in free.items() if same(want, find)), None)
        if met is not None:
            partner[at] = met
            del free[met]
    return partner
