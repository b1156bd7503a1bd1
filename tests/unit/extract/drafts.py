"""Drafts of which only the given things are told, and stories in which they were told before."""

from __future__ import annotations

import datetime
from dataclasses import replace

from extract.trees import ISSUED, context, known, sentence, the, to
from kg.extract.cast import Cast
from kg.extract.draft import NOWHEN, Draft
from kg.extract.lexicon import Frame
from kg.extract.story import Story
from kg.extract.triggers import Trigger
from kg.language.syntax import Sentence
from kg.model import Interval, Link, SegmentKind, Stance, Toll
from kg.resolve.context import Context

DAY = Interval(datetime.date(2020, 5, 12), datetime.date(2020, 5, 12))
RED, GREEN = to("actor/red-front"), to("actor/green-legion")
AVENIA, BORLAND = to("actor/avenia"), to("actor/borland")
TELUK, ORAM, DORN = to("place/teluk"), to("place/oram"), to("place/dorn")


def draft(
    type: str = "Attack",  # noqa: A002
    rows: Sentence | str = "attack/NOUN/root@0", word: str = "attack", *, paragraph: int = 0,
    by: Link | None = None, on: Link | None = None, at: Link | None = None,
    when: Interval = NOWHEN, counts: tuple[Toll, ...] = (), stance: Stance = Stance.ASSERTED,
    source: Link | None = None, statement: bool = False,
) -> Draft:  # fmt: skip
    """A draft of which only the given things are told."""
    read = sentence(rows) if isinstance(rows, str) else rows
    found = the(read, word)
    row = Frame("row", type, frozenset(), frozenset(), {}, statement=statement)
    cast = Cast({"initiator": _some(by), "target": _some(on)})
    return Draft(
        Trigger(found, found, found, (row,)), row, read, paragraph, SegmentKind.BODY, type, cast,
        _some(at), stance, source=tuple(_some(source)), when=when, counts=list(counts), rule="row",
        basis="told" if when != NOWHEN else "",
    )  # fmt: skip


def _some(link: Link | None) -> list[Link]:
    return [link] if link is not None else []


def figure(count: int | None, *victims: Link, kind: str = "Killed", low: int | None = None) -> Toll:
    """A toll of so many, exact unless only the least is told."""
    return Toll(kind, count, low if count is None else count, count, victims, 0, 1)


def again(told: Draft) -> Draft:
    """The draft with a cast and lists of its own, for parameters that several tests share."""
    cast = Cast({role: list(links) for role, links in told.cast.roles.items()})
    return replace(told, cast=cast, places=list(told.places), counts=list(told.counts))


def story(*told: Draft, within: Context | None = None) -> Story:
    """A story in which some events were told, each in a sentence of its own."""
    found = Story(within or context(), ISSUED, known().story)
    assert all(list(found.place([again(each)])) for each in told)
    return found


def then(before: Story, now: Draft) -> Draft:
    """What a story makes of the next event."""
    (placed,) = before.place([again(now)])
    return placed
