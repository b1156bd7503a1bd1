"""Words that tell who backs, holds, belongs and leads, from ontology/lexicon/relations.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.extract.table import read


@dataclass(frozen=True, slots=True)
class BackingWords:
    """Words of support.

    Attributes:
        verbs: X backs Y; `participles` X-backed Y; `nouns` X, Y's ally.
        support: with the support of X.
        giving: verbs of "X gives support to Y"; `given` their objects.
        fighting: verbs of "X fights beside Y"; `beside` their prepositions.
    """

    verbs: frozenset[str]
    participles: frozenset[str]
    nouns: frozenset[str]
    support: frozenset[str]
    giving: frozenset[str]
    given: frozenset[str]
    fighting: frozenset[str]
    beside: frozenset[str]


@dataclass(frozen=True, slots=True)
class ControlWords:
    """Words of holding a place: X holds Y; X-held Y; Y, a stronghold of X."""

    verbs: frozenset[str]
    participles: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class AffiliationWords:
    """Words of belonging: X, a branch of Y; Y-linked X; X merged with Y; `former` ones."""

    nouns: frozenset[str]
    participles: frozenset[str]
    verbs: frozenset[str]
    former: frozenset[str]


@dataclass(frozen=True, slots=True)
class LeadershipWords:
    """Office nouns of nominals.toml whose holder leads nobody."""

    not_offices: frozenset[str]


@dataclass(frozen=True, slots=True)
class RelationWords:
    """The tables of ontology/lexicon/relations.toml."""

    backing: BackingWords
    control: ControlWords
    affiliation: AffiliationWords
    leadership: LeadershipWords

    @property
    def verbs(self) -> frozenset[str]:
        """The verbs that tell a relation by themselves."""
        return self.backing.verbs | self.control.verbs | self.affiliation.verbs


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
