"""Events: what happened, to whom, where and when, at what cost, and why reports were merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.view.classes import ClassTree, group, words
from kg.view.elements import Happening, Kind, Node, Span
from kg.view.evidence import strongest, toll_spans
from kg.view.records import Records, Resource
from kg.view.told import Evidence, Fact, TollSpan
from kg.vocab import kg, local

_NAMED = ("initiator", "target", "participant", "place", "destination", "concernsDeal")


def happening(
    event: Resource, evidence: Sequence[Evidence], source: Records, tree: ClassTree
) -> Happening:
    """The event with those who took part; `evidence` are its reports."""
    acting = {*event.all(kg("initiator")), *event.all(kg("target"))}
    return Happening(
        node=_node(event, evidence, source, tree),
        initiators=event.all(kg("initiator")),
        targets=event.all(kg("target")),
        # kg:participant repeats initiators and targets; it counts only where it stands alone.
        others=tuple(each for each in event.all(kg("participant")) if each not in acting),
        places=event.all(kg("place")),
        destinations=event.all(kg("destination")),
        deals=event.all(kg("concernsDeal")),
        types=event.types,
    )


def span(thing: Resource) -> Span:
    """The time between a thing's earliest and latest day."""
    return Span(thing.one(kg("begin")), thing.one(kg("end")))


def _node(event: Resource, evidence: Sequence[Evidence], source: Records, tree: ClassTree) -> Node:
    specific = tree.specific(event.types, Kind.EVENT)
    places = [source.label(place) for place in event.all(kg("place"))]
    when = span(event)
    cls = tree.label(specific)
    return Node(
        id=event.iri,
        label=", ".join(part for part in (cls, *places, when.text) if part),
        kind=Kind.EVENT,
        cls=cls,
        group=group(event.types, Kind.EVENT),
        type=specific,
        facts=tuple(_facts(event, when, evidence, source)),
        reports=tuple(report.id for report in evidence),
        tolls=_tolls(event, evidence, source),
        stance=strongest(evidence),
        span=when,
    )


def _facts(
    event: Resource, when: Span, evidence: Sequence[Evidence], source: Records
) -> Iterator[Fact]:
    if when.text:
        yield Fact("When", when.text)
    acting = {*event.all(kg("initiator")), *event.all(kg("target"))}
    for name in _NAMED:
        for iri in event.all(kg(name)):
            if name != "participant" or iri not in acting:
                yield Fact(words(name), source.label(iri))
    stances = sorted({report.stance for report in evidence})
    if stances and stances != ["Asserted"]:
        yield Fact("Told as", ", ".join(stances).lower())
    yield from _merging(event, source)


def _merging(event: Resource, source: Records) -> Iterator[Fact]:
    """What merging says of the event: taken for a fact or not, disputed in what, and why."""
    if occurrence := event.one(kg("occurrence")):
        yield Fact("Occurrence", local(occurrence).lower())
    if aspects := event.all(kg("disputedAspect")):
        yield Fact("Sources disagree on", ", ".join(aspects))
    yield from counts(event)
    for iri in event.all(kg("mergedBecause")):
        merge = source.merges.get(iri, Resource(iri))
        rules = ", ".join(merge.all(kg("mergeRule")))
        score = merge.one(kg("mergeScore"))
        yield Fact("Merged because", f"{rules} ({score})" if score else rules)


def counts(thing: Resource) -> Iterator[Fact]:
    """How often a merged thing is told, and from how many origins.

    >>> [fact.value for fact in counts(Resource("e", ((kg("reportCount"), "3"),)))]
    ['3 reports']
    """
    told = [
        f"{number} {noun}{'' if number == '1' else 's'}"
        for name, noun in (("reportCount", "report"), ("originCount", "origin"))
        if (number := thing.one(kg(name)))
    ]
    if told:
        yield Fact("Told by", " of ".join(told))


def _tolls(event: Resource, evidence: Sequence[Evidence], source: Records) -> tuple[TollSpan, ...]:
    best: dict[str, int] = {}
    for iri in event.all(kg("toll")):
        toll = source.tolls.get(iri, Resource(iri))
        told = toll.one(kg("bestCount"))
        if told.isdecimal() and not toll.one(kg("partOfToll")):
            kind = local(toll.one(kg("tollKind")))
            best[kind] = best.get(kind, 0) + int(told)
    return tuple(replace(toll, best=best.get(toll.kind)) for toll in toll_spans(evidence))
