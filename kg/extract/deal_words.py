"""Words that tell of ceasefire deals, read from ontology/lexicon/deals.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.extract.table import read

_COLUMNS = {
    "sure": ("called", "sure"),
    "zones": ("called", "zones"),
    "maybe": ("called", "maybe"),
    "by": ("called", "by"),
    "telling": ("called", "telling"),
    "earlier": ("called", "earlier"),
    "whole": ("called", "whole"),
    "announced": ("made", "announced"),
    "in_force": ("made", "in_force"),
    "made_nouns": ("made", "nouns"),
    "extended": ("made", "extended"),
    "violated": ("broken", "violated"),
    "collapsed": ("broken", "collapsed"),
    "expired": ("broken", "expired"),
    "broken_nouns": ("broken", "nouns"),
    "wanted": ("wanted", "verbs"),
    "wanted_for": ("wanted", "for"),
    "brokering": ("roles", "brokering"),
    "brokered": ("roles", "brokered"),
    "mediation": ("roles", "mediation"),
    "signing": ("roles", "signing"),
    "terms": ("roles", "terms"),
    "ending": ("scope", "ending"),
    "nationwide": ("scope", "nationwide"),
}


@dataclass(frozen=True, slots=True)
class DealWords:
    """The tables of ontology/lexicon/deals.toml; all lemmas.

    Attributes:
        sure: nouns for a deal by themselves; `zones` and `maybe` with one of `by` beside.
        telling: modifiers that tell one deal from another ("de-escalation"); `earlier` those
            that tell a deal from the last one told.
        whole: nouns that are the deal behind one of `sure` ("ceasefire agreement").
        announced: verbs that make a deal; `in_force`, `made_nouns` likewise.
        extended: those of them, verbs and nouns, that let one go on that was made before.
        violated: verbs that break it; `collapsed`, `expired`, `broken_nouns` likewise.
        brokering: verbs whose subject brings it about; `brokered` participles behind a hyphen;
            `mediation` nouns behind "under" whose owner does.
        wanted: verbs whose object is only asked for; `wanted_for` verbs and nouns of "call for X".
        signing: verbs behind which a place tells where it was made, not where it holds.
        terms: verbs whose subject is the deal and whose object one of its terms.
        ending: verbs whose object is the fighting that it ends; `nationwide` modifiers of one that
            holds in the whole country.
    """

    sure: frozenset[str]
    zones: frozenset[str]
    maybe: frozenset[str]
    by: frozenset[str]
    telling: frozenset[str]
    earlier: frozenset[str]
    whole: frozenset[str]
    announced: frozenset[str]
    in_force: frozenset[str]
    made_nouns: frozenset[str]
    extended: frozenset[str]
    violated: frozenset[str]
    collapsed: frozenset[str]
    expired: frozenset[str]
    broken_nouns: frozenset[str]
    brokering: frozenset[str]
    brokered: frozenset[str]
    mediation: frozenset[str]
    signing: frozenset[str]
    wanted: frozenset[str]
    wanted_for: frozenset[str]
    terms: frozenset[str]
    ending: frozenset[str]
    nationwide: frozenset[str]

    @property
    def verbs(self) -> frozenset[str]:
        """All verbs that make, break or end a deal."""
        return self.announced | self.in_force | self.violated | self.collapsed | self.expired

    @property
    def nouns(self) -> frozenset[str]:
        """All nouns for deals, and for their making and breaking."""
        return self.sure | self.maybe | self.zones | self.made_nouns | self.broken_nouns


@lru_cache(maxsize=4)
def load(folder: Path) -> DealWords:
    """The deal words of an ontology folder.

    Raises:
        KnowledgeError: naming the file and table that is wrong.
    """
    return DealWords(**read(folder / "lexicon" / "deals.toml").columns(_COLUMNS))
