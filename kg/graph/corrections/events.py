"""Constraints on events out of what corrections join and part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from kg.errors import CorrectionError
from kg.graph.constraints import Constraints, ReportKey
from kg.graph.corrections.draft import Draft, flat
from kg.graph.corrections.named import At
from kg.model import Report


def joined(draft: Draft) -> list[set[At]]:
    """Sets of reports that are one event: what several corrections join is joined through.

    Raises:
        CorrectionError: if a pair of one set is also parted, naming the records.
    """
    sets: list[tuple[set[At], set[int]]] = []
    for number, groups in sorted(draft.together.items()):
        reports, numbers = set(flat(groups)), {number}
        rest = []
        for known, own in sets:
            if known & reports:
                reports |= known
                numbers |= own
            else:
                rest.append((known, own))
        sets = [*rest, (reports, numbers)]
    for number, one, other in pairs(draft):
        for known, own in sets:
            if {one, other} <= known:
                raise _contradiction(draft, number, own)
    return [known for known, _ in sets]


def pairs(draft: Draft) -> list[tuple[int, At, At]]:
    """Pairs of reports that are not one event, with the correction that says so."""
    return [
        (number, one, other)
        for number, groups in sorted(draft.apart.items())
        for first, second in combinations(groups, 2)
        for one in first
        for other in second
    ]


def _contradiction(draft: Draft, number: int, others: Iterable[int]) -> CorrectionError:
    names = " and ".join(draft.corrections[at].named() for at in sorted(others))
    problem = f"contradicts {names}: two reports are told to be one event, and not to be"
    advice = "drop one of them"
    return CorrectionError(problem, where=draft.corrections[number].named(), advice=advice)


def constraints(draft: Draft, sets: Iterable[set[At]], keys: Mapping[At, ReportKey]) -> Constraints:
    """What consolidation must keep to.

    Args:
        draft: the corrections.
        sets: as `joined`.
        keys: report as told -> as consolidation sees it; a report that it doesn't see is left out.
    """
    together = [frozenset(keys[at] for at in known if at in keys) for known in sets]
    apart = [(keys.get(one), keys.get(other)) for _, one, other in pairs(draft)]
    return Constraints(
        tuple(sorted((one for one in together if len(one) > 1), key=sorted)),
        frozenset(
            frozenset((one, other)) for one, other in apart if one is not None and other is not None
        ),
    )


def parted(draft: Draft, sets: Iterable[set[At]]) -> dict[At, str]:
    """New keys of happenings for reports that their article told as one, and that are not.

    Each report that must stand apart gets a key of its own; those that must not be told apart
    from it keep its company.
    """
    rivals: defaultdict[At, set[At]] = defaultdict(set)
    for _, one, other in pairs(draft):
        if one[0] == other[0] and _happening(draft, one) == _happening(draft, other) != "":
            rivals[one].add(other)
            rivals[other].add(one)
    side: dict[At, int] = {}
    for at in sorted(rivals):
        taken = {side[rival] for rival in rivals[at] if rival in side}
        friends = {side[friend] for known in sets if at in known for friend in known & side.keys()
                   if friend[0] == at[0]} - taken  # fmt: skip
        free = (n for n in range(len(rivals)) if n not in taken)
        side[at] = min(friends, default=next(free))
    return {at: f"{_happening(draft, at)}/{n}" for at, n in side.items() if n}


def _happening(draft: Draft, at: At) -> str:
    report: Report = draft.found.sheets[at[0]].reports[at[1]]
    return report.same_as
