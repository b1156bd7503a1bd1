"""One article: its gold, and what a graph tells of it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.evaluate.gold import Gold
from kg.evaluate.measures import Measure
from kg.evaluate.naming import Naming
from kg.evaluate.terms import Terms
from kg.evaluate.told import ToldArticle
from kg.evaluate.verdict import Finding


@dataclass(frozen=True, slots=True)
class Case:
    """What the measures of an article are taken from.

    Attributes:
        gold: what a reader found.
        told: what the graph tells.
        missing: whether the graph lacks the article; then `told` is empty.
        text: the article as decoded, or "" where it isn't at hand.
        naming: the entities of the gold.
        terms: the ontology's words.
    """

    gold: Gold
    told: ToldArticle
    missing: bool
    text: str
    naming: Naming
    terms: Terms

    def finding(self, measure: Measure, gold: str, got: str, quote: str = "") -> Finding:
        """What differs in this article."""
        return Finding(measure, self.gold.article, gold, got, quote)
