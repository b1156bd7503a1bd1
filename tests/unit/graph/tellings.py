"""Articles made by chance that tell of few events, so that many of them share some."""

from __future__ import annotations

import datetime
import random
from dataclasses import replace

from graph.sheets import actor, deal, pair, place, report, toll
from kg.graph.deal_steps import KINDS
from kg.graph.quads import Sheet
from kg.model import Interval, IssueDate, Link, Report, Signature, Stance
from kg.resolve.world import OF_A_PLACE

_TYPES = ("Attack", "AirStrike", "Shelling", "Clash", "Explosion")
_WORDS = ("rebels shelled the market", "raids on the town", "fighting flared at dawn", "it struck")
_ACTORS = (
    actor("Northern Front"), actor("Southern Front"), actor("Velmara", "State"),
    actor("Red Brigade"), replace(actor("gunmen (Velmara)"), rule="generic"),
)  # fmt: skip
_DEALS = ("Ostrin truce", "Oram truce")
_OF_STORY = ((), (("dateBasis", "story"),))
_PAIRS = ("Backing", "Control", "Affiliation", "Leadership")


def telling(chance: random.Random, number: int, months: int = 1) -> Sheet:
    """An article of a few reports, of one of so many months."""
    first = datetime.date(2020, 2, 3) + datetime.timedelta(days=40 * chance.randrange(months))
    issued = _day(chance, first) if chance.random() < 0.7 else None
    reports = tuple(_report(chance, first) for _ in range(chance.randint(0, 4)))
    text = str(chance.random())
    return Sheet(
        local=f"article/a{number}-{text[2:8]}",
        identifier=f"a{number}.txt",
        facts=(("title", text),) if chance.random() < 0.5 else (),
        issued=IssueDate(issued, "text" if issued else ""),
        content_hash=text,
        reports=reports,
        wires=tuple(chance.sample(("Reuters", "AFP"), chance.randint(0, 2))),
        signature=_signature(chance),
        read_with="test",
    )


def _signature(chance: random.Random) -> Signature | None:
    """Of one of two stories with a third of its numbers changed by chance, or none."""
    if chance.random() < 0.4:
        return None
    story = chance.choice((1, 2))
    numbers = [story if chance.random() < 0.75 else chance.randint(3, 9) for _ in range(12)]
    return Signature(b"".join(n.to_bytes(4, "little") for n in numbers), chance.choice((20, 90)))


def _day(chance: random.Random, first: datetime.date) -> datetime.date:
    return first + datetime.timedelta(days=chance.choice((0, 1, 2, 6, 13, 14)))


def _place(chance: random.Random) -> Link:
    """A place told of in several ways: with and without what holds it, as one class or another."""
    town = place(
        chance.choice(("Deir Salim", "Oram")), chance.choice(("Settlement", "Settlement", "Area")),
        surface=chance.choice(("", "the town", "Deir")),
        parent=chance.choice(("", "place/ostrin", "place/velmara")),
    )  # fmt: skip
    point = chance.choice((None, (36.0, 37.0), (36.1, 37.9)))
    market = replace(place("market (Oram)", "Facility"), rule=OF_A_PLACE)
    curated = place("Ostrin", "AdministrativeArea")
    return chance.choice((replace(town, position=point), town, market, curated))


def _report(chance: random.Random, first: datetime.date) -> Report:
    stance = chance.choice((Stance.ASSERTED, Stance.ASSERTED, Stance.DENIED, Stance.PLANNED))
    source = (chance.choice(_ACTORS),) if chance.random() < 0.3 else ()
    if chance.random() < 0.25:
        return _of_no_event(chance, stance)
    begin = _day(chance, first) if chance.random() < 0.7 else None
    end = begin if begin is None or chance.random() < 0.8 else begin + datetime.timedelta(days=12)
    placed = (_place(chance),) if chance.random() < 0.8 else ()
    roles: dict[str, tuple[Link, ...]] = {"place": placed} if placed else {}
    if chance.random() < 0.3:
        roles["participant"] = tuple(chance.sample(_ACTORS[:4], 2))
    for role in ("initiator", "target"):
        if "participant" not in roles and chance.random() < 0.6:
            roles[role] = (chance.choice(_ACTORS),)
    of_deal = chance.random() < 0.3
    return report(
        chance.choice(_TYPES),
        roles=roles,
        when=Interval(begin, end),
        stance=stance,
        source=source,
        quote=chance.choice(_WORDS),
        tolls=(toll(chance.choice((2, 5, 6, 40))),) if chance.random() < 0.5 else (),
        facts=(*_OF_STORY[chance.random() < 0.3], *_step(chance, of_deal)),
        same_as=chance.choice(("", "", "e1", "e2")),
        deal=deal(chance.choice(_DEALS)) if of_deal else None,
    )


def _step(chance: random.Random, of_deal: bool) -> tuple[tuple[str, str], ...]:
    """What becomes of a deal, sometimes not told."""
    return (("stepKind", chance.choice(KINDS)),) if of_deal and chance.random() < 0.8 else ()


def _of_no_event(chance: random.Random, stance: Stance) -> Report:
    if chance.random() < 0.3:
        told = deal(chance.choice(_DEALS))
        status = (("status", chance.choice(KINDS)),) if chance.random() < 0.5 else ()
        facts = (("agreedOn", chance.choice(("2020", "2020-02-03"))), *status)
        return report(
            "CeasefireDeal", of="CeasefireDeal", deal=told, facts=facts, stance=stance,
            roles={"party": (chance.choice(_ACTORS),)}, when=Interval(None, None),
        )  # fmt: skip
    first, second = chance.sample(_ACTORS[:4], 2)
    former = (("former", "true"),) if chance.random() < 0.3 else ()
    return pair(chance.choice(_PAIRS), first, second, stance=stance, facts=former)
