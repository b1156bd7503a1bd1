"""Colour and shape of each class and relation, for eyes of every kind.

The eight colours are those of M. Okabe and K. Ito (Color Universal Design, 2008), which people
with any common colour blindness tell apart; shape and stroke say the same a second time.
"""

from __future__ import annotations

from dataclasses import dataclass

_ORANGE = "#E69F00"
_SKY = "#56B4E9"
_GREEN = "#009E73"
_YELLOW = "#F0E442"
_BLUE = "#0072B2"
_VERMILION = "#D55E00"
_PURPLE = "#CC79A7"
_GREY = "#8C8C8C"


@dataclass(frozen=True, slots=True)
class GroupStyle:
    """How the nodes of one group look.

    Attributes:
        name: the group, a class's local name.
        label: what the legend calls it.
        shape: a shape name of vis-network whose label stands below.
        colour: CSS colour.
    """

    name: str
    label: str
    shape: str
    colour: str


@dataclass(frozen=True, slots=True)
class RelationStyle:
    """How the edges of one relation look.

    Attributes:
        name: the relation.
        label: what the legend calls it.
        colour: CSS colour.
        dashes: lengths of dash and gap in pixels; empty for a whole line.
        width: in pixels, before weight.
        arrow: whether it points from source to target.
    """

    name: str
    label: str
    colour: str
    dashes: tuple[int, ...] = ()
    width: float = 1.5
    arrow: bool = True


GROUPS: tuple[GroupStyle, ...] = (
    GroupStyle("State", "State", "square", _BLUE),
    GroupStyle("ArmedForces", "Armed forces", "triangle", _SKY),
    GroupStyle("ArmedGroup", "Armed group", "triangleDown", _VERMILION),
    GroupStyle("Organization", "Organisation", "square", _PURPLE),
    GroupStyle("Person", "Person", "dot", _ORANGE),
    GroupStyle("Population", "People", "hexagon", _YELLOW),
    GroupStyle("Actor", "Other actor", "square", _GREY),
    GroupStyle("Place", "Place", "dot", _GREEN),
    GroupStyle("CeasefireDeal", "Ceasefire deal", "star", _PURPLE),
    GroupStyle("ArmedEvent", "Armed event", "diamond", _VERMILION),
    GroupStyle("HumanitarianEvent", "Humanitarian event", "diamond", _ORANGE),
    GroupStyle("DiplomaticEvent", "Diplomatic event", "diamond", _SKY),
    GroupStyle("Protest", "Protest", "diamond", _YELLOW),
    GroupStyle("Event", "Other event", "diamond", _GREY),
)

RELATIONS: tuple[RelationStyle, ...] = (
    RelationStyle("fights", "fights", _VERMILION, width=2),
    RelationStyle("attacks", "attacks", _VERMILION, (10, 3), width=2),
    RelationStyle("clashes with", "clashes with", _VERMILION, width=2, arrow=False),
    RelationStyle("acts on", "acts on", _ORANGE, width=2),
    RelationStyle("acts with", "acts with", _ORANGE, (8, 4), width=2, arrow=False),
    RelationStyle("acts in", "acts in", _GREEN, (2, 4)),
    RelationStyle("initiator", "initiates", _VERMILION),
    RelationStyle("target", "is directed at", _VERMILION, (8, 4)),
    RelationStyle("participant", "takes part in", _ORANGE, (2, 4), arrow=False),
    RelationStyle("place", "happens at", _GREY, (2, 4), arrow=False),
    RelationStyle("destination", "goes to", _GREY, (8, 4)),
    RelationStyle("backs", "backs", _GREEN, width=3),
    RelationStyle("controls", "controls", _BLUE, width=2),
    RelationStyle("affiliated", "is affiliated with", _PURPLE),
    RelationStyle("leads", "leads or speaks for", _ORANGE),
    RelationStyle("party", "is party to", _BLUE, (8, 4)),
    RelationStyle("broker", "brokers", _SKY, (8, 4)),
    RelationStyle("guarantor", "guarantees", _SKY),
    RelationStyle("breaks", "is accused of breaking", _VERMILION, (8, 3, 2, 3), width=2),
    RelationStyle("involved", "is involved in", _PURPLE, (8, 4)),
    RelationStyle("concerns", "concerns", _PURPLE, (8, 4)),
    RelationStyle("applies to", "applies to", _PURPLE, (2, 4), arrow=False),
    RelationStyle("within", "lies within", _GREY, (1, 5), width=1, arrow=False),
)


def group_style(name: str) -> GroupStyle:
    """The style of a group; unknown groups look like "Other actor"."""
    return {style.name: style for style in GROUPS}.get(name, GROUPS[6])


def relation_style(name: str) -> RelationStyle:
    """The style of a relation; unknown ones are plain grey arrows with their own name."""
    plain = RelationStyle(name, name, _GREY)
    return {style.name: style for style in RELATIONS}.get(name, plain)
