"""Things that only one of two graphs has, and those of which they say different things."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.graph.diff.view import KINDS, Member, Thing


@dataclass(frozen=True, slots=True)
class Change:
    """One property of a thing that two graphs tell differently: values that only one has.

    Attributes:
        name: "begin", "place", "toll", "reports", …
        lost: values that only the first graph has, sorted.
        gained: values that only the second has.
    """

    name: str
    lost: tuple[str, ...]
    gained: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A thing that is not the same.

    Attributes:
        kind: one of KINDS.
        before: as the first graph has it, None if it hasn't.
        after: as the second has it, likewise.
        changes: what is told differently, if both have it.
        kin: things of the other graph among which its reports now stand, or stood.
    """

    kind: str
    before: Thing | None
    after: Thing | None
    changes: tuple[Change, ...] = ()
    kin: tuple[Thing, ...] = ()

    @property
    def state(self) -> str:
        """Gained, lost or changed."""
        return "gained" if self.before is None else "lost" if self.after is None else "changed"

    @property
    def thing(self) -> Thing:
        """The thing as the later graph that has it tells it."""
        thing = self.after or self.before
        assert thing is not None, "one of both is there"  # noqa: S101 - for mypy
        return thing


def diff(before: Mapping[str, Thing], after: Mapping[str, Thing]) -> list[Difference]:
    """What is not the same, by kind, state and IRI.

    Things of one IRI are one. Of the others, events that share reports are one, those with most
    shared reports first, so that an event that was clustered anew is changed, not lost and gained.
    """
    pairs = {iri: iri for iri in before.keys() & after.keys()}
    pairs |= _matched(before, after, pairs)
    found = [
        Difference(before[one].kind, before[one], after[other], changes)
        for one, other in pairs.items()
        if (changes := tuple(_changes(before[one], after[other])))
    ]
    ours, theirs = _by_member(before.values()), _by_member(after.values())
    matched = set(pairs.values())
    found += [Difference(thing.kind, thing, None, kin=_kin(thing, theirs))
              for iri, thing in before.items() if iri not in pairs]  # fmt: skip
    found += [Difference(thing.kind, None, thing, kin=_kin(thing, ours))
              for iri, thing in after.items() if iri not in matched]  # fmt: skip
    return sorted(found, key=_order)


def _order(one: Difference) -> tuple[int, str, str]:
    return KINDS.index(one.kind), one.state, one.thing.iri


def _matched(
    before: Mapping[str, Thing], after: Mapping[str, Thing], known: Mapping[str, str]
) -> dict[str, str]:
    """Events of two IRIs that share reports."""
    ours = [thing for iri, thing in before.items() if thing.kind == "event" and iri not in known]
    free = (thing for iri, thing in after.items() if thing.kind == "event" and iri not in known)
    theirs = _by_member(free)
    shared = Counter(
        (one.iri, other.iri) for one in ours for m in one.members for other in theirs.get(m, ())
    )
    found: dict[str, str] = {}
    taken: set[str] = set()
    for (one, other), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def _by_member(things: Iterable[Thing]) -> dict[Member, list[Thing]]:
    found: defaultdict[Member, list[Thing]] = defaultdict(list)
    for thing in things:
        for member in thing.members:
            found[member].append(thing)
    return found


def _kin(thing: Thing, others: Mapping[Member, list[Thing]]) -> tuple[Thing, ...]:
    kin = {other.iri: other for member in thing.members for other in others.get(member, ())}
    return tuple(kin[iri] for iri in sorted(kin))


def _changes(before: Thing, after: Thing) -> Iterator[Change]:
    none: frozenset[str] = frozenset()
    for name in sorted(before.facts.keys() | after.facts.keys()):
        one, other = before.facts.get(name, none), after.facts.get(name, none)
        if one != other:
            yield Change(name, tuple(sorted(one - other)), tuple(sorted(other - one)))
    if before.members != after.members:
        lost, gained = before.members - after.members, after.members - before.members
        yield Change("reports", *(tuple(map(as_text, sorted(each))) for each in (lost, gained)))


def as_text(member: Member) -> str:
    """A report's article and place."""
    article, start, end, _, of = member
    return f"{article} {start}-{end}" + ("" if of == "Event" else f" {of}")
