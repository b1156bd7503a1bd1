"""Words that tell who backs, holds, belongs and leads, from ontology/lexicon/relations.toml."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from kg.extract.table import read


@dataclass(frozen=True, slots=True)
class BackingWords:
    """Words of support.

    Attributes:
        verbs: X backs Y; `participles` X-backed Y; `nouns` X, Y's ally.
        support: with the support of X; `relying` verbs of "Y relies on support from X".
        aided: participles of "Y, aided by support from X".
        giving: verbs of "X gives support to Y"; `given` their objects.
        fighting: verbs of "X fights beside Y"; `beside` their prepositions.
    """

    verbs: frozenset[str]
    participles: frozenset[str]
    nouns: frozenset[str]
    support: frozenset[str]
    relying: frozenset[str]
    aided: frozenset[str]
    giving: frozenset[str]
    given: frozenset[str]
    fighting: frozenset[str]
    beside: frozenset[str]


@dataclass(frozen=True, slots=True)
class ControlWords:
    """Words of holding a place.

    Attributes:
        verbs: X holds Y; `participles` X-held Y; `nouns` Y, a stronghold of X.
        out_of: prepositions that turn a noun round ("outside the control of X").
        onlookers: kinds of bodies that hold no place.
    """

    verbs: frozenset[str]
    participles: frozenset[str]
    nouns: frozenset[str]
    out_of: frozenset[str]
    onlookers: frozenset[str]


@dataclass(frozen=True, slots=True)
class AffiliationWords:
    """Words of belonging.

    Attributes:
        nouns: X, a branch of Y; `participles` Y-linked X; `verbs` X merged with Y.
        members: X, a member of Y; `joining` X joined Y; `leaving` X split from Y.
        bonds: X has ties to Y, with the verbs of `having`, or of `breaking` them.
        heading: X leads Y, of two groups; `grouping` Y comprises X; `belonging` X belongs to Y.
        former: words for what is no longer so.
    """

    nouns: frozenset[str]
    participles: frozenset[str]
    verbs: frozenset[str]
    members: frozenset[str]
    joining: frozenset[str]
    leaving: frozenset[str]
    bonds: frozenset[str]
    having: frozenset[str]
    breaking: frozenset[str]
    heading: frozenset[str]
    grouping: frozenset[str]
    belonging: frozenset[str]
    former: frozenset[str]


@dataclass(frozen=True, slots=True)
class LeadershipWords:
    """Office nouns of nominals.toml whose holder leads nobody, and those of a state."""

    not_offices: frozenset[str]
    of_state: frozenset[str]


@dataclass(frozen=True, slots=True)
class RelationWords:
    """The tables of ontology/lexicon/relations.toml.

    Attributes:
        tying: the words of which one must stand where a tie is told without a hyphen.
    """

    backing: BackingWords
    control: ControlWords
    affiliation: AffiliationWords
    leadership: LeadershipWords
    tying: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        backing, own = self.backing, self.affiliation
        tying = backing.nouns | backing.support | backing.given | backing.fighting
        tying |= own.nouns | own.members | own.bonds | own.participles
        object.__setattr__(self, "tying", self.verbs | self.control.nouns | tying)

    @property
    def verbs(self) -> frozenset[str]:
        """The verbs that tell a relation by themselves."""
        own = self.affiliation
        belonging = own.verbs | own.joining | own.leaving | own.having | own.breaking | own.heading
        belonging |= own.grouping | own.belonging
        return self.backing.verbs | self.control.verbs | belonging


@lru_cache(maxsize=4)
def load(folder: Path) -> RelationWords:
    """The relation words of an ontology folder.

    Raises:
        KnowledgeError: naming the file and table that is wrong.
    """
    file = read(folder / "lexicon" / "relations.toml")
    file.allow("backing", "control", "affiliation", "leadership")
    return RelationWords(
        backing=file.inner("backing").filled(BackingWords),
        control=file.inner("control").filled(ControlWords),
        affiliation=file.inner("affiliation").filled(AffiliationWords),
        leadership=file.inner("leadership").filled(LeadershipWords),
    )
